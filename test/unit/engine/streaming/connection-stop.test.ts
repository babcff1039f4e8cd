import { beforeEach, describe, expect, test } from 'vitest';
import { type ConnectionBench, connectionBench, lost } from '../../../support/connection-bench.ts';

let bench: ConnectionBench;

beforeEach(() => {
  bench = connectionBench();
});

describe('stop leaves no timer and no socket', () => {
  const arrangements: [string, () => void | Promise<void>][] = [
    ['connecting', () => bench.connection.start()],
    [
      'subscribing',
      () => {
        bench.connection.start();
        bench.sockets.last.open();
      },
    ],
    ['online', () => bench.goOnline()],
    [
      'online with a ping under way',
      async () => {
        bench.goOnline();
        await bench.clock.advance(30_000);
      },
    ],
    [
      'waiting',
      () => {
        bench.goOnline();
        bench.sockets.last.end(lost);
      },
    ],
    [
      'waiting for the rest of 2 s',
      () => {
        bench.connection.start();
        bench.connection.stop();
        bench.connection.start();
      },
    ],
  ];

  test.each(arrangements)('from %s', async (_state, arrange) => {
    await arrange();
    const count = bench.sockets.all.length;
    bench.connection.stop();
    expect(bench.connection.state).toBeNull();
    expect(bench.clock.pending).toBe(0);
    expect(bench.sockets.alive).toBe(0);
    const before = bench.names().length;
    await bench.clock.advance(600_000);
    expect(bench.sockets.all).toHaveLength(count);
    expect(bench.names()).toHaveLength(before);
  });

  test.each(['connecting', 'subscribing', 'online', 'stale', 'waiting'] as const)(
    'even when the listener stops it at the very moment of %s',
    async (name) => {
      bench.played.alsoOnState = (state) => {
        if (state.name === name) bench.connection.stop();
      };
      bench.connection.start();
      if (bench.sockets.all.length > 0) bench.sockets.last.open();
      bench.connection.acknowledge();
      await bench.clock.advance(45_000);
      expect(bench.connection.state).toBeNull();
      expect(bench.clock.pending).toBe(0);
      expect(bench.sockets.alive).toBe(0);
      await bench.clock.advance(600_000);
      expect(bench.names().at(-1)).toBe(name);
    },
  );

  test('it can be started again', async () => {
    bench.goOnline();
    bench.connection.stop();
    await bench.clock.advance(2_000);
    bench.goOnline();
    expect(bench.connection.state).toEqual({ name: 'online' });
    expect(bench.sockets.all).toHaveLength(2);
  });
});

describe('late events of an old socket are ignored', () => {
  test('after a loss', async () => {
    bench.goOnline();
    const old = bench.sockets.last;
    await bench.clock.advance(45_000);
    const before = bench.names().length;
    old.open();
    old.receive('late');
    old.alive();
    old.end(lost);
    expect(bench.names()).toHaveLength(before);
    expect(bench.texts).toEqual([]);
    expect(bench.opens()).toBe(1);
  });

  test('while the next one is online', async () => {
    bench.goOnline();
    const old = bench.sockets.last;
    await bench.clock.advance(45_000 + 2_000);
    bench.sockets.last.open();
    bench.connection.acknowledge();
    await bench.clock.advance(30_000);
    old.alive();
    old.receive('late');
    old.end(lost);
    expect(bench.connection.state).toEqual({ name: 'online' });
    expect(bench.texts).toEqual([]);
    await bench.clock.advance(15_000);
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'no-pong' });
  });

  test('after stop', () => {
    bench.goOnline();
    bench.connection.stop();
    bench.sockets.last.receive('late');
    bench.sockets.last.end(lost);
    expect(bench.connection.state).toBeNull();
    expect(bench.texts).toEqual([]);
    expect(bench.clock.pending).toBe(0);
  });
});
