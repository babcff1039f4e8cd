import { describe, expect, test } from 'vitest';
import { mayFetch } from '../../../../src-main/desktop/images/image-address.ts';

const nobodys = () => false;

/** Hosts inside, as a note could spell them; `URL` brings most of them to one form. */
const inside = [
  'localhost',
  'localhost.',
  'LOCALHOST',
  'x.localhost',
  'x.localhost.',
  'printer.local',
  'printer.local.',
  'nas.lan',
  'db.internal',
  'router.home.arpa',
  'router',
  'router.',
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '2130706433',
  '0x7f.1',
  '0177.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '192.0.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:192.168.1.1]',
  '[::127.0.0.1]',
  '[64:ff9b::10.0.0.1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fe80::1]',
  '[febf::1]',
  '[fec0::1]',
  '[ff02::1]',
];

/** Public hosts that look a little like those. */
const outside = [
  'example.social',
  'example.social:8443',
  'local.example',
  'mylocalhost.example',
  '9.9.9.9',
  '100.63.0.1',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '198.20.0.1',
  '[2001:db8::1]',
  '[2606:4700::6810:1]',
  'xn--r8jz45g.jp',
];

describe('a picture', () => {
  test.each(inside)('is not fetched from %s', (host) => {
    expect(mayFetch(`https://${host}/a.png`, nobodys)).toBe(false);
    expect(mayFetch(`http://${host}/a.png`, nobodys)).toBe(false);
  });

  test.each(outside)('is fetched from %s, but never without TLS', (host) => {
    expect(mayFetch(`https://${host}/a.png`, nobodys)).toBe(true);
    expect(mayFetch(`http://${host}/a.png`, nobodys)).toBe(false);
    expect(mayFetch(`http://${host}/a.png`, () => true)).toBe(false);
  });

  test.each([
    'http://localhost:3000/a.png',
    'http://127.0.0.1:3000/a.png',
    'http://[::1]:3000/a.png',
    'https://192.168.1.5:3000/a.png',
    'https://misskey.lan:3000/a.png',
  ])('%s is fetched where that is the server of an account', (address) => {
    const { host } = new URL(address);
    expect(mayFetch(address, (asked) => asked === host)).toBe(true);
    expect(mayFetch(address.replace(':3000', ':3001'), (asked) => asked === host)).toBe(false);
  });

  test('plain http into the private network is refused even where an account is', () => {
    expect(mayFetch('http://192.168.1.5/a.png', () => true)).toBe(false);
  });

  test.each([
    'https://user@example.social/a.png',
    'https://user:password@example.social/a.png',
    'https://:password@example.social/a.png',
  ])('%s carries a name or password, so it is not', (address) => {
    expect(mayFetch(address, nobodys)).toBe(false);
  });

  test.each([
    '',
    'a.png',
    '/a.png',
    '//example.social/a.png',
    'https://',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'blob:https://example.social/x',
    'ftp://example.social/a.png',
    'suzu://app/image/x',
    'javascript:alert(1)',
  ])('%j is no address for one', (address) => {
    expect(mayFetch(address, () => true)).toBe(false);
  });
});
