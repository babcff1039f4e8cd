import type { Endpoints } from 'misskey-js';
import * as v from 'valibot';
import type { Fetch } from '../../fetch.ts';
import type { Clock } from '../../streaming/clock.ts';
import { type NetworkProblem, problemOf } from '../../streaming/network-problem.ts';
import { parseRetryAfter } from '../../streaming/ws-socket.ts';
import { isSignInPage } from './sign-in-page.ts';

/** What a failed call means for whoever made it. */
export type ApiErrorKind =
  /** No answer: name, network, TLS, or a time-out. */
  | 'unreachable'
  /** The answer is not Misskey's: HTML, a foreign JSON, a redirect, or far too long. */
  | 'not-misskey'
  /** 401: the token is unknown to the server. */
  | 'token-invalid'
  /** 403: the token may not do this. */
  | 'permission-denied'
  /** 403: the account is suspended. */
  | 'suspended'
  /** 429; `retryAfterMs` says when to come back. */
  | 'rate-limited'
  /** 5xx. */
  | 'server-error'
  /** Any other 4xx: the request was wrong or too late; `code` is Misskey's word for it. */
  | 'rejected';

/** A call that did not succeed. Its message never holds the request, so never a token. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Misskey's error code (`NO_SUCH_NOTE`); null when it sent none. */
  readonly code: string | null;
  readonly retryAfterMs: number | null;
  /** What on the way to the server is the matter; null where that is not known. */
  readonly problem: NetworkProblem | null;

  constructor(
    endpoint: string,
    kind: ApiErrorKind,
    detail: {
      status?: number;
      code?: string | null;
      retryAfterMs?: number | null;
      problem?: NetworkProblem | null;
    } = {},
  ) {
    const { status, code, problem } = detail;
    super(`${endpoint}: ${[kind, status, code, problem].filter(Boolean).join(' ')}`);
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status ?? null;
    this.code = code ?? null;
    this.retryAfterMs = detail.retryAfterMs ?? null;
    this.problem = problem ?? null;
  }
}

/** The endpoints that exist; MiAuth's check and Sharkey's are not among those that misskey-js lists. */
export type EndpointName = keyof Endpoints | `miauth/${string}/check` | 'notes/bubble-timeline';

/** The HTTP API of one server, with or without an account. */
export interface MisskeyApi {
  /**
   * Calls an endpoint (`notes/show`) and checks the answer.
   * @throws ApiError
   */
  call<Schema extends v.GenericSchema>(
    endpoint: EndpointName,
    parameters: Readonly<Record<string, unknown>>,
    schema: Schema,
  ): Promise<v.InferOutput<Schema>>;
}

export interface ApiOptions {
  /** `https://example.social`, without a slash at the end. */
  readonly origin: string;
  /** Null for calls that need no account. Sent in the body: every version and fork reads it there. */
  readonly token: string | null;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

/** A hundred notifications with long notes stay well under this. */
const longestAnswerBytes = 16 * 1024 * 1024;

/** A code goes into messages and the log, so only what looks like one is taken. */
const codeSchema = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,63}$/));
const errorSchema = v.object({
  error: v.object({ code: v.fallback(v.nullish(codeSchema, null), null) }),
});

export function createApi({
  origin,
  token,
  fetch,
  clock,
  timeoutMs = 15_000,
}: ApiOptions): MisskeyApi {
  async function request(endpoint: string, parameters: Readonly<Record<string, unknown>>) {
    const abort = new AbortController();
    const timer = clock.setTimeout(() => abort.abort(), timeoutMs);
    try {
      const response = await fetch(`${origin}/api/${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(token === null ? parameters : { ...parameters, i: token }),
        // A redirect would hand the token to whatever host it names.
        redirect: 'manual',
        signal: abort.signal,
      });
      return { response, text: await readText(response, endpoint) };
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw new ApiError(endpoint, 'unreachable', { problem: problemOf(error) });
    } finally {
      timer.cancel();
      abort.abort();
    }
  }

  return {
    async call(endpoint, parameters, schema) {
      const { response, text } = await request(endpoint, parameters);
      const body = parseJson(text);
      if (isSignInPage(response, origin)) {
        const { status } = response;
        throw new ApiError(endpoint, 'not-misskey', { status, problem: 'sign-in-page' });
      }
      if (!response.ok) throw failure(endpoint, response, body);
      const parsed = v.safeParse(schema, text === '' ? null : body);
      if (!parsed.success) throw new ApiError(endpoint, 'not-misskey', { status: response.status });
      return parsed.output;
    },
  };
}

function failure(endpoint: string, response: Response, body: unknown): ApiError {
  const { status } = response;
  const parsed = v.safeParse(errorSchema, body);
  const code = parsed.success ? parsed.output.error.code : null;
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
  return new ApiError(endpoint, kindOf(status, code, parsed.success), {
    status,
    code,
    retryAfterMs,
  });
}

function kindOf(status: number, code: string | null, isMisskey: boolean): ApiErrorKind {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  // A proxy's own 401, 403 or 404 says nothing about the token.
  if (!isMisskey) return 'not-misskey';
  // Servers of the v12 era say it with 403.
  if (status === 401 || code === 'AUTHENTICATION_FAILED') return 'token-invalid';
  if (code === 'YOUR_ACCOUNT_SUSPENDED') return 'suspended';
  if (status === 403) return 'permission-denied';
  return 'rejected';
}

/**
 * The whole text of an answer.
 * @param most bytes.
 * @throws ApiError when it is longer.
 */
export async function readText(
  response: Response,
  endpoint: string,
  most = longestAnswerBytes,
): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > most) {
      throw new ApiError(endpoint, 'not-misskey', { status: response.status });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
