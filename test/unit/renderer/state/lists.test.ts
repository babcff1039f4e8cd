import { expect, test } from 'vitest';
import { countNew } from '../../../../src-renderer/state/lists.ts';

const items = [
  { id: 'd', createdAt: 40 },
  { id: 'c', createdAt: 30 },
  { id: 'b', createdAt: 20 },
];

test.each([
  ['nothing was seen yet', null, 0],
  ['the newest was seen', { id: 'd', createdAt: 40 }, 0],
  ['the last was seen', { id: 'b', createdAt: 20 }, 2],
  ['the seen one is gone', { id: 'x', createdAt: 25 }, 2],
  ['the seen one is gone and all are younger', { id: 'x', createdAt: 5 }, 3],
])('counts what is new when %s', (_name, seen, expected) => {
  expect(countNew(items, seen)).toBe(expected);
});
