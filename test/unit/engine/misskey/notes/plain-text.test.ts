import { describe, expect, test } from 'vitest';
import { plainText } from '../../../../../src-main/engine/misskey/notes/plain-text.ts';

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
