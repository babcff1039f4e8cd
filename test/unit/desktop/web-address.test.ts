import { expect, test } from 'vitest';
import { parseWebAddress } from '../../../src-main/desktop/web-address.ts';

test.each([
  ['https://example.social/notes/1', 'https://example.social/notes/1'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'],
  ['HTTPS://EXAMPLE.SOCIAL/A', 'https://example.social/A'],
  ['https://例え.jp/', 'https://xn--r8jz45g.jp/'],
  ['https://example.social/a b', 'https://example.social/a%20b'],
])('%s is a web address', (address, normal) => {
  expect(parseWebAddress(address)).toBe(normal);
});

test.each([
  '',
  'example.social',
  'https://',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'ssh://example.social',
  'ms-msdt:/id',
  'suzu://app/index.html',
  '//example.social',
])('%j is none', (address) => {
  expect(parseWebAddress(address)).toBeNull();
});
