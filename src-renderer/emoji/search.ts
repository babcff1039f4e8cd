import {
  allowedCustom,
  type Choice,
  customChoice,
  type Offer,
  type Section,
  unicodeChoice,
} from './choices.ts';

/** So many are shown of what a search finds; whoever wants less common ones types more. */
const mostFound = 400;

/**
 * How well a word fits what was typed: the smaller the better; null = not at all.
 *
 * @param within whether the middle of a Latin word counts: `cat` is meant in `blobcat`, not in
 *   `communication`
 */
function closeness(word: string, query: string, within: boolean): number | null {
  const at = word.indexOf(query);
  if (at === -1) return null;
  if (word.length === query.length) return 0;
  if (at === 0) return 1;
  // Of the same letters one may begin a word further on.
  if (startsWord(word, query)) return 2;
  return within || !/[a-z]/.test(word.charAt(at - 1)) ? 3 : null;
}

function startsWord(word: string, query: string): boolean {
  return word.split(/[\s_-]/).some((part, index) => index > 0 && part.startsWith(query));
}

function bestFit(words: readonly string[], query: string, within: boolean): number | null {
  let best: number | null = null;
  for (const word of words) {
    const found = closeness(word, query, within);
    if (found !== null && (best === null || found < best)) best = found;
  }
  return best;
}

/** What was typed, as it is compared. Colons around a name do not count. */
export function normalizedQuery(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/^:|:$/g, '').toLowerCase();
}

/**
 * What fits a search, the best first and the server's own before Unicode's. An emoji that is typed
 * itself is found too.
 *
 * @param query as `normalizedQuery` gives it; not empty
 */
export function found(offer: Offer, query: string): Section {
  const matches: { readonly choice: Choice; readonly fit: number }[] = [];
  for (const emoji of allowedCustom(offer)) {
    const names = [emoji.name, ...emoji.aliases].map((name) => name.toLowerCase());
    const best = bestFit(names, query, true);
    if (best !== null) matches.push({ choice: customChoice(emoji), fit: best });
  }
  for (const emoji of offer.unicode) {
    const best = emoji.character === query ? 0 : bestFit(emoji.words, query, false);
    if (best !== null) matches.push({ choice: unicodeChoice(emoji), fit: best });
  }
  // The sort is stable: what fits equally well keeps its order.
  const choices = matches
    .toSorted((a, b) => a.fit - b.fit)
    .slice(0, mostFound)
    .map(({ choice }) => choice);
  return { kind: 'found', group: null, category: null, choices };
}
