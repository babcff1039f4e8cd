import { parse } from 'mfm-js';
import { describe, expect, test } from 'vitest';
import {
  hostToShow,
  linkHost,
  mentionHandle,
  readableUrl,
} from '../../../../src-renderer/mfm/addresses.ts';

describe('the host of a link', () => {
  test.each([
    ['https://example.com/a', 'example.com'],
    ['http://example.com:8080/', 'example.com:8080'],
    ['https://аррӏе.example/', 'xn--80ak6aa92e.example'],
    ['https://good.example@evil.example/', 'evil.example'],
    ['javascript:alert(1)', null],
    ['not an address', null],
  ])('of %s is %s', (url, expected) => {
    expect(linkHost(url)).toBe(expected);
  });
});

describe('the host is shown beside the text', () => {
  const shown = (label: string, url: string) => hostToShow(url, parse(label));

  test.each([
    ['a bank', 'https://evil.example/login', 'evil.example'],
    ['bank.example', 'https://evil.example/', 'evil.example'],
    ['https://bank.example/', 'https://evil.example/', 'evil.example'],
    ['evil.example.bank', 'https://evil.example/', 'evil.example'],
  ])('where %s leads to %s', (label, url, expected) => {
    expect(shown(label, url)).toBe(expected);
  });

  test.each([
    ['example.com', 'https://example.com/x'],
    ['Example.com/x', 'https://example.com/x'],
    ['https://example.com/x', 'https://example.com/x'],
    ['anything', 'javascript:alert(1)'],
  ])('not where %s leads to %s', (label, url) => {
    expect(shown(label, url)).toBeNull();
  });
});

describe('an address reads', () => {
  test.each([
    ['https://example.com/', 'example.com', ''],
    ['https://example.com/a?b=c#d', 'example.com', '/a?b=c#d'],
    ['https://example.com/%E9%88%B4', 'example.com', '/鈴'],
    ['https://example.com/%', 'example.com', '/%'],
    ['https://example.com/a%20b', 'example.com', '/a%20b'],
    ['https://example.com/%E2%80%AEgpj.exe', 'example.com', '/%E2%80%AEgpj.exe'],
    ['nonsense', '', 'nonsense'],
  ])('%s as %s and %s', (url, host, rest) => {
    expect(readableUrl(url)).toEqual({ host, rest });
  });

  test('without its middle where it is long', () => {
    const { rest } = readableUrl(`https://example.com/${'a'.repeat(40)}${'b'.repeat(40)}`);
    expect(rest).toBe(`/${'a'.repeat(35)}…${'b'.repeat(20)}`);
  });
});

describe('a mention', () => {
  test.each([
    [null, null, '@bob'],
    ['far.example', null, '@bob@far.example'],
    [null, 'far.example', '@bob@far.example'],
    ['other.example', 'far.example', '@bob@other.example'],
  ])('of a person at %s by an author at %s means %s', (host, authorHost, expected) => {
    expect(mentionHandle({ username: 'bob', host }, authorHost)).toBe(expected);
  });
});
