import { type MfmNode, type MfmSimpleNode, parse, parseSimple } from 'mfm-js';
import { withoutDirections } from './bidi.ts';
import { boundTree } from './bounds.ts';
import { createCache } from './cache.ts';
import { parsingCost } from './cost.ts';

/** UTF-16 units of a text that are shown; the rest is on the note's own page. */
export const longestText = 5_000;
/** UTF-16 units of a name or title that are shown. */
export const longestName = 300;
/** What parsing one text may cost; see `parsingCost`. About 60 ms. */
export const parsingBudget = 20_000;

/** A text as a tree. */
export interface ParsedText {
  readonly nodes: readonly MfmNode[];
  /** Something was left out: it is too long, or too much for one text. */
  readonly isCut: boolean;
}

const texts = createCache<ParsedText>(500);
const names = createCache<readonly MfmSimpleNode[]>(1_000);

/**
 * The tree of an MFM text, bounded in length, in what it brings onto the page and in the time it may
 * take. A text that would take too long is parsed line by line, and what is still too much is shown as
 * it was written.
 */
export function parseText(text: string): ParsedText {
  return texts(text, () => {
    const nodes = boundedParse(cut(text, longestText));
    const isWhole = boundTree(nodes);
    return { nodes, isCut: !isWhole || text.length > longestText };
  });
}

/** The tree of a name or another line that holds emojis and no other markup. */
export function parseName(text: string): readonly MfmSimpleNode[] {
  return names(text, () => parseSimple(withoutDirections(cut(text, longestName))));
}

function boundedParse(text: string): MfmNode[] {
  if (parsingCost(text) <= parsingBudget) return parse(text);
  let left = parsingBudget;
  const nodes: MfmNode[] = [];
  let asWritten = '';
  const endWritten = () => {
    if (asWritten !== '') nodes.push({ type: 'text', props: { text: asWritten } });
    asWritten = '';
  };
  for (const line of text.split(/(?<=\n)/)) {
    const cost = parsingCost(line);
    if (cost > left) {
      asWritten += line;
    } else {
      left -= cost;
      endWritten();
      nodes.push(...parse(line));
    }
  }
  endWritten();
  return nodes;
}

/** At most `length` UTF-16 units, with an ellipsis where something was cut and no half character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
