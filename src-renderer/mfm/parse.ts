import { type MfmNode, type MfmSimpleNode, parse, parseSimple } from 'mfm-js';
import { createCache } from './cache.ts';
import { parsingCost } from './cost.ts';

/** UTF-16 units of a text that are shown; the rest is on the note's own page. */
export const longestText = 5_000;
/** UTF-16 units of a name or title that are shown. */
export const longestName = 300;
/** What parsing one text may cost; see `parsingCost`. About 50 ms on a slow machine. */
const parsingBudget = 100_000;

const texts = createCache<readonly MfmNode[]>(500);
const names = createCache<readonly MfmSimpleNode[]>(1_000);

/**
 * The tree of an MFM text, bounded in length and in the time it may take. A text that would take too
 * long is parsed line by line, and what is still too much is shown as it was written.
 */
export function parseText(text: string): readonly MfmNode[] {
  return texts(text, () => boundedParse(cut(text, longestText)));
}

/** The tree of a name or another line that holds emojis and no other markup. */
export function parseName(text: string): readonly MfmSimpleNode[] {
  return names(text, () => parseSimple(cut(text, longestName)));
}

function boundedParse(text: string): readonly MfmNode[] {
  if (parsingCost(text) <= parsingBudget) return parse(text);
  let left = parsingBudget;
  return text.split(/(?<=\n)/).flatMap((line): readonly MfmNode[] => {
    left -= parsingCost(line);
    return left >= 0 ? parse(line) : [{ type: 'text', props: { text: line } }];
  });
}

/** At most `length` UTF-16 units, with an ellipsis where something was cut and no half character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
