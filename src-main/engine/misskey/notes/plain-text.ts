import { type MfmNode, parse } from 'mfm-js';
import { cutAt } from '../../lines.ts';
import { oneLine } from '../../one-line.ts';

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
