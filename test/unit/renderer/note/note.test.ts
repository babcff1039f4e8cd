import { describe, expect, test } from 'vitest';
import { fileRatio, gridColumns, isPicture } from '../../../../src-renderer/note/file-grid.ts';
import { foldedParts } from '../../../../src-renderer/note/folded.ts';
import { pollShares, totalVotes } from '../../../../src-renderer/note/poll-shares.ts';

const poll = (...votes: readonly number[]) => ({
  choices: votes.map((count, index) => ({ text: `${index}`, votes: count, mine: false })),
});

describe('the shares of a poll', () => {
  test.each([
    [
      [0, 0],
      [0, 0],
    ],
    [[1], [100]],
    [
      [1, 1],
      [50, 50],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [2, 1],
      [67, 33],
    ],
    [
      [1, 999],
      [0, 100],
    ],
    [
      [14, 21, 6],
      [34, 51, 15],
    ],
    [[], []],
    [
      [-5, 1],
      [0, 100],
    ],
  ])('of %j are %j', (votes, expected) => {
    expect(pollShares(poll(...votes))).toEqual(expected);
  });

  test('add up to 100 however they fall', () => {
    for (let size = 1; size <= 10; size += 1) {
      const votes = Array.from({ length: size }, (_, index) => index * index + 1);
      expect(pollShares(poll(...votes)).reduce((sum, share) => sum + share, 0)).toBe(100);
    }
  });

  test('come from all votes', () => {
    expect(totalVotes(poll(3, 4))).toBe(7);
  });
});

test('a warning tells how much it folds, in characters as people count them', () => {
  const file = {
    id: 'f',
    kind: 'image',
    name: '',
    comment: null,
    thumbnail: null,
    media: null,
    sensitive: false,
    width: null,
    height: null,
    size: null,
  } as const;
  expect(foldedParts({ text: 'a🍣', files: [file], poll: null })).toEqual({
    characters: 2,
    files: 1,
    poll: false,
  });
  expect(foldedParts({ text: null, files: [], poll: null })).toEqual({
    characters: 0,
    files: 0,
    poll: false,
  });
});

describe('files', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [6, 3],
    [8, 4],
    [9, 3],
    [16, 4],
  ])('%d stand in %d columns', (count, columns) => {
    expect(gridColumns(count)).toBe(columns);
  });

  test.each([
    [1200, 800, 1.5],
    [null, null, 16 / 9],
    [0, 100, 16 / 9],
    [10_000, 10, 3],
    [10, 10_000, 0.75],
  ])('a lone one of %s × %s is shown at %d', (width, height, expected) => {
    expect(fileRatio({ width, height })).toBe(expected);
  });

  test('sound is no picture, whatever it brings', () => {
    expect(isPicture({ kind: 'audio', thumbnail: 'x' })).toBe(false);
    expect(isPicture({ kind: 'video', thumbnail: 'x' })).toBe(true);
    expect(isPicture({ kind: 'image', thumbnail: null })).toBe(false);
  });
});
