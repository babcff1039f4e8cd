import { describe, expect, test } from 'vitest';
import { isRuleChanged, ruleInForce } from '../../../../src-renderer/feeds/unsaved.ts';
import {
  isSameRule,
  plainCopy,
  sentRule,
  typedIndex,
  urgencyChoice,
  urgencyTemplate,
  withField,
} from '../../../../src-renderer/feeds/words/rule.ts';
import { sampleFor } from '../../../../src-renderer/feeds/words/sample.ts';
import { feed, rule } from './samples.ts';

const when = [
  { field: ' ', is: 'is' as const, value: 'x' },
  { field: ' status ', is: 'exists' as const, value: 'left over' },
  { field: 'n', is: 'above' as const, value: '3' },
];

describe('what is sent of a rule', () => {
  test('are the conditions that were typed, with a value where one is compared with', () => {
    expect(sentRule({ ...rule, when }).when).toEqual([
      { field: 'status', is: 'exists', value: '' },
      { field: 'n', is: 'above', value: '3' },
    ]);
  });

  test('and a place in it is found again in what is typed', () => {
    expect([0, 1, 2].map((index) => typedIndex({ ...rule, when }, index))).toEqual([1, 2, 2]);
  });

  test('a copy holds what a rule is made of, and no more', () => {
    expect(plainCopy({ ...rule, later: 1 })).toEqual(rule);
  });
});

test('an empty condition is no change', () => {
  expect(isSameRule(rule, { ...rule, when: when.slice(0, 1) })).toBe(true);
  expect(isSameRule(rule, { ...rule, title: '' })).toBe(false);
});

describe('whether a rule that is written differs from what is in force', () => {
  test.each([
    ['nothing is written', feed('a'), null, false],
    ['the plain rule is written again', feed('a', { startRule: rule }), rule, false],
    ['something else', feed('a', { startRule: rule }), { ...rule, body: '' }, true],
    [
      'in place of a preset, even as it began',
      feed('a', { preset: 'ntfy', startRule: rule }),
      rule,
      true,
    ],
    ['one’s own rule again', feed('a', { preset: 'ntfy', rule }), { ...rule }, false],
  ])('%s', (_, written, draft, expected) => {
    expect(isRuleChanged(written, draft)).toBe(expected);
  });

  test('a preset words its feeds until somebody else does', () => {
    expect(ruleInForce(feed('a', { preset: 'ntfy', startRule: rule }))).toBeNull();
    expect(ruleInForce(feed('a', { startRule: rule }))).toEqual(rule);
  });
});

describe('urgency', () => {
  test.each([
    ['', 'normal'],
    [' normal ', 'normal'],
    ['low', 'low'],
    ['critical', 'critical'],
    ['{priority}', 'field'],
    ['5', 'field'],
  ] as const)('%o is %s', (template, choice) => {
    expect(urgencyChoice(template)).toBe(choice);
  });

  test('a field keeps what was typed for it, and begins with what most servers have', () => {
    expect(urgencyTemplate('field', '{level}')).toBe('{level}');
    expect(urgencyTemplate('field', 'low')).toBe('{priority}');
    expect(urgencyTemplate('normal', 'low')).toBe('');
    expect(urgencyTemplate('critical', '{level}')).toBe('critical');
  });
});

test('a field goes where the caret is, in place of what is selected', () => {
  expect(withField('Build  done', 'status', 6, 6)).toEqual({
    text: 'Build {status} done',
    caret: 14,
  });
  expect(withField('abc', 'x', 0, 3)).toEqual({ text: '{x}', caret: 3 });
});

test.each(['sse', 'websocket', 'mqtt'] as const)('the sample of %s is JSON', (system) => {
  const words = { title: 'T', message: 'M', room: 'R' };
  expect(() => JSON.parse(sampleFor(system, words).text)).not.toThrow();
});
