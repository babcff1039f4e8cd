import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedEvent } from '../../../../../src-main/engine/feeds/feed-event.ts';
import type { SseConnection } from '../../../../../src-main/engine/feeds/sse/sse-connection.ts';
import { createBackoff } from '../../../../../src-main/engine/streaming/backoff.ts';
import { systemClock } from '../../../../../src-main/engine/streaming/clock.ts';
import {
  Connection,
  type ConnectionState,
  connectionTimes,
} from '../../../../../src-main/engine/streaming/connection.ts';
import { countTurns, mostOften } from '../../../../support/event-loop.ts';
import { type FakeClock, fakeClock } from '../../../../support/fake-clock.ts';
import type { LinkBench, PlayedAccess } from '../../../../support/link-bench.ts';
import { type RawServer, rawServer } from '../../../../support/raw-server.ts';
import {
  bare,
  chunk,
  chunkedHead,
  lastChunk,
  sseBench,
  streamHead,
  toEventStream,
} from '../../../../support/sse-bench.ts';

const mega = 1024 * 1024;

let server: RawServer;
const ends: (() => void)[] = [];

beforeEach(async () => {
  server = await rawServer();
});

afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await server.close();
});

function listenTo(played: PlayedAccess = {}, changes: Partial<SseConnection> = {}): LinkBench {
  const bench = sseBench(toEventStream(`${server.origin}/feed`, changes), played);
  ends.push(() => bench.stop());
  return bench;
}

/** What an attempt comes to that is answered like this. */
async function verdictOf(answer: RawServer['answer'], played: PlayedAccess = {}) {
  server.answer = answer;
  const verdict = await listenTo(played).open().verdict;
  await server.allClosed();
  return verdict;
}

/** Sends the same piece until so many bytes are sent or nobody takes them; returns how many were. */
async function pour(
  request: Awaited<ReturnType<RawServer['request']>>,
  piece: string | Uint8Array,
  most: number,
): Promise<number> {
  let sent = 0;
  while (sent < most && !request.socket.destroyed) {
    await request.write(piece);
    sent += piece.length;
  }
  return sent;
}

const compressedHead = (encoding: string) =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: ${encoding}\r\n\r\n`;

describe('too much', () => {
  test.each([
    ['a line of data', 'data: '],
    ['a line of nothing', ''],
    ['a comment', ':'],
  ])('%s of 50 MB ends the stream early', async (_what, begin) => {
    let sent = 0;
    const verdict = await verdictOf(async (request) => {
      await request.write(streamHead + begin);
      sent = await pour(request, 'x'.repeat(mega), 50 * mega);
    });
    expect(verdict).toMatchObject({ kind: 'retry', reason: 'too-large' });
    // The rest is what fits into the buffers on the way.
    expect(sent).toBeLessThan(30 * mega);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('a %s bomb ends it as early', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(40 * mega, 'x'));
    expect(bomb.length).toBeLessThan(mega);
    const before = process.memoryUsage().rss;
    const verdict = await verdictOf(async (request) => {
      await request.write(compressedHead(encoding));
      await request.write(bomb);
    });
    expect(verdict).toMatchObject({ kind: 'retry', reason: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * mega);
  });

  test('headers without end are no answer', async () => {
    const flood = async (request: Awaited<ReturnType<RawServer['request']>>) => {
      await request.write('HTTP/1.1 200 OK\r\n');
      await pour(request, `X-${'x'.repeat(1_000)}: y\r\n`, 50 * mega);
    };
    expect(await verdictOf(flood)).toMatchObject({ kind: 'refuse', reason: 'feed-foreign' });
    expect(await verdictOf(flood, { isProven: true })).toMatchObject({
      kind: 'retry',
      reason: 'not-a-feed',
    });
  });
});

describe('a body that is not what it says', () => {
  const gz = gzipSync('data: a\n\n'.repeat(100));

  test.each([
    ['no chunk', `${chunkedHead}this is no chunk\r\n`, 'malformed'],
    ['a chunk cut off', `${chunkedHead}ff\r\ndata: a`, 'closed'],
    ['no last chunk', chunkedHead + chunk('data: a\n\n'), 'closed'],
  ])('%s', async (_what, answer, reason) => {
    expect(
      await verdictOf(async ({ socket }) => {
        socket.end(answer);
      }),
    ).toEqual({ kind: 'retry', reason, notBeforeMs: 0 });
  });

  test.each([
    ['gzip', Buffer.from('data: not compressed at all\n\n'), 'malformed'],
    ['br', Buffer.from('data: not compressed at all\n\n'), 'malformed'],
    ['gzip', gz.subarray(0, gz.length - 12), 'closed'],
    ['br', brotliCompressSync('data: a\n\n'.repeat(100)).subarray(0, 10), 'closed'],
  ])('%s', async (encoding, body, reason) => {
    expect(
      await verdictOf(async ({ socket }) => {
        socket.write(compressedHead(encoding));
        socket.end(body);
      }),
    ).toEqual({ kind: 'retry', reason, notBeforeMs: 0 });
  });
});

describe('a flood', () => {
  test('is handled in short stretches, also where it came in one packet', async () => {
    let worked = 0;
    const turns = countTurns();
    ends.push(() => turns.stop());
    const inTurn: number[] = [];
    const bench = listenTo({
      clock: { ...systemClock, monotonic: () => worked },
      onMessage: () => {
        worked += 3;
        inTurn.push(turns.now());
      },
    });
    server.answer = (request) => request.write(streamHead);
    const attempt = bench.open();
    await attempt.opened;
    await (await server.request(0)).write('data: x\n\n'.repeat(300));
    await attempt.received(300);
    // 3 ms each, 8 ms a stretch.
    expect(mostOften(inTurn)).toBeLessThanOrEqual(3);
  });

  test('of events that nobody chose takes none of them for one that was', async () => {
    const bench = listenTo({}, { events: ['wanted'] });
    server.answer = async (request) => {
      await request.write(streamHead);
      await pour(request, 'event: noise\ndata: {"a":1}\n\n'.repeat(1_000), 10 * mega);
      await request.write('event: wanted\ndata: at last\n\n');
    };
    const attempt = bench.open();
    await attempt.received(1);
    expect(attempt.events.map(({ text }) => text)).toEqual(['at last']);
  });
});

describe('a connection over it', () => {
  /** As the app has it, on a clock that the test moves. */
  function connected(bench: LinkBench, clock: FakeClock) {
    const events: FeedEvent[] = [];
    const waiting = new Set<() => void>();
    const changed = () => {
      for (const look of [...waiting]) look();
    };
    const connection: Connection<FeedEvent> = new Connection<FeedEvent>({
      ...bench.link,
      clock,
      backoff: createBackoff({ random: () => 0 }),
      onOpen: () => connection.acknowledge(),
      onMessage: (event) => {
        events.push(event);
        changed();
      },
      onState: changed,
    });
    ends.push(() => connection.stop());
    connection.start();
    const until = (isSo: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!isSo()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    return {
      connection,
      events,
      until,
      /** Resolves to it. */
      async reaches<Name extends ConnectionState['name']>(name: Name) {
        await until(() => connection.state?.name === name);
        return connection.state;
      },
    };
  }

  test('comes back when the server asked for it, from where it was, and misses nothing', async () => {
    const clock = fakeClock();
    const log = ['a', 'b', 'c', 'd'];
    // A server that keeps its events, and drops the connection after each two.
    server.answer = async ({ headers, write }) => {
      const from = Number(headers.get('last-event-id') ?? 0);
      const body = log
        .slice(from, from + 2)
        .map((text, index) => chunk(`id: ${from + index + 1}\ndata: ${text}\n\n`));
      await write(`${chunkedHead}${chunk('retry: 7000\n\n')}${body.join('')}${lastChunk}`);
    };
    const { events, reaches, until } = connected(listenTo({ clock }), clock);
    expect(await reaches('waiting')).toEqual({
      name: 'waiting',
      reason: 'closed',
      retryAt: clock.now() + 7_000,
    });
    await clock.advance(6_999);
    expect(server.requests).toHaveLength(1);
    await clock.advance(1);
    await until(() => events.length === 4);
    expect(events.map(({ text }) => text)).toEqual(log);
  });

  test('waits for headers that come with the first event alone', async () => {
    const clock = fakeClock();
    const { connection, events, until } = connected(listenTo({ clock }), clock);
    const { write } = await server.request(0);
    await clock.advance(connectionTimes.handshake * 10);
    expect(connection.state?.name).toBe('connecting');
    await write(`${streamHead}data: a\n\n`);
    await until(() => events.length === 1);
  });

  test('does not wait for ever for headers that come letter by letter', async () => {
    const clock = fakeClock();
    server.answer = (request) => request.write('HTTP/1.1 200 OK\r\nX: ');
    const bench = listenTo({ clock });
    const { reaches } = connected(bench, clock);
    const { write } = await server.request(0);
    for (let letters = 0; letters < 10; letters += 1) await write('y');
    await clock.advance(bench.link.handshakeFor ?? 0);
    expect(await reaches('waiting')).toMatchObject({ reason: 'handshake-timeout' });
    await server.allClosed();
  });

  test('notices silence where the user said how long it may last, and comments break it', async () => {
    const clock = fakeClock();
    server.answer = (request) => request.write(streamHead);
    const bench = listenTo({ clock }, { silentAfter: 30 });
    const alive: string[] = [];
    const { link } = bench;
    const heard = {
      ...bench,
      link: {
        ...link,
        openSocket: (handlers: Parameters<typeof link.openSocket>[0]) =>
          link.openSocket({
            onOpen: () => handlers.onOpen(),
            onMessage: (event) => handlers.onMessage(event),
            onEnd: (end) => handlers.onEnd(end),
            onAlive() {
              handlers.onAlive();
              alive.push('heard');
              onHeard();
            },
          }),
      },
    };
    let onHeard = () => {};
    const { connection, reaches } = connected(heard, clock);
    await reaches('online');
    await clock.advance(20_000);
    const isHeard = new Promise<void>((resolve) => {
      onHeard = resolve;
    });
    await (await server.request(0)).write(':\n');
    await isHeard;
    await clock.advance(20_000);
    expect(connection.state?.name).toBe('online');
    await clock.advance(10_000);
    expect(await reaches('waiting')).toMatchObject({ reason: 'no-pong' });
  });
});

test('attempts without end leave no connection, however each of them ends', async () => {
  const endings: readonly ((request: Awaited<ReturnType<RawServer['request']>>) => unknown)[] = [
    ({ socket }) => socket.end(`${chunkedHead}${chunk('data: a\n\n')}${lastChunk}`),
    ({ socket }) => socket.end(chunkedHead + chunk('data: a\n\n').slice(0, 8)),
    ({ socket }) => socket.resetAndDestroy(),
    ({ write }) => write(bare('404 Not Found')),
    ({ write }) => write(bare('204 No Content')),
    ({ write }) => write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>and so on'),
    ({ line, write }) =>
      write(
        line.includes('x'.repeat(3))
          ? bare('500 Oh')
          : bare('302 Go', `Location: ${line.split(' ')[1]}x`),
      ),
    ({ write }) => write(`HTTP/1.1 302 Go\r\nLocation: ftp://x/\r\nContent-Length: 9\r\n\r\nand`),
    ({ write }) => write(compressedHead('gzip')),
    ({ write }) => write(`${compressedHead('gzip')}no gzip`),
    ({ write }) => write(`${streamHead}data: ${'x'.repeat(5 * mega)}`),
  ];
  const warnings: string[] = [];
  const onWarning = ({ name }: Error) => void warnings.push(name);
  process.on('warning', onWarning);
  ends.push(() => void process.off('warning', onWarning));
  const sockets = () =>
    process.getActiveResourcesInfo().filter((kind) => /TCP(?!Server)/.test(kind)).length;
  const before = sockets();
  const bench = listenTo();
  for (let round = 0; round < 12; round += 1) {
    for (const ending of endings) {
      server.answer = ending;
      const attempt = bench.open();
      if (ending === endings[8]) {
        await attempt.opened;
        attempt.socket.terminate();
      } else {
        await attempt.verdict;
      }
    }
  }
  await server.allClosed();
  // Our ends of them are closed a turn or two later.
  for (let turn = 0; turn < 1_000 && sockets() > before; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(sockets()).toBeLessThanOrEqual(before);
  expect(warnings).toEqual([]);
});

test('what stands in headers, cookies and addresses gets into no log', async () => {
  const bench = listenTo({
    secrets: {
      headers: { Authorization: 'Bearer hush-1' },
      username: 'hush-2',
      password: 'hush-3',
    },
  });
  for (const answer of [
    bare('302 Go', 'Location: ftp://hush-4/', 'Set-Cookie: a=hush-5'),
    'nonsense hush-6\r\n\r\n',
    `${streamHead}data: ${'x'.repeat(5 * mega)}`,
    bare('401 Who'),
  ]) {
    server.answer = (request) => request.write(answer);
    expect(JSON.stringify(await bench.open().verdict)).not.toContain('hush');
  }
  expect(JSON.stringify(bench.log.lines)).not.toContain('hush');
});
