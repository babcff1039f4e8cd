import { expect, test } from 'vitest';
import { writerOf } from '../../../../src-renderer/answers/writer.ts';
import { account } from '../samples.ts';

const guest = account('guest', { guest: true, canAnswer: false });
const alice = account('alice');
const bob = account('bob');

test.each([
  ['the open account writes', [alice, bob], bob, 'bob'],
  ['another one where the open one may not', [guest, alice], guest, 'alice'],
  ['the first one where none is open', [bob, alice], null, 'bob'],
  ['nobody where none may', [guest], guest, null],
] as const)('%s', (_what, accounts, open, expected) => {
  expect(writerOf({ accounts }, open)).toBe(expected);
});
