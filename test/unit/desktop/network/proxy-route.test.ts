import { expect, test } from 'vitest';
import {
  parseProxyList,
  parseProxyServer,
  writtenList,
  writtenProxy,
} from '../../../../src-main/desktop/network/proxy-route.ts';

test.each([
  ['proxy.example', 'http://proxy.example:80'],
  ['proxy.example:8080', 'http://proxy.example:8080'],
  [' HTTP://Proxy.Example:8080/ ', 'http://proxy.example:8080'],
  ['https://proxy.example', 'https://proxy.example:443'],
  ['https://proxy.example:80', 'https://proxy.example:80'],
  ['socks5://127.0.0.1', 'socks5://127.0.0.1:1080'],
  ['socks5h://proxy.example:9050', 'socks5://proxy.example:9050'],
  ['socks://[::1]:9050', 'socks5://[::1]:9050'],
  ['ｐｒｏｘｙ．example：8080', 'http://proxy.example:8080'],
  ['http://alice:secret@proxy.example:8080', 'http://proxy.example:8080'],
])('%j is a proxy, kept without its password', (typed, written) => {
  const parsed = parseProxyServer(typed);
  expect(parsed && writtenProxy(parsed.server)).toBe(written);
});

test('a name and a password are handed out apart', () => {
  expect(parseProxyServer('http://al%40ice:p%3Aw@proxy.example')?.credentials).toEqual({
    name: 'al@ice',
    password: 'p:w',
  });
  expect(parseProxyServer('http://100%:x@proxy.example')?.credentials?.name).toBe('100%');
  expect(parseProxyServer('http://proxy.example')?.credentials).toBeNull();
});

test.each([
  '',
  'http://',
  'ftp://proxy.example',
  'http://proxy.example/path',
  'http://proxy.example?x',
  'http://proxy.example:99999',
  'http://proxy.example:0',
  'two words',
])('%j is none', (typed) => {
  expect(parseProxyServer(typed)).toBeNull();
});

test.each([
  ['DIRECT', 'DIRECT'],
  ['PROXY a.example:8080; DIRECT', 'PROXY a.example:8080; DIRECT'],
  ['proxy a.example:80;socks5 b.example:1080', 'PROXY a.example:80; SOCKS5 b.example:1080'],
  ['HTTPS a.example:443', 'HTTPS a.example:443'],
  ['SOCKS [2001:db8::1]:1080', 'SOCKS5 [2001:db8::1]:1080'],
  ['QUIC a.example:443; DIRECT', 'DIRECT'],
  ['PROXY alice:secret@a.example:8080', ''],
  ['PROXY', ''],
  ['', ''],
  ['nonsense; ; PROXY //', ''],
])('the list %j is read as %j', (list, read) => {
  expect(writtenList(parseProxyList(list))).toBe(read);
});

test('a list without end is cut', () => {
  expect(parseProxyList('PROXY a.example:1;'.repeat(1_000))).toHaveLength(8);
});
