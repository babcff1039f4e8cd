import { describe, expect, test } from 'vitest';
import { messagesFor, messagesIn } from '../../../../src-renderer/messages/index.ts';

describe('English counts', () => {
  const { list, note, poll } = messagesIn('en');

  test.each([
    [list.newNotes(1), '1 new note'],
    [list.newNotes(2), '2 new notes'],
    [note.replies(0), '0 replies'],
    [poll.votes(1), '1 vote'],
    [note.foldedSize({ characters: 1, files: 2, poll: true }), '1 character, 2 files, poll'],
    [note.foldedSize({ characters: 0, files: 1, poll: false }), '1 file'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });
});

test.each([
  ['ja-JP', 'ja'],
  ['KO', 'ko'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['zh-TW', 'en'],
  ['zh-Hant', 'en'],
] as const)('%s is spoken to in %s', (tag, locale) => {
  expect(messagesFor(tag)).toBe(messagesIn(locale));
});

/** Every sentence of a catalogue, with where it stands. */
function sentences(words: object, path = ''): (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, word]): (readonly [string, string])[] => {
    if (typeof word === 'string') return [[`${path}${key}`, word]];
    if (typeof word === 'function') return [];
    return sentences(word, `${path}${key}.`);
  });
}

/** Toasts that tell little have no body, and a shortcut that says it all needs no hint. */
const leftEmpty = [
  'settings.privacy.examples.who.body',
  'settings.privacy.examples.something.body',
  'entry.shortcuts.hints.toggleWindow',
];

test.each(['en', 'ja', 'ko', 'zh-CN'] as const)('nothing else is left empty in %s', (locale) => {
  const all = sentences(messagesIn(locale));
  expect(all.length).toBeGreaterThan(100);
  const empty = all.filter(([, sentence]) => sentence.trim() === '').map(([path]) => path);
  expect(empty).toEqual(leftEmpty);
});
