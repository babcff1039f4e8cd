import { expect, test } from 'vitest';
import { parseDeepLink } from '../../../../src-main/desktop/deep-links/deep-link.ts';

const note = { kind: 'note', accountId: 'alice@example.social', noteId: '9abc' };

test.each([
  ['suzu://sign-in?server=example.social', { kind: 'sign-in', server: 'example.social' }],
  ['suzu://sign-in/?server=Example.Social', { kind: 'sign-in', server: 'example.social' }],
  ['suzu://sign-in?server=%E9%88%B4.example', { kind: 'sign-in', server: 'xn--zp4a.example' }],
  [
    'suzu://sign-in?server=http%3A%2F%2F127.0.0.1%3A3000',
    { kind: 'sign-in', server: 'http://127.0.0.1:3000' },
  ],
  ['suzu://note?account=alice@example.social&id=9abc', note],
  ['SUZU://note/?id=9abc&account=alice%40example.social', note],
  [
    'suzu://note?account=127.0.0.1%3A3000%232&id=a_b-C',
    { kind: 'note', accountId: '127.0.0.1:3000#2', noteId: 'a_b-C' },
  ],
  [
    'suzu://user?account=alice@example.social&acct=@bob@far.example',
    { kind: 'user', accountId: 'alice@example.social', handle: '@bob@far.example' },
  ],
  [
    'suzu://user?account=alice@example.social&acct=@bob',
    { kind: 'user', accountId: 'alice@example.social', handle: '@bob' },
  ],
])('%s', (text, link) => {
  expect(parseDeepLink(text)).toEqual(link);
});

const account = 'account=alice@example.social';
test.each([
  '',
  'suzu:',
  'suzu://',
  'suzu:note',
  'https://note?account=a@b.example&id=1',
  'suzu://app/index.html',
  'suzu://quit',
  'suzu://sign-in',
  'suzu://sign-in?server=',
  'suzu://sign-in?server=not%20a%20server',
  'suzu://sign-in?server=javascript:alert(1)',
  'suzu://sign-in?server=file:///etc/passwd',
  'suzu://sign-in?server=example.social&token=secret',
  'suzu://sign-in?server=example.social&server=evil.example',
  'suzu://token@sign-in?server=example.social',
  'suzu://sign-in:80?server=example.social',
  'suzu://sign-in/deeper?server=example.social',
  'suzu://sign-in?server=example.social#fragment',
  `suzu://sign-in?server=${'a'.repeat(3_000)}.example`,
  'suzu://note?id=9abc',
  `suzu://note?${account}`,
  `suzu://note?${account}&id=`,
  `suzu://note?${account}&id=../../admin`,
  `suzu://note?${account}&id=9abc%0A`,
  `suzu://note?${account}&id=${'9'.repeat(65)}`,
  `suzu://note?${account}&id=9abc&x=1`,
  'suzu://note?account=%00&id=9abc',
  'suzu://note?account=alice%20--quit&id=9abc',
  `suzu://note?account=${'a'.repeat(513)}&id=9abc`,
  `suzu://user?${account}&acct=bob`,
  `suzu://user?${account}&acct=@bob/../..`,
  `suzu://user?${account}&acct=@bob@evil.example/path`,
  `suzu://user?${account}&acct=@bob%0A`,
])('%s is none', (text) => {
  expect(parseDeepLink(text)).toBeNull();
});
