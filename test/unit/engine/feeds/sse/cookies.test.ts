import { describe, expect, test } from 'vitest';
import { createCookies } from '../../../../../src-main/engine/feeds/sse/cookies.ts';

const home = new URL('https://feed.example/a/feed?x=1');

/** The cookies after these answers from an address, on a clock that the test moves. */
function cookiesAfter(headers: readonly string[], from = home) {
  const time = { now: Date.UTC(2026, 10, 20) };
  const cookies = createCookies(() => time.now);
  cookies.keep(from, headers);
  return {
    time,
    cookies,
    at: (url: string | URL = home, given: string | null = null) =>
      cookies.header(new URL(url), given),
  };
}

describe('cookies', () => {
  test.each([
    ['a=1', 'a=1'],
    ['a=1; HttpOnly; SameSite=None; Partitioned; Domain=example', 'a=1'],
    [' a = 1 2 ; x', 'a=1 2'],
    ['a="x=y"', 'a="x=y"'],
    ['a=', 'a='],
    ['a', null],
    ['=1', null],
    ['', null],
    ['a=1\r\nX: y', null],
    ['a=\u0001', null],
    [`a=${'x'.repeat(4_095)}`, `a=${'x'.repeat(4_095)}`],
    [`a=${'x'.repeat(4_096)}`, null],
  ])('%j is sent back as %j', (header, expected) => {
    expect(cookiesAfter([header]).at()).toBe(expected);
  });

  test('the later of one name and path counts, and no path is the other’s', () => {
    const { at, cookies } = cookiesAfter(['a=1', 'b=2', 'a=3', 'a=4; Path=/']);
    expect(at()).toBe('b=2; a=3; a=4');
    cookies.keep(home, ['a=; Max-Age=0']);
    expect(at()).toBe('b=2; a=4');
  });

  test.each([
    ['/', ['/', '/a', '/a/', '/a/feed', '/ab', '/b']],
    ['/a', ['/a', '/a/', '/a/feed']],
    ['/a/', ['/a/', '/a/feed']],
    ['a', ['/a', '/a/', '/a/feed']],
    ['', ['/a', '/a/', '/a/feed']],
  ])('of the path %j go where it leads', (path, expected) => {
    const { at } = cookiesAfter([`c=1; Path=${path}`]);
    const paths = ['/', '/a', '/a/', '/a/feed', '/ab', '/b'];
    expect(paths.filter((one) => at(`https://feed.example${one}`) !== null)).toEqual(expected);
  });

  test.each([
    ['Max-Age=60', 60_000],
    ['max-age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 60_000],
    ['Expires=Fri, 20 Nov 2026 00:01:00 GMT', 60_000],
    ['Max-Age=soon; Expires=Fri, 20 Nov 2026 00:01:00 GMT', 60_000],
    ['Max-Age=-5', 0],
    ['Expires=Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Expires=whenever', null],
  ])('last as long as %j says', (attributes, expected) => {
    const { at, time } = cookiesAfter([`a=1; ${attributes}`]);
    if (expected !== 0) expect(at()).toBe('a=1');
    time.now += (expected ?? 1e12) - 1;
    expect(at()).toBe(expected === 0 ? null : 'a=1');
    time.now += 1;
    expect(at()).toBe(expected === null ? 'a=1' : null);
  });

  test('that are secure are not taken in the open', () => {
    expect(cookiesAfter(['a=1; Secure'], new URL('http://feed.example/')).at()).toBeNull();
    expect(cookiesAfter(['a=1; Secure']).at()).toBe('a=1');
  });

  test('are few: the oldest go', () => {
    const many = Array.from({ length: 30 }, (_, index) => `c${index}=1`);
    const kept = cookiesAfter(many).at()?.split('; ') ?? [];
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, 'c10=1', 'c29=1']);
  });

  test('of the user stay, unless the server renewed them', () => {
    const { at } = cookiesAfter(['b=3']);
    expect(at(home, ' a=1;b=2; c ;; d=4')).toBe('a=1; c; d=4; b=3');
    expect(at('https://feed.example/other', 'a=1; b=2')).toBe('a=1; b=2');
  });
});
