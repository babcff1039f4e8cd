import { describe, expect, test } from 'vitest';
import { insertAtCaret, insertEmoji } from '../../../../src-renderer/composer/caret.ts';
import { lengthLeft } from '../../../../src-renderer/composer/length.ts';

describe('the caret', () => {
  test.each([
    ['in the middle', 'ab', 1, 1, 'a👍b', 3],
    ['at the start', 'ab', 0, 0, '👍ab', 2],
    ['in place of what is selected', 'abcd', 1, 3, 'a👍d', 3],
  ])('stands behind what was put in %s', (_where, text, start, end, expected, caret) => {
    expect(insertAtCaret({ text, start, end }, '👍')).toEqual({
      text: expected,
      start: caret,
      end: caret,
    });
  });

  test.each([
    ['a word is kept apart from a custom emoji', 'hi', ':blob:', 'hi :blob:'],
    ['so is one of another script', 'はい', ':blob:', 'はい :blob:'],
    ['a space is enough', 'hi ', ':blob:', 'hi :blob:'],
    ['signs need none', 'hi!', ':blob:', 'hi!:blob:'],
    ['a Unicode emoji needs none', 'hi', '👍', 'hi👍'],
    ['nor does the start', '', ':blob:', ':blob:'],
  ])('%s', (_what, text, emoji, expected) => {
    const edited = insertEmoji({ text, start: text.length, end: text.length }, emoji);
    expect(edited).toEqual({ text: expected, start: expected.length, end: expected.length });
  });
});

describe('the counter', () => {
  test.each([
    ['nothing written', '', 3_000, { left: 3_000, over: false, near: false }],
    ['little left', 'x'.repeat(2_700), 3_000, { left: 300, over: false, near: true }],
    ['full', 'x'.repeat(10), 10, { left: 0, over: false, near: true }],
    ['too long', 'x'.repeat(11), 10, { left: -1, over: true, near: true }],
    ['an emoji of two units', '👍', 3_000, { left: 2_998, over: false, near: false }],
  ])('%s', (_what, text, max, expected) => {
    expect(lengthLeft(text, max)).toEqual(expected);
  });
});
