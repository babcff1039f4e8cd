import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebsocketConnection } from '../../../../../src-main/engine/feeds/websocket/websocket-connection.ts';
import { createWebsocketLink } from '../../../../../src-main/engine/feeds/websocket/websocket-link.ts';
import { systemClock } from '../../../../../src-main/engine/streaming/clock.ts';
import { countTurns, mostOften } from '../../../../support/event-loop.ts';
import { fakeClock, settle } from '../../../../support/fake-clock.ts';
import { type LinkBench, linkBench, type PlayedAccess } from '../../../../support/link-bench.ts';
import {
  acceptance,
  closing,
  frame,
  opcodes,
  startWebsocketServer,
  type WebsocketServer,
} from '../../../../support/websocket-server.ts';

let server: WebsocketServer;
let bench: LinkBench;

beforeEach(async () => {
  server = await startWebsocketServer();
});

afterEach(async () => {
  bench.stop();
  await server.stop();
});

function listen(connection: Partial<WebsocketConnection> = {}, played: PlayedAccess = {}) {
  bench = linkBench(
    (access) =>
      createWebsocketLink(
        {
          system: 'websocket',
          url: server.url,
          protocols: [],
          hello: [],
          silentAfter: null,
          resume: null,
          ...connection,
        },
        access,
      ),
    played,
  );
  return bench.open();
}

/** As `listen`, once the server's end is there and open. */
async function online(connection: Partial<WebsocketConnection> = {}, played: PlayedAccess = {}) {
  const attempt = listen(connection, played);
  await attempt.opened;
  return { attempt, peer: await server.peer() };
}

const text = (words: string) => frame(opcodes.text, words);
const binary = (bytes: Buffer) => frame(opcodes.binary, bytes);

describe('the upgrade', () => {
  test('carries the user’s headers and credentials, and goes the user’s way', async () => {
    await online(
      {},
      {
        secrets: {
          headers: { Cookie: 'session=1', 'X-Api-Key': 'abc' },
          username: 'a',
          password: 'b',
        },
      },
    );
    expect(server.upgrades[0]?.headers).toMatchObject({
      'user-agent': 'Suzu/1.0',
      authorization: 'Basic YTpi',
      cookie: 'session=1',
      'x-api-key': 'abc',
    });
    expect(server.upgrades[0]?.url).toBe('/feed');
    expect(bench.origins).toEqual([new URL(server.url).origin.replace('ws:', 'http:')]);
  });

  test('offers no compression, so that nothing small can become large', async () => {
    await online();
    expect(server.upgrades[0]?.headers['sec-websocket-extensions']).toBeUndefined();
  });

  test('takes the subprotocol that the server chose', async () => {
    server.answer = (request, socket) =>
      socket.write(acceptance(request, ['Sec-WebSocket-Protocol: events.v2']));
    await listen({ protocols: ['events.v3', 'events.v2'] }).opened;
  });

  test('a server without a common subprotocol is none of these', async () => {
    expect(await listen({ protocols: ['events.v3'] }).verdict).toEqual({
      kind: 'refuse',
      reason: 'feed-protocol',
    });
  });

  test.each([
    [401, '', { kind: 'refuse', reason: 'feed-credentials' }],
    [403, '', { kind: 'refuse', reason: 'feed-forbidden' }],
    [404, '', { kind: 'refuse', reason: 'feed-not-found' }],
    [410, '', { kind: 'refuse', reason: 'feed-over' }],
    [200, '<html>', { kind: 'refuse', reason: 'feed-foreign' }],
    [429, '', { kind: 'retry', reason: 'rate-limited', notBeforeMs: 7_000 }],
    [503, '', { kind: 'retry', reason: 'server-error', notBeforeMs: 7_000 }],
  ])('an answer of %i is understood', async (status, body, verdict) => {
    server.answer = (_request, socket) =>
      socket.end(`HTTP/1.1 ${status} So\r\nRetry-After: 7\r\nConnection: close\r\n\r\n${body}`);
    const attempt = listen();
    expect(await attempt.verdict).toEqual(verdict);
    await settle();
    expect(attempt.ends()).toBe(1);
  });

  test('a page in place of a feed that was there before is an outage', async () => {
    server.answer = (_request, socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>');
    expect(await listen({}, { isProven: true }).verdict).toEqual({
      kind: 'retry',
      reason: 'not-a-feed',
    });
  });

  test('a redirect is not followed, so that no header reaches another server', async () => {
    const elsewhere = await startWebsocketServer();
    server.answer = (_request, socket) =>
      socket.end(`HTTP/1.1 307 So\r\nLocation: ${elsewhere.url}\r\nContent-Length: 0\r\n\r\n`);
    const secrets = { headers: { 'X-Api-Key': 'abc' } };
    expect(await listen({}, { secrets }).verdict).toEqual({
      kind: 'refuse',
      reason: 'feed-redirects',
    });
    expect(elsewhere.upgrades).toEqual([]);
    await elsewhere.stop();
  });

  test('an answer that is no HTTP is something else', async () => {
    server.answer = (_request, socket) => socket.end('220 mail.example ESMTP\r\n');
    expect(await listen().verdict).toEqual({ kind: 'refuse', reason: 'feed-foreign' });
  });

  test('a header that cannot be sent asks for other secrets', async () => {
    expect(await listen({}, { secrets: { headers: { 'X-Name': '鈴' } } }).verdict).toEqual({
      kind: 'refuse',
      reason: 'feed-secrets',
    });
    expect(server.upgrades).toEqual([]);
  });

  test('nobody there is an outage', async () => {
    await server.stop();
    expect(await listen().verdict).toEqual({ kind: 'retry', reason: 'unreachable' });
    server = await startWebsocketServer();
  });
});

describe('an open socket', () => {
  test('is told what was to be sent, in that order, before it counts as online', async () => {
    const { peer } = await online({ hello: ['{"subscribe":1}', 'second'] });
    expect(await peer.received()).toEqual({
      opcode: opcodes.text,
      payload: Buffer.from('{"subscribe":1}'),
    });
    expect((await peer.received()).payload.toString()).toBe('second');
  });

  test('is told who asks where a text has a place for it, and there alone', async () => {
    const hello = [`{"type":"auth","access_token":"\${password}"}`];
    const secrets = { username: 'alice', password: 'open "sesame"' };
    const { attempt, peer } = await online({ hello }, { secrets });
    expect(server.upgrades[0]?.headers.authorization).toBeUndefined();
    const { payload } = await peer.received();
    expect(JSON.parse(payload.toString())).toEqual({
      type: 'auth',
      access_token: 'open "sesame"',
    });
    peer.send(frame(opcodes.text, payload));
    peer.send(frame(opcodes.binary, payload));
    await attempt.received(2);
    expect(attempt.events.map(({ text, data }) => [text, data])).toEqual(
      [hello[0], hello[0]].map((text) => [text, JSON.parse(text ?? '')]),
    );
  });

  test('is not asked for where there is nothing for such a place', async () => {
    const attempt = listen({ hello: [`{"token":"\${password}"}`] });
    expect(await attempt.verdict).toEqual({ kind: 'refuse', reason: 'feed-secrets' });
    expect(server.upgrades).toEqual([]);
  });

  test('brings texts, and what they say as JSON', async () => {
    const { attempt, peer } = await online();
    peer.send(Buffer.concat([text('{"door":"open"}'), text('grüße 🔔'), text('')]));
    await attempt.heard(3);
    const plain = { name: '', id: null, retained: false };
    expect(attempt.events).toEqual([
      { ...plain, text: '{"door":"open"}', data: { door: 'open' } },
      { ...plain, text: 'grüße 🔔', data: undefined },
      { ...plain, text: '', data: undefined },
    ]);
  });

  test('brings bytes: as text where they are JSON, and else by type and size', async () => {
    const { attempt, peer } = await online();
    peer.send(binary(Buffer.from('{"door":"open"}')));
    peer.send(binary(Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(11_996)])));
    peer.send(binary(Buffer.from('hello')));
    await attempt.heard(3);
    expect(attempt.events.map(({ text: words, data }) => [words, data])).toEqual([
      ['{"door":"open"}', { door: 'open' }],
      ['image/png, 12 kB', undefined],
      ['text/plain, 5 B', undefined],
    ]);
  });

  test('puts a message together that comes in pieces, with a ping between them', async () => {
    const { attempt, peer } = await online();
    const bell = Buffer.from('🔔');
    peer.send(frame(opcodes.text, bell.subarray(0, 2), { fin: false }));
    peer.send(frame(opcodes.ping, 'x'));
    peer.send(frame(opcodes.more, bell.subarray(2)));
    await attempt.heard(2);
    expect(attempt.events.map(({ text: words }) => words)).toEqual(['🔔']);
    expect(await peer.received()).toEqual({ opcode: opcodes.pong, payload: Buffer.from('x') });
  });

  test('is asked for a sign of life with a ping, whose answer is one', async () => {
    const { attempt, peer } = await online();
    attempt.socket.ping();
    expect((await peer.received()).opcode).toBe(opcodes.ping);
    peer.send(frame(opcodes.pong, ''));
    await attempt.heard(1);
    expect(attempt.alive()).toBe(1);
  });

  test('is watched for pongs, and for messages where the user wants it', () => {
    listen({ silentAfter: 90 });
    expect(bench.link.watch).toMatchObject({ pingEvery: 30_000, pongWithin: 15_000 });
    expect(bench.link.silentFor).toBe(90_000);
  });

  test.each([
    [1000, true, { kind: 'retry', reason: 'closed', inGoodOrder: true }],
    [1008, false, { kind: 'refuse', reason: 'feed-forbidden' }],
    [1008, true, { kind: 'retry', reason: 'rejected' }],
    [4001, true, { kind: 'retry', reason: 'closed' }],
  ])('closes with %i (after a message: %s)', async (code, afterMessage, verdict) => {
    const { attempt, peer } = await online();
    if (afterMessage) peer.send(text('something'));
    peer.send(closing(code, 'So it is.'));
    expect(await attempt.verdict).toEqual(verdict);
  });

  test('closes a connection on which nothing happened for long: it wants Suzu again', async () => {
    const clock = fakeClock();
    const { attempt, peer } = await online({}, { clock });
    await clock.advance(30_000);
    peer.send(closing(1008, 'Idle.'));
    expect(await attempt.verdict).toEqual({ kind: 'retry', reason: 'rejected' });
  });

  test('that is cut off is a lost connection', async () => {
    const { attempt } = await online();
    await server.stop();
    expect(await attempt.verdict).toEqual({ kind: 'retry', reason: 'closed' });
    server = await startWebsocketServer();
  });

  test('hears nothing more once it is terminated', async () => {
    const { attempt, peer } = await online();
    peer.send(text('on its way'));
    attempt.socket.terminate();
    await peer.gone;
    await settle();
    expect(attempt.events).toEqual([]);
    expect(attempt.ends()).toBe(0);
  });
});

describe('going on after a gap', () => {
  const resume = { parameter: 'since', value: '{id}' };

  test('the address names the last event, and only once it was dealt with', async () => {
    const before: (readonly string[])[] = [];
    const { attempt, peer } = await online(
      { resume, url: `${server.url}?topic=a%20b` },
      { onMessage: () => void before.push([...bench.marks]) },
    );
    expect(server.upgrades[0]?.url).toBe('/feed?topic=a%20b');
    peer.send(
      Buffer.concat([text('{"id":"e1"}'), text('{"kind":"keepalive"}'), text('{"id":"e 2"}')]),
    );
    await attempt.heard(3);
    await settle();
    expect(before).toEqual([[], ['e1'], ['e1']]);
    expect(bench.marks).toEqual(['e1', 'e 2']);

    attempt.socket.terminate();
    await bench.open().opened;
    expect(server.upgrades[1]?.url).toBe('/feed?topic=a%20b&since=e+2');
  });

  test('what stays as it was is named by the template', async () => {
    const value = '{id || $mark || time}';
    const { attempt, peer } = await online({ resume: { ...resume, value } });
    peer.send(Buffer.concat([text('{"time":5}'), text('{"time":6}'), text('{"id":"e7"}')]));
    peer.send(text('{"time":8}'));
    await attempt.heard(4);
    await settle();
    expect([...new Set(bench.marks)]).toEqual(['5', 'e7']);
  });

  test('also after a restart', async () => {
    await online({ resume }, { cursor: 'e7' });
    expect(server.upgrades[0]?.url).toBe('/feed?since=e7');
  });

  test('without it nothing is kept', async () => {
    const { attempt, peer } = await online();
    peer.send(text('{"id":"e1"}'));
    await attempt.heard(1);
    await settle();
    expect(bench.marks).toEqual([]);
  });
});

describe('what breaks the rules ends the connection with a reason', () => {
  const gigabyte = 1_073_741_824n;
  test.each<[string, Buffer, string]>([
    [
      'a message of a gigabyte, as soon as it is announced',
      frame(opcodes.text, '', { announced: gigabyte }),
      'too-large',
    ],
    [
      'a message longer than numbers go',
      frame(opcodes.binary, '', { announced: 2n ** 60n }),
      'too-large',
    ],
    [
      'pieces that together are too large',
      Buffer.concat([
        frame(opcodes.text, Buffer.alloc(600_000, 'x'), { fin: false }),
        frame(opcodes.more, '', { announced: 600_000n }),
      ]),
      'too-large',
    ],
    [
      'pieces without end',
      Buffer.concat([
        frame(opcodes.text, 'x', { fin: false }),
        ...Array.from({ length: 20_000 }, () => frame(opcodes.more, 'x', { fin: false })),
      ]),
      'too-large',
    ],
    [
      'empty pieces without end',
      Buffer.concat([
        frame(opcodes.text, '', { fin: false }),
        ...Array.from({ length: 20_000 }, () => frame(opcodes.more, '', { fin: false })),
      ]),
      'too-large',
    ],
    ['text that is not UTF-8', frame(opcodes.text, Buffer.from([0xc3, 0x28])), 'malformed'],
    ['a masked frame', frame(opcodes.text, 'x', { masked: true }), 'malformed'],
    ['an opcode that does not exist', frame(3, 'x'), 'malformed'],
    [
      'a compressed frame, which nobody asked for',
      frame(opcodes.text, 'x', { reserved: 0x40 }),
      'malformed',
    ],
    ['a piece of nothing', frame(opcodes.more, 'x'), 'malformed'],
    ['a ping in pieces', frame(opcodes.ping, 'x', { fin: false }), 'malformed'],
    ['a ping that is too long', frame(opcodes.ping, Buffer.alloc(126)), 'malformed'],
    ['a close frame of one byte', frame(opcodes.close, 'x'), 'malformed'],
    ['a close code that may not be sent', closing(1006), 'malformed'],
    ['no frames at all', Buffer.from('HTTP/1.1 200 OK\r\n\r\n<html>'), 'malformed'],
  ])('%s', async (_name, bytes, reason) => {
    const { attempt, peer } = await online();
    peer.send(bytes);
    expect(await attempt.verdict).toEqual({ kind: 'retry', reason });
    await peer.gone;
    expect(attempt.events).toEqual([]);
    expect(attempt.ends()).toBe(1);
  });

  test('JSON that is 10,000 levels deep is a text', async () => {
    const { attempt, peer } = await online();
    peer.send(text(`${'['.repeat(10_000)}${']'.repeat(10_000)}`));
    await attempt.heard(1);
    expect(attempt.events[0]?.data).toBeUndefined();
    expect(attempt.events[0]?.text).toHaveLength(20_000);
  });

  test('the largest message comes through', async () => {
    const { attempt, peer } = await online();
    peer.send(text('x'.repeat(1024 * 1024)));
    await attempt.heard(1);
    expect(attempt.events[0]?.text).toHaveLength(1024 * 1024);
  });
});

test('a flood leaves the rest of the program its turns', async () => {
  const count = 2_000;
  const message = text(JSON.stringify({ padding: 'x'.repeat(250) }));
  let worked = 0;
  const turns = countTurns();
  const inTurn: number[] = [];
  const { attempt, peer } = await online(
    {},
    {
      clock: { ...systemClock, monotonic: () => worked },
      onMessage() {
        worked += 1;
        inTurn.push(turns.now());
      },
    },
  );
  peer.send(Buffer.concat(Array.from({ length: count }, () => message)));
  await attempt.heard(count);
  turns.stop();
  // 1 ms each, 8 ms a stretch, which ends with what one read (64 kB) brought.
  expect(mostOften(inTurn)).toBeLessThan(8 + 65_536 / message.length);
});
