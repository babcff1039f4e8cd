import { describe, expect, test } from 'vitest';
import { compileCondition } from '../../../../../src-main/engine/feeds/notices/condition.ts';
import type { Comparison } from '../../../../../src-main/engine/feeds/notices/notice-rule.ts';
import { scopeOf } from '../../../../../src-main/engine/feeds/notices/scope.ts';
import { feedEvent } from '../../../../support/feed-event.ts';

const event = feedEvent(
  {
    state: ' Open ',
    level: 7,
    temperature: '21.5',
    negative: '-3e-1',
    unit: '21.5 °C',
    hex: '0x10',
    tags: ['warning', 'disk'],
    on: true,
    blank: '  ',
    none: null,
    city: 'ÎLE',
  },
  { name: 'alerts' },
);

describe('a condition', () => {
  const cases: [string, Comparison, string, boolean][] = [
    ['state', 'is', 'open', true],
    ['state', 'is', 'opened', false],
    ['state', 'is-not', 'OPEN', false],
    ['missing', 'is', '', true],
    ['missing', 'is-not', 'open', true],
    ['on', 'is', 'true', true],
    ['level', 'is', '7', true],
    ['city', 'is', 'île', true],
    ['$name', 'is', 'alerts', true],
    ['missing || state', 'is', 'open', true],
    ['state', 'contains', 'PE', true],
    ['tags', 'contains', 'warn', true],
    ['tags', 'contains-not', 'warn', false],
    ['tags', 'contains-not', 'error', true],
    ['missing', 'contains', 'x', false],
    ['missing', 'contains-not', 'x', true],
    ['level', 'above', '6.9', true],
    ['level', 'above', '7', false],
    ['level', 'below', '7', false],
    ['level', 'below', '7.1', true],
    ['temperature', 'above', '21', true],
    ['negative', 'below', ' 0 ', true],
    ['unit', 'above', '1', false],
    ['unit', 'below', '100', false],
    ['hex', 'above', '1', false],
    ['missing', 'below', '1', false],
    ['none', 'below', '1', false],
    ['level', 'exists', '', true],
    ['on', 'exists', 'whatever', true],
    ['blank', 'exists', '', false],
    ['none', 'exists', '', false],
    ['missing', 'exists-not', '', true],
    ['state', 'exists-not', '', false],
    ['__proto__', 'exists', '', false],
  ];

  test.each(cases)('%s %s %j: %s', (field, is, value, met) => {
    const condition = compileCondition({ field, is, value });
    if ('problem' in condition) throw new Error(condition.problem);
    expect(condition(scopeOf(event))).toBe(met);
  });

  test.each(['', 'much', '0x10', 'Infinity', '1,5', '1 2'])('%j is no number', (value) => {
    const problem = { problem: 'no-number', at: 0 };
    expect(compileCondition({ field: 'level', is: 'above', value })).toEqual(problem);
    expect(compileCondition({ field: 'level', is: 'below', value })).toEqual(problem);
  });

  test('a field that cannot be read is told', () => {
    expect(compileCondition({ field: 'a..b', is: 'is', value: '' })).toEqual({
      problem: 'bad-path',
      at: 1,
    });
  });
});
