/** What may open a construct of MFM whose end the parser then looks for. */
const openers = /\$\[|\[|\]|\\\(|<[a-z]|`|https?:\/\/|\n>/gi;
/** Each `\(` makes the parser read on from every bracket before it. */
const mathWeight = 4;

/**
 * An estimate of what parsing a text costs: openers times length. mfm-js looks from each opener to
 * the end of the text, and text that is nothing but openers takes it seconds (5,000 times `[`: 15 s).
 * `$[fn …]` that is closed costs little and is not counted: much honest text is full of it.
 */
export function parsingCost(text: string): number {
  let weight = 0;
  let openFunctions = 0;
  for (const [token] of text.matchAll(openers)) {
    if (token === '$[') openFunctions += 1;
    else if (token === ']') openFunctions = Math.max(0, openFunctions - 1);
    else weight += token === '\\(' ? mathWeight : 1;
  }
  return (weight + openFunctions) * text.length;
}
