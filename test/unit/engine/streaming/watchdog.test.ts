import { beforeEach, describe, expect, test } from 'vitest';
import { createWatchdog, type Watchdog } from '../../../../src-main/engine/streaming/watchdog.ts';
import { type FakeClock, fakeClock } from '../../../support/fake-clock.ts';

let clock: FakeClock;
let watchdog: Watchdog;
let pings: number[];
let deaths: number[];

beforeEach(() => {
  clock = fakeClock();
  pings = [];
  deaths = [];
  watchdog = createWatchdog({
    clock,
    ping: () => void pings.push(clock.monotonic()),
    onDead: () => void deaths.push(clock.monotonic()),
  });
});

test('it pings every 30 s while the peer answers', async () => {
  for (let round = 0; round < 4; round += 1) {
    await clock.advance(30_000);
    watchdog.alive();
  }
  expect(pings).toEqual([30_000, 60_000, 90_000, 120_000]);
  expect(deaths).toEqual([]);
});

test('without an answer the peer is dead 15 s after the ping, and told so once', async () => {
  await clock.advance(44_999);
  expect(deaths).toEqual([]);
  await clock.advance(1);
  expect(deaths).toEqual([45_000]);
  await clock.advance(600_000);
  expect(deaths).toEqual([45_000]);
  expect(pings).toEqual([30_000]);
  expect(clock.pending).toBe(0);
});

test('an answer in the last millisecond saves it', async () => {
  await clock.advance(44_999);
  watchdog.alive();
  await clock.advance(1);
  expect(deaths).toEqual([]);
  await clock.advance(15_000 - 1);
  expect(pings).toEqual([30_000]);
  await clock.advance(1);
  expect(pings).toEqual([30_000, 60_000]);
});

test('a sign of life before the ping does not answer the ping', async () => {
  await clock.advance(29_999);
  watchdog.alive();
  await clock.advance(1 + 15_000);
  expect(deaths).toEqual([45_000]);
});

describe('probe', () => {
  test('asks at once and gives 5 s', async () => {
    await clock.advance(10_000);
    watchdog.probe();
    expect(pings).toEqual([10_000]);
    await clock.advance(5_000);
    expect(deaths).toEqual([15_000]);
  });

  test('an answer puts the pace back to 30 s from the probe', async () => {
    await clock.advance(10_000);
    watchdog.probe();
    watchdog.alive();
    await clock.advance(30_000);
    expect(pings).toEqual([10_000, 40_000]);
    expect(deaths).toEqual([]);
  });

  test('while an answer is overdue anyway it does not prolong the wait', async () => {
    await clock.advance(30_000 + 14_000);
    watchdog.probe();
    await clock.advance(5_000);
    expect(deaths).toEqual([49_000]);
  });
});

describe('sleep', () => {
  test('a ping timer more than 20 s late means that the computer slept: 5 s instead of 15 s', async () => {
    await clock.advance(10_000);
    clock.jump(60 * 60_000);
    await clock.advance(20_000);
    expect(pings).toEqual([30_000]);
    await clock.advance(5_000);
    expect(deaths).toEqual([35_000]);
  });

  test('a little lateness does not', async () => {
    clock.jump(20_000);
    await clock.advance(30_000 + 14_999);
    expect(deaths).toEqual([]);
  });

  test('after the answer the pace is the usual one', async () => {
    clock.jump(60 * 60_000);
    await clock.advance(30_000);
    watchdog.alive();
    await clock.advance(30_000 + 14_999);
    expect(deaths).toEqual([]);
    expect(pings).toEqual([30_000, 60_000]);
  });

  test('a clock that is set back is no sleep', async () => {
    clock.jump(-60 * 60_000);
    await clock.advance(30_000 + 14_999);
    expect(deaths).toEqual([]);
  });
});

test('after stop nothing runs', async () => {
  await clock.advance(30_000);
  watchdog.stop();
  expect(clock.pending).toBe(0);
  await clock.advance(600_000);
  expect(deaths).toEqual([]);
  expect(pings).toEqual([30_000]);
});
