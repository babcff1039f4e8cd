import { describe, expect, test } from 'vitest';
import {
  isLoopback,
  parseServerName,
} from '../../../../../src-main/engine/misskey/api/server-name.ts';

const https = (host: string) => ({ origin: `https://${host}`, host });
const http = (host: string) => ({ origin: `http://${host}`, host });

describe('what people type as a server', () => {
  test.each([
    'example.social',
    ' example.social ',
    '\texample.social\n',
    'EXAMPLE.Social',
    'https://example.social',
    'https://example.social/',
    'HTTPS://Example.Social',
    'http://example.social',
    'https://example.social/@alice',
    'https://example.social/notes/abc?x=1#y',
    'example.social/',
    'example.social/timeline',
    'alice@example.social',
    '@alice@example.social',
    ' @Alice_1@EXAMPLE.SOCIAL ',
    'example.social:443',
    'https://example.social:443/',
    'ｅｘａｍｐｌｅ．ｓｏｃｉａｌ',
    'example。social',
    '＠ａｌｉｃｅ＠example.social',
    'https：//example.social',
  ])('%j', (typed) => {
    expect(parseServerName(typed)).toEqual(https('example.social'));
  });

  test.each([
    ['例え.テスト', https('xn--r8jz45g.xn--zckzah')],
    ['https://例え.テスト/', https('xn--r8jz45g.xn--zckzah')],
    ['alice@例え.テスト', https('xn--r8jz45g.xn--zckzah')],
    ['BÜCHER.example', https('xn--bcher-kva.example')],
    ['xn--bcher-kva.example', https('xn--bcher-kva.example')],
    ['m.example.social', https('m.example.social')],
    ['example.social:8443', https('example.social:8443')],
    ['alice@example.social:8443', https('example.social:8443')],
    ['192.168.0.5', https('192.168.0.5')],
    ['192.168.0.5:3000', https('192.168.0.5:3000')],
    ['[2001:db8::1]', https('[2001:db8::1]')],
  ])('%j', (typed, server) => {
    expect(parseServerName(typed)).toEqual(server);
  });

  describe('on this computer plain http is the rule, unless https was asked for', () => {
    test.each([
      ['localhost', http('localhost')],
      ['LOCALHOST:3000', http('localhost:3000')],
      ['127.0.0.1', http('127.0.0.1')],
      ['127.0.0.1:3000', http('127.0.0.1:3000')],
      ['http://127.0.0.1:3000/', http('127.0.0.1:3000')],
      ['127.1.2.3', http('127.1.2.3')],
      ['127.1', http('127.0.0.1')],
      ['http://127.0.0.1.', http('127.0.0.1')],
      ['[::1]:3000', http('[::1]:3000')],
      ['alice@localhost:3000', http('localhost:3000')],
      ['https://localhost:3000', https('localhost:3000')],
      ['http://localhost:80', http('localhost')],
      ['localhost:443', http('localhost:443')],
    ])('%j', (typed, server) => {
      expect(parseServerName(typed)).toEqual(server);
    });
  });
});

describe('what names no server', () => {
  test.each([
    '',
    ' ',
    '@',
    '@alice',
    'alice',
    '.',
    '..',
    '.social',
    'https://',
    'https:///',
    '://example.social',
    'example social',
    'exa mple.social',
    'javascript:alert(1)',
    'javascript://example.social/%0aalert(1)',
    'file:///etc/passwd',
    'ftp://example.social',
    'ws://example.social',
    'data:text/html,x',
    'https://user:secret@example.social',
    'https://user@example.social',
    'example.social:99999',
    'example.social:port',
    'exam<ple.social',
    'exam%00ple.social',
    'https://[::1',
    '/etc/hosts',
    'C:\\Users',
  ])('%j', (typed) => {
    expect(parseServerName(typed)).toBeNull();
  });

  test('a flood of letters', () => {
    expect(parseServerName('a'.repeat(100_000))).toBeNull();
    expect(parseServerName(`${'a.'.repeat(50_000)}b`)).toBeNull();
    expect(parseServerName('@'.repeat(100_000))).toBeNull();
    expect(parseServerName('a.@'.repeat(50_000))).toBeNull();
  });
});

test('only addresses of this computer count as such', () => {
  expect(['localhost', '127.0.0.1', '127.255.255.255', '[::1]'].map(isLoopback)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(
    ['localhost.example', '127.0.0.1.example', '128.0.0.1', '0.0.0.0', '[::2]', '10.0.0.1'].map(
      isLoopback,
    ),
  ).toEqual([false, false, false, false, false, false]);
});
