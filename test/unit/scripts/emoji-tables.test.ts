import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { characterTable, nameTable } from '../../../scripts/lib/emoji-tables.mjs';
import { readTables } from '../../../src-renderer/emoji/tables.ts';

const { resolve } = createRequire(import.meta.url);
const data = (language: string) =>
  JSON.parse(readFileSync(resolve(`emojibase-data/${language}/data.json`), 'utf8'));

const emoji = (character: string, group: number, order: number, given: object = {}) => ({
  emoji: character,
  label: character,
  group,
  order,
  version: 1,
  ...given,
});

test('a line for each group in Unicode’s order, without parts and what is too new', () => {
  const table = characterTable([
    emoji('c', 1, 3),
    emoji('b', 0, 2),
    emoji('a', 0, 1),
    emoji('part', 2, 4),
    emoji('new', 0, 5, { version: 16 }),
    { emoji: 'loose', label: 'loose', version: 0 },
  ]);
  expect(table).toBe('a b\nc');
});

test('names stand in the order of the characters, with the keywords that they do not hold', () => {
  const table = nameTable([
    emoji('b', 1, 1, { label: 'red heart', tags: ['heart', 'love', 'lovely', 'Red'] }),
    emoji('a', 0, 2, { label: 'bell' }),
  ]);
  expect(table).toBe('bell\nred heart|lovely');
});

test.each(['en', 'ja', 'ko', 'zh'])('every emoji has its own name in %s', (language) => {
  const emojis = readTables(characterTable(data('en')), [nameTable(data(language))]);
  expect(emojis.length).toBeGreaterThan(1_800);
  expect(emojis.filter(({ name }) => name === '')).toEqual([]);
  const own = data(language).find((entry: { emoji: string }) => entry.emoji === '🍙');
  expect(emojis.find(({ character }) => character === '🍙')?.name).toBe(own.label);
  expect(emojis.at(-1)?.group).toBe('flags');
});
