import { expect, test } from 'vitest';
import { readPercent, withRollout } from '../../../scripts/lib/rollout.mjs';

const feed = "version: 1.2.3\npath: Suzu.AppImage\nreleaseDate: '2026-11-20T12:00:00.000Z'\n";

test('a feed offers its version to so many of a hundred', () => {
  expect(withRollout(feed, 10)).toBe(`${feed}stagingPercentage: 10\n`);
  expect(withRollout(feed.trimEnd(), 10)).toBe(`${feed}stagingPercentage: 10\n`);
});

test('another percentage takes the place of the first, and 100 that of all', () => {
  const staged = withRollout(feed, 10);
  expect(withRollout(staged, 50)).toBe(`${feed}stagingPercentage: 50\n`);
  expect(withRollout(`stagingPercentage: 10\r\n${feed}`, 0)).toBe(`${feed}stagingPercentage: 0\n`);
  expect(withRollout(staged, 100)).toBe(feed);
});

test.each([
  ['0', 0],
  ['7', 7],
  ['100', 100],
  ['101', null],
  ['-1', null],
  ['5.5', null],
  ['07', null],
  ['', null],
  ['ten', null],
  [undefined, null],
])('%j is %j percent', (typed, percent) => {
  expect(readPercent(typed)).toBe(percent);
});
