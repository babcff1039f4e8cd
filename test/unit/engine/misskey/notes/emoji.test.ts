import { describe, expect, test } from 'vitest';
import {
  emojiUrl,
  findEmojiUrl,
  parseEmojiCode,
} from '../../../../../src-main/engine/misskey/notes/emoji.ts';

const origin = 'https://example.social';

describe('codes', () => {
  test.each([
    [':blob:', { name: 'blob', host: null }],
    [':blob@.:', { name: 'blob', host: null }],
    [':blob@far.example:', { name: 'blob', host: 'far.example' }],
    [':blob@far.example:3000:', { name: 'blob', host: 'far.example:3000' }],
    [':Blob_Cat-1+:', { name: 'Blob_Cat-1+', host: null }],
  ])('%s', (code, emoji) => {
    expect(parseEmojiCode(code)).toEqual(emoji);
  });

  test.each([
    '👍',
    '❤',
    '❤️',
    '🏳️‍🌈',
    '',
    ':',
    '::',
    'blob',
    ':blob',
    'blob:',
    ':bl ob:',
    ':blob@:',
    ':@far.example:',
    ':../../etc:',
    ':blob@far/example:',
    ':blob:blob:',
    ' :blob:',
    ':blob:\n',
    'like',
  ])('%j is no custom emoji', (code) => {
    expect(parseEmojiCode(code)).toBeNull();
  });
});

describe('pictures', () => {
  test('of the own server', () => {
    expect(emojiUrl(origin, { name: 'blob', host: null })).toBe(
      'https://example.social/emoji/blob.webp',
    );
  });

  test('of another server, by the own one', () => {
    expect(emojiUrl(origin, { name: 'blob', host: 'far.example' })).toBe(
      'https://example.social/emoji/blob@far.example.webp',
    );
  });

  test('what would leave the path is escaped', () => {
    expect(emojiUrl(origin, { name: '../a?b', host: 'x/..' })).toBe(
      'https://example.social/emoji/..%2Fa%3Fb@x%2F...webp',
    );
  });

  const known = {
    'remote@far.example': 'https://far.example/remote.png',
    'local@.': 'https://cdn.example/local.png',
    plain: 'https://cdn.example/plain.png',
  };

  test.each([
    [
      'remote, sent along',
      { name: 'remote', host: 'far.example' },
      'https://far.example/remote.png',
    ],
    ['local, sent along', { name: 'local', host: null }, 'https://cdn.example/local.png'],
    [
      'local, sent along by its name alone',
      { name: 'plain', host: null },
      'https://cdn.example/plain.png',
    ],
    ['not sent along', { name: 'other', host: null }, 'https://example.social/emoji/other.webp'],
    [
      'remote, of a name that is also a local one',
      { name: 'plain', host: 'far.example' },
      'https://example.social/emoji/plain@far.example.webp',
    ],
    [
      'named like something every object has',
      { name: 'constructor', host: null },
      'https://example.social/emoji/constructor.webp',
    ],
    [
      'named like another',
      { name: '__proto__', host: null },
      'https://example.social/emoji/__proto__.webp',
    ],
  ])('%s', (_what, emoji, url) => {
    expect(findEmojiUrl(origin, emoji, known)).toBe(url);
  });
});
