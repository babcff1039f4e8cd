import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SseConnection } from '../../../../../src-main/engine/feeds/sse/sse-connection.ts';
import type { LinkBench, PlayedAccess } from '../../../../support/link-bench.ts';
import { type RawServer, rawServer } from '../../../../support/raw-server.ts';
import {
  chunk,
  chunkedHead,
  lastChunk,
  sseBench,
  streamHead,
  toEventStream,
} from '../../../../support/sse-bench.ts';

let server: RawServer;
const benches: LinkBench[] = [];

beforeEach(async () => {
  server = await rawServer();
});

afterEach(async () => {
  for (const bench of benches.splice(0)) bench.stop();
  await server.close();
});

function listenTo(changes: Partial<SseConnection> = {}, played: PlayedAccess = {}): LinkBench {
  const bench = sseBench(toEventStream(`${server.origin}/feed`, changes), played);
  benches.push(bench);
  return bench;
}

/** What the server hears with the next attempt, which it answers with these bytes. */
async function next(bench: LinkBench, bytes: string) {
  const index = server.requests.length;
  server.answer = (request) => request.write(bytes);
  const attempt = bench.open();
  const { headers, line, socket } = await server.request(index);
  await attempt.opened;
  return { attempt, headers, line, socket };
}

const texts = (events: readonly { readonly text: string }[]) => events.map(({ text }) => text);

describe('a request', () => {
  test('asks for an event stream that no cache has kept', async () => {
    const { headers, line } = await next(listenTo(), streamHead);
    expect(line).toBe('GET /feed HTTP/1.1');
    expect(Object.fromEntries(headers)).toEqual({
      host: `127.0.0.1:${server.port}`,
      accept: 'text/event-stream',
      'accept-encoding': 'gzip, br',
      'cache-control': 'no-cache, no-store',
      connection: 'close',
      'user-agent': 'Suzu/1.0',
    });
  });

  test('carries the user’s headers, and not what would break the answer', async () => {
    const { headers } = await next(
      listenTo(
        {},
        {
          secrets: {
            headers: {
              Authorization: 'Bearer abc',
              'X-Api-Key': 'k',
              'Accept-Encoding': 'zstd',
              Accept: 'text/html',
              Cookie: 'a=1; b=2',
            },
          },
        },
      ),
      streamHead,
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      authorization: 'Bearer abc',
      'x-api-key': 'k',
      'accept-encoding': 'gzip, br',
      accept: 'text/event-stream',
      cookie: 'a=1; b=2',
    });
  });

  test('carries name and password', async () => {
    const { headers } = await next(
      listenTo({}, { secrets: { username: 'alice', password: 'pä:ss' } }),
      streamHead,
    );
    const [kind, encoded = ''] = headers.get('authorization')?.split(' ') ?? [];
    expect([kind, Buffer.from(encoded, 'base64').toString()]).toEqual(['Basic', 'alice:pä:ss']);
  });

  test.each(['鈴', 'a\r\nX-Other: b', 'a\0'])(
    'is not made where a header cannot be sent (%j), and nobody is told its value',
    async (value) => {
      const bench = listenTo({}, { secrets: { headers: { 'X-Key': value } } });
      expect(await bench.open().verdict).toEqual({ kind: 'refuse', reason: 'feed-secrets' });
      expect(server.requests).toEqual([]);
    },
  );
});

describe('events', () => {
  test('arrive as they come, with their names, ids and JSON', async () => {
    const bench = listenTo();
    const { attempt, socket } = await next(bench, streamHead);
    socket.write('data: {"a":\ndata: 1}\n\n');
    await attempt.received(1);
    socket.write('event: add\nid: 7\ndata: [x\n\nid: 8\ndata: b\n\ndata: c\n\n');
    await attempt.received(4);
    expect(attempt.events).toEqual([
      { name: 'message', id: null, text: '{"a":\n1}', data: { a: 1 }, retained: false },
      { name: 'add', id: '7', text: '[x', data: undefined, retained: false },
      { name: 'message', id: '8', text: 'b', data: undefined, retained: false },
      // It has the last event id, and none of its own: two of these are two events.
      { name: 'message', id: null, text: 'c', data: undefined, retained: false },
    ]);
  });

  test('are those that the user chose; one without a name is called “message”', async () => {
    const bench = listenTo({ events: ['add', 'message'] });
    const { attempt, socket } = await next(bench, streamHead);
    socket.write('event: keepalive\ndata: 1\n\nevent: add\ndata: 2\n\nevent: Add\ndata: 3\n\n');
    socket.write('data: 4\n\nevent: add\ndata: 5\n\n');
    await attempt.received(3);
    expect(texts(attempt.events)).toEqual(['2', '4', '5']);
  });

  test('that are cut anywhere on the way arrive whole', async () => {
    const attempt = listenTo().open();
    const { socket } = await server.request(0);
    socket.setNoDelay(true);
    for (const byte of Buffer.from(`${chunkedHead}${chunk('data: 鈴\r\n\r\n')}`)) {
      socket.write(Uint8Array.of(byte));
    }
    await attempt.received(1);
    expect(texts(attempt.events)).toEqual(['鈴']);
  });

  test('comments are signs of life', async () => {
    const { attempt, socket } = await next(listenTo(), streamHead);
    socket.write(': thump\n');
    await attempt.heard(1);
    socket.write(':\n\n');
    await attempt.heard(2);
    expect(attempt.events).toEqual([]);
  });

  test('silence is watched for where the user said how long it may last', () => {
    expect(listenTo({ silentAfter: 45 }).link).toMatchObject({ watch: null, silentFor: 45_000 });
    expect(listenTo().link).toMatchObject({ watch: null, silentFor: null });
  });
});

describe('the end of a stream', () => {
  test.each([
    ['after an event', chunk('data: a\n\n'), true],
    ['after a comment', chunk(':\n\n'), true],
    ['with nothing said', '', false],
  ])('%s: in good order where it brought anything', async (_when, body, inGoodOrder) => {
    const { attempt } = await next(listenTo(), chunkedHead + body + lastChunk);
    expect(await attempt.verdict).toMatchObject({ kind: 'retry', reason: 'closed', inGoodOrder });
  });

  test('in the middle of an event discards it, and is no good order', async () => {
    const { attempt, socket } = await next(listenTo(), chunkedHead);
    socket.write(chunk('data: a\n\ndata: b\n'));
    await attempt.received(1);
    socket.end(chunk('data: c\n').slice(0, 5));
    const verdict = await attempt.verdict;
    expect(verdict).toMatchObject({ kind: 'retry', reason: 'closed' });
    expect(verdict).not.toMatchObject({ inGoodOrder: true });
    expect(texts(attempt.events)).toEqual(['a']);
  });

  test('by a reset is a loss', async () => {
    const { attempt, socket } = await next(listenTo(), chunkedHead);
    socket.write(chunk('data: a\n\n'));
    await attempt.received(1);
    socket.resetAndDestroy();
    const verdict = await attempt.verdict;
    expect(verdict).toMatchObject({ kind: 'retry', reason: 'closed' });
    expect(verdict).not.toMatchObject({ inGoodOrder: true });
  });

  test('waits as long as the server asked for, which holds until it says another time', async () => {
    const bench = listenTo();
    const end = async (body: string) => {
      const { attempt } = await next(bench, chunkedHead + body + lastChunk);
      return attempt.verdict;
    };
    expect(await end(chunk('data: a\n\n'))).toMatchObject({ notBeforeMs: 0 });
    expect(await end(chunk('retry: 5000\n'))).toMatchObject({ notBeforeMs: 5_000 });
    expect(await end(chunk('retry: -1\ndata: a\n\n'))).toMatchObject({ notBeforeMs: 5_000 });
    expect(await end(chunk('retry: 99999999999999999999\n'))).toMatchObject({
      notBeforeMs: 3_600_000,
    });
    server.answer = (request) => request.socket.destroy();
    expect(await bench.open().verdict).toMatchObject({ notBeforeMs: 3_600_000 });
    expect(await bench.link.judge({ kind: 'timeout', what: 'handshake' })).toEqual({
      kind: 'retry',
      reason: 'handshake-timeout',
      notBeforeMs: 3_600_000,
    });
    expect(await end(chunk('retry: 0\n'))).toMatchObject({ notBeforeMs: 0 });
  });

  test('by ourselves tells nobody anything, and leaves no connection', async () => {
    const { attempt, socket } = await next(listenTo(), streamHead);
    socket.write('data: a\n\n');
    await attempt.received(1);
    attempt.socket.terminate();
    await server.allClosed();
    expect([attempt.ends(), texts(attempt.events)]).toEqual([0, ['a']]);
  });

  test('by ourselves before there was an answer is the same', async () => {
    const bench = listenTo();
    const attempt = bench.open();
    await server.request(0);
    attempt.socket.terminate();
    await server.allClosed();
    expect(attempt.ends()).toBe(0);
  });

  test('by ourselves while an event is taken leaves the others of the same packet', async () => {
    const bench = listenTo({}, { onMessage: () => first?.attempt.socket.terminate() });
    const first = await next(bench, streamHead);
    first.socket.write('data: a\n\ndata: b\n\n');
    await server.allClosed();
    expect([texts(first.attempt.events), first.attempt.ends()]).toEqual([['a'], 0]);
  });
});

describe('after a gap', () => {
  test('the server hears the last event id, its letters as UTF-8', async () => {
    const bench = listenTo();
    const first = await next(bench, streamHead);
    expect(first.headers.has('last-event-id')).toBe(false);
    first.socket.end('id: 鈴 7\ndata: a\n\ndata: b\n\nid: lost\ndata: c\n');
    await first.attempt.verdict;
    const { headers } = await next(bench, streamHead);
    expect(Buffer.from(headers.get('last-event-id') ?? '', 'latin1').toString()).toBe('鈴 7');
  });

  test('also after a restart, and also an id that came without data', async () => {
    const bench = listenTo();
    const first = await next(bench, streamHead);
    first.socket.end('id: 1\ndata: a\n\nid: 2\n\n');
    await first.attempt.verdict;
    const later = listenTo({}, { cursor: bench.marks.at(-1) ?? null });
    expect((await next(later, streamHead)).headers.get('last-event-id')).toBe('2');
  });

  test('events that the user did not choose move it, too', async () => {
    const bench = listenTo({ events: ['wanted'] });
    const first = await next(bench, streamHead);
    first.socket.end('id: 1\nevent: other\ndata: a\n\n');
    await first.attempt.verdict;
    expect((await next(bench, streamHead)).headers.get('last-event-id')).toBe('1');
  });

  test('an id that was taken back is not sent', async () => {
    const bench = listenTo({}, { cursor: '{"id":"1"}' });
    const first = await next(bench, streamHead);
    expect(first.headers.get('last-event-id')).toBe('1');
    first.socket.end('id\n\n');
    await first.attempt.verdict;
    expect((await next(bench, streamHead)).headers.has('last-event-id')).toBe(false);
  });

  test.each([
    ['{"id":"1\\r\\nX-Other: 2"}'],
    ['{"id":"\\u0001"}'],
    ['{"id":7}'],
    ['{"id":'],
    ['7'],
    ['null'],
  ])('what was kept and cannot be an id is left out (%s)', async (cursor) => {
    const { headers } = await next(listenTo({}, { cursor }), streamHead);
    expect(headers.has('last-event-id')).toBe(false);
    expect(headers.has('x-other')).toBe(false);
  });

  test('an id that no header would hold leaves the one before it', async () => {
    const bench = listenTo();
    const first = await next(bench, streamHead);
    first.socket.end(`id: 1\ndata: a\n\nid: ${'9'.repeat(2_049)}\ndata: b\n\n`);
    await first.attempt.verdict;
    expect(first.attempt.events.map(({ id }) => id)).toEqual(['1', null]);
    expect((await next(bench, streamHead)).headers.get('last-event-id')).toBe('1');
  });

  test('the position goes on only once an event was taken', async () => {
    const seen: string[] = [];
    const bench: LinkBench = listenTo(
      {},
      { onMessage: ({ id }) => void seen.push(`${id} after ${bench.marks.at(-1) ?? 'nothing'}`) },
    );
    const first = await next(bench, streamHead);
    first.socket.end('id: 1\ndata: a\n\nid: 2\ndata: b\n\n');
    await first.attempt.verdict;
    expect(seen).toEqual(['1 after nothing', '2 after {"id":"1"}']);
    expect(bench.marks.at(-1)).toBe('{"id":"2"}');
  });

  describe('where the server takes a mark in the address', () => {
    const resume = { parameter: 'since', value: '{id || time}' };
    const addressAfter = async (
      url: string,
      body: string,
      changes: Partial<SseConnection> = {},
    ) => {
      const bench = sseBench(toEventStream(`${server.origin}${url}`, { resume, ...changes }));
      benches.push(bench);
      const first = await next(bench, streamHead);
      first.socket.end(body);
      await first.attempt.verdict;
      const second = await next(bench, streamHead);
      return [first.line, second.line].map((line) => line.split(' ')[1]);
    };

    test('it is what the template makes of the last event', async () => {
      expect(
        await addressAfter('/feed', 'data: {"id":"a b&c"}\n\ndata: {"id":"鈴/?"}\n\ndata: x\n\n'),
      ).toEqual(['/feed', '/feed?since=%E9%88%B4%2F%3F']);
    });

    test('it takes the place of a first one, and leaves all else as it was written', async () => {
      expect(
        await addressAfter('/feed?q=a%20b+c&since=all&x#part', 'data: {"time":5}\n\n'),
      ).toEqual(['/feed?q=a%20b+c&since=all&x', '/feed?q=a%20b+c&x&since=5']);
    });

    test('events that the user did not choose leave none', async () => {
      const body = 'data: {"id":1}\n\nevent: keepalive\ndata: {"id":2}\n\n';
      expect(await addressAfter('/feed', body, { events: ['message'] })).toEqual([
        '/feed',
        '/feed?since=1',
      ]);
    });

    test('it is never taken for an id, nor an id for it, whatever the feed was before', async () => {
      const withId = listenTo({ resume }, { cursor: '{"id":"7"}' });
      const one = await next(withId, streamHead);
      expect([one.line, one.headers.get('last-event-id')]).toEqual(['GET /feed HTTP/1.1', '7']);
      const withMark = listenTo({}, { cursor: '{"mark":"7"}' });
      const other = await next(withMark, streamHead);
      expect([other.line, other.headers.has('last-event-id')]).toEqual([
        'GET /feed HTTP/1.1',
        false,
      ]);
    });

    test('a mark that is too long, or none, leaves the one before', async () => {
      const body = `data: {"id":1}\n\ndata: {"id":"${'9'.repeat(1_025)}"}\n\ndata: {"id":" "}\n\n`;
      expect(await addressAfter('/feed', body)).toEqual(['/feed', '/feed?since=1']);
    });

    test('the template can name the one before, so that not every event moves it', async () => {
      const resume = { parameter: 'since', value: '{id || $mark || time}' };
      const only = 'data: {"time":5}\n\ndata: {"time":6}\n\n';
      expect((await addressAfter('/feed', only, { resume }))[1]).toBe('/feed?since=5');
      const more = 'data: {"id":7}\n\ndata: {"time":8}\n\n';
      expect((await addressAfter('/feed', more, { resume }))[1]).toBe('/feed?since=7');
    });

    test('a template that cannot be read leaves none', async () => {
      const changes = { resume: { parameter: 'since', value: '{' } };
      expect(await addressAfter('/feed', 'data: {"id":1}\n\n', changes)).toEqual([
        '/feed',
        '/feed',
      ]);
    });
  });
});
