import { beforeEach, describe, expect, test } from 'vitest';
import {
  type ConnectionBench,
  connectionBench,
  lost,
  outage,
  refusedPort,
} from '../../../support/connection-bench.ts';
import { fakeStart, settle } from '../../../support/fake-clock.ts';

let bench: ConnectionBench;

beforeEach(() => {
  bench = connectionBench();
});

describe('the way up', () => {
  test('before start there is nothing', () => {
    expect(bench.connection.state).toBeNull();
    expect(bench.sockets.all).toEqual([]);
    expect(bench.clock.pending).toBe(0);
  });

  test('connecting, subscribing, online', () => {
    bench.connection.start();
    expect(bench.connection.state).toEqual({ name: 'connecting' });
    bench.sockets.last.open();
    expect(bench.connection.state).toEqual({ name: 'subscribing' });
    expect(bench.opens()).toBe(1);
    bench.connection.acknowledge();
    expect(bench.connection.state).toEqual({ name: 'online' });
    expect(bench.names()).toEqual(['connecting', 'subscribing', 'online']);
  });

  test('an open socket alone is not online', async () => {
    bench.connection.start();
    bench.sockets.last.open();
    await bench.clock.advance(4_999);
    expect(bench.connection.state).toEqual({ name: 'subscribing' });
  });

  test('starting again while it runs does nothing', () => {
    bench.connection.start();
    bench.connection.start();
    bench.sockets.last.open();
    bench.connection.start();
    bench.connection.acknowledge();
    bench.connection.start();
    expect(bench.sockets.all).toHaveLength(1);
    expect(bench.names()).toEqual(['connecting', 'subscribing', 'online']);
  });

  test('an acknowledgement out of turn does nothing', () => {
    bench.connection.acknowledge();
    bench.connection.start();
    bench.connection.acknowledge();
    expect(bench.connection.state).toEqual({ name: 'connecting' });
    bench.sockets.last.open();
    bench.connection.acknowledge();
    bench.connection.acknowledge();
    expect(bench.names()).toEqual(['connecting', 'subscribing', 'online']);
  });

  test('texts come through while subscribing and online', () => {
    bench.connection.start();
    bench.sockets.last.open();
    bench.sockets.last.receive('one');
    bench.connection.acknowledge();
    bench.sockets.last.receive('two');
    expect(bench.texts).toEqual(['one', 'two']);
  });

  test('send says whether there was a socket to hand the text to', () => {
    expect(bench.connection.send('too early')).toBe(false);
    bench.connection.start();
    bench.sockets.last.open();
    expect(bench.connection.send('in time')).toBe(true);
    bench.connection.stop();
    expect(bench.connection.send('too late')).toBe(false);
    expect(bench.sockets.last.sent).toEqual(['in time']);
  });
});

describe('attempts that fail', () => {
  test('a handshake without an answer is given up after 10 s and judged', async () => {
    bench.connection.start();
    const socket = bench.sockets.last;
    await bench.clock.advance(9_999);
    expect(bench.connection.state).toEqual({ name: 'connecting' });
    expect(socket.terminated).toBe(false);
    await bench.clock.advance(1);
    expect(socket.terminated).toBe(true);
    expect(bench.judged).toEqual([{ kind: 'timeout', what: 'handshake' }]);
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'unreachable' });
  });

  test('a subscription that is not acknowledged is given up after 5 s and judged', async () => {
    bench.connection.start();
    await bench.clock.advance(9_000);
    bench.sockets.last.open();
    await bench.clock.advance(4_999);
    expect(bench.connection.state).toEqual({ name: 'subscribing' });
    await bench.clock.advance(1);
    expect(bench.sockets.last.terminated).toBe(true);
    expect(bench.judged).toEqual([{ kind: 'timeout', what: 'subscription' }]);
  });

  test('what the socket says of its end is what is judged', async () => {
    bench.connection.start();
    bench.sockets.last.end(refusedPort);
    await settle();
    expect(bench.judged).toEqual([refusedPort]);
    expect(bench.names()).toEqual(['connecting', 'waiting']);
  });

  test('an end before the acknowledgement is judged too', async () => {
    bench.connection.start();
    bench.sockets.last.open();
    bench.sockets.last.end(lost);
    await settle();
    expect(bench.judged).toEqual([lost]);
    expect(bench.names()).toEqual(['connecting', 'subscribing', 'waiting']);
  });

  test('the verdict says why it waits', async () => {
    bench.played.judge = async () => ({ kind: 'retry', reason: 'server-error' });
    bench.connection.start();
    bench.sockets.last.end({ kind: 'rejected', status: 502, retryAfterMs: null });
    await settle();
    expect(bench.connection.state).toEqual({
      name: 'waiting',
      reason: 'server-error',
      retryAt: fakeStart + 2_000,
    });
  });

  test('a server that asks for more time gets it', async () => {
    bench.played.judge = async () => ({
      kind: 'retry',
      reason: 'rate-limited',
      notBeforeMs: 30_000,
    });
    bench.connection.start();
    bench.sockets.last.end({ kind: 'rejected', status: 429, retryAfterMs: 30_000 });
    await settle();
    expect(bench.connection.state).toMatchObject({ name: 'waiting', retryAt: fakeStart + 30_000 });
    await bench.clock.advance(29_999);
    expect(bench.sockets.all).toHaveLength(1);
    await bench.clock.advance(1);
    expect(bench.sockets.all).toHaveLength(2);
  });

  test('a judge that fails counts as an outage', async () => {
    bench.played.judge = async () => {
      throw new Error('no network');
    };
    bench.connection.start();
    bench.sockets.last.end(refusedPort);
    await settle();
    expect(bench.connection.state).toMatchObject({ name: 'waiting', reason: 'unreachable' });
  });

  test('only one attempt is in flight while the judge asks the server', async () => {
    const give = bench.heldVerdict();
    bench.connection.start();
    bench.sockets.last.end(refusedPort);
    await bench.clock.advance(60_000);
    bench.connection.nudge();
    bench.connection.start();
    await bench.clock.advance(60_000);
    expect(bench.sockets.all).toHaveLength(1);
    expect(bench.names()).toEqual(['connecting']);
    await give(outage);
    expect(bench.names()).toEqual(['connecting', 'waiting']);
    await bench.clock.advance(2_000);
    expect(bench.sockets.all).toHaveLength(2);
  });

  test('a verdict that comes after stop changes nothing', async () => {
    const give = bench.heldVerdict();
    bench.connection.start();
    bench.sockets.last.end(refusedPort);
    bench.connection.stop();
    await give({ kind: 'refuse', reason: 'token-invalid' });
    expect(bench.connection.state).toBeNull();
    expect(bench.clock.pending).toBe(0);
  });

  test('a verdict of an earlier run does not touch the present one', async () => {
    const give = bench.heldVerdict();
    bench.connection.start();
    bench.sockets.last.end(refusedPort);
    bench.connection.stop();
    await bench.clock.advance(2_000);
    bench.goOnline();
    await give({ kind: 'refuse', reason: 'token-invalid' });
    expect(bench.connection.state).toEqual({ name: 'online' });
  });
});

describe('refused', () => {
  beforeEach(async () => {
    bench.played.judge = async () => ({ kind: 'refuse', reason: 'token-invalid' });
    bench.connection.start();
    bench.sockets.last.end({ kind: 'rejected', status: 401, retryAfterMs: null });
    await settle();
  });

  test('it says why, and nothing runs', () => {
    expect(bench.connection.state).toEqual({ name: 'refused', reason: 'token-invalid' });
    expect(bench.clock.pending).toBe(0);
    expect(bench.sockets.alive).toBe(0);
  });

  test('neither time nor nudges change that', async () => {
    await bench.clock.advance(24 * 60 * 60_000);
    bench.connection.nudge();
    await bench.clock.advance(60_000);
    expect(bench.connection.state).toEqual({ name: 'refused', reason: 'token-invalid' });
    expect(bench.sockets.all).toHaveLength(1);
  });

  test('start is the way out', async () => {
    await bench.clock.advance(2_000);
    bench.connection.start();
    expect(bench.connection.state).toEqual({ name: 'connecting' });
    expect(bench.sockets.all).toHaveLength(2);
  });

  test('start within 2 s of the last attempt waits for the rest', async () => {
    await bench.clock.advance(500);
    bench.connection.start();
    expect(bench.connection.state).toEqual({ name: 'connecting' });
    expect(bench.sockets.all).toHaveLength(1);
    await bench.clock.advance(1_500);
    expect(bench.sockets.all).toHaveLength(2);
    expect(bench.connection.state).toEqual({ name: 'connecting' });
  });
});
