import { expect, test } from 'vitest';
import { sectionsOf } from '../../../../src-renderer/emoji/choices.ts';
import { custom, offer, unicode } from './samples.ts';

/** The sections, each by its title and what it offers. */
const shown = (given: Parameters<typeof sectionsOf>[0]) =>
  sectionsOf(given).map(({ kind, group, category, choices }) => [
    group ?? category ?? kind,
    choices.map(({ text }) => text),
  ]);

test('the tables are read: names of the window’s language, words of both', () => {
  expect(unicode.map(({ character, group }) => [character, group])).toEqual([
    ['😀', 'smileys'],
    ['😺', 'smileys'],
    ['👍', 'people'],
    ['👋', 'people'],
    ['🐱', 'nature'],
    ['🌱', 'nature'],
  ]);
  expect(unicode[2]).toEqual({
    character: '👍',
    group: 'people',
    name: '良い',
    words: ['良い', 'いいね', 'thumbs up', 'like', 'yes'],
  });
});

test('pinned and recent come first, then the server’s own by category, then Unicode’s', () => {
  const catalogue = {
    pinned: ['👍', ':blob:'],
    recent: ['🐱'],
    custom: [
      custom('loose'),
      custom('blob', { category: 'Blobs' }),
      custom('suzu', { category: 'Bells' }),
      custom('blob_sad', { category: ' Blobs ' }),
    ],
  };
  expect(shown(offer(catalogue))).toEqual([
    ['pinned', ['👍', ':blob:']],
    ['recent', ['🐱']],
    ['Blobs', [':blob:', ':blob_sad:']],
    ['Bells', [':suzu:']],
    ['custom', [':loose:']],
    ['smileys', ['😀', '😺']],
    ['people', ['👍', '👋']],
    ['nature', ['🐱', '🌱']],
  ]);
});

test('what is kept and gone from the server is not offered; what Unicode added since is', () => {
  const [pinned] = shown(offer({ pinned: [':gone:', '🫩', '👍🏽'] }));
  expect(pinned).toEqual(['pinned', ['🫩', '👍🏽']]);
});

test('sensitive ones are left out where they are not taken, kept ones too', () => {
  const catalogue = {
    recent: [':bare:', ':blob:'],
    custom: [custom('bare', { sensitive: true }), custom('blob')],
  };
  expect(shown(offer(catalogue, { sensitive: false })).slice(0, 2)).toEqual([
    ['recent', [':blob:']],
    ['custom', [':blob:']],
  ]);
});
