import { beforeEach, describe, expect, test } from 'vitest';
import {
  type ConnectionBench,
  connectionBench,
  lost,
  refusedPort,
} from '../../../support/connection-bench.ts';
import { fakeStart, settle } from '../../../support/fake-clock.ts';

let bench: ConnectionBench;

beforeEach(() => {
  bench = connectionBench();
});

describe('a connection that is lost', () => {
  test('online, closed: waits with backoff, then tries again, without asking the judge', async () => {
    bench.goOnline();
    await bench.clock.advance(10_000);
    bench.sockets.last.end(lost);
    expect(bench.connection.state).toEqual({
      name: 'waiting',
      reason: 'closed',
      retryAt: fakeStart + 12_000,
    });
    expect(bench.judged).toEqual([]);
    await bench.clock.advance(1_999);
    expect(bench.sockets.all).toHaveLength(1);
    await bench.clock.advance(1);
    expect(bench.sockets.all).toHaveLength(2);
    expect(bench.names()).toEqual(['connecting', 'subscribing', 'online', 'waiting', 'connecting']);
  });

  test('any end while online is a loss: an oversize frame does not stop it', () => {
    bench.goOnline();
    bench.sockets.last.end({ kind: 'error', code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' });
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'closed' });
  });

  test('no pong: stale, then waiting; the dead socket is terminated', async () => {
    bench.goOnline();
    await bench.clock.advance(45_000);
    expect(bench.states.slice(-2)).toEqual([
      { name: 'stale', reason: 'no-pong' },
      { name: 'waiting', reason: 'no-pong', retryAt: fakeStart + 47_000 },
    ]);
    expect(bench.sockets.last.terminated).toBe(true);
    expect(bench.sockets.last.pings).toBe(1);
  });

  test.each([
    ['a pong', () => bench.sockets.last.alive()],
    ['any text frame', () => bench.sockets.last.receive('{}')],
  ])('%s after the ping is a sign of life', async (_what, live) => {
    bench.goOnline();
    await bench.clock.advance(30_000);
    live();
    await bench.clock.advance(29_999);
    expect(bench.connection.state).toEqual({ name: 'online' });
    expect(bench.sockets.last.pings).toBe(1);
  });

  test('after a sleep the socket has 5 s to answer', async () => {
    bench.goOnline();
    bench.clock.jump(8 * 60 * 60_000);
    await bench.clock.advance(30_000 + 4_999);
    expect(bench.connection.state).toEqual({ name: 'online' });
    await bench.clock.advance(1);
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'no-pong' });
  });
});

describe('backoff', () => {
  /** Fails each attempt as soon as it is made; returns the waits in ms. */
  async function waits(count: number): Promise<number[]> {
    const found: number[] = [];
    for (let n = 0; n < count; n += 1) {
      bench.sockets.last.end(refusedPort);
      await settle();
      const state = bench.connection.state;
      if (state?.name !== 'waiting') throw new Error(`expected to wait, not ${state?.name}`);
      const wait = state.retryAt - bench.clock.now();
      found.push(wait);
      await bench.clock.advance(wait);
    }
    return found;
  }

  test('the ceiling doubles from 4 s to 60 s', async () => {
    bench.played.random = 0.999_999;
    bench.connection.start();
    expect(await waits(7)).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test('no wait is shorter than 2 s', async () => {
    bench.played.random = 0;
    bench.connection.start();
    expect(await waits(6)).toEqual([2_000, 2_000, 2_000, 2_000, 2_000, 2_000]);
  });

  test('a connection that was lost before 30 s of health does not reset it', async () => {
    bench.played.random = 0.999_999;
    bench.connection.start();
    expect(await waits(3)).toEqual([4_000, 8_000, 16_000]);
    bench.sockets.last.open();
    bench.connection.acknowledge();
    await bench.clock.advance(29_999);
    bench.sockets.last.alive();
    expect(await waits(1)).toEqual([32_000]);
  });

  test('30 s of health do', async () => {
    bench.played.random = 0.999_999;
    bench.connection.start();
    expect(await waits(3)).toEqual([4_000, 8_000, 16_000]);
    bench.sockets.last.open();
    bench.connection.acknowledge();
    await bench.clock.advance(30_000);
    expect(await waits(1)).toEqual([4_000]);
  });
});

describe('nudge', () => {
  test('a waiting connection tries at once', async () => {
    bench.played.random = 0.999_999;
    bench.connection.start();
    bench.sockets.last.end(refusedPort);
    await bench.clock.advance(3_000);
    bench.connection.nudge();
    expect(bench.connection.state).toEqual({ name: 'connecting' });
    expect(bench.sockets.all).toHaveLength(2);
    await bench.clock.advance(3_000);
    expect(bench.sockets.all).toHaveLength(2);
  });

  test('never two attempts within 2 s, however often and whenever it is nudged', async () => {
    const times: number[] = [];
    bench.played.alsoOnState = (state) => {
      if (state.name === 'connecting') times.push(bench.clock.monotonic());
    };
    bench.connection.start();
    for (let ms = 0; ms < 60_000; ms += 137) {
      if (bench.connection.state?.name === 'connecting') bench.sockets.last.end(refusedPort);
      bench.connection.nudge();
      bench.connection.nudge();
      await bench.clock.advance(137);
    }
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(times.length).toBeGreaterThan(20);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
  });

  test('a nudge too early waits for the rest of the 2 s', async () => {
    bench.connection.start();
    bench.sockets.last.end(refusedPort);
    await bench.clock.advance(500);
    bench.connection.nudge();
    expect(bench.connection.state).toMatchObject({ name: 'waiting', retryAt: fakeStart + 2_000 });
    await bench.clock.advance(1_499);
    expect(bench.sockets.all).toHaveLength(1);
    await bench.clock.advance(1);
    expect(bench.sockets.all).toHaveLength(2);
  });

  test('an online connection is probed at once and keeps its socket when it answers', async () => {
    bench.goOnline();
    await bench.clock.advance(3_000);
    bench.connection.nudge();
    expect(bench.sockets.last.pings).toBe(1);
    bench.sockets.last.alive();
    await bench.clock.advance(10_000);
    expect(bench.connection.state).toEqual({ name: 'online' });
    expect(bench.sockets.all).toHaveLength(1);
  });

  test('an online connection that does not answer within 5 s is replaced', async () => {
    bench.goOnline();
    bench.connection.nudge();
    await bench.clock.advance(5_000);
    expect(bench.names().slice(-2)).toEqual(['stale', 'waiting']);
    await bench.clock.advance(2_000);
    expect(bench.sockets.all).toHaveLength(2);
  });

  test.each([
    ['before start', () => {}],
    ['while connecting', () => bench.connection.start()],
    [
      'while subscribing',
      () => {
        bench.connection.start();
        bench.sockets.last.open();
      },
    ],
  ])('%s it does nothing', async (_when, arrange) => {
    arrange();
    const before = [...bench.names()];
    bench.connection.nudge();
    expect(bench.names()).toEqual(before);
    expect(bench.sockets.all.every(({ pings }) => pings === 0)).toBe(true);
  });
});
