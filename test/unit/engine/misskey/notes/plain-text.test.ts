import { describe, expect, test } from 'vitest';
import {
  oneLine,
  plainText,
  shorten,
} from '../../../../../src-main/engine/misskey/notes/plain-text.ts';

/** Half of a character, which no text may hold. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('the words of an MFM text', () => {
  const cases: [string, string, string][] = [
    ['plain words', 'hello there', 'hello there'],
    ['bold', 'a **b** c', 'a b c'],
    ['bold with tags', 'a <b>b</b> c', 'a b c'],
    ['italic', 'a *b* <i>c</i> _d_', 'a b c d'],
    ['struck', '~~a~~ <s>b</s>', 'a b'],
    ['small', '<small>a</small> b', 'a b'],
    ['center', 'a\n<center>b</center>\nc', 'a b c'],
    ['a function', '$[spin.speed=1s a]', 'a'],
    ['functions in functions', '$[x2 $[rainbow **a** b]] c', 'a b c'],
    ['a function that nobody knows', '$[invented a]', 'a'],
    ['a quote', '> a\n> b\nc', 'a b c'],
    ['inline code', 'a `b < c` d', 'a b < c d'],
    ['a block of code', '```js\nlet a = 1;\nlet b;\n```', 'let a = 1; let b;'],
    ['maths', 'a \\(x^2\\) b', 'a x^2 b'],
    ['a block of maths', '\\[\nx = 1\n\\]', 'x = 1'],
    ['plain', '<plain>**a**</plain>', '**a**'],
    ['a link keeps its label', '[the label](https://example.com/long)', 'the label'],
    ['an address', 'see https://example.com/a?b=c now', 'see https://example.com/a?b=c now'],
    ['an address in angles', '<https://example.com>', 'https://example.com'],
    ['mentions', '@bob @eve@far.example', '@bob @eve@far.example'],
    ['a hashtag', '#tag and #日本', '#tag and #日本'],
    ['a custom emoji', 'a :blob_cat: b', 'a :blob_cat: b'],
    ['a Unicode emoji', 'a 🔔 b', 'a 🔔 b'],
    ['a search', 'misskey tray Search', 'misskey tray'],
    ['lines', ' a\n\n\tb \r\n c ', 'a b c'],
    ['nothing', '', ''],
    ['only white space', ' \n ', ''],
    ['markup that is not closed', '**a $[x b <small>c', '**a $[x b <small>c'],
  ];

  test.each(cases)('%s', (_what, mfm, words) => {
    expect(plainText(mfm)).toBe(words);
  });

  test('a long text is read only as far as a toast could show', () => {
    expect(plainText('word '.repeat(10_000)).length).toBeLessThanOrEqual(1_000);
  });

  test('it is not cut in the middle of a character', () => {
    expect(plainText('😀'.repeat(5_000))).not.toMatch(loneSurrogate);
    expect(plainText(`a${'😀'.repeat(5_000)}`)).not.toMatch(loneSurrogate);
  });

  // Each of these stopped the parser for one to ten seconds when it was given 1,500 characters of them.
  test.each(['[', '?[', '\\([', '[a](', '\\(', '<plain>[', '[**<small>'])(
    'a flood of %j is left as it was written, instead of stopping everything',
    (flood) => {
      const text = flood.repeat(5_000);
      expect(plainText(text)).toBe(text.slice(0, 1_000));
    },
  );

  test('a note with as much markup as people write is read', () => {
    const text = '$[x2 $[fg.color=f00 **hot**]] [a](https://a.example) <small>b</small> '.repeat(4);
    expect(plainText(text)).toBe('hot a b hot a b hot a b hot a b');
  });
});

describe('one line of a stranger’s text', () => {
  const cases: [string, string, string][] = [
    ['white space is folded', ' a \t\n b\u2028c\u00A0\u3000d ', 'a b c d'],
    ['control characters go', 'a\u0000b\u0007c\u001B[31m\u007Fd\u009Fe', 'abc[31mde'],
    ['also between spaces', 'a \u0000 b', 'a b'],
    ['embeddings and overrides go', '\u202Aa\u202Bb\u202Cc\u202Dd\u202E', 'abcd'],
    ['isolates go', '\u2066a\u2067b\u2068c\u2069', 'abc'],
    ['direction marks go', 'a\u200E\u200F\u061Cb', 'ab'],
    ['right-to-left letters stay', 'שלום عليكم', 'שלום عليكم'],
    ['joiners of emojis and scripts stay', '👩‍👩‍👧 न्‍', '👩‍👩‍👧 न्‍'],
    ['what cannot be seen at all is nothing', '\u200B\u2060\u3164\uFEFF \u00AD', ''],
    ['marks without a letter, and blanks, are nothing', '\u0301\u0302 \u2800', ''],
    ['what cannot be seen beside words is left alone', 'a\u200Bb', 'a\u200Bb'],
  ];

  test.each(cases)('%s', (_what, text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('shortening', () => {
  const cases: [string, string, number, string][] = [
    ['short enough', 'hello', 5, 'hello'],
    ['one too many', 'hello!', 5, 'hell…'],
    ['no space before the ellipsis', 'hell o!', 6, 'hell…'],
    ['emojis count as one', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧'],
    ['and are not cut in two', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2, '👩‍👩‍👧…'],
    ['flags', '🇯🇵🇰🇷🇬🇧', 2, '🇯🇵…'],
    ['letters with marks', 'e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['nothing', '', 5, ''],
  ];

  test.each(cases)('%s', (_what, text, length, expected) => {
    expect(shorten(text, length)).toBe(expected);
  });

  test('one letter under a mountain of marks is bounded', () => {
    const zalgo = `z${'\u0301'.repeat(100_000)}`;
    expect(shorten(zalgo, 200).length).toBeLessThanOrEqual(200 * 12 + 1);
    expect(shorten(zalgo.repeat(3), 60).length).toBeLessThanOrEqual(60 * 12 + 1);
  });

  test('nor is a mountain cut in the middle of a character', () => {
    for (let offset = 0; offset < 4; offset += 1) {
      const text = `${'x'.repeat(offset)}z${'\u{1D165}'.repeat(5_000)}`;
      expect(shorten(text, 20)).not.toMatch(loneSurrogate);
    }
  });
});
