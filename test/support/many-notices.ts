import type { Notice } from '../../src-main/engine/notices/notice.ts';
import { fakeStart } from './fake-clock.ts';
import { aNotice, anExcerpt, person } from './samples.ts';

const names = ['Bob', '花子', 'Zoë', '민준', 'カナ', '小明', 'Ann', 'Ümit', 'O’Neil', 'たろう'];
const words = ['bell', 'rain', '猫', 'tram', '고양이', 'ﾗｰﾒﾝ', 'STREET', 'soup', 'window', 'late'];
const types = ['reaction', 'mention', 'renote', 'follow', 'reply', 'newChatMessage'] as const;
const minute = 60_000;

/** The word that only the notice of this number has. */
export const wordOf = (number: number) => `unique${number}x`;

/**
 * The notice of this number out of a long past: as long and as mixed as those of a busy account, one each
 * minute. The higher the number, the later.
 */
export function numberedNotice(number: number, accountId = 'alice@example.social'): Notice {
  const id = String(number).padStart(8, '0');
  const pick = <Item>(items: readonly Item[], step: number) =>
    items[Math.floor(number / step) % items.length];
  const type = pick(types, 1) ?? 'follow';
  const noteId = `note-${id}`;
  return aNotice(`n${id}`, {
    accountId,
    type,
    createdAt: fakeStart + number * minute,
    person: person(pick(names, 3) ?? 'Bob'),
    reaction: type === 'reaction' ? { code: '👍', url: null } : null,
    note: anExcerpt({
      id: noteId,
      text: `${pick(words, 1)} ${pick(words, 7)} ${wordOf(number)} ${'and so on '.repeat(6)}`,
    }),
    target: { kind: 'note', noteId },
  });
}
