import type { MfmNode } from 'mfm-js';
import { describe, expect, test } from 'vitest';
import { createCache } from '../../../../src-renderer/mfm/cache.ts';
import { parsingCost } from '../../../../src-renderer/mfm/cost.ts';
import {
  cut,
  longestText,
  parseName,
  parseText,
  parsingBudget,
} from '../../../../src-renderer/mfm/parse.ts';

const types = (text: string) => parseText(text).nodes.map(({ type }) => type);
const depthOf = (nodes: readonly MfmNode[]): number =>
  nodes.reduce((deepest, { children = [] }) => Math.max(deepest, 1 + depthOf(children)), 0);
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
    expect(parseText(text)).toEqual({
      nodes: plain(`${'a'.repeat(longestText)}…`),
      isCut: true,
    });
    const whole = 'a'.repeat(longestText);
    expect(parseText(whole)).toEqual({ nodes: plain(whole), isCut: false });
  });

  // Each takes mfm-js seconds as it is.
  test.each([
    ['brackets', '['],
    ['silent brackets', '?['],
    ['tags in brackets', '#['],
    ['maths in brackets', '\\(\\?['],
    ['centres', '\n<center>'],
    ['addresses', '<https://'],
    ['plain', '<plain>['],
    ['code', '`['],
  ])('that are nothing but openers of %s are shown as they are', (_name, opener) => {
    const text = opener.repeat(5_000).slice(0, 5_000).replaceAll('\n', ' ');
    expect(parsingCost(text)).toBeGreaterThan(parsingBudget);
    expect(parseText(text).nodes).toEqual(plain(text));
  });

  // The parser keeps what it passed over here, so that these are cheap however many there are.
  test.each(['$[x2 ', '$[', '**', '***', '<b>', '<small>', '~~', '_', '@a', ':a', '#', '>', '\n'])(
    'that are nothing but %j are within the budget',
    (opener) => {
      expect(parsingCost(opener.repeat(5_000).slice(0, 5_000))).toBe(5_000);
    },
  );

  test('in which brackets hold what is looked for from afar cost as often as it is looked for', () => {
    expect(parsingCost('['.repeat(60))).toBeLessThan(parsingBudget);
    expect(parsingCost('\\('.repeat(120))).toBeLessThan(parsingBudget);
    expect(parsingCost('[\\('.repeat(60))).toBeGreaterThan(parsingBudget);
  });

  test('that cost too much are parsed line by line, and only the costly line is left plain', () => {
    const costly = '['.repeat(2_000);
    const { nodes } = parseText(`**first**\n${costly}\n**last**`);
    expect(nodes.map(({ type }) => type)).toEqual(['bold', 'text', 'text', 'bold']);
    expect(nodes[2]).toEqual(plain(`${costly}\n`)[0]);
  });

  test('of 3,000 functions in each other keep as many as a note may nest', () => {
    const text = '$[x2 '.repeat(3_000);
    expect(parseText(text).nodes).toEqual(plain(`${text.slice(0, longestText)}…`));
    const closed = `${'$[x2 '.repeat(500)}core${']'.repeat(500)}`;
    expect(depthOf(parseText(closed).nodes)).toBe(21);
  });

  test('an honest long text costs little enough', () => {
    const paragraph = 'See [this](https://example.com/a) and **that**, $[x2 big] `code` too.\n';
    expect(types(paragraph.repeat(12))).toContain('link');
    expect(parsingCost('$[x2 $[tada hello]]'.repeat(100))).toBe(1_900);
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

  test('turn nothing round', () => {
    expect(parseName('Bob\u202eevil\u2069')).toEqual(plain('Bobevil'));
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
