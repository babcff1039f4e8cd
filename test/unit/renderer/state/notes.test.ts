import { expect, test } from 'vitest';
import { contentOf, seenIds } from '../../../../src-renderer/state/notes.ts';
import { note } from '../samples.ts';

const plain = note('plain');
const quote = note('quote', { kind: 'quote', renote: plain });

test.each([
  ['a note', plain, ['plain']],
  ['a renote', note('r', { kind: 'renote', renote: plain }), ['plain']],
  ['a quote', quote, ['quote', 'plain']],
  ['a renote of a quote', note('r', { kind: 'renote', renote: quote }), ['quote', 'plain']],
  ['a quote of what is gone', note('q', { kind: 'quote', renoteGone: true }), ['q']],
  ['a renote of what is gone', note('r', { kind: 'renote', renoteGone: true }), ['r']],
])('of %s those are seen that have content', (_name, shown, expected) => {
  expect(seenIds(shown)).toEqual(expected);
});

test('Enter on a quote opens the quote, on a renote what it renotes', () => {
  expect(contentOf(quote)).toBe(quote);
  expect(contentOf(note('r', { kind: 'renote', renote: quote }))).toBe(quote);
});
