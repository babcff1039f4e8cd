import { describe, expect, test } from 'vitest';
import { shorten } from '../../../src-main/engine/lines.ts';
import { oneLine } from '../../../src-main/engine/one-line.ts';

/** Half of a character, which no text may hold. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

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
