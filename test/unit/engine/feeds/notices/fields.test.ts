import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../../../src-main/engine/feeds/notices/fields.ts';
import { feedEvent } from '../../../../support/feed-event.ts';

function pathsOf(said: unknown, given = {}): Record<string, string> {
  const fields = fieldsOf(feedEvent(said, given), 60);
  return Object.fromEntries(fields.map(({ path, value }) => [path, value]));
}

describe('what a template can name', () => {
  test('in the order in which it stands there', () => {
    const said = { b: { x: 1, y: [true, 'two'] }, a: 'text', none: null, empty: '' };
    expect(fieldsOf(feedEvent(said, { id: '7' }), 60)).toEqual([
      { path: '$name', value: 'message' },
      { path: '$id', value: '7' },
      { path: 'b.x', value: '1' },
      { path: 'b.y', value: 'true, two' },
      { path: 'b.y[0]', value: 'true' },
      { path: 'b.y[1]', value: 'two' },
      { path: 'a', value: 'text' },
    ]);
  });

  test('keys that need quotes have them', () => {
    const said = { 'a b': { 'c.d': 1 }, $x: 2, '': 3, '7': 4, 'it:s': { '8': 5 }, 'x&y': 6 };
    expect(fieldsOf(feedEvent(said), 60).map(({ path }) => path)).toEqual([
      '$name',
      '7',
      '["a b"]["c.d"]',
      '["$x"]',
      '[""]',
      '["it:s"][8]',
      '["x&y"]',
    ]);
  });

  test('in text that is JSON itself', () => {
    expect(pathsOf({ event: 'x', payload: '{"user":{"name":"Bo"}}' })).toMatchObject({
      'payload.user.name': 'Bo',
    });
  });

  test('of a bare value its text, and of a topic its levels', () => {
    expect(pathsOf('21.5', { name: 'home/kitchen' })).toEqual({
      $name: 'home/kitchen',
      '$levels[0]': 'home',
      '$levels[1]': 'kitchen',
      $text: '21.5',
    });
  });

  test('of a list its first entries', () => {
    const said = Array.from({ length: 100 }, (_, n) => ({ n }));
    expect(Object.keys(pathsOf(said))).toEqual(['$name', '0.n', '1.n', '2.n']);
  });

  test('values are shown on one line, shortened', () => {
    expect(pathsOf({ a: `one\n${'x'.repeat(500)}` })['a']).toBe(`one ${'x'.repeat(95)}…`);
  });
});

describe('what is too much', () => {
  test('ends after as many as are asked for', () => {
    const said = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, n]));
    expect(fieldsOf(feedEvent(said), 60)).toHaveLength(60);
  });

  test('is not gone through, where most of it is empty', () => {
    let looked = 0;
    const get = () => {
      looked += 1;
      return null;
    };
    const members = Array.from({ length: 20_000 }, (_, n) => [`k${n}`, { enumerable: true, get }]);
    const data: unknown = Object.defineProperties({}, Object.fromEntries(members));
    expect(fieldsOf({ ...feedEvent(''), data }, 60)).toHaveLength(1);
    expect(looked).toBe(1_999);
  });

  test('is not walked down, however deep it is', () => {
    const levels = (count: number) => {
      let data: unknown = 1;
      for (let level = 0; level < count; level += 1) data = { a: data };
      return fieldsOf({ ...feedEvent(''), data }, 60).map(({ path }) => path);
    };
    expect(levels(8)).toEqual(['$name', 'a.a.a.a.a.a.a.a']);
    expect(levels(9)).toEqual(['$name']);
    expect(levels(10_000)).toEqual(['$name']);
  });

  test('keys as long as a text are left out', () => {
    expect(Object.keys(pathsOf({ ['k'.repeat(201)]: 1, b: 2 }))).toEqual(['$name', 'b']);
  });
});
