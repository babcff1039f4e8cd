import { describe, expect, test } from 'vitest';
import { oneLine } from '../../../src-main/engine/one-line.ts';

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
