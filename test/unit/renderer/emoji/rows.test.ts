import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../../../src-renderer/emoji/choices.ts';
import {
  choiceAt,
  firstCell,
  heightOf,
  movedCell,
  rowsOf,
  sectionAt,
  seenRows,
} from '../../../../src-renderer/emoji/rows.ts';
import { custom, offer } from './samples.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
/** A title, three rows of two; then three groups of a title and one row each. */
const rows = rowsOf(sectionsOf(offer({ custom: names.map((name) => custom(name)) })), 2);

test('rows lie one below the other', () => {
  expect(rows.slice(0, 5).map(({ kind, top, height }) => [kind, top, height])).toEqual([
    ['title', 0, 28],
    ['choices', 28, 40],
    ['choices', 68, 40],
    ['choices', 108, 40],
    ['title', 148, 28],
  ]);
  expect(heightOf(rows)).toBe(148 + 3 * 68);
  expect(heightOf([])).toBe(0);
});

test.each([
  ['at the top', 0, 60, [0, 1]],
  ['half a row scrolled out', 48, 60, [1, 2]],
  ['a row that just left is not made', 68, 40, [2]],
  ['at the end', 300, 500, [8, 9]],
  ['beyond the end', 9_999, 100, []],
] as const)('only what can be seen: %s', (_what, top, height, expected) => {
  expect(seenRows(rows, top, height).map(({ index }) => index)).toEqual(expected);
});

test('many thousand emojis make no more rows than fit', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => custom(`e${index}`));
  const all = rowsOf(sectionsOf(offer({ custom: many })), 8);
  expect(seenRows(all, 50_000, 240).length).toBeLessThanOrEqual(7);
});

test.each([
  [0, 'custom'],
  [150, 'unicode'],
  [9_999, null],
])('the section at %s', (top, expected) => {
  expect(sectionAt(rows, top)?.kind ?? null).toBe(expected);
});

describe('keys', () => {
  test.each([
    ['ArrowRight', { row: 1, column: 0 }, { row: 1, column: 1 }],
    ['ArrowRight', { row: 1, column: 1 }, { row: 2, column: 0 }],
    ['ArrowLeft', { row: 2, column: 0 }, { row: 1, column: 1 }],
    ['ArrowLeft', { row: 1, column: 0 }, { row: 1, column: 0 }],
    ['ArrowDown', { row: 1, column: 1 }, { row: 2, column: 1 }],
    // The last row of a section is short.
    ['ArrowDown', { row: 2, column: 1 }, { row: 3, column: 0 }],
    // A title is stepped over.
    ['ArrowDown', { row: 3, column: 0 }, { row: 5, column: 0 }],
    ['ArrowUp', { row: 5, column: 1 }, { row: 3, column: 0 }],
    ['ArrowUp', { row: 1, column: 1 }, { row: 1, column: 1 }],
    ['PageDown', { row: 1, column: 1 }, { row: 9, column: 1 }],
    ['PageUp', { row: 9, column: 1 }, { row: 1, column: 1 }],
  ] as const)('%s from %o leads to %o', (key, from, expected) => {
    expect(movedCell(rows, from, key)).toEqual(expected);
  });

  test('begin at the first emoji', () => {
    const place = firstCell(rows);
    expect(place).toEqual({ row: 1, column: 0 });
    expect(choiceAt(rows, place)?.text).toBe(':a:');
    expect(firstCell([])).toBeNull();
    expect(choiceAt(rows, { row: 0, column: 0 })).toBeNull();
    expect(choiceAt(rows, null)).toBeNull();
  });
});
