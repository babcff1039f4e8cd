import { expect, test } from 'vitest';
import { groupNotifications } from '../../../../src-main/demo/pack/grouped.ts';

const reaction = (id: string, noteId: string) => ({
  id,
  createdAt: `at ${id}`,
  type: 'reaction',
  user: { id: `user ${id}` },
  note: { id: noteId },
  reaction: '👍',
});

const renote = (id: string, renoteId: string) => ({
  id,
  createdAt: `at ${id}`,
  type: 'renote',
  user: { id: `user ${id}` },
  note: { id: `renote ${id}`, renoteId },
});

test('reactions to one note become one, with the id of the oldest and the time of the newest', () => {
  const alone = { id: '1', createdAt: 'at 1', type: 'follow' };
  const other = reaction('2', 'n2');
  expect(groupNotifications([reaction('4', 'n1'), reaction('3', 'n1'), other, alone])).toEqual([
    {
      id: '3',
      createdAt: 'at 4',
      type: 'reaction:grouped',
      note: { id: 'n1' },
      reactions: [
        { user: { id: 'user 4' }, reaction: '👍' },
        { user: { id: 'user 3' }, reaction: '👍' },
      ],
    },
    other,
    alone,
  ]);
});

test('renotes of one note become one, with id and time of the oldest and the newest renote', () => {
  expect(groupNotifications([renote('2', 'n'), renote('1', 'n')])).toEqual([
    {
      id: '1',
      createdAt: 'at 1',
      type: 'renote:grouped',
      note: { id: 'renote 2', renoteId: 'n' },
      users: [{ id: 'user 2' }, { id: 'user 1' }],
    },
  ]);
});
