import { describe, expect, test } from 'vitest';
import { createCache } from '../../../../src-renderer/mfm/cache.ts';
import { parsingCost } from '../../../../src-renderer/mfm/cost.ts';
import { cut, longestText, parseName, parseText } from '../../../../src-renderer/mfm/parse.ts';

const types = (text: string) => parseText(text).map(({ type }) => type);
const plain = (text: string) => [{ type: 'text', props: { text } }];

describe('texts', () => {
  test('are parsed', () => {
    expect(types('**bold** :blob: @bob #tag https://example.com')).toEqual([
      'bold',
      'text',
      'emojiCode',
      'text',
      'mention',
      'text',
      'hashtag',
      'text',
      'url',
    ]);
  });

  test('are parsed once', () => {
    expect(parseText('the same **text**')).toBe(parseText('the same **text**'));
  });

  test('are cut where they are too long', () => {
    const text = 'a'.repeat(longestText + 1);
    expect(parseText(text)).toEqual(plain(`${'a'.repeat(longestText)}…`));
    expect(parseText('a'.repeat(longestText))).toEqual(plain('a'.repeat(longestText)));
  });

  // Each takes mfm-js seconds as it is.
  test.each([
    ['brackets', '['],
    ['maths', '\\(\\(?['],
    ['tags', '\n<center>'],
    ['functions', '$[<https://'],
    ['plain', '<plain>\\['],
  ])('that are nothing but openers of %s are shown as they are', (_name, opener) => {
    const text = opener.repeat(5_000).slice(0, 5_000).replaceAll('\n', ' ');
    expect(parseText(text)).toEqual(plain(text));
  });

  test('that cost too much are parsed line by line, and only the costly line is left plain', () => {
    const costly = '['.repeat(2_000);
    const tree = parseText(`**first**\n${costly}\n**last**`);
    expect(tree.map(({ type }) => type)).toEqual(['bold', 'text', 'text', 'text']);
    expect(tree[2]).toEqual(plain(`${costly}\n`)[0]);
  });

  test('an honest long text costs little enough', () => {
    const paragraph = 'See [this](https://example.com/a) and **that**, $[x2 big] `code` too.\n';
    expect(types(paragraph.repeat(12))).toContain('link');
    expect(parsingCost('$[x2 $[tada hello]]'.repeat(100))).toBe(0);
  });
});

describe('names', () => {
  test('know emojis and nothing else', () => {
    expect(parseName('**Bob** :blob: 🍣').map(({ type }) => type)).toEqual([
      'text',
      'emojiCode',
      'text',
      'unicodeEmoji',
    ]);
  });

  test('are cut where they are too long', () => {
    expect(parseName('a'.repeat(10_000))).toEqual(plain(`${'a'.repeat(300)}…`));
  });
});

test('cutting leaves no half character', () => {
  expect(cut('ab🍣', 3)).toBe('ab…');
  expect(cut('ab🍣', 4)).toBe('ab🍣');
});

test('the cache forgets what was not used for longest', () => {
  const made: string[] = [];
  const cache = createCache<string>(2);
  const get = (text: string) =>
    cache(text, () => {
      made.push(text);
      return text;
    });
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) get(text);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
