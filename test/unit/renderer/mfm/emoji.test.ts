import { expect, test } from 'vitest';
import { type EmojiSource, emojiImage } from '../../../../src-renderer/mfm/emoji.ts';

const source: EmojiSource = {
  images: { blob: 'suzu://app/image/1' },
  host: null,
  address: 'suzu://app/emoji/alice/',
};

test.each([
  ['blob', {}, 'suzu://app/image/1'],
  ['neko', {}, 'suzu://app/emoji/alice/neko@.'],
  ['neko', { host: 'far.example' }, 'suzu://app/emoji/alice/neko@far.example'],
  ['neko@other.example', { host: 'far.example' }, 'suzu://app/emoji/alice/neko@other.example'],
  ['neko@.', {}, 'suzu://app/emoji/alice/neko@.'],
  ['a+b', {}, 'suzu://app/emoji/alice/a%2Bb@.'],
  ['neko', { address: null }, null],
  ['blob', { address: null }, 'suzu://app/image/1'],
  ['constructor', {}, 'suzu://app/emoji/alice/constructor@.'],
  ['../x', {}, 'suzu://app/emoji/alice/..%2Fx@.'],
])('the picture of :%s: with %o is %s', (name, given, expected) => {
  expect(emojiImage(name, { ...source, ...given })).toBe(expected);
});
