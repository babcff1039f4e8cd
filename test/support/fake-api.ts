import * as v from 'valibot';
import type { Fetch } from '../../src-main/engine/fetch.ts';
import { createApi, type MisskeyApi } from '../../src-main/engine/misskey/api/api.ts';
import { fakeClock } from './fake-clock.ts';

/** A call as the server sees it. */
export interface SeenCall {
  readonly endpoint: string;
  /** Without the token. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly token: string | null;
}

/** An answer: JSON with status 200, or a whole response. */
export type FakeAnswer = (call: SeenCall) => unknown;

/** The HTTP API of a server, played by the test. */
export interface FakeApi {
  readonly fetch: Fetch;
  /** The real client on top of `fetch`, with the token `test-token`. */
  readonly api: MisskeyApi;
  /** Every call, oldest first. */
  readonly calls: readonly SeenCall[];
  callsOf(endpoint: string): SeenCall[];
  /** From now on the endpoint answers so; what has no answer fails as an unreachable server does. */
  answer(endpoint: string, answer: FakeAnswer): void;
  /** Leaves calls of the endpoint unanswered from now on; returns what answers all of them as `answer` does. */
  hold(endpoint: string, answer: FakeAnswer): () => void;
}

export const fakeOrigin = 'https://example.social';
export const fakeToken = 'test-token';

/** Starts with no answers at all: an unreachable server. */
export function fakeApi(): FakeApi {
  const calls: SeenCall[] = [];
  const answers = new Map<string, FakeAnswer>();
  const fetch: Fetch = async (url, init) => {
    const call = seenCall(url, init);
    calls.push(call);
    const answer = answers.get(call.endpoint);
    if (answer === undefined) throw new TypeError('fetch failed');
    const result = await abortable(Promise.resolve(answer(call)), init.signal ?? null);
    return result instanceof Response ? result : Response.json(result);
  };
  return {
    fetch,
    api: createApi({ origin: fakeOrigin, token: fakeToken, fetch, clock: fakeClock() }),
    calls,
    callsOf: (endpoint) => calls.filter((call) => call.endpoint === endpoint),
    answer: (endpoint, answer) => void answers.set(endpoint, answer),
    hold(endpoint, answer) {
      const held: (() => void)[] = [];
      answers.set(
        endpoint,
        (call) =>
          new Promise((resolve) => {
            held.push(() => resolve(answer(call)));
          }),
      );
      return () => {
        for (const release of held.splice(0)) release();
      };
    },
  };
}

/** An error as Misskey words it (PROTOCOL §5). */
export function apiFailure(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const error = { message: 'words of the server', code, id: 'a-uuid', kind: 'client' };
  return Response.json({ error }, { status, headers });
}

/** A page that is no JSON, as a proxy sends it. */
export function htmlPage(status: number): Response {
  return new Response('<!doctype html><title>nginx</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });
}

const bodySchema = v.record(v.string(), v.unknown());

function seenCall(url: string, init: RequestInit): SeenCall {
  if (init.method !== 'POST') throw new Error(`${url}: every endpoint is called with POST`);
  const endpoint = new URL(url).pathname.replace(/^\/api\//, '');
  const { i, ...parameters } = v.parse(bodySchema, JSON.parse(v.parse(v.string(), init.body)));
  return { endpoint, parameters, token: typeof i === 'string' ? i : null };
}

function abortable(answer: Promise<unknown>, signal: AbortSignal | null): Promise<unknown> {
  if (signal === null) return answer;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    answer.then(resolve, reject);
  });
}
