import { beforeEach, describe, expect, test } from 'vitest';
import { preset as mastodon } from '../../../../src-main/engine/feeds/presets/mastodon.ts';
import type { StoredFeed } from '../../../../src-main/engine/feeds/stored-feed.ts';
import { fakeClock, settle } from '../../../support/fake-clock.ts';
import {
  bearer,
  emptyDisk,
  type FeedsBench,
  feedsBench,
  keptFor,
  reconnected,
  sseOf,
  storedFeed,
} from '../../../support/feeds-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { anEvent } from '../../../support/played-links.ts';

const host = 'fedi.example';
const clockStart = fakeClock().now();

/** A notification as the server has it; ids go up. */
const notification = (id: number) => ({
  id: `${id}`,
  type: 'mention',
  created_at: new Date(clockStart + id * 1_000).toISOString(),
  account: { id: '7', username: 'mei', acct: 'mei', display_name: 'Mei' },
  status: { id: `s${id}`, content: `<p>note ${id}</p>`, url: `https://${host}/${id}` },
});

/** What the server has, oldest first, and how it answers. */
let server: ReturnType<typeof played>;
function played() {
  const state = {
    ids: [] as number[],
    asked: [] as URL[],
    headers: [] as Headers[],
    /** In place of the list. */
    answer: null as ((signal: AbortSignal | null) => Response | Promise<Response>) | null,
    fetch: async (url: string, init: RequestInit) => {
      const asked = new URL(url);
      state.asked.push(asked);
      state.headers.push(new Headers(init.headers));
      if (state.answer !== null) return state.answer(init.signal ?? null);
      const after = Number(asked.searchParams.get('min_id') ?? '0');
      const isFirst = !asked.searchParams.has('min_id');
      const newer = state.ids.filter((id) => id > after);
      const page = isFirst ? newer.slice(-80) : newer.slice(0, 80);
      return Response.json(page.map(notification).reverse());
    },
  };
  return state;
}

const has = { headers: ['Authorization'], username: false, password: false };
const fedi = (fields: Partial<StoredFeed> = {}) =>
  storedFeed('fedi', { preset: 'mastodon', connection: sseOf(host), has, ...fields });

let bench: FeedsBench;
let disk: ReturnType<typeof emptyDisk>;
const file = fakeLineFile();
const asked = () => server.asked.map(({ searchParams }) => searchParams.get('min_id'));
const live = (id: number) =>
  bench.links.socketOf(host).receive(anEvent(notification(id), { name: 'notification' }));
/** The ids of what rang, oldest first. */
const rang = () =>
  bench.bell.trace.flatMap((line) => (line.at === 'notice' ? [line.id.replace(/.*:/, '')] : []));

function begin(): void {
  bench = feedsBench({ disk, file, clock: fakeClock(), presets: [mastodon], fetch: server.fetch });
}

beforeEach(() => {
  server = played();
  disk = emptyDisk();
  disk.tokens.set('feed-fedi0000', keptFor('fedi.example', bearer('sesame')));
  file.lines = [];
  begin();
});

describe('the first connect of all', () => {
  test('only learns where the list stands', async () => {
    server.ids = [1, 2, 3];
    await bench.online(fedi());
    await settle();
    expect(rang()).toEqual([]);
    expect(server.asked.map((url) => url.href)).toEqual([
      `https://${host}/api/v1/notifications?limit=80`,
    ]);
    server.ids.push(4);
    await reconnected(bench, host);
    await settle();
    expect(asked()[1]).toBe('3');
    expect(rang()).toEqual(['4']);
  });

  test('of somebody with no notifications: the first one rings', async () => {
    await bench.online(fedi());
    await settle();
    server.ids.push(1);
    await reconnected(bench, host);
    await settle();
    expect(rang()).toEqual(['1']);
  });
});

test('the feed’s headers go along, and its token never into the address', async () => {
  await bench.online(fedi());
  await settle();
  expect(server.headers[0]?.get('authorization')).toBe('Bearer sesame');
  expect(server.headers[0]?.get('user-agent')).toBe('Suzu/test');
  expect(server.asked[0]?.href).not.toContain('sesame');
});

test('what was missed rings oldest first, once, and what is known does not', async () => {
  server.ids = [1];
  await bench.online(fedi());
  await settle();
  server.ids.push(2);
  live(2);
  server.ids.push(3, 4);
  await reconnected(bench, host);
  await settle();
  live(4);
  expect(rang()).toEqual(['2', '3', '4']);
  await reconnected(bench, host);
  await settle();
  expect(rang()).toEqual(['2', '3', '4']);
});

test('more than a few are one digest', async () => {
  server.ids = [1];
  await bench.online(fedi());
  await settle();
  server.ids.push(2, 3, 4, 5, 6, 7, 8);
  await reconnected(bench, host);
  await settle();
  expect(rang()).toHaveLength(7);
  expect(bench.toasts()).toHaveLength(1);
});

test('a long gap is asked for page by page', async () => {
  server.ids = [1];
  await bench.online(fedi());
  await settle();
  for (let id = 2; id <= 200; id += 1) server.ids.push(id);
  await reconnected(bench, host);
  await settle();
  expect(rang()).toEqual(server.ids.slice(1).map(String));
  expect(asked()).toEqual([null, '1', '81', '161', '200']);
});

test('so it is after a restart', async () => {
  server.ids = [1];
  await bench.online(fedi());
  await settle();
  live(2);
  bench.feeds.stop();
  server.ids.push(2, 3);
  begin();
  await bench.online(fedi({ proven: true }));
  await settle();
  expect(asked()[1]).toBe('2');
  expect(rang()).toEqual(['3']);
});

test('a kill before the mark was written finds the same again and rings once', async () => {
  server.ids = [1];
  await bench.online(fedi());
  await settle();
  server.ids.push(2);
  live(2);
  // No stop: the cursor on the disk is still that of the first connect, less than a second ago.
  server.ids.push(3);
  begin();
  await bench.online(fedi({ proven: true }));
  await settle();
  expect(asked().at(1)).toBe('1');
  expect(rang()).toEqual(['3']);
});

test('what the stream brings while the server is asked does not hide what is older', async () => {
  server.ids = [1];
  await bench.online(fedi());
  await settle();
  server.ids.push(2);
  server.answer = () => new Response(null, { status: 502 });
  await reconnected(bench, host);
  await settle();
  server.ids.push(3);
  live(3);
  server.answer = null;
  await bench.clock.advance(60_000);
  expect(rang()).toEqual(['3', '2']);
  server.ids.push(4);
  await reconnected(bench, host);
  await settle();
  expect(rang()).toEqual(['3', '2', '4']);
});

describe('a server that does not answer as it should', () => {
  const start = async () => {
    server.ids = [1];
    await bench.online(fedi());
    await settle();
    server.ids.push(2);
  };

  test.each([
    ['an outage', () => new Response(null, { status: 503 })],
    ['too many requests', () => new Response(null, { status: 429 })],
    ['a page of somebody else', () => new Response('<html>', { status: 200 })],
    ['a redirect', () => new Response(null, { status: 302 })],
    ['no list', () => Response.json({ error: 'later' })],
    ['far too much', () => new Response(`[${'" ",'.repeat(2_000_000)}1]`)],
    ['nobody', () => Promise.reject(new TypeError('fetch failed'))],
  ])('%s: it is asked again until it does', async (_what, answer) => {
    await start();
    server.answer = answer;
    await reconnected(bench, host);
    await bench.clock.advance(20_000);
    expect(server.asked.length).toBeGreaterThan(2);
    expect(bench.feeds.get('feed-fedi0000')?.state).toEqual({ name: 'online' });
    server.answer = null;
    await bench.clock.advance(61_000);
    expect(rang()).toEqual(['2']);
  });

  test.each([401, 403, 404])('%i: not before the next connect', async (status) => {
    await start();
    server.answer = () => new Response(null, { status });
    await reconnected(bench, host);
    await bench.clock.advance(600_000);
    expect(server.asked).toHaveLength(2);
    server.answer = null;
    await reconnected(bench, host);
    await settle();
    expect(rang()).toEqual(['2']);
  });

  test('never: it is given up after a while, and asked again', async () => {
    await start();
    server.answer = (signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    await reconnected(bench, host);
    await bench.clock.advance(14_999);
    expect(server.asked).toHaveLength(2);
    await bench.clock.advance(10_000);
    expect(server.asked).toHaveLength(3);
    bench.feeds.stop();
    await bench.clock.advance(600_000);
    expect(server.asked).toHaveLength(3);
  });

  test('a list of anything rings for none of it', async () => {
    await start();
    server.answer = () => Response.json([null, 7, 'x', [], {}, { id: {} }, { id: '' }]);
    await reconnected(bench, host);
    await settle();
    expect(rang()).toEqual([]);
  });

  test('with ids that never end it is asked no more than ten times', async () => {
    await start();
    let id = 1_000;
    server.answer = () => {
      id += 1;
      return Response.json([notification(id)]);
    };
    await reconnected(bench, host);
    await settle();
    await settle();
    expect(server.asked.length).toBe(11);
  });
});

test('an answer that comes when the stream is gone again is not taken', async () => {
  server.ids = [1];
  await bench.online(fedi());
  await settle();
  server.ids.push(2);
  let answer: (response: Response) => void = () => {};
  server.answer = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  await reconnected(bench, host);
  bench.links.socketOf(host).end({ kind: 'closed', code: 1006 });
  server.answer = null;
  answer(Response.json([notification(2)]));
  await settle();
  expect(rang()).toEqual([]);
});
