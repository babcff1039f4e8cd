import { once } from 'node:events';
import { connect } from 'node:net';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCapture } from '../support/captures.ts';
import { callApi, type Demo, replyOf, startDemo } from '../support/demo.ts';

let demo: Demo;

beforeEach(async () => {
  demo = await startDemo();
});

afterEach(() => demo.server.kill());

const ask = (endpoint: string, params: unknown = {}, token: string | null = demo.token) =>
  callApi(demo.origin, endpoint, params, token);

const post = async (path: string, init: RequestInit = {}) =>
  replyOf(await fetch(`${demo.origin}${path}`, { method: 'POST', redirect: 'manual', ...init }));

const codeOf = (body: unknown) =>
  v.parse(v.object({ error: v.looseObject({ code: v.string() }) }), body).error.code;

describe('MiAuth', () => {
  const session = 'af2842f7-f0e4-4e56-bc2a-cdd5a01dc78f';
  const path = `/miauth/${session}?name=Suzu%3Cb%3E&permission=read:account,write:bogus&callback=${encodeURIComponent('http://127.0.0.1:45999/cb?x=1')}`;
  const decide = (decision: string, headers: Record<string, string> = {}) =>
    post(path, { body: new URLSearchParams({ decision }), headers });
  const check = () => post(`/api/miauth/${session}/check`);

  test('shows a page that works without scripts, and no markup of others', async () => {
    const page = await replyOf(await fetch(`${demo.origin}${path}`));
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('Suzu&#60;b&#62;');
    expect(page.body).toContain('See your account');
    expect(page.body).not.toContain('bogus');
    expect(page.body).toContain('http://127.0.0.1:45999/cb');
  });

  test('gives the token once, after the user allowed it', async () => {
    expect((await check()).body).toEqual({ ok: false });
    const allowed = await decide('allow');
    expect(allowed.status).toBe(302);
    expect(allowed.headers.get('location')).toBe(
      `http://127.0.0.1:45999/cb?x=1&session=${session}`,
    );
    const checked = v.parse(
      v.object({ ok: v.literal(true), token: v.string(), user: v.looseObject({}) }),
      (await check()).body,
    );
    expect(checked.user).toMatchObject({ username: 'minato' });
    expect((await check()).body).toEqual({ ok: false });
    expect((await ask('i', {}, checked.token)).status).toBe(200);
    expect(codeOf((await ask('i/notifications', {}, checked.token)).body)).toBe(
      'PERMISSION_DENIED',
    );
    expect(v.parse(v.array(v.unknown()), (await ask('i/notifications')).body)[0]).toMatchObject({
      type: 'createToken',
    });
    expect(
      codeOf((await ask('i/revoke-token', { token: checked.token }, checked.token)).body),
    ).toBe('ACCESS_DENIED');
  });

  test('says nothing of a denial', async () => {
    const denied = await decide('deny');
    expect([denied.status, denied.headers.get('location')]).toEqual([200, null]);
    expect((await check()).body).toEqual({ ok: false });
  });

  test('does not let another site press the button', async () => {
    expect((await decide('allow', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await check()).body).toEqual({ ok: false });
  });

  test('an empty body that claims to be JSON is a 400', async () => {
    const headers = { 'content-type': 'application/json' };
    const recorded = v.parse(
      v.looseObject({
        jsonContentTypeWithoutBody: v.object({ status: v.number(), body: v.string() }),
      }),
      readCapture('72-miauth'),
    ).jsonContentTypeWithoutBody;
    const refused = await post(`/api/miauth/${session}/check`, { headers });
    expect(refused).toMatchObject({ status: recorded.status, body: JSON.parse(recorded.body) });
  });
});

describe('pictures', () => {
  const get = async (path: string) => fetch(`${demo.origin}${path}`, { redirect: 'manual' });

  test.each([
    ['/files/photo-sunset', 200, 'image/webp'],
    ['/files/thumbnail-photo-cat', 200, 'image/webp'],
    ['/identicon/kokoro@demo', 200, 'image/png'],
    ['/files/photo-nosuch', 404, null],
    ['/files/avatar-..%2f..%2fpackage', 404, null],
    ['/proxy/avatar.webp?url=http%3A%2F%2Fexample.com%2Fx', 404, null],
    ['/emoji/nope.webp', 404, null],
    ['/emoji/%ff.webp', 404, null],
    ['/avatar/@nobody', 404, null],
  ])('%s → %i', async (path, status, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
  });

  test('another server is never asked for a picture', async () => {
    const elsewhere = `${demo.origin.replace('127.0.0.1', '127.0.0.9')}/files/photo-sunset`;
    expect((await get(`/proxy/x.webp?url=${encodeURIComponent(elsewhere)}`)).status).toBe(404);
  });

  test.each([
    '/emoji/tea.webp',
    '/emoji/tea@..webp',
    '/emoji/tea@far.example.webp',
    '/avatar/@akari',
  ])('%s leads to a picture', async (path) => {
    const followed = await fetch(`${demo.origin}${path}`);
    expect([followed.status, followed.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });
});

describe('what goes wrong', () => {
  /** Waits until that address was asked for so many times. */
  async function arrivals(url: string, count: number): Promise<void> {
    while (demo.server.requests.filter((request) => request.url === url).length < count)
      await ask('ping');
  }

  test.each([
    ['a body that is no JSON', { headers: { 'content-type': 'application/json' }, body: '{' }, 400],
    ['a body of another type', { headers: { 'content-type': 'text/xml' }, body: '<i/>' }, 415],
    [
      'a token that is no string',
      { headers: { 'content-type': 'application/json' }, body: '{"i":7}' },
      400,
    ],
    [
      'a body that is too large',
      { headers: { 'content-type': 'application/json' }, body: 'x'.repeat(2 ** 20 + 1) },
      413,
    ],
  ])('%s is answered', async (_name, init, status) => {
    expect((await post('/api/i', init)).status).toBe(status);
    expect((await ask('i')).status).toBe(200);
  });

  test('bytes that are no HTTP are answered, too', async () => {
    const { hostname, port } = new URL(demo.origin);
    const socket = connect(Number(port), hostname);
    socket.write('hello?\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('400 Bad Request');
    expect((await ask('i')).status).toBe(200);
  });

  test('GET is for the emojis only', async () => {
    expect((await fetch(`${demo.origin}/api/emojis`)).status).toBe(200);
    expect((await fetch(`${demo.origin}/api/i`)).status).toBe(405);
  });

  test('an endpoint can be made to fail, to be late, and to hang', async () => {
    demo.server.answerApiWith('i', {
      status: 503,
      body: '<h1>Busy</h1>',
      headers: { 'retry-after': '7' },
    });
    const busy = await ask('i');
    expect([busy.status, busy.headers.get('retry-after'), busy.body]).toEqual([
      503,
      '7',
      '<h1>Busy</h1>',
    ]);
    demo.server.answerApiWith('i', { delayMs: 5000 });
    const late = ask('i');
    await arrivals('/api/i', 2);
    demo.clock.advance(5000);
    expect((await late).status).toBe(200);
    demo.server.answerApiWith('i', { hang: true });
    const hanging = ask('i');
    await arrivals('/api/i', 3);
    demo.server.answerApiWith('i', null);
    const stopped = demo.server.stop();
    await expect(hanging).rejects.toThrow('fetch failed');
    await stopped;
    await demo.server.start();
    expect((await ask('i')).status).toBe(200);
  });

  test('a timeline that a policy forbids is an error', async () => {
    demo.server.setPolicies({ ltlAvailable: false, gtlAvailable: false });
    const codes = await Promise.all(
      ['notes/local-timeline', 'notes/hybrid-timeline', 'notes/global-timeline'].map(
        async (endpoint) => codeOf((await ask(endpoint)).body),
      ),
    );
    expect(codes).toEqual(['LTL_DISABLED', 'STL_DISABLED', 'GTL_DISABLED']);
  });

  test('a public note has a page, a direct one has none', async () => {
    const text = '<b>hello</b> :tea:';
    const pageOf = async (noteId: string) =>
      String((await replyOf(await fetch(`${demo.origin}/notes/${noteId}`))).body);
    const page = await pageOf(demo.server.postNote('akari', { text }));
    expect(page).toContain('&#60;b&#62;hello');
    expect(page).toContain('src="/files/emoji-tea"');
    expect(await pageOf(demo.server.dm('akari', 'secret').noteId ?? '')).not.toContain('secret');
  });

  test('any other address is a page, as with the real web client', async () => {
    const page = await replyOf(await fetch(`${demo.origin}/my/follow-requests`));
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });
});
