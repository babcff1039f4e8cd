import { type MfmNode, parse } from 'mfm-js';

/** MFM longer than this is not parsed: a toast shows far less, and parsing costs time per character. */
const longestParsed = 1_000;

/**
 * The parser tries what these begin again within each other: 500 of `\([` in a row would stop it, and
 * with it every toast, for ten seconds. Text with more of them stays as it was written.
 */
const openers = /[[<\\]/g;
const mostOpeners = 24;

/** The words of an MFM text on one line, without its markup; custom emojis stay as `:name:`. */
export function plainText(mfm: string): string {
  const start = cutAt(mfm, longestParsed);
  if ((start.match(openers)?.length ?? 0) > mostOpeners) return oneLine(start);
  return oneLine(parse(start).map(wordsOf).join(''));
}

function wordsOf(node: MfmNode): string {
  switch (node.type) {
    case 'text':
      return node.props.text;
    case 'unicodeEmoji':
      return node.props.emoji;
    case 'emojiCode':
      return `:${node.props.name}:`;
    case 'mention':
      return node.props.acct;
    case 'hashtag':
      return `#${node.props.hashtag}`;
    case 'url':
      return node.props.url;
    case 'inlineCode':
    case 'blockCode':
      return node.props.code;
    case 'mathInline':
    case 'mathBlock':
      return node.props.formula;
    case 'search':
      return node.props.query;
    case 'quote':
    case 'center':
      return ` ${node.children.map(wordsOf).join('')} `;
    default:
      return (node.children ?? []).map(wordsOf).join('');
  }
}

/**
 * Text of strangers made fit for a place with one line: white space folded, and without the control
 * characters and direction overrides that could disguise what stands beside it. Empty when nothing of
 * it could be seen.
 */
export function oneLine(text: string): string {
  const line = text
    .replace(/(?!\s)[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^[\s\p{M}\u2800\p{Default_Ignorable_Code_Point}]*$/u.test(line) ? '' : line;
}

/** At most `length` user-perceived characters, with an ellipsis where something was cut. */
export function shorten(text: string, length: number): string {
  // An upper bound in UTF-16 units first, so that a flood of combining marks is never segmented whole.
  const candidate = cutAt(text, length * 12);
  const graphemes = [...new Intl.Segmenter().segment(candidate)];
  if (graphemes.length <= length && candidate.length === text.length) return text;
  const kept = graphemes.slice(0, length - 1).map(({ segment }) => segment);
  return `${kept.join('').trimEnd()}…`;
}

/** The first `units` UTF-16 units, without half a character at the end. */
function cutAt(text: string, units: number): string {
  return text.slice(0, units).replace(/[\uD800-\uDBFF]$/, '');
}
