import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MqttConnection } from '../../../../../src-main/engine/feeds/mqtt/mqtt-connection.ts';
import { createMqttLink } from '../../../../../src-main/engine/feeds/mqtt/mqtt-link.ts';
import { systemClock } from '../../../../../src-main/engine/streaming/clock.ts';
import { countTurns, mostOften } from '../../../../support/event-loop.ts';
import { fakeClock, settle } from '../../../../support/fake-clock.ts';
import { watchHandles } from '../../../../support/handles.ts';
import { type LinkBench, linkBench, type PlayedAccess } from '../../../../support/link-bench.ts';
import { mqttConnection } from '../../../../support/mqtt-bench.ts';
import {
  frame,
  opcodes,
  startWebsocketServer,
  type WebsocketPeer,
  type WebsocketServer,
} from '../../../../support/websocket-server.ts';

let server: WebsocketServer;
let bench: LinkBench;

beforeEach(async () => {
  server = await startWebsocketServer(['Sec-WebSocket-Protocol: mqtt']);
});

afterEach(async () => {
  bench.stop();
  await server.stop();
});

function listen(connection: Partial<MqttConnection> = {}, played: PlayedAccess = {}) {
  bench = linkBench(
    (access) => createMqttLink({ ...mqttConnection, url: server.url, ...connection }, access),
    played,
  );
  return bench.open();
}

const packets = (...bytes: readonly number[]) => frame(opcodes.binary, Buffer.from(bytes));
/** A message of QoS 1 on `home/a`. */
const sure = (id: number, text: string, dup = false) => [
  ...[dup ? 0x3a : 0x32, 10 + text.length, 0, 6],
  ...Buffer.from('home/a'),
  ...[id >> 8, id & 0xff],
  ...Buffer.from(text),
];

/** The next so many bytes that the broker hears: no frame need hold a whole packet, nor but one. */
async function heard(peer: WebsocketPeer, size: number): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  while (bytes.length < size) bytes = Buffer.concat([bytes, (await peer.received()).payload]);
  return bytes;
}

/** Plays the broker until it has granted everything. */
async function welcome(peer: WebsocketPeer, isResumed = false): Promise<Buffer> {
  const connect = await peer.received();
  peer.send(packets(0x20, 2, isResumed ? 1 : 0, 0));
  const { payload } = await peer.received();
  // A SUBSCRIBE begins with its length and its id.
  peer.send(packets(0x90, 3, payload[2] ?? 0, payload[3] ?? 0, 1));
  return connect.payload;
}

/** As `listen`, once the broker has granted everything. */
async function online(connection: Partial<MqttConnection> = {}, played: PlayedAccess = {}) {
  const attempt = listen(connection, played);
  const peer = await server.peer();
  await welcome(peer);
  await attempt.opened;
  return { attempt, peer };
}

describe('the upgrade', () => {
  test('offers the subprotocol of MQTT, and carries the user’s headers', async () => {
    const attempt = listen(
      {},
      { secrets: { headers: { 'X-Api-Key': 'abc' }, username: 'mika', password: 'secret' } },
    );
    const connect = await welcome(await server.peer());
    await attempt.opened;
    const headers = server.upgrades[0]?.headers;
    expect(headers).toMatchObject({
      'sec-websocket-protocol': 'mqtt',
      'user-agent': 'Suzu/1.0',
      'x-api-key': 'abc',
    });
    // Name and password are for the broker alone.
    expect(headers).not.toHaveProperty('authorization');
    expect(connect.includes('mika')).toBe(true);
    expect(connect.includes('secret')).toBe(true);
    expect(bench.origins).toEqual([new URL(server.url).origin.replace('ws:', 'http:')]);
  });

  test('a server that does not know MQTT is told from others', async () => {
    const other = await startWebsocketServer(['Sec-WebSocket-Protocol: events']);
    expect(await listen({ url: other.url }).verdict).toEqual({
      kind: 'refuse',
      reason: 'feed-protocol',
    });
    await other.stop();
  });

  test.each([
    [401, { kind: 'refuse', reason: 'feed-credentials' }],
    [404, { kind: 'refuse', reason: 'feed-not-found' }],
    [200, { kind: 'refuse', reason: 'feed-foreign' }],
    [503, { kind: 'retry', reason: 'server-error' }],
  ])('an answer of %i in its place is understood', async (status, verdict) => {
    server.answer = (_request, socket) =>
      socket.end(`HTTP/1.1 ${status} So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    const attempt = listen();
    expect(await attempt.verdict).toEqual(verdict);
    await settle();
    expect(attempt.ends()).toBe(1);
  });
});

describe('leaving', () => {
  test('waits some seconds for a broker, and no longer', async () => {
    const clock = fakeClock();
    const { attempt } = await online({ persistent: true }, { clock });
    attempt.socket.terminate();
    const leaving = bench.link.leave?.();
    const peer = await server.peer();
    const { payload } = await peer.received();
    // CONNECT's flags: a clean session.
    expect(payload[9]).toBe(0x02);
    await clock.advance(10_000);
    await leaving;
    await peer.gone;
    expect(clock.pending).toBe(0);
  });

  test('is done where nothing answers as a broker does', async () => {
    const { attempt } = await online({ persistent: true });
    attempt.socket.terminate();
    server.answer = (_request, socket) =>
      socket.end('HTTP/1.1 503 So\r\nContent-Length: 0\r\n\r\n');
    await bench.link.leave?.();
    expect(server.upgrades).toHaveLength(2);
  });

  test('needs nothing where the broker keeps nothing', () => {
    listen({ persistent: false });
    expect(bench.link.leave).toBeUndefined();
  });
});

describe('messages', () => {
  test('come whole, however frames cut them', async () => {
    const { attempt, peer } = await online();
    const bytes = [...sure(1, 'one'), 0xd0, 0, ...sure(2, 'two')];
    peer.send(packets(...bytes));
    for (const byte of bytes) peer.send(packets(byte));
    await attempt.received(4);
    expect(attempt.events.map(({ name, text }) => [name, text])).toEqual([
      ['home/a', 'one'],
      ['home/a', 'two'],
      ['home/a', 'one'],
      ['home/a', 'two'],
    ]);
  });

  test('are acknowledged in their order', async () => {
    const { peer } = await online();
    peer.send(packets(...sure(7, 'one'), ...sure(8, 'two')));
    expect(await heard(peer, 8)).toEqual(Buffer.from([0x40, 2, 0, 7, 0x40, 2, 0, 8]));
  });

  test('without end leave everybody else their turn, also where they came in one frame', async () => {
    let worked = 0;
    const turns = countTurns();
    const inTurn: number[] = [];
    const { attempt, peer } = await online(
      {},
      {
        clock: { ...systemClock, monotonic: () => worked },
        onMessage() {
          worked += 3;
          inTurn.push(turns.now());
        },
      },
    );
    const packet = [0x30, 10, 0, 6, ...Buffer.from('home/a'), 0x68, 0x69];
    peer.send(packets(...Array.from({ length: 300 }, () => packet).flat()));
    await attempt.received(300);
    turns.stop();
    // 3 ms each, 8 ms a stretch.
    expect(mostOften(inTurn)).toBe(3);
  });
});

describe('what came and may come again', () => {
  test('is kept over restarts', async () => {
    const { attempt, peer } = await online({ persistent: true });
    peer.send(packets(...sure(7, 'one')));
    await attempt.received(1);
    await settle();
    // Nobody says goodbye when Suzu is killed.
    const mark = bench.marks.at(-1) ?? null;
    bench.stop();
    const next = listen({ persistent: true }, { cursor: mark });
    const nextPeer = await server.peer();
    await welcome(nextPeer, true);
    nextPeer.send(packets(...sure(7, 'one', true), ...sure(8, 'two', true)));
    await next.received(1);
    expect(next.events.map(({ text }) => text)).toEqual(['two']);
  });

  test('is written down once for all that came together', async () => {
    const { attempt, peer } = await online({ persistent: true });
    const frames = Array.from({ length: 50 }, (_, at) => packets(...sure(at + 1, `${at}`)));
    peer.send(Buffer.concat(frames));
    await attempt.received(50);
    await settle();
    expect(bench.marks.at(-1)?.split(' ')).toHaveLength(50);
    expect(bench.marks.length).toBeLessThan(10);
  });

  test('is nothing where the broker forgets with the connection', async () => {
    const { attempt, peer } = await online();
    peer.send(packets(...sure(7, 'one')));
    await attempt.received(1);
    bench.stop();
    expect(bench.marks).toEqual([]);
  });
});

test('a sign of life is asked for, and heard', async () => {
  const { attempt, peer } = await online();
  const before = attempt.alive();
  attempt.socket.ping();
  expect((await peer.received()).payload).toEqual(Buffer.from([0xc0, 0]));
  peer.send(packets(0xd0, 0));
  await attempt.heard(before + 1);
});

describe('bad brokers', () => {
  test.each([
    ['256 MB in a message', packets(0x30, 0xff, 0xff, 0xff, 0x7f), 'too-large'],
    [
      'a topic of 65,536 bytes, which says that it has none',
      packets(0x30, 3, 0, 0, 0x61),
      'malformed',
    ],
    ['a packet that no server sends', packets(0x10, 0), 'malformed'],
    ['a text', frame(opcodes.text, 'hello'), 'malformed'],
    ['1 GB in a frame', frame(opcodes.binary, '', { announced: 2n ** 30n }), 'too-large'],
    ['a frame that breaks the rules', frame(opcodes.binary, '', { reserved: 0x70 }), 'malformed'],
  ])('that send %s are left, with words for it', async (_what, bytes, reason) => {
    const { attempt, peer } = await online();
    peer.send(bytes);
    expect(await attempt.verdict).toEqual({ kind: 'retry', reason });
    await peer.gone;
    expect(attempt.ends()).toBe(1);
    expect(attempt.events).toEqual([]);
  });

  test('that hang up within a packet are lost connections', async () => {
    const { attempt, peer } = await online();
    peer.send(packets(0x30, 100, 0, 6));
    peer.send(frame(opcodes.close, ''));
    expect(await attempt.verdict).toEqual({ kind: 'retry', reason: 'closed' });
  });

  test('that refuse are hung up on at once', async () => {
    const attempt = listen();
    const peer = await server.peer();
    await peer.received();
    peer.send(packets(0x20, 2, 0, 4));
    expect(await attempt.verdict).toEqual({ kind: 'refuse', reason: 'feed-credentials' });
    await peer.gone;
  });
});

describe('once terminated', () => {
  test('nothing runs and nothing is told', async () => {
    const handles = watchHandles();
    const { attempt, peer } = await online({ persistent: true });
    expect(handles.open).toContain('TCPWRAP');
    peer.send(packets(...sure(7, 'late')));
    bench.stop();
    await peer.gone;
    await server.stop();
    await handles.closed();
    expect(attempt.events).toEqual([]);
    expect(attempt.ends()).toBe(0);
  });

  test('before it began, it never begins', async () => {
    listen().socket.terminate();
    await settle();
    expect(server.upgrades).toEqual([]);
  });
});
