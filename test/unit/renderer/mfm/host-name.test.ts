import { domainToASCII } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readableHost } from '../../../../src-renderer/mfm/host-name.ts';
import { decodePunycode } from '../../../../src-renderer/mfm/punycode.ts';

describe('punycode', () => {
  test.each(['münchen', '日本語', 'пример', '한국', 'ليلى', 'a-b-ü', '🦊'])(
    'of %s is read',
    (name) => {
      expect(decodePunycode(domainToASCII(name).slice('xn--'.length))).toBe(name);
    },
  );

  test.each(['!', 'a-!', '99999999', 'zzzzzzzzzzzz'])('%s is none', (label) => {
    expect(decodePunycode(label)).toBeNull();
  });
});

describe('a host reads', () => {
  test.each([
    ['example.com', 'example.com'],
    ['example.com:8080', 'example.com:8080'],
    ['日本語.jp', '日本語.jp'],
    ['すず鈴.example', 'すず鈴.example'],
    ['münchen.de', 'münchen.de'],
    ['한국.kr', '한국.kr'],
  ])('%s as %s', (host, expected) => {
    expect(readableHost(new URL(`https://${host}`).host)).toBe(expected);
  });

  test.each([
    ['letters of two scripts', 'pаypal.com'],
    ['Cyrillic that looks Latin', 'аррӏе.com'],
    ['Greek that looks Latin', 'οοο.com'],
    ['a letter without its dot', 'gıthub.com'],
    ['a letter with a dot below', 'paypaḷ.com'],
    ['kana that look like slashes', 'evil.exampleノ.jp'],
    ['emojis', '🦊.example'],
  ])('in ASCII where it has %s', (_name, host) => {
    const ascii = new URL(`https://${host}`).host;
    expect(ascii).toContain('xn--');
    expect(readableHost(ascii)).toBe(ascii);
  });
});
