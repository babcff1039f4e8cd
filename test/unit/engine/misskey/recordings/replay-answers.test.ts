/** The recordings of HTTP: what the account, its signing in and its pictures make of a real server's answers. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { PictureFetcher } from '../../../../../src-main/desktop/images/picture-fetcher.ts';
import { openCallback } from '../../../../../src-main/engine/misskey/sign-in/miauth-callback.ts';
import { readCapture } from '../../../../support/captures.ts';
import { fakeClock, settle } from '../../../../support/fake-clock.ts';
import { goOnline } from '../../../../support/fake-misskey.ts';
import { jpeg, png, webp } from '../../../../support/pictures.ts';
import { check, server, signInBench } from '../../../../support/sign-in-bench.ts';
import { alice, sourceBench } from '../../../../support/source-bench.ts';

const answerSchema = v.object({
  status: v.number(),
  headers: v.fallback(v.optional(v.record(v.string(), v.string()), {}), {}),
  body: v.unknown(),
});
type Answer = v.InferOutput<typeof answerSchema>;

const played = ({ status, headers, body }: Answer): Response =>
  status === 204
    ? new Response(null, { status })
    : Response.json(body, { status, headers: retryAfter(headers) });
const retryAfter = (headers: Answer['headers']): Record<string, string> =>
  headers['retry-after'] === undefined ? {} : { 'retry-after': headers['retry-after'] };

describe('70-http-basics', () => {
  const { calls } = v.parse(
    v.object({ calls: v.record(v.string(), answerSchema) }),
    readCapture('70-http-basics'),
  );
  const answerTo = (name: string): Answer => {
    const answer = calls[name];
    if (answer === undefined) throw new Error(`${name} was not recorded`);
    return answer;
  };
  const idsOf = (name: string) =>
    v.parse(v.array(v.object({ id: v.string() })), answerTo(name).body).map(({ id }) => id);

  test('the first connect rings nothing, knows what was there, and fills the timelines', async () => {
    const { api, source, sockets, watch, told, history, mes, feed, confirm } = sourceBench();
    api.answer('i', () => played(answerTo('i')));
    api.answer('i/notifications', () => played(answerTo('notifications')));
    const timelines = [
      ['home', 'homeTimeline', 'timeline'],
      ['local', 'localTimeline', 'local-timeline'],
      ['social', 'hybridTimeline', 'hybrid-timeline'],
      ['global', 'globalTimeline', 'global-timeline'],
    ] as const;
    for (const [, , endpoint] of timelines) {
      api.answer(`notes/${endpoint}`, () => played(answerTo(endpoint)));
    }
    source.start();
    goOnline(sockets.last);
    await settle();
    watch('home', 'local', 'social', 'global');
    for (const [, channel] of timelines) await confirm(channel);
    expect(told.toasts).toEqual([]);
    expect(mes.at(-1)?.username).toBe('alice');
    for (const id of idsOf('notifications')) expect(history.isKnown(alice, id)).toBe(true);
    for (const [key, , endpoint] of timelines) {
      expect(feed(key).timeline.notes.map(({ id }) => id)).toEqual(idsOf(endpoint));
    }
  });

  test('what was missed is asked for from the last known one on, page by page, and told once', async () => {
    const ascending = idsOf('notifications-sinceId (ascending)');
    const { api, source, sockets, told, history } = sourceBench();
    history.markKnown(alice, ['att1bk5crj0c007o']);
    history.advance(alice, 'att1bk5crj0c007o');
    const pages = [
      answerTo('notifications-sinceId (ascending)'),
      answerTo('notifications-sinceId-newest'),
    ];
    api.answer('i/notifications', () =>
      played(pages.shift() ?? answerTo('notifications-sinceId-newest')),
    );
    source.start();
    goOnline(sockets.last);
    await settle();
    const kept = history.newest(10).map(({ notice }) => notice.sourceId);
    expect(kept.toSorted()).toEqual(ascending.toSorted());
    expect(told.toasts.length).toBeGreaterThan(0);
    expect(
      api
        .callsOf('i/notifications')
        .slice(0, 2)
        .map(({ parameters }) => parameters),
    ).toEqual([
      { sinceId: 'att1bk5crj0c007o', limit: 100, markAsRead: false },
      { sinceId: ascending.at(-1), limit: 100, markAsRead: false },
    ]);
  });

  test.each([
    ['i-badtoken', 'i', 'token-invalid'],
    ['i-notoken', 'i', 'token-invalid'],
    ['i-readonly-token-create-note', 'notes/create', 'permission-denied'],
    ['notes-show-missing', 'notes/show', 'rejected'],
    ['react-same-again', 'notes/reactions/create', 'rejected'],
    ['unreact-not-reacted', 'notes/reactions/delete', 'rejected'],
    ['follow-again', 'following/create', 'rejected'],
    ['invalid-param', 'notes/create', 'rejected'],
    ['notifications-limit-101', 'i/notifications', 'rejected'],
    ['notifications-unknown-type', 'i/notifications', 'rejected'],
    ['unreact-again (needs 3 s apart)', 'notes/reactions/delete', 'rate-limited'],
    ['emoji-unknown', 'emoji', 'server-error'],
    // Fastify's own words: `error` is a string, so this says nothing about the account.
    ['unknown-endpoint', 'notes/show', 'not-misskey'],
  ] as const)('%s is understood', async (name, endpoint, kind) => {
    const { api, source } = sourceBench();
    api.answer(endpoint, () => played(answerTo(name)));
    await expect(source.api.call(endpoint, {}, v.unknown())).rejects.toMatchObject({ kind });
  });
});

test('71-rate-limit: the catch-up waits as long as the server says, and then succeeds', async () => {
  const { answers } = v.parse(
    v.object({ answers: v.array(answerSchema) }),
    readCapture('71-rate-limit'),
  );
  const limited = answers.at(-1);
  if (limited === undefined) throw new Error('nothing was recorded');
  expect(limited.status).toBe(429);
  const seconds = Number(limited.headers['retry-after']);
  const { api, source, sockets, clock, history } = sourceBench();
  api.answer('i/notifications', () => played(limited));
  source.start();
  goOnline(sockets.last);
  await settle();
  await clock.advance(seconds * 1_000 - 1);
  expect(api.callsOf('i/notifications')).toHaveLength(1);
  api.answer('i/notifications', () => []);
  await clock.advance(1);
  expect(api.callsOf('i/notifications')).toHaveLength(2);
  expect(history.hasBaseline(alice)).toBe(true);
});

test('72-miauth: waits while the check says no, and signs in with the token that it gives once', async () => {
  const { before, afterApproval } = v.parse(
    v.object({ before: answerSchema, afterApproval: answerSchema }),
    readCapture('72-miauth'),
  );
  const { signIn, api, clock, accounts, phases, leftovers } = signInBench();
  api.answer(check, () => played(before));
  await signIn.start(server.host);
  await clock.advance(30_000);
  expect(phases().at(-1)).toBe('waiting');
  api.answer(check, () => played(afterApproval));
  await clock.advance(5_000);
  expect(accounts.map(({ user }) => user.username)).toEqual(['alice']);
  expect(phases().at(-1)).toBe('idle');
  expect(await leftovers()).toEqual({ calls: 0, timers: 0, callbacks: 0 });
});

describe('73-assets', () => {
  const { fetches } = v.parse(
    v.object({
      fetches: v.array(
        v.object({
          url: v.string(),
          status: v.number(),
          type: v.nullable(v.string()),
          location: v.nullable(v.string()),
        }),
      ),
    }),
    readCapture('73-assets'),
  );
  const pictures: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
    'image/webp': webp(),
    'image/png': png(),
    'image/apng': png(),
    'image/jpeg': jpeg(),
  };

  /** The server of the recording; a picture's bytes are made up, because only their size was kept. */
  const respond = (url: string): Response => {
    const recorded = fetches.find((candidate) => candidate.url === url);
    if (recorded === undefined) return new Response(null, { status: 404 });
    const { status, type, location } = recorded;
    if (location !== null) return new Response(null, { status, headers: { location } });
    return new Response(status === 200 ? (pictures[type ?? ''] ?? new Uint8Array([1])) : null, {
      status,
      ...(type === null ? {} : { headers: { 'content-type': type } }),
    });
  };
  const get = (url: string) =>
    new PictureFetcher({
      clock: fakeClock(),
      isOwnServer: (host) => host === '127.0.0.1:3000',
      fetch: async (address) => respond(address),
    }).get(url);

  test.each(
    fetches
      .filter(({ status, type }) => status === 200 && type !== null && type in pictures)
      .map(({ url }) => url),
  )('%s is a picture', async (url) => {
    expect(await get(url)).not.toBeNull();
  });

  test.each(fetches.filter(({ status }) => status === 404).map(({ url }) => url))(
    '%s is none',
    async (url) => {
      expect(await get(url)).toBeNull();
    },
  );

  test('a vector drawing is none: it could hold more than a picture', async () => {
    const svg = fetches.find(({ type }) => type === 'image/svg+xml');
    expect(await get(svg?.url ?? '')).toBeNull();
  });
});

describe('74-miauth-in-a-browser', () => {
  const { runs } = v.parse(
    v.object({
      runs: v.array(
        v.object({
          case: v.string(),
          navigations: v.array(v.string()),
          check: v.object({ ok: v.boolean() }),
        }),
      ),
    }),
    readCapture('74-miauth-in-a-browser'),
  );

  test('the browser comes back with its session where a callback was given and the user said yes', async () => {
    const back = runs
      .filter(({ check: { ok } }) => ok)
      .flatMap(({ navigations }) => navigations)
      .find((address) => address.startsWith('http://127.0.0.1'));
    const query = new URL((back ?? '').replace('{session}', 'uuid-1')).search;
    const returned: string[] = [];
    const callback = await openCallback({
      secret: 'cb',
      onReturn: async (session) => {
        returned.push(session);
        return { language: 'en', title: 'Suzu', text: 'done' };
      },
    });
    try {
      expect((await fetch(`${callback.url}${query}`)).status).toBe(200);
      expect(returned).toEqual(['uuid-1']);
    } finally {
      callback.close();
    }
  });

  test('a refusal is told by nobody, so waiting for it ends by itself', async () => {
    const refusal = runs.find(({ case: name }) => name.startsWith('reject'));
    expect(refusal).toMatchObject({ navigations: [], check: { ok: false } });
    const { signIn, api, phases, leftovers } = signInBench();
    api.answer(check, () => refusal?.check);
    await signIn.start(server.host);
    expect(phases().at(-1)).toBe('waiting');
    await leftovers();
    expect(phases().at(-1)).toBe('failed');
  });
});
