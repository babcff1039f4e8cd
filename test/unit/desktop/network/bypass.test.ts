import { expect, test } from 'vitest';
import { parseBypass } from '../../../../src-main/desktop/network/bypass.ts';

test.each<[list: string, host: string, port: number, without: boolean]>([
  ['', 'example.social', 443, false],
  ['example.social', 'example.social', 443, true],
  ['example.social', 'Example.Social.', 443, true],
  ['example.social', 'media.example.social', 443, true],
  ['example.social', 'badexample.social', 443, false],
  ['*.example.social', 'media.example.social', 443, true],
  ['*.example.social', 'example.social', 443, false],
  ['.example.social', 'media.example.social', 443, true],
  ['.example.social', 'example.social', 443, false],
  ['example.social:8443', 'example.social', 8443, true],
  ['example.social:8443', 'example.social', 443, false],
  ['a.example; b.example,c.example  d.example', 'd.example', 443, true],
  ['<local>', 'server', 443, true],
  ['<local>', 'server.example', 443, false],
  ['*', 'anything.example', 443, true],
  ['10.0.0.0/8', '10.200.3.4', 443, true],
  ['10.0.0.0/8', '11.0.0.1', 443, false],
  ['10.0.0.0/8', 'ten.example', 443, false],
  ['10.0.0.0/99', '10.0.0.1', 443, false],
  ['fd00::/8', 'fd12::1', 443, true],
  ['[fd00::]/8', 'fd12::1', 443, true],
  ['2001:db8::1', '2001:db8::1', 443, true],
  ['[2001:db8::1]:8443', '2001:db8::1', 8443, true],
  ['[2001:db8::1]:8443', '2001:db8::1', 443, false],
  ['192.168.1.5', '192.168.1.5', 443, true],
  [',,; ((( ]:[', 'example.social', 443, false],
])('%j: %s:%i without the proxy: %s', (list, host, port, without) => {
  expect(parseBypass(list)(host, port)).toBe(without);
});
