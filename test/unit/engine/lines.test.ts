import { describe, expect, test } from 'vitest';
import { shorten } from '../../../src-main/engine/lines.ts';

/** Half of a character, which no text may hold. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

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
