import { describe, expect, test } from 'vitest';
import { chooseLocale, locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';

describe('the language to use', () => {
  test.each([
    [['en-GB'], 'en'],
    [['ja'], 'ja'],
    [['ja-JP-u-ca-japanese'], 'ja'],
    [['KO-kr'], 'ko'],
    [['de-DE', 'ko', 'ja'], 'ko'],
    [['de', 'fr'], 'en'],
    [['jap', 'english'], 'en'],
    [['', '-', 'C', 'POSIX'], 'en'],
    [[], 'en'],
    [['zh'], 'zh-CN'],
    [['zh-CN', 'ja'], 'zh-CN'],
    [['zh-SG'], 'zh-CN'],
    [['zh-Hans-HK'], 'zh-CN'],
    [['cmn-Hans-CN'], 'zh-CN'],
    [['zh-TW', 'ja'], 'ja'],
    [['zh-Hant-CN', 'zh-HK', 'zh-MO'], 'en'],
    [['zh-TW', 'zh-CN'], 'zh-CN'],
  ] as const)('of a system that prefers %j is %s', (preferred, locale) => {
    expect(chooseLocale('system', preferred)).toBe(locale);
  });

  test.each(locales)('is the chosen one: %s', (locale) => {
    expect(chooseLocale(locale, ['ja', 'ko', 'en'])).toBe(locale);
  });
});

/** Every key of a catalogue with what stands there: a sentence, or a function of that many parameters. */
function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [`${path}: sentence`];
  if (typeof value === 'function') return [`${path}: function`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value)
    .flatMap(([key, inner]) => shapeOf(inner, `${path}/${key}`))
    .sort();
}

/** Every sentence of a catalogue; functions are called with a mark for each parameter. */
function sentencesOf(value: unknown, path = ''): [string, string, number][] {
  if (typeof value === 'string') return [[path, value, 0]];
  if (typeof value === 'function') {
    const marks = Array.from({ length: value.length }, (_, index) => `mark${index}`);
    return [[path, String(Reflect.apply(value, null, marks)), value.length]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesOf(inner, `${path}/${key}`));
}

describe.each(locales)('%s', (locale) => {
  const messages = messagesIn(locale);

  test('has the same keys as English, also at run time', () => {
    expect(shapeOf(messages)).toEqual(shapeOf(messagesIn('en')));
  });

  test('every sentence is filled, and shows all that it is given', () => {
    const wrong = sentencesOf(messages).filter(
      ([, sentence, parameters]) =>
        sentence.trim() === '' ||
        /undefined|\[object|NaN|TODO/.test(sentence) ||
        Array.from({ length: parameters }, (_, index) => `mark${index}`).some(
          (mark) => !sentence.includes(mark),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

test('no language borrowed the words of another', () => {
  const [en = [], ...others] = locales.map((locale) => sentencesOf(messagesIn(locale)));
  // Names are the same everywhere; what is left without them and the marks is words or punctuation.
  const hasWords = (sentence: string) => /\p{L}/u.test(sentence.replace(/Suzu|mark\d/g, ''));
  const borrowed = en.filter(
    ([path, sentence]) =>
      hasWords(sentence) &&
      others.some((other) => other.some(([at, words]) => at === path && words === sentence)),
  );
  expect(borrowed.map(([path]) => path)).toEqual([]);
});
