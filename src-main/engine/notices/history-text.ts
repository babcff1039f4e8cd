import type { HistoryEntry } from './history-entry.ts';

/**
 * A text as it is compared: without regard to case, to full or half width, and to which kana a word is
 * written in.
 */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(katakana, toHiragana);
}

const katakana = /[\u30a1-\u30f6]/g;
const betweenKana = 0x60;

function toHiragana(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - betweenKana);
}

/** Everything of a notice that can be searched for, folded; its parts cannot be found across. */
export function searchKey({ notice }: HistoryEntry): string {
  const { person, note, reaction } = notice;
  const handle = person && `@${person.username}${person.host === null ? '' : `@${person.host}`}`;
  return folded(
    [
      person?.name,
      handle,
      note?.cw,
      note?.text,
      reaction?.code,
      notice.heading,
      notice.detail,
      notice.accountId,
    ]
      .filter((part) => typeof part === 'string' && part !== '')
      .join('\n'),
  );
}
