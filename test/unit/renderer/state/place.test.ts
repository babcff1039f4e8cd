import { describe, expect, test } from 'vitest';
import {
  anchorAt,
  firstVisible,
  isSamePlace,
  scrollTopFor,
} from '../../../../src-renderer/state/place.ts';

const heights = [100, 50, 200, 80];
const extentOf = (index: number) => ({
  top: heights.slice(0, index).reduce((sum, height) => sum + height, 0),
  height: heights[index] ?? 0,
});
const ids = ['a', 'b', 'c', 'd'];

describe('the first visible item', () => {
  test.each([
    [0, 0],
    [99, 0],
    [100, 1],
    [149.5, 1],
    [150, 2],
    [349, 2],
    [350, 3],
    [430, -1],
  ])('at %d px is item %d', (scrollTop, expected) => {
    expect(firstVisible(heights.length, extentOf, scrollTop)).toBe(expected);
  });

  test('of nothing is none', () => {
    expect(firstVisible(0, extentOf, 0)).toBe(-1);
  });

  test('is found with few measurements', () => {
    let asked = 0;
    const many = (index: number) => {
      asked += 1;
      return { top: index * 10, height: 10 };
    };
    expect(firstVisible(400, many, 3_005)).toBe(300);
    expect(asked).toBeLessThan(10);
  });
});

describe('the anchor', () => {
  test('is none at the top', () => {
    expect(anchorAt(ids, extentOf, 0)).toBeNull();
  });

  test('names the first visible item and how much of it is scrolled out', () => {
    expect(anchorAt(ids, extentOf, 163.5)).toEqual({ id: 'c', offset: 13.5 });
  });

  test('is none where nothing is visible', () => {
    expect(anchorAt([], extentOf, 10)).toBeNull();
  });

  test('leads back to the same scroll position, also when the item has moved', () => {
    const anchor = anchorAt(ids, extentOf, 163.5);
    if (anchor === null) throw new Error('no anchor');
    expect(scrollTopFor(anchor, 150)).toBe(163.5);
    expect(scrollTopFor(anchor, 1_150)).toBe(1_163.5);
  });

  test('never leads above the top', () => {
    expect(scrollTopFor({ id: 'a', offset: -20 }, 5)).toBe(0);
  });
});

test.each([
  [null, null, true],
  [{ id: 'a', offset: 3 }, null, false],
  [{ id: 'a', offset: 3 }, { id: 'a', offset: 3.6 }, true],
  [{ id: 'a', offset: 3 }, { id: 'a', offset: 4 }, false],
  [{ id: 'a', offset: 3 }, { id: 'b', offset: 3 }, false],
])('%o and %o are the same place: %s', (a, b, expected) => {
  expect(isSamePlace(a, b)).toBe(expected);
});
