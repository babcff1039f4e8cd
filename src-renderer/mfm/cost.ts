/** Everything that opens or closes a construct whose end the parser looks for from afar. */
const marks = /\$\[|[[\]\n`´>]|\\[()[\]]|<(?:plain|center)>|<\/(?:plain|center)>|<(?=https?:\/\/)/g;

/** What passing over one character costs where nothing is tried there, in steps. */
const glance = 0.2;

/** A place in the text, with what lies between it and the text's end. */
interface Point {
  readonly at: number;
  /** The cost of what looks for its end character by character. */
  readonly flat: number;
  /** That, and the cost of brackets. */
  readonly inline: number;
}

/**
 * An estimate of what parsing a text costs, in steps: the times that the parser tries all of its rules
 * at one place, about 3 µs each. mfm-js looks from an opening mark to the mark that ends it, and begins
 * anew behind the opening mark where there is none: text that is nothing but openers takes it seconds
 * (5,000 times `[`: 15 s). Rules that keep what they passed over (`**`, `<b>`, `$[fn …]`) cost nothing
 * extra.
 */
export function parsingCost(text: string): number {
  const end: Point = { at: text.length, flat: 0, inline: 0 };
  /** The next mark of each kind, seen from where the walk is. */
  const next = new Map<string, Point>();
  let { flat, inline } = end;
  let centered = 0;
  const nearest = (...ends: readonly string[]): Point =>
    ends.reduce((found, mark) => {
      const point = next.get(mark) ?? end;
      return point.at < found.at ? point : found;
    }, end);

  /** Passes over every character up to the end of the construct. */
  const scan = (at: number, ...ends: readonly string[]) => {
    const cost = (nearest(...ends).at - at) * glance;
    flat += cost;
    inline += cost;
  };

  for (const { 0: mark, index: at } of [...text.matchAll(marks)].reverse()) {
    switch (mark) {
      case '[': {
        // A label holds anything but other links.
        const closing = nearest(']', '\n');
        inline += closing.at - at + flat - closing.flat;
        break;
      }
      case '<center>': {
        // Holds no other of its kind.
        const closing = nearest('</center>');
        centered += closing.at - at + inline - closing.inline;
        break;
      }
      case '<':
        scan(at, '>');
        break;
      case '<plain>':
        scan(at, '</plain>');
        break;
      case '`':
        scan(at, '`', '´', '\n');
        break;
      case '\\(':
        scan(at, '\\)', '\n');
        break;
      case '\\[':
        scan(at, '\\]');
        break;
      case '\n':
        // A block of code may begin here, and ends at a line of its own.
        if (text.startsWith('```', at + 1)) scan(at, '\n```');
        break;
    }
    const point = { at, flat, inline };
    next.set(mark, point);
    if (mark === '\n' && text.startsWith('```', at + 1)) next.set('\n```', point);
  }
  return text.length + inline + centered;
}
