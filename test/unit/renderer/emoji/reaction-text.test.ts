import { expect, test } from 'vitest';
import { emojiGlyph, emojiOf, reactionText } from '../../../../src-renderer/emoji/reaction-text.ts';

test.each([
  ['👍', '👍'],
  ['\u2764\ufe0f', '\u2764'],
  ['1\ufe0f\u20e3', '1\u20e3'],
  // Joined ones keep theirs: without it they are other emojis.
  ['\u{1f3f3}\ufe0f\u200d\u{1f308}', '\u{1f3f3}\ufe0f\u200d\u{1f308}'],
])('%s is written as the server keys it', (character, expected) => {
  expect(reactionText({ kind: 'unicode', character })).toBe(expected);
});

test.each([
  [':blob:', { kind: 'custom', name: 'blob' }],
  [':blob@.:', { kind: 'custom', name: 'blob' }],
  ['👍', { kind: 'unicode', character: '👍' }],
] as const)('%s is read', (text, expected) => {
  expect(emojiOf(text)).toEqual(expected);
});

test('a custom emoji is written by its name', () => {
  expect(reactionText({ kind: 'custom', name: 'blob' })).toBe(':blob:');
});

test.each([
  ['\u2764', '\u2764\ufe0f'],
  ['\u2764\ufe0f', '\u2764\ufe0f'],
  ['👍', '👍'],
  ['1\u20e3', '1\ufe0f\u20e3'],
  ['\u261d\u{1f3fd}', '\u261d\u{1f3fd}'],
  ['🇯🇵', '🇯🇵'],
  ['not an emoji', 'not an emoji'],
])('%s is drawn in colour', (character, expected) => {
  expect(emojiGlyph(character)).toBe(expected);
});
