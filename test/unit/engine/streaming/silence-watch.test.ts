import { beforeEach, describe, expect, test } from 'vitest';
import { createSilenceWatch } from '../../../../src-main/engine/streaming/silence-watch.ts';
import type { Watchdog } from '../../../../src-main/engine/streaming/watchdog.ts';
import { type FakeClock, fakeClock } from '../../../support/fake-clock.ts';

const limit = 60_000;
let clock: FakeClock;
let watch: Watchdog;
let deaths: number[];

beforeEach(() => {
  clock = fakeClock();
  deaths = [];
  watch = createSilenceWatch({
    clock,
    limit,
    onDead: () => void deaths.push(clock.monotonic()),
  });
});

test('a peer that is heard now and then lives', async () => {
  for (let round = 0; round < 10; round += 1) {
    await clock.advance(limit - 1);
    watch.alive();
  }
  expect(deaths).toEqual([]);
});

test('so much silence is its end, to the millisecond, and told once', async () => {
  await clock.advance(20_000);
  watch.alive();
  await clock.advance(limit - 1);
  expect(deaths).toEqual([]);
  await clock.advance(1);
  expect(deaths).toEqual([20_000 + limit]);
  await clock.advance(10 * limit);
  expect(deaths).toHaveLength(1);
  expect(clock.pending).toBe(0);
});

test('however often the peer is heard, one timer is set', async () => {
  for (let n = 0; n < 1_000; n += 1) watch.alive();
  await clock.advance(limit - 1);
  for (let n = 0; n < 1_000; n += 1) watch.alive();
  expect(clock.pending).toBe(1);
  expect(deaths).toEqual([]);
});

test('stopped, it tells nothing any more', async () => {
  watch.stop();
  await clock.advance(10 * limit);
  expect(deaths).toEqual([]);
  expect(clock.pending).toBe(0);
});

describe('where the link is doubtful', () => {
  test('a peer that was silent for more than half of the time is gone', async () => {
    await clock.advance(limit / 2 + 1);
    watch.probe();
    expect(deaths).toEqual([limit / 2 + 1]);
    expect(clock.pending).toBe(0);
  });

  test('one that was just heard is not', async () => {
    await clock.advance(limit - 1);
    watch.alive();
    await clock.advance(limit / 2);
    watch.probe();
    expect(deaths).toEqual([]);
  });
});

describe('clocks', () => {
  test('a sleep of the computer is silence, however late its timers are', async () => {
    await clock.advance(limit - 1_000);
    watch.alive();
    clock.jump(8 * 3_600_000);
    await clock.advance(1_000);
    expect(deaths).toEqual([limit]);
  });

  test('what was still on its way before a sleep proves nothing after it', async () => {
    await clock.advance(1_000);
    clock.jump(8 * 3_600_000);
    watch.alive();
    await clock.advance(limit - 1_000);
    expect(deaths).toEqual([limit]);
  });

  test('a clock that is set back kills nobody, and time goes on from there', async () => {
    clock.jump(-3_600_000);
    await clock.advance(limit);
    expect(deaths).toEqual([]);
    await clock.advance(limit);
    expect(deaths).toEqual([2 * limit]);
  });
});
