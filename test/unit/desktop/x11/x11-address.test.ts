import { expect, test } from 'vitest';
import {
  cookieFile,
  findCookie,
  parseDisplay,
} from '../../../../src-main/desktop/x11/x11-address.ts';

test.each([
  [':0', { path: '/tmp/.X11-unix/X0' }, 0, 0],
  ['unix:7.1', { path: '/tmp/.X11-unix/X7' }, 7, 1],
  ['localhost:10.0', { host: 'localhost', port: 6010 }, 10, 0],
])('DISPLAY=%s', (text, address, display, screen) => {
  expect(parseDisplay(text)).toEqual({ address, display, screen });
});

test.each([undefined, '', 'nonsense', ':x', '/tmp/socket:0'])('DISPLAY=%s names none', (text) => {
  expect(parseDisplay(text)).toBeNull();
});

test('cookies are where the session says, else in the home folder', () => {
  expect(cookieFile({ XAUTHORITY: '/run/auth' }, '/home/a')).toBe('/run/auth');
  expect(cookieFile({}, '/home/a')).toBe('/home/a/.Xauthority');
});

/** One entry of an Xauthority file. */
function entry(number: string, name: string, data: string): Buffer {
  const field = (text: string) => {
    const bytes = Buffer.from(text, 'latin1');
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  };
  return Buffer.concat([
    Buffer.from([1, 0]),
    field('host'),
    field(number),
    field(name),
    field(data),
  ]);
}

const cookie = 'MIT-MAGIC-COOKIE-1';

test('the cookie of the display is found among others', () => {
  const content = Buffer.concat([
    entry('0', cookie, 'wrong display'),
    entry('5', 'XDM-AUTHORIZATION-1', 'wrong kind'),
    entry('5', cookie, 'right'),
  ]);
  expect(findCookie(content, 5)).toEqual({ name: cookie, data: Buffer.from('right') });
});

test('an entry without a number is for all displays', () => {
  expect(findCookie(entry('', cookie, 'any'), 3)?.data.toString()).toBe('any');
});

test('a file without a cookie, or cut off in the middle, has none', () => {
  expect(findCookie(Buffer.alloc(0), 0)).toBeNull();
  expect(findCookie(entry('1', cookie, 'other'), 0)).toBeNull();
  expect(findCookie(entry('0', cookie, 'cut').subarray(0, 20), 0)).toBeNull();
});
