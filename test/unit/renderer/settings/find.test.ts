import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../../src-renderer/messages/index.ts';
import { findEntries } from '../../../../src-renderer/settings/find.ts';
import type { SettingsPage } from '../../../../src-renderer/settings/page.ts';

const en = messagesIn('en');
const ja = messagesIn('ja');
const isJapanese = (m: typeof en) => m.time.now === ja.time.now;

const page: SettingsPage = {
  id: 'appearance',
  icon: 'palette',
  title: (m) => (isJapanese(m) ? '外観' : 'Appearance'),
  entries: (m) =>
    isJapanese(m)
      ? [
          { id: 'theme', label: 'テーマ', keywords: ['ダークモード'] },
          { id: 'size', label: '文字の大きさ' },
        ]
      : [
          { id: 'theme', label: 'Theme', keywords: ['Dark mode'] },
          { id: 'size', label: 'Text size', keywords: ['theme park'] },
          { id: 'pictures', label: 'Size of pictures' },
        ],
  Page: () => null,
};

const found = (query: string, ...languages: [typeof en, ...(typeof en)[]]) =>
  findEntries(query, [page], languages).map(({ entry }) => entry.label);

describe('the search', () => {
  test.each([
    ['label', 'text', ['Text size']],
    ['case and width', 'ＴＥＸＴ', ['Text size']],
    ['accents', 'tèxt', ['Text size']],
    ['keywords', 'dark', ['Theme']],
    ['words in any order', 'size text', ['Text size']],
    ['a word of the page and one of the row', 'appearance dark', ['Theme']],
    ['the page', 'appear', ['Theme', 'Text size', 'Size of pictures']],
    ['what it begins with before what holds it', 'size', ['Size of pictures', 'Text size']],
    ['a label before keywords', 'theme', ['Theme', 'Text size']],
    ['only what has all of it', 'dark size', []],
    ['nothing for nothing', '  ', []],
  ])('finds by %s', (_what, query, labels) => {
    expect(found(query, en)).toEqual(labels);
  });

  test.each([
    ['the reader’s own language', '文字', ['文字の大きさ']],
    ['hiragana for katakana', 'だーく', ['テーマ']],
    ['English, named in the reader’s language', 'dark mode', ['テーマ']],
  ])('finds by %s', (_what, query, labels) => {
    expect(found(query, ja, en)).toEqual(labels);
  });
});
