import { expect, test } from 'vitest';
import { systemClock } from '../../../../src-main/engine/streaming/clock.ts';

const turn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

test('a delay longer than a JavaScript timer can hold does not fire at once', async () => {
  let fired = false;
  const timer = systemClock.setTimeout(() => {
    fired = true;
  }, 2 ** 40);
  // A timer that overflowed would be set to 1 ms: one that was set after it fires later.
  await new Promise<void>((resolve) => {
    systemClock.setTimeout(resolve, 5);
  });
  await turn();
  timer.cancel();
  expect(fired).toBe(false);
});

test('a cancelled timer does not fire, and may be cancelled again', async () => {
  let fired = false;
  const timer = systemClock.setTimeout(() => {
    fired = true;
  }, 0);
  timer.cancel();
  timer.cancel();
  await new Promise<void>((resolve) => {
    systemClock.setTimeout(resolve, 2);
  });
  expect(fired).toBe(false);
});

test('wall time and monotonic time are both in milliseconds', () => {
  expect(
    Math.abs(systemClock.now() - (performance.timeOrigin + systemClock.monotonic())),
  ).toBeLessThan(24 * 60 * 60 * 1_000);
});
