import { beforeEach, describe, expect, test } from 'vitest';
import type { Verdict } from '../../../../src-main/engine/streaming/verdict.ts';
import { type ConnectionBench, connectionBench } from '../../../support/connection-bench.ts';

let bench: ConnectionBench;

beforeEach(() => {
  bench = connectionBench();
});

const judged = (verdict: Verdict) => ({ kind: 'judged', verdict }) as const;
const waitsFor = () => {
  const { state } = bench.connection;
  return state?.name === 'waiting' ? state.retryAt - bench.clock.now() : null;
};

describe('an end that needs no judge', () => {
  const refusal = judged({ kind: 'refuse', reason: 'feed-over' });
  const outage = judged({ kind: 'retry', reason: 'not-a-feed', notBeforeMs: 20_000 });

  test('before the connection is up counts at once, and nobody is asked', () => {
    bench.connection.start();
    bench.sockets.last.end(outage);
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'not-a-feed' });
    expect(waitsFor()).toBe(20_000);
    expect(bench.judged).toEqual([]);
  });

  test('may refuse before it is up', () => {
    bench.connection.start();
    bench.sockets.last.open();
    bench.sockets.last.end(refusal);
    expect(bench.connection.state).toEqual({ name: 'refused', reason: 'feed-over' });
    expect(bench.clock.pending).toBe(0);
    expect(bench.judged).toEqual([]);
  });

  test('says why an online one is lost, where another end only says that it is', () => {
    bench.goOnline();
    bench.sockets.last.end(outage);
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'not-a-feed' });
    expect(waitsFor()).toBe(20_000);
  });

  test('may refuse an online one', async () => {
    bench.goOnline();
    bench.sockets.last.end(refusal);
    expect(bench.connection.state).toEqual({ name: 'refused', reason: 'feed-over' });
    await bench.clock.advance(600_000);
    expect(bench.sockets.all).toHaveLength(1);
  });

  test('of a socket that was replaced is ignored', async () => {
    bench.goOnline();
    const [first] = bench.sockets.all;
    await bench.clock.advance(5_000);
    bench.connection.reconnect();
    first?.end(refusal);
    expect(bench.connection.state).toEqual({ name: 'connecting' });
  });
});

describe('an end in good order', () => {
  /** Online for a moment, again and again, each ended so; returns what was waited for (ms). */
  async function waits(verdict: Verdict, times: number): Promise<(number | null)[]> {
    bench.played.random = 0.999;
    const found: (number | null)[] = [];
    bench.connection.start();
    for (let time = 0; time < times; time += 1) {
      bench.sockets.last.open();
      bench.connection.acknowledge();
      bench.sockets.last.end(judged(verdict));
      found.push(waitsFor());
      await bench.clock.advance(waitsFor() ?? 0);
    }
    return found;
  }

  test('is no reason to come back later and later', async () => {
    const found = await waits({ kind: 'retry', reason: 'closed', inGoodOrder: true }, 6);
    expect(new Set(found)).toEqual(new Set([3_998]));
  });

  test('unlike one that is not', async () => {
    const found = await waits({ kind: 'retry', reason: 'closed' }, 4);
    expect(found).toEqual([...found].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(found).size).toBe(4);
  });

  test('still waits as long as the server asked for', async () => {
    const asked = { inGoodOrder: true, notBeforeMs: 9_000 };
    const found = await waits({ kind: 'retry', reason: 'closed', ...asked }, 2);
    expect(found).toEqual([9_000, 9_000]);
  });
});

describe('silence', () => {
  test('of a peer that cannot be asked is no matter', async () => {
    bench = connectionBench({ watch: null });
    bench.goOnline();
    await bench.clock.advance(24 * 3_600_000);
    expect(bench.sockets.last.pings).toBe(0);
    expect(bench.connection.state).toEqual({ name: 'online' });
    bench.connection.nudge();
    await bench.clock.advance(60_000);
    expect(bench.connection.state).toEqual({ name: 'online' });
  });

  test('of one that is known to say something now and then is its end', async () => {
    bench = connectionBench({ watch: null, silentFor: 45_000 });
    bench.goOnline();
    await bench.clock.advance(30_000);
    bench.sockets.last.alive();
    await bench.clock.advance(30_000);
    bench.sockets.last.receive('something');
    await bench.clock.advance(44_999);
    expect(bench.connection.state).toEqual({ name: 'online' });
    await bench.clock.advance(1);
    expect(bench.names().slice(-2)).toEqual(['stale', 'waiting']);
    expect(bench.connection.state).toMatchObject({ reason: 'no-pong' });
  });

  test('after a ping is the end at the times that its link asks for', async () => {
    const watch = { pingEvery: 10_000, pongWithin: 5_000, probeWithin: 2_000 };
    bench = connectionBench({ watch });
    bench.goOnline();
    await bench.clock.advance(10_000);
    expect(bench.sockets.last.pings).toBe(1);
    await bench.clock.advance(5_000);
    expect(bench.names().slice(-2)).toEqual(['stale', 'waiting']);
  });

  test('on a doubtful link is looked into at once', async () => {
    bench = connectionBench({ watch: null, silentFor: 60_000 });
    bench.goOnline();
    await bench.clock.advance(31_000);
    bench.connection.nudge();
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'no-pong' });
    await bench.clock.advance(2_000);
    expect(bench.connection.state).toEqual({ name: 'connecting' });
    expect(bench.sockets.alive).toBe(1);
  });
});
