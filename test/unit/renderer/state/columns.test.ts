import { describe, expect, test } from 'vitest';
import {
  closed,
  columnsInView,
  columnsThatFit,
  knownColumns,
  moved,
  opened,
  renamed,
} from '../../../../src-renderer/state/columns.ts';
import { account, timeline } from '../samples.ts';

const ref = (key: string, accountId = 'alice') => ({ accountId, key });
const [home, local, list] = [ref('home'), ref('local'), ref('list:1')];

test.each([
  [320, 1],
  [719, 1],
  [720, 2],
  [959, 2],
  [960, 3],
  [1_280, 4],
])('a window of %d px has room for %d', (width, expected) => {
  expect(columnsThatFit(width)).toBe(expected);
});

describe('in view', () => {
  test('is the chosen one first, then what fits', () => {
    expect(columnsInView(home, [local, list], 400)).toEqual([home]);
    expect(columnsInView(home, [local, list], 800)).toEqual([home, local]);
    expect(columnsInView(home, [local, list], 1_000)).toEqual([home, local, list]);
  });

  test('is none twice', () => {
    expect(columnsInView(local, [local, list], 800)).toEqual([local, list]);
    expect(columnsInView(local, [ref('local', 'bob')], 800)).toHaveLength(2);
  });

  test('is nothing without an account', () => {
    expect(columnsInView(null, [local], 800)).toEqual([]);
  });
});

test('those whose account or timeline is gone are not known', () => {
  const { spec, name } = timeline();
  const pin = (key: string) => ({ key, spec, name, switches: [] });
  const accounts = [account('alice', { timelines: [pin('home'), pin('local')] })];
  const columns = [home, list, local, ref('home', 'bob')];
  expect(knownColumns(columns, accounts)).toEqual([home, local]);
  const known = [home, local];
  expect(knownColumns(known, accounts)).toBe(known);
});

test('one that is opened stands beside the chosen one, also when it was there', () => {
  expect(opened([local, list], ref('global'))).toEqual([ref('global'), local, list]);
  expect(opened([local, list], list)).toEqual([list, local]);
});

test('no more are kept than any screen shows', () => {
  const columns = Array.from({ length: 30 }, (_, index) => ref(`list:${index}`));
  expect(columns.reduce(opened, [])).toHaveLength(12);
});

test('one that is closed is gone', () => {
  expect(closed([local, list], local)).toEqual([list]);
});

test.each([
  [local, 1, [list, local, home]],
  [list, -1, [list, local, home]],
  [local, -1, [local, list, home]],
  [home, 1, [local, list, home]],
  [ref('x'), 1, [local, list, home]],
] as const)('%o moves by %d', (column, step, expected) => {
  expect(moved([local, list, home], column, step)).toEqual(expected);
});

describe('one that got another key', () => {
  test('keeps its place', () => {
    expect(renamed([local, list], local, 'local?withReplies')).toEqual([
      ref('local?withReplies'),
      list,
    ]);
  });

  test('is there once, when that key stood there already', () => {
    expect(renamed([local, list], local, 'list:1')).toEqual([list]);
  });
});
