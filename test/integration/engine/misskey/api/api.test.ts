import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiError, createApi } from '../../../../../src-main/engine/misskey/api/api.ts';
import { type FakeClock, fakeClock } from '../../../../support/fake-clock.ts';
import { type HttpServer, httpServer } from '../../../../support/http-server.ts';

const token = 'secret-token-of-alice';
const schema = v.object({ id: v.string() });

let server: HttpServer;
let clock: FakeClock;

beforeEach(async () => {
  clock = fakeClock();
  server = await httpServer();
});

afterEach(() => server.close());

const api = (withToken: string | null = token) =>
  createApi({ origin: server.origin, token: withToken, fetch, clock });

/** Answers with a status, headers and a body from now on. */
function answer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  server.answer = (response) => response.writeHead(status, headers).end(body);
}

function answerError(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const error = { message: `about ${token}`, code, id: 'a-uuid', kind: 'client' };
  answer(status, JSON.stringify({ error }), { 'content-type': 'application/json', ...headers });
}

/** The error of a call; throws when it succeeds or fails in another way. */
async function failure(call: Promise<unknown> = api().call('i', {}, schema)): Promise<ApiError> {
  const outcome = await call.then(
    () => 'success',
    (error: unknown) => error,
  );
  if (!(outcome instanceof ApiError)) throw new Error(`expected an ApiError, not ${outcome}`);
  // Whatever went wrong, and however it is printed.
  const printed = [
    outcome.message,
    outcome.stack,
    inspect(outcome),
    JSON.stringify(outcome),
  ].join();
  expect(printed).not.toContain(token);
  expect(outcome.name).toBe('ApiError');
  return outcome;
}

describe('a call', () => {
  test('is a POST of JSON to /api/, with the token in the body and nowhere else', async () => {
    answer(200, '{"id":"x","more":true}');
    expect(await api().call('notes/show', { noteId: 'n' }, schema)).toEqual({ id: 'x' });
    const [seen] = server.requests;
    expect(seen?.request.method).toBe('POST');
    expect(seen?.request.url).toBe('/api/notes/show');
    expect(seen?.request.headers['content-type']).toBe('application/json');
    expect(JSON.parse(seen?.body ?? '')).toEqual({ noteId: 'n', i: token });
    expect(seen?.request.rawHeaders.join()).not.toContain(token);
  });

  test('without an account sends none', async () => {
    answer(200, '{"id":"x"}');
    await api(null).call('meta', {}, schema);
    expect(server.requests[0]?.body).toBe('{}');
  });

  test('that is answered with nothing gives null', async () => {
    answer(204, '');
    expect(await api().call('notes/reactions/create', {}, v.null())).toBeNull();
  });

  test('leaves no timer behind, however it ends', async () => {
    answer(200, '{"id":"x"}');
    await api().call('i', {}, schema);
    answer(500, '');
    await failure();
    expect(clock.pending).toBe(0);
  });
});

describe('what goes wrong', () => {
  test.each([
    [401, 'AUTHENTICATION_FAILED', 'token-invalid'],
    [401, 'CREDENTIAL_REQUIRED', 'token-invalid'],
    [403, 'AUTHENTICATION_FAILED', 'token-invalid'],
    [403, 'PERMISSION_DENIED', 'permission-denied'],
    [403, 'YOUR_ACCOUNT_SUSPENDED', 'suspended'],
    [403, 'YOUR_ACCOUNT_MOVED', 'permission-denied'],
    [400, 'NO_SUCH_NOTE', 'rejected'],
    [400, 'INVALID_PARAM', 'rejected'],
    [404, 'NO_SUCH_ENDPOINT', 'rejected'],
    [429, 'RATE_LIMIT_EXCEEDED', 'rate-limited'],
    [500, 'INTERNAL_ERROR', 'server-error'],
  ])('%i %s is %s', async (status, code, kind) => {
    answerError(status, code);
    expect(await failure()).toMatchObject({ kind, status, code, retryAfterMs: null });
  });

  test('its message names the endpoint, the kind, the status and the code', async () => {
    answerError(400, 'NO_SUCH_NOTE');
    expect((await failure()).message).toBe('i: rejected 400 NO_SUCH_NOTE');
  });

  test.each([token, 'two\nlines', 'X'.repeat(1_000), '', 7])(
    'a code like %j is none: it goes into messages and the log',
    async (code) => {
      answer(400, JSON.stringify({ error: { code } }));
      expect(await failure()).toMatchObject({ kind: 'rejected', code: null });
    },
  );

  test.each([
    ['30', 30_000],
    ['0.5', 500],
    ['soon', null],
  ])('429 with Retry-After %s: %j ms', async (retryAfter, retryAfterMs) => {
    answerError(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': retryAfter });
    expect(await failure()).toMatchObject({ kind: 'rate-limited', retryAfterMs });
  });

  test('503 with Retry-After', async () => {
    answer(503, '<html>', { 'retry-after': '120' });
    expect(await failure()).toMatchObject({ kind: 'server-error', retryAfterMs: 120_000 });
  });

  test.each([500, 502, 503, 504, 520])(
    '%i with a page of a proxy is server-error',
    async (status) => {
      answer(status, '<!doctype html><title>nginx</title>');
      expect(await failure()).toMatchObject({ kind: 'server-error', status, code: null });
    },
  );

  test.each([400, 401, 403, 404, 405, 418])(
    '%i with a page of a proxy says nothing about the token',
    async (status) => {
      answer(status, '<!doctype html><title>nginx</title>');
      expect(await failure()).toMatchObject({ kind: 'not-misskey', status, code: null });
    },
  );

  test('an unknown endpoint is answered in another shape: not Misskey’s', async () => {
    answer(404, '{"message":"Route POST:/api/i not found","error":"Not Found","statusCode":404}');
    expect(await failure()).toMatchObject({ kind: 'not-misskey', status: 404, code: null });
  });

  test.each([
    ['an HTML page', '<!doctype html><title>Welcome</title>'],
    ['nothing', ''],
    ['half a JSON', '{"id":"x"'],
    ['another JSON', '{"hello":"world"}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('200 with %s is not Misskey’s', async (_what, body) => {
    answer(200, body);
    expect(await failure()).toMatchObject({ kind: 'not-misskey', status: 200 });
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect (%i) is not followed: it would hand the token to another host',
    async (status) => {
      const elsewhere = await httpServer();
      answer(status, '', { location: `${elsewhere.origin}/api/i` });
      expect(await failure()).toMatchObject({ kind: 'not-misskey' });
      expect(elsewhere.requests).toEqual([]);
      await elsewhere.close();
    },
  );

  test('nobody listens: unreachable', async () => {
    await server.close();
    expect(await failure()).toMatchObject({ kind: 'unreachable', status: null, code: null });
  });

  test('a connection that is cut before the answer: unreachable', async () => {
    server.answer = (response) => response.destroy();
    expect(await failure()).toMatchObject({ kind: 'unreachable' });
  });

  test('a connection that is cut in the middle of the answer: unreachable', async () => {
    server.answer = (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"id":"x"', () => response.destroy());
    };
    expect(await failure()).toMatchObject({ kind: 'unreachable' });
  });
});

/** The moment at which the server has a request in its hands. */
function arrival(): Promise<ServerResponse> {
  return new Promise((resolve) => {
    server.answer = resolve;
  });
}

describe('a server that hangs', () => {
  test('is given up after 15 s, and the connection is let go', async () => {
    const arrived = arrival();
    const call = failure();
    const response = await arrived;
    const gone = new Promise((resolve) => {
      response.on('close', resolve);
    });
    await clock.advance(14_999);
    expect(response.destroyed).toBe(false);
    await clock.advance(1);
    expect(await call).toMatchObject({ kind: 'unreachable' });
    await gone;
    expect(clock.pending).toBe(0);
  });

  test('also in the middle of the answer', async () => {
    const arrived = arrival();
    const call = failure();
    const response = await arrived;
    await new Promise<void>((resolve) => {
      response.writeHead(200);
      response.write('{"id":', () => resolve());
    });
    await clock.advance(15_000);
    expect(await call).toMatchObject({ kind: 'unreachable' });
  });

  test('the patience can be set', async () => {
    const arrived = arrival();
    const impatient = createApi({ origin: server.origin, token, fetch, clock, timeoutMs: 100 });
    const call = failure(impatient.call('i', {}, schema));
    await arrived;
    await clock.advance(100);
    expect(await call).toMatchObject({ kind: 'unreachable' });
  });
});

describe('an answer without end', () => {
  test('that never ends is cut off after 16 MB', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    let sent = 0;
    const gone = new Promise((resolve) => {
      server.answer = (response) => {
        response.on('close', resolve);
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = () => {
          while (sent < 1024 && !response.destroyed) {
            sent += 1;
            if (!response.write(chunk)) {
              response.once('drain', more);
              return;
            }
          }
        };
        more();
      };
    });
    expect(await failure()).toMatchObject({ kind: 'not-misskey', status: 200 });
    await gone;
    expect(sent).toBeLessThan(40);
  });

  test('of 10 MB is read', async () => {
    answer(200, JSON.stringify({ id: 'x'.repeat(10 * 1024 * 1024) }));
    expect((await api().call('i', {}, schema)).id).toHaveLength(10 * 1024 * 1024);
  });

  test('characters that are cut by the chunks of the network stay whole', async () => {
    const bytes = Buffer.from('{"id":"日本語🔔"}');
    server.answer = (response) => {
      response.writeHead(200);
      const next = (at: number) => {
        if (at === bytes.length) response.end();
        else response.write(bytes.subarray(at, at + 1), () => next(at + 1));
      };
      next(0);
    };
    expect(await api().call('i', {}, schema)).toEqual({ id: '日本語🔔' });
  });
});
