import { describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../../../src-main/engine/streaming/ws-socket.ts';

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 20, 22);

  test.each([
    ['30', 30_000],
    ['0', 0],
    ['1.5', 1_500],
    [' 7 ', 7_000],
    ['Fri, 20 Nov 2026 22:01:00 GMT', 60_000],
    ['31536000', 900_000],
    ['Sat, 20 Nov 2027 22:00:00 GMT', 900_000],
  ])('%j is %i ms', (value, ms) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });

  test.each([
    undefined,
    null,
    '',
    ' ',
    'soon',
    '-1',
    'NaN',
    'Infinity',
    'Fri, 20 Nov 2026 21:59:00 GMT',
  ])('%j says nothing', (value) => {
    expect(parseRetryAfter(value, now)).toBeNull();
  });
});
