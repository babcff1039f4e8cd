import { beforeEach, describe, expect, test } from 'vitest';
import { createBackoff } from '../../../../src-main/engine/streaming/backoff.ts';
import {
  type AttemptEnd,
  Connection,
  type ConnectionState,
  type Verdict,
} from '../../../../src-main/engine/streaming/connection.ts';
import { type FakeClock, fakeClock, fakeStart, settle } from '../../../support/fake-clock.ts';
import { type FakeSockets, fakeSockets } from '../../../support/fake-socket.ts';

const lost = { kind: 'closed', code: 1006 } as const;
const refusedPort = { kind: 'error', code: 'ECONNREFUSED' } as const;
const outage: Verdict = { kind: 'retry', reason: 'unreachable' };

let clock: FakeClock;
let sockets: FakeSockets;
let connection: Connection;
let random: number;
let states: ConnectionState[];
let texts: string[];
let opens: number;
let judged: AttemptEnd[];
let judge: (end: AttemptEnd) => Promise<Verdict>;
/** What the listener does besides keeping the state. */
let alsoOnState: (state: ConnectionState) => void;

beforeEach(() => {
  clock = fakeClock();
  sockets = fakeSockets();
  random = 0;
  states = [];
  texts = [];
  opens = 0;
  judged = [];
  judge = async () => outage;
  alsoOnState = () => {};
  connection = new Connection({
    clock,
    backoff: createBackoff({ random: () => random }),
    openSocket: sockets.open,
    onOpen: () => {
      opens += 1;
    },
    onText: (text) => void texts.push(text),
    onState: (state) => {
      states.push(state);
      alsoOnState(state);
    },
    judge: (end) => {
      judged.push(end);
      return judge(end);
    },
  });
});

const names = () => states.map(({ name }) => name);

function goOnline(): void {
  connection.start();
  sockets.last.open();
  connection.acknowledge();
}

/** A verdict that is given when the test says so. */
function heldVerdict(): (verdict: Verdict) => Promise<void> {
  let answer: (verdict: Verdict) => void = () => {};
  judge = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  return async (verdict) => {
    answer(verdict);
    await settle();
  };
}

describe('the way up', () => {
  test('before start there is nothing', () => {
    expect(connection.state).toBeNull();
    expect(sockets.all).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  test('connecting, subscribing, online', () => {
    connection.start();
    expect(connection.state).toEqual({ name: 'connecting' });
    sockets.last.open();
    expect(connection.state).toEqual({ name: 'subscribing' });
    expect(opens).toBe(1);
    connection.acknowledge();
    expect(connection.state).toEqual({ name: 'online' });
    expect(names()).toEqual(['connecting', 'subscribing', 'online']);
  });

  test('an open socket alone is not online', async () => {
    connection.start();
    sockets.last.open();
    await clock.advance(4_999);
    expect(connection.state).toEqual({ name: 'subscribing' });
  });

  test('starting again while it runs does nothing', () => {
    connection.start();
    connection.start();
    sockets.last.open();
    connection.start();
    connection.acknowledge();
    connection.start();
    expect(sockets.all).toHaveLength(1);
    expect(names()).toEqual(['connecting', 'subscribing', 'online']);
  });

  test('an acknowledgement out of turn does nothing', () => {
    connection.acknowledge();
    connection.start();
    connection.acknowledge();
    expect(connection.state).toEqual({ name: 'connecting' });
    sockets.last.open();
    connection.acknowledge();
    connection.acknowledge();
    expect(names()).toEqual(['connecting', 'subscribing', 'online']);
  });

  test('texts come through while subscribing and online', () => {
    connection.start();
    sockets.last.open();
    sockets.last.receive('one');
    connection.acknowledge();
    sockets.last.receive('two');
    expect(texts).toEqual(['one', 'two']);
  });

  test('send says whether there was a socket to hand the text to', () => {
    expect(connection.send('too early')).toBe(false);
    connection.start();
    sockets.last.open();
    expect(connection.send('in time')).toBe(true);
    connection.stop();
    expect(connection.send('too late')).toBe(false);
    expect(sockets.last.sent).toEqual(['in time']);
  });
});

describe('attempts that fail', () => {
  test('a handshake without an answer is given up after 10 s and judged', async () => {
    connection.start();
    const socket = sockets.last;
    await clock.advance(9_999);
    expect(connection.state).toEqual({ name: 'connecting' });
    expect(socket.terminated).toBe(false);
    await clock.advance(1);
    expect(socket.terminated).toBe(true);
    expect(judged).toEqual([{ kind: 'timeout', what: 'handshake' }]);
    expect(connection.state).toMatchObject({ name: 'waiting', reason: 'unreachable' });
  });

  test('a subscription that is not acknowledged is given up after 5 s and judged', async () => {
    connection.start();
    await clock.advance(9_000);
    sockets.last.open();
    await clock.advance(4_999);
    expect(connection.state).toEqual({ name: 'subscribing' });
    await clock.advance(1);
    expect(sockets.last.terminated).toBe(true);
    expect(judged).toEqual([{ kind: 'timeout', what: 'subscription' }]);
  });

  test('what the socket says of its end is what is judged', async () => {
    connection.start();
    sockets.last.end(refusedPort);
    await settle();
    expect(judged).toEqual([refusedPort]);
    expect(names()).toEqual(['connecting', 'waiting']);
  });

  test('an end before the acknowledgement is judged too', async () => {
    connection.start();
    sockets.last.open();
    sockets.last.end(lost);
    await settle();
    expect(judged).toEqual([lost]);
    expect(names()).toEqual(['connecting', 'subscribing', 'waiting']);
  });

  test('the verdict says why it waits', async () => {
    judge = async () => ({ kind: 'retry', reason: 'server-error' });
    connection.start();
    sockets.last.end({ kind: 'rejected', status: 502, retryAfterMs: null });
    await settle();
    expect(connection.state).toEqual({
      name: 'waiting',
      reason: 'server-error',
      retryAt: fakeStart + 2_000,
    });
  });

  test('a server that asks for more time gets it', async () => {
    judge = async () => ({ kind: 'retry', reason: 'rate-limited', notBeforeMs: 30_000 });
    connection.start();
    sockets.last.end({ kind: 'rejected', status: 429, retryAfterMs: 30_000 });
    await settle();
    expect(connection.state).toMatchObject({ name: 'waiting', retryAt: fakeStart + 30_000 });
    await clock.advance(29_999);
    expect(sockets.all).toHaveLength(1);
    await clock.advance(1);
    expect(sockets.all).toHaveLength(2);
  });

  test('a judge that fails counts as an outage', async () => {
    judge = async () => {
      throw new Error('no network');
    };
    connection.start();
    sockets.last.end(refusedPort);
    await settle();
    expect(connection.state).toMatchObject({ name: 'waiting', reason: 'unreachable' });
  });

  test('only one attempt is in flight while the judge asks the server', async () => {
    const give = heldVerdict();
    connection.start();
    sockets.last.end(refusedPort);
    await clock.advance(60_000);
    connection.nudge();
    connection.start();
    await clock.advance(60_000);
    expect(sockets.all).toHaveLength(1);
    expect(names()).toEqual(['connecting']);
    await give(outage);
    expect(names()).toEqual(['connecting', 'waiting']);
    await clock.advance(2_000);
    expect(sockets.all).toHaveLength(2);
  });

  test('a verdict that comes after stop changes nothing', async () => {
    const give = heldVerdict();
    connection.start();
    sockets.last.end(refusedPort);
    connection.stop();
    await give({ kind: 'refuse', reason: 'token-invalid' });
    expect(connection.state).toBeNull();
    expect(clock.pending).toBe(0);
  });

  test('a verdict of an earlier run does not touch the present one', async () => {
    const give = heldVerdict();
    connection.start();
    sockets.last.end(refusedPort);
    connection.stop();
    await clock.advance(2_000);
    goOnline();
    await give({ kind: 'refuse', reason: 'token-invalid' });
    expect(connection.state).toEqual({ name: 'online' });
  });
});

describe('a connection that is lost', () => {
  test('online, closed: waits with backoff, then tries again, without asking the judge', async () => {
    goOnline();
    await clock.advance(10_000);
    sockets.last.end(lost);
    expect(connection.state).toEqual({
      name: 'waiting',
      reason: 'closed',
      retryAt: fakeStart + 12_000,
    });
    expect(judged).toEqual([]);
    await clock.advance(1_999);
    expect(sockets.all).toHaveLength(1);
    await clock.advance(1);
    expect(sockets.all).toHaveLength(2);
    expect(names()).toEqual(['connecting', 'subscribing', 'online', 'waiting', 'connecting']);
  });

  test('any end while online is a loss: an oversize frame does not stop it', () => {
    goOnline();
    sockets.last.end({ kind: 'error', code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' });
    expect(connection.state).toMatchObject({ name: 'waiting', reason: 'closed' });
  });

  test('no pong: stale, then waiting; the dead socket is terminated', async () => {
    goOnline();
    await clock.advance(45_000);
    expect(states.slice(-2)).toEqual([
      { name: 'stale', reason: 'no-pong' },
      { name: 'waiting', reason: 'no-pong', retryAt: fakeStart + 47_000 },
    ]);
    expect(sockets.last.terminated).toBe(true);
    expect(sockets.last.pings).toBe(1);
  });

  test.each([
    ['a pong', () => sockets.last.alive()],
    ['any text frame', () => sockets.last.receive('{}')],
  ])('%s after the ping is a sign of life', async (_what, live) => {
    goOnline();
    await clock.advance(30_000);
    live();
    await clock.advance(29_999);
    expect(connection.state).toEqual({ name: 'online' });
    expect(sockets.last.pings).toBe(1);
  });

  test('after a sleep the socket has 5 s to answer', async () => {
    goOnline();
    clock.jump(8 * 60 * 60_000);
    await clock.advance(30_000 + 4_999);
    expect(connection.state).toEqual({ name: 'online' });
    await clock.advance(1);
    expect(connection.state).toMatchObject({ name: 'waiting', reason: 'no-pong' });
  });
});

describe('backoff', () => {
  /** Fails each attempt as soon as it is made; returns the waits in ms. */
  async function waits(count: number): Promise<number[]> {
    const found: number[] = [];
    for (let n = 0; n < count; n += 1) {
      sockets.last.end(refusedPort);
      await settle();
      const state = connection.state;
      if (state?.name !== 'waiting') throw new Error(`expected to wait, not ${state?.name}`);
      const wait = state.retryAt - clock.now();
      found.push(wait);
      await clock.advance(wait);
    }
    return found;
  }

  test('the ceiling doubles from 4 s to 60 s', async () => {
    random = 0.999_999;
    connection.start();
    expect(await waits(7)).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test('no wait is shorter than 2 s', async () => {
    random = 0;
    connection.start();
    expect(await waits(6)).toEqual([2_000, 2_000, 2_000, 2_000, 2_000, 2_000]);
  });

  test('a connection that was lost before 30 s of health does not reset it', async () => {
    random = 0.999_999;
    connection.start();
    expect(await waits(3)).toEqual([4_000, 8_000, 16_000]);
    sockets.last.open();
    connection.acknowledge();
    await clock.advance(29_999);
    sockets.last.alive();
    expect(await waits(1)).toEqual([32_000]);
  });

  test('30 s of health do', async () => {
    random = 0.999_999;
    connection.start();
    expect(await waits(3)).toEqual([4_000, 8_000, 16_000]);
    sockets.last.open();
    connection.acknowledge();
    await clock.advance(30_000);
    expect(await waits(1)).toEqual([4_000]);
  });
});

describe('nudge', () => {
  test('a waiting connection tries at once', async () => {
    random = 0.999_999;
    connection.start();
    sockets.last.end(refusedPort);
    await clock.advance(3_000);
    connection.nudge();
    expect(connection.state).toEqual({ name: 'connecting' });
    expect(sockets.all).toHaveLength(2);
    await clock.advance(3_000);
    expect(sockets.all).toHaveLength(2);
  });

  test('never two attempts within 2 s, however often and whenever it is nudged', async () => {
    const times: number[] = [];
    alsoOnState = (state) => {
      if (state.name === 'connecting') times.push(clock.monotonic());
    };
    connection.start();
    for (let ms = 0; ms < 60_000; ms += 137) {
      if (connection.state?.name === 'connecting') sockets.last.end(refusedPort);
      connection.nudge();
      connection.nudge();
      await clock.advance(137);
    }
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(times.length).toBeGreaterThan(20);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
  });

  test('a nudge too early waits for the rest of the 2 s', async () => {
    connection.start();
    sockets.last.end(refusedPort);
    await clock.advance(500);
    connection.nudge();
    expect(connection.state).toMatchObject({ name: 'waiting', retryAt: fakeStart + 2_000 });
    await clock.advance(1_499);
    expect(sockets.all).toHaveLength(1);
    await clock.advance(1);
    expect(sockets.all).toHaveLength(2);
  });

  test('an online connection is probed at once and keeps its socket when it answers', async () => {
    goOnline();
    await clock.advance(3_000);
    connection.nudge();
    expect(sockets.last.pings).toBe(1);
    sockets.last.alive();
    await clock.advance(10_000);
    expect(connection.state).toEqual({ name: 'online' });
    expect(sockets.all).toHaveLength(1);
  });

  test('an online connection that does not answer within 5 s is replaced', async () => {
    goOnline();
    connection.nudge();
    await clock.advance(5_000);
    expect(names().slice(-2)).toEqual(['stale', 'waiting']);
    await clock.advance(2_000);
    expect(sockets.all).toHaveLength(2);
  });

  test.each([
    ['before start', () => {}],
    ['while connecting', () => connection.start()],
    [
      'while subscribing',
      () => {
        connection.start();
        sockets.last.open();
      },
    ],
  ])('%s it does nothing', async (_when, arrange) => {
    arrange();
    const before = [...names()];
    connection.nudge();
    expect(names()).toEqual(before);
    expect(sockets.all.every(({ pings }) => pings === 0)).toBe(true);
  });
});

describe('refused', () => {
  beforeEach(async () => {
    judge = async () => ({ kind: 'refuse', reason: 'token-invalid' });
    connection.start();
    sockets.last.end({ kind: 'rejected', status: 401, retryAfterMs: null });
    await settle();
  });

  test('it says why, and nothing runs', () => {
    expect(connection.state).toEqual({ name: 'refused', reason: 'token-invalid' });
    expect(clock.pending).toBe(0);
    expect(sockets.alive).toBe(0);
  });

  test('neither time nor nudges change that', async () => {
    await clock.advance(24 * 60 * 60_000);
    connection.nudge();
    await clock.advance(60_000);
    expect(connection.state).toEqual({ name: 'refused', reason: 'token-invalid' });
    expect(sockets.all).toHaveLength(1);
  });

  test('start is the way out', async () => {
    await clock.advance(2_000);
    connection.start();
    expect(connection.state).toEqual({ name: 'connecting' });
    expect(sockets.all).toHaveLength(2);
  });

  test('start within 2 s of the last attempt waits for the rest', async () => {
    await clock.advance(500);
    connection.start();
    expect(connection.state).toMatchObject({ name: 'waiting' });
    await clock.advance(1_500);
    expect(connection.state).toEqual({ name: 'connecting' });
  });
});

describe('stop leaves no timer and no socket', () => {
  const arrangements: [string, () => void | Promise<void>][] = [
    ['connecting', () => connection.start()],
    [
      'subscribing',
      () => {
        connection.start();
        sockets.last.open();
      },
    ],
    ['online', () => goOnline()],
    [
      'online with a ping under way',
      async () => {
        goOnline();
        await clock.advance(30_000);
      },
    ],
    [
      'waiting',
      () => {
        goOnline();
        sockets.last.end(lost);
      },
    ],
    [
      'waiting for the rest of 2 s',
      () => {
        connection.start();
        connection.stop();
        connection.start();
      },
    ],
  ];

  test.each(arrangements)('from %s', async (_state, arrange) => {
    await arrange();
    const count = sockets.all.length;
    connection.stop();
    expect(connection.state).toBeNull();
    expect(clock.pending).toBe(0);
    expect(sockets.alive).toBe(0);
    const before = names().length;
    await clock.advance(600_000);
    expect(sockets.all).toHaveLength(count);
    expect(names()).toHaveLength(before);
  });

  test.each(['connecting', 'subscribing', 'online', 'stale', 'waiting'] as const)(
    'even when the listener stops it at the very moment of %s',
    async (name) => {
      alsoOnState = (state) => {
        if (state.name === name) connection.stop();
      };
      connection.start();
      if (sockets.all.length > 0) sockets.last.open();
      connection.acknowledge();
      await clock.advance(45_000);
      expect(connection.state).toBeNull();
      expect(clock.pending).toBe(0);
      expect(sockets.alive).toBe(0);
      await clock.advance(600_000);
      expect(names().at(-1)).toBe(name);
    },
  );

  test('it can be started again', async () => {
    goOnline();
    connection.stop();
    await clock.advance(2_000);
    goOnline();
    expect(connection.state).toEqual({ name: 'online' });
    expect(sockets.all).toHaveLength(2);
  });
});

describe('late events of an old socket are ignored', () => {
  test('after a loss', async () => {
    goOnline();
    const old = sockets.last;
    await clock.advance(45_000);
    const before = names().length;
    old.open();
    old.receive('late');
    old.alive();
    old.end(lost);
    expect(names()).toHaveLength(before);
    expect(texts).toEqual([]);
    expect(opens).toBe(1);
  });

  test('while the next one is online', async () => {
    goOnline();
    const old = sockets.last;
    await clock.advance(45_000 + 2_000);
    sockets.last.open();
    connection.acknowledge();
    await clock.advance(30_000);
    old.alive();
    old.receive('late');
    old.end(lost);
    expect(connection.state).toEqual({ name: 'online' });
    expect(texts).toEqual([]);
    await clock.advance(15_000);
    expect(connection.state).toMatchObject({ name: 'waiting', reason: 'no-pong' });
  });

  test('after stop', () => {
    goOnline();
    connection.stop();
    sockets.last.receive('late');
    sockets.last.end(lost);
    expect(connection.state).toBeNull();
    expect(texts).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
