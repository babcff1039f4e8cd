import { describe, expect, test } from 'vitest';
import { found, normalizedQuery } from '../../../../src-renderer/emoji/search.ts';
import { custom, offer } from './samples.ts';

const catalogue = {
  custom: [
    custom('concat'),
    custom('blob_cat'),
    custom('cat', { aliases: ['ねこ'] }),
    custom('catnip'),
    custom('Loud', { sensitive: true }),
  ],
};

const search = (typed: string, given = offer(catalogue)) =>
  found(given, normalizedQuery(typed)).choices.map(({ text }) => text);

describe('a search', () => {
  test('the whole word comes first, then beginnings, then words within, then the rest', () => {
    expect(search('cat')).toEqual([':cat:', ':catnip:', '🐱', ':blob_cat:', '😺', ':concat:']);
  });

  test.each([
    ['ねこ', [':cat:']],
    [':blob_cat:', [':blob_cat:']],
    ['LOUD', [':Loud:']],
    ['いいね', ['👍']],
    ['Thumbs', ['👍']],
    ['👋', ['👋']],
    ['　ｗａｖｉｎｇ', ['👋']],
    // A name is often several words in one; the words of a language are not.
    ['ncat', [':concat:']],
    ['rinning', []],
    ['ace', []],
    ['っこ', ['😀']],
    ['nothing is called that', []],
  ])('%s', (typed, expected) => {
    expect(search(typed)).toEqual(expected);
  });

  test('finds no sensitive ones where they are not taken', () => {
    expect(search('loud', offer(catalogue, { sensitive: false }))).toEqual([]);
  });

  test('stays bounded where nearly everything fits', () => {
    const many = { custom: Array.from({ length: 5_000 }, (_, index) => custom(`a${index}`)) };
    expect(search('a', offer(many))).toHaveLength(400);
  });
});
