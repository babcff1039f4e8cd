import { describe, expect, test } from 'vitest';
import {
  bytesPayload,
  describeBytes,
  jsonOf,
  textPayload,
} from '../../../../src-main/engine/feeds/payload.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a text', () => {
  test.each([
    ['{"a":[1,"b",null]}', { a: [1, 'b', null] }],
    ['21.5', 21.5],
    ['"open"', 'open'],
    ['null', null],
    ['\uFEFF{"a":1}', { a: 1 }],
  ])('%j says so as JSON', (text, data) => {
    expect(textPayload(text)).toEqual({ text, data });
  });

  test.each(['', 'open', '{"a":', '{} {}', "{'a':1}"])('%j is no JSON', (text) => {
    expect(textPayload(text)).toEqual({ text, data: undefined });
  });

  test('a hundred levels are read, one more is not', () => {
    expect(jsonOf(nested(100))).toBeDefined();
    expect(jsonOf(`${nested(101)}${' '.repeat(10)}`)).toBeUndefined();
  });

  test.each([
    ['arrays', nested(10_000)],
    ['objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['both, after a string that looks like an end of them', `["]]\\"]]",${nested(10_000)}]`],
  ])('10,000 levels of %s are no JSON', (_name, text) => {
    expect(jsonOf(text)).toBeUndefined();
  });

  test('brackets inside strings are no levels', () => {
    const text = JSON.stringify({ art: '[{'.repeat(500), slash: '\\', more: '\\"[[['.repeat(200) });
    expect(jsonOf(text)).toEqual(JSON.parse(text));
  });

  test('many levels beside each other are not deep', () => {
    const text = JSON.stringify(Array.from({ length: 500 }, () => ({ a: [] })));
    expect(jsonOf(text)).toEqual(JSON.parse(text));
  });

  test('a prototype that a text brings is nothing but data', () => {
    const data = jsonOf('{"__proto__":{"admin":true}}');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(data).not.toHaveProperty('admin');
  });
});

describe('bytes', () => {
  test('that are text are read as text', () => {
    expect(bytesPayload(Buffer.from('{"temperature":21}'))).toEqual({
      text: '{"temperature":21}',
      data: { temperature: 21 },
    });
    expect(bytesPayload(Buffer.from('grüße 🔔\n'))).toEqual({
      text: 'grüße 🔔\n',
      data: undefined,
    });
  });

  test.each([
    ['no bytes', Buffer.from(''), 'text/plain, 0 B'],
    ['a word', Buffer.from('hello'), 'text/plain, 5 B'],
    [
      'a picture',
      Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(11_996)]),
      'image/png, 12 kB',
    ],
    ['what is no UTF-8', Buffer.from([0xff, 0xfe, 0x00]), 'application/octet-stream, 3 B'],
    ['zeros', Buffer.alloc(999), 'application/octet-stream, 999 B'],
    ['a thousand bytes', Buffer.alloc(1_000), 'application/octet-stream, 1 kB'],
    ['nearly a megabyte', Buffer.alloc(999_600), 'application/octet-stream, 1.0 MB'],
  ])('%s are described by type and size', (_name, bytes, words) => {
    expect(describeBytes(bytes)).toBe(words);
  });

  test('that are no text say what they are', () => {
    expect(bytesPayload(Buffer.alloc(20))).toEqual({
      text: 'application/octet-stream, 20 B',
      data: undefined,
    });
  });
});
