import { expect, test } from 'vitest';
import { createRateLimiter } from '../../../../src-main/demo/http/limiter.ts';
import { manualClock } from '../../../support/manual-clock.ts';

test('counts each caller and endpoint by itself, within the window', () => {
  const clock = manualClock();
  const limiter = createRateLimiter(clock);
  const rule = { windowMs: 1000, max: 2 };
  const call =
    (endpoint = 'a', caller = 'me') =>
    () =>
      limiter.count(endpoint, caller, rule);
  call()();
  clock.advance(400);
  call()();
  expect(call()).toThrow('Rate limit exceeded');
  call('b')();
  call('a', 'you')();
  clock.advance(600);
  call()();
  expect(call()).toThrow('Rate limit exceeded');
});

test('says how long to wait, in whole seconds', () => {
  const clock = manualClock();
  const limiter = createRateLimiter(clock);
  const rule = { windowMs: 60_000, max: 60, gapMs: 3000 };
  limiter.count('a', 'me', rule);
  clock.advance(100);
  expect(() => limiter.count('a', 'me', rule)).toThrow(
    expect.objectContaining({ status: 429, retryAfterSeconds: 3 }),
  );
});
