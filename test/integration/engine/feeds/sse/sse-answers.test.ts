import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LinkBench, PlayedAccess } from '../../../../support/link-bench.ts';
import { type RawServer, rawServer } from '../../../../support/raw-server.ts';
import { bare, sseBench, streamHead, toEventStream } from '../../../../support/sse-bench.ts';

let server: RawServer;
let elsewhere: RawServer;
const benches: LinkBench[] = [];

beforeEach(async () => {
  [server, elsewhere] = await Promise.all([rawServer(), rawServer()]);
});

afterEach(async () => {
  for (const bench of benches.splice(0)) bench.stop();
  await Promise.all([server.close(), elsewhere.close()]);
});

function listenTo(played: PlayedAccess = {}, url = `${server.origin}/feed`): LinkBench {
  const bench = sseBench(toEventStream(url), played);
  benches.push(bench);
  return bench;
}

/** What an answer means for a feed that was never online, and for one that was. */
async function meaning(answer: string): Promise<readonly string[]> {
  server.answer = (request) => request.write(answer);
  const verdicts = [];
  for (const isProven of [false, true]) {
    const verdict = await listenTo({ isProven }).open().verdict;
    verdicts.push(`${verdict.kind} ${verdict.reason}`);
  }
  await server.allClosed();
  return verdicts;
}

const page = (status: string, type = 'text/html') =>
  `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: 5\r\n\r\nHello`;

describe('an answer', () => {
  test.each([
    'text/event-stream',
    'text/event-stream; charset=utf-8',
    'text/event-stream;charset=latin-1',
    'Text/Event-Stream ;x="y"',
  ])('of the type %s is a stream', async (type) => {
    server.answer = (request) =>
      request.write(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\ndata: \xE9\x88\xB4\n\n`);
    const attempt = listenTo().open();
    await attempt.received(1);
  });

  test.each([
    ['a web page', page('200 OK')],
    ['JSON', page('200 OK', 'application/json')],
    ['a type that only begins like it', page('200 OK', 'text/event-streams')],
    ['no type', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello'],
    ['a part of a stream', page('206 Partial Content', 'text/event-stream')],
    ['400', page('400 Bad Request')],
    ['405', page('405 Method Not Allowed')],
  ])('of %s is no feed; from one that was there it is an outage', async (_what, answer) => {
    expect(await meaning(answer)).toEqual(['refuse feed-foreign', 'retry not-a-feed']);
  });

  test.each([
    ['204 No Content', ['refuse feed-over', 'refuse feed-over']],
    ['410 Gone', ['refuse feed-over', 'refuse feed-over']],
    ['401 Unauthorized', ['refuse feed-credentials', 'refuse feed-credentials']],
    ['403 Forbidden', ['refuse feed-forbidden', 'refuse feed-forbidden']],
    ['404 Not Found', ['refuse feed-not-found', 'retry not-a-feed']],
    ['302 Found', ['refuse feed-redirects', 'retry not-a-feed']],
    ['429 Too Many Requests', ['retry rate-limited', 'retry rate-limited']],
    ['500 Oh', ['retry server-error', 'retry server-error']],
    ['503 Later', ['retry server-error', 'retry server-error']],
    ['511 Network Authentication Required', ['retry sign-in-page', 'retry sign-in-page']],
  ])('%s', async (status, expected) => {
    expect(await meaning(bare(status))).toEqual(expected);
  });

  test('may say when to come back, within reason', async () => {
    const wait = async (retryAfter: string) => {
      server.answer = (request) => request.write(bare('503 Later', `Retry-After: ${retryAfter}`));
      return listenTo().open().verdict;
    };
    expect(await wait('30')).toMatchObject({ notBeforeMs: 30_000 });
    expect(await wait('99999999')).toMatchObject({ notBeforeMs: 900_000 });
    expect(await wait('soon')).toMatchObject({ notBeforeMs: 0 });
  });

  test('that is encoded as nobody asked cannot be read', async () => {
    server.answer = (request) =>
      request.write(streamHead.replace('\r\n\r\n', '\r\nContent-Encoding: zstd\r\n\r\n'));
    expect(await listenTo().open().verdict).toMatchObject({ kind: 'retry', reason: 'malformed' });
  });

  test('that is no HTTP is no feed', async () => {
    expect(await meaning('SSH-2.0-OpenSSH_9.2\r\n\r\n')).toEqual([
      'refuse feed-foreign',
      'retry not-a-feed',
    ]);
  });

  test('that ends before it began, and none at all, are outages', async () => {
    server.answer = (request) => request.socket.destroy();
    expect(await listenTo().open().verdict).toMatchObject({ kind: 'retry', reason: 'unreachable' });
    await server.close();
    expect(await listenTo().open().verdict).toMatchObject({ kind: 'retry', reason: 'unreachable' });
  });

  test('is looked for under a name that there is', async () => {
    const verdict = await listenTo({}, 'http://nowhere.invalid/').open().verdict;
    expect(verdict.kind).toBe('retry');
    expect(['unknown-name', 'no-route']).toContain(verdict.reason);
  });
});

describe('a redirect', () => {
  /** Answers with these by the address that was asked for; 404 where there is none. */
  const answers = (at: RawServer, by: Readonly<Record<string, string>>) => {
    at.answer = (request) =>
      request.write(by[request.line.split(' ')[1] ?? ''] ?? bare('404 Not Found'));
  };
  const to = (status: number, location: string, ...more: string[]) =>
    bare(`${status} Go`, `Location: ${location}`, ...more);
  const paths = (at: RawServer) => at.requests.map(({ line }) => line.split(' ')[1]);

  test.each([301, 302, 303, 307, 308])('%d is followed', async (status) => {
    answers(server, { '/feed': to(status, 'other/?a=1'), '/other/?a=1': streamHead });
    const attempt = listenTo().open();
    await attempt.opened;
    expect(paths(server)).toEqual(['/feed', '/other/?a=1']);
    expect(server.requests[1]?.line).toMatch(/^GET /);
  });

  test.each([300, 304, 305, 306])('%d is none', async (status) => {
    answers(server, { '/feed': to(status, '/other'), '/other': streamHead });
    expect(await listenTo().open().verdict).toEqual({ kind: 'refuse', reason: 'feed-redirects' });
  });

  test.each([
    ['301', [301], '/new'],
    ['308 after 301', [301, 308], '/new'],
    ['302', [302], '/feed'],
    ['301 after 302', [302, 301], '/feed'],
  ])('%s: the next attempt begins at the right place', async (_name, statuses, begin) => {
    const [first = 301, second] = statuses;
    answers(
      server,
      second === undefined
        ? { '/feed': to(first, '/new'), '/new': streamHead }
        : { '/feed': to(first, '/between'), '/between': to(second, '/new'), '/new': streamHead },
    );
    const bench = listenTo();
    const attempt = bench.open();
    await attempt.opened;
    const count = server.requests.length;
    await bench.open().opened;
    expect(paths(server)[count]).toBe(begin);
    // Nothing of it is kept: another run begins at home.
    await listenTo().open().opened;
    expect(paths(server).at(server.requests.length - count)).toBe('/feed');
  });

  test('for good that leads nowhere any more is forgotten', async () => {
    answers(server, { '/feed': to(301, '/new'), '/new': streamHead });
    const bench = listenTo({ isProven: true });
    await bench.open().opened;
    answers(server, { '/feed': streamHead });
    expect(await bench.open().verdict).toMatchObject({ kind: 'retry', reason: 'not-a-feed' });
    await bench.open().opened;
    expect(paths(server)).toEqual(['/feed', '/new', '/new', '/feed']);
  });

  test('ten are followed, and not one more', async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          index === 0 ? '/feed' : `/${index}`,
          to(302, `/${index + 1}`),
        ]),
      );
    answers(server, { ...chain(10), '/10': streamHead });
    await listenTo().open().opened;
    answers(server, { ...chain(11), '/11': streamHead });
    expect(await listenTo().open().verdict).toEqual({ kind: 'refuse', reason: 'feed-redirects' });
  });

  test('in a circle ends', async () => {
    answers(server, { '/feed': to(302, '/feed') });
    expect(await listenTo({ isProven: true }).open().verdict).toEqual({
      kind: 'refuse',
      reason: 'feed-redirects',
    });
    expect(server.requests).toHaveLength(11);
    await server.allClosed();
  });

  test.each([
    'ftp://127.0.0.1/feed',
    'javascript:alert(1)',
    'http://alice:secret@127.0.0.1/feed',
    'http://[',
  ])('to %s is not followed', async (location) => {
    answers(server, { '/feed': to(302, location) });
    expect(await listenTo().open().verdict).toEqual({ kind: 'refuse', reason: 'feed-redirects' });
  });

  const secrets = {
    headers: { Authorization: 'Bearer abc', 'X-Api-Key': 'k', Cookie: 'a=1' },
    username: 'alice',
    password: 'secret',
  };
  const shown = ({ requests }: RawServer, index: number) => {
    const { headers } = requests[index] ?? { headers: new Map<string, string>() };
    return ['authorization', 'x-api-key', 'cookie'].map((name) => headers.get(name) ?? null);
  };

  test('to another origin takes nothing along that proves who asks, also when it leads back', async () => {
    answers(server, {
      '/feed': to(302, `${elsewhere.origin}/there`),
      '/back': to(302, '/on'),
      '/on': streamHead,
    });
    answers(elsewhere, { '/there': to(302, `${server.origin}/back`, 'Set-Cookie: evil=1') });
    const bench = listenTo({ secrets, cursor: '{"id":"7"}' });
    await bench.open().opened;
    expect(shown(server, 0)).toEqual(['Bearer abc', 'k', 'a=1']);
    expect(shown(elsewhere, 0)).toEqual([null, null, null]);
    expect(shown(server, 1)).toEqual([null, null, null]);
    expect(shown(server, 2)).toEqual([null, null, null]);
    expect(elsewhere.requests[0]?.headers.get('last-event-id')).toBe('7');
    await bench.open().opened;
    expect(shown(server, 3)).toEqual(['Bearer abc', 'k', 'a=1']);
  });

  test('for good to another origin and back is not the feed’s own place either', async () => {
    answers(server, { '/feed': to(301, `${elsewhere.origin}/there`), '/back': streamHead });
    answers(elsewhere, { '/there': to(301, `${server.origin}/back`) });
    const bench = listenTo({ secrets });
    await bench.open().opened;
    await bench.open().opened;
    expect(paths(server)).toEqual(['/feed', '/back', '/back']);
    expect(shown(server, 2)).toEqual([null, null, null]);
  });

  test('that goes on and on keeps no connection', async () => {
    const endless = to(302, '/there').replace('Content-Length: 0', 'Content-Length: 9');
    answers(server, { '/feed': `${endless}and`, '/there': streamHead });
    await listenTo().open().opened;
    const { socket } = await server.request(0);
    if (!socket.destroyed) await new Promise((resolve) => socket.on('close', resolve));
    expect(server.open).toBe(1);
  });

  test('within the origin takes them along', async () => {
    answers(server, { '/feed': to(302, '/there'), '/there': streamHead });
    await listenTo({ secrets }).open().opened;
    expect(shown(server, 1)).toEqual(['Bearer abc', 'k', 'a=1']);
  });

  test.each(['401 Unauthorized', '403 Forbidden'])(
    'to where %s answers those who show nothing is what has to change',
    async (status) => {
      answers(server, { '/feed': to(302, `${elsewhere.origin}/there`) });
      answers(elsewhere, { '/there': bare(status) });
      const reason = async (played: PlayedAccess) => (await listenTo(played).open().verdict).reason;
      expect(await reason({ secrets })).toBe('feed-redirects');
      expect(await reason({})).toBe(
        status.startsWith('401') ? 'feed-credentials' : 'feed-forbidden',
      );
    },
  );

  test('to a page on another site is how a network asks to sign in, if the feed was there before', async () => {
    answers(server, { '/feed': to(302, `http://localhost:${elsewhere.port}/login`) });
    answers(elsewhere, { '/login': page('200 OK') });
    const reason = async (isProven: boolean) =>
      (await listenTo({ isProven }).open().verdict).reason;
    expect(await reason(true)).toBe('sign-in-page');
    expect(await reason(false)).toBe('feed-foreign');
  });
});

describe('cookies', () => {
  test('that the server sets come back to it, with the user’s own', async () => {
    server.answer = (request) =>
      request.write(
        streamHead.replace(
          '\r\n\r\n',
          '\r\nSet-Cookie: node=2; HttpOnly; SameSite=Lax\r\nSet-Cookie: b=3\r\n\r\n',
        ),
      );
    const bench = listenTo({ secrets: { headers: { cookie: 'a=1; b=2' } } });
    await bench.open().opened;
    await bench.open().opened;
    expect(server.requests.map(({ headers }) => headers.get('cookie'))).toEqual([
      'a=1; b=2',
      'a=1; node=2; b=3',
    ]);
    // Another run knows none.
    await listenTo().open().opened;
    expect(server.requests[2]?.headers.has('cookie')).toBe(false);
  });

  test('of a redirect are there at the next address', async () => {
    server.answer = (request) =>
      request.write(
        request.headers.has('cookie')
          ? streamHead
          : bare('302 Go', 'Location: /feed', 'Set-Cookie: seen=1'),
      );
    await listenTo().open().opened;
    expect(server.requests).toHaveLength(2);
  });
});
