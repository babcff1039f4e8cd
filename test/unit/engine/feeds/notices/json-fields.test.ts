import { expect, test } from 'vitest';
import { jsonFields } from '../../../../../src-main/engine/feeds/notices/json-fields.ts';

test.each([
  [
    'its fields, one after another',
    { status: 'failed', tries: 3, last: false },
    'status: failed · tries: 3 · last: false',
  ],
  [
    'nothing of what is empty, or lies deeper',
    { a: '', b: null, c: { d: 1 }, e: [1], f: 'x' },
    'f: x',
  ],
  [
    'own fields with any name',
    JSON.parse('{"__proto__":"x","constructor":1}'),
    '__proto__: x · constructor: 1',
  ],
  [
    'the first ones of many',
    Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, n])),
    'k0: 0 · k1: 1 · k2: 2 · k3: 3 · k4: 4 · k5: 5 · k6: 6 · k7: 7',
  ],
  [
    'no more than the start of long ones',
    { ['k'.repeat(99)]: 'v'.repeat(999) },
    `${'k'.repeat(60)}: ${'v'.repeat(200)}`,
  ],
])('an object becomes %s', (_name, data, words) => {
  expect(jsonFields(JSON.stringify(data))).toBe(words);
});

test.each(['disk full', '[1,2]', '"text"', '7', '{"a":{"b":1}}', '{', ''])(
  'what has no such fields stays as it is: %s',
  (text) => {
    expect(jsonFields(text)).toBe(text);
  },
);
