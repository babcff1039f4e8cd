import type { AttemptEnd } from '../../streaming/connection.ts';
import { problemOfCode } from '../../streaming/network-problem.ts';
import type { RefusalReason, Verdict, WaitReason } from '../../streaming/verdict.ts';
import { ApiError, type MisskeyApi } from '../api/api.ts';
import { meSchema, metaSchema } from '../api/schemas.ts';

/**
 * Tells an outage from a refusal. The upgrade's 401 and 403 alone prove nothing (a proxy may have
 * sent them, and a stream's 401 also means a missing permission, PROTOCOL §0.1), so the account is
 * asked with `i`; a server that never answered as Misskey is asked with `meta`.
 *
 * @param provenMisskey whether this server was ever seen to be one: then a foreign answer is an outage
 *   (a maintenance page), which passes.
 */
export async function judgeAttempt(
  end: AttemptEnd,
  api: MisskeyApi,
  provenMisskey: boolean,
): Promise<Verdict> {
  if (end.kind === 'error') {
    // What no header can carry is surely no token; the API takes it in the body, and says so.
    return end.code === 'ERR_INVALID_CHAR'
      ? askAccount(api, 'unreachable')
      : retry(problemOfCode(end.code) ?? 'unreachable');
  }
  if (end.kind === 'closed') return retry('closed');
  if (end.kind === 'timeout') {
    // Silence after the handshake: the server may not know this account at all (PROTOCOL §0.6). A
    // handshake without an answer is how servers of the v12 era treat a bad token (PROTOCOL §8).
    return askAccount(api, end.what === 'handshake' ? 'handshake-timeout' : 'not-acknowledged');
  }
  return judgeStatus(end, api, provenMisskey);
}

async function judgeStatus(
  end: Extract<AttemptEnd, { kind: 'rejected' }>,
  api: MisskeyApi,
  provenMisskey: boolean,
): Promise<Verdict> {
  if (end.status === 401 || end.status === 403) return askAccount(api, 'rejected');
  if (end.status === 429) return retry('rate-limited', end.retryAfterMs);
  if (end.status >= 500) return retry('server-error', end.retryAfterMs);
  if (end.status === 400) {
    // How servers of the v12 era turn away who is suspended (PROTOCOL §8).
    const verdict = await askAccount(api, 'rejected');
    if (verdict.kind === 'refuse') return verdict;
  }
  if (!provenMisskey) return askServer(api);
  if (!mayBeSignInPage(end.status)) return retry('not-misskey');
  const error = await errorOf(api.call('meta', { detail: false }, metaSchema));
  if (error === null) return retry('rejected');
  const isForeign = error.kind === 'not-misskey' && error.status === 200;
  return retry(error.problem ?? (isForeign ? 'sign-in-page' : 'not-misskey'));
}

/** How a network answers that wants somebody to sign in to it first. */
function mayBeSignInPage(status: number): boolean {
  return status === 200 || (status >= 300 && status < 400);
}

/**
 * As `judgeAttempt`, for a guest: without a token only the server can refuse. One that answers as
 * Misskey, and still turns the stream away, shows nothing to those who are not signed in.
 */
export async function judgeGuest(
  end: AttemptEnd,
  api: MisskeyApi,
  provenMisskey: boolean,
): Promise<Verdict> {
  if (end.kind === 'rejected' && (end.status === 401 || end.status === 403)) {
    const error = await errorOf(api.call('meta', { detail: false }, metaSchema));
    return error === null ? refuse('guest-refused') : accountVerdict(error, 'rejected');
  }
  if (end.kind === 'timeout') {
    return retry(end.what === 'handshake' ? 'handshake-timeout' : 'not-acknowledged');
  }
  return judgeAttempt(end, api, provenMisskey);
}

async function askAccount(api: MisskeyApi, otherwise: WaitReason): Promise<Verdict> {
  return accountVerdict(await errorOf(api.call('i', {}, meSchema)), otherwise);
}

/** What the answer to `i` means for a connection; `otherwise` is why it failed where `i` does not tell. */
export function accountVerdict(error: ApiError | null, otherwise: WaitReason): Verdict {
  switch (error?.kind) {
    case 'token-invalid':
      return refuse('token-invalid');
    case 'suspended':
      return refuse('suspended');
    case 'permission-denied':
      return refuse('permission-missing');
    case 'rate-limited':
      return retry('rate-limited', error.retryAfterMs);
    case 'server-error':
      return retry('server-error', error.retryAfterMs);
    case 'unreachable':
      return retry(error.problem ?? 'unreachable');
    default:
      return retry(error?.problem ?? otherwise);
  }
}

/**
 * Whether a server is of the age that reads a stream's token in its address alone (PROTOCOL §8). There it
 * could be read by whoever keeps a log on the way, so such a stream stays a guest's.
 */
export async function readsTokenInAddress(api: MisskeyApi): Promise<boolean> {
  try {
    const { version } = await api.call('meta', { detail: false }, metaSchema);
    return Number.parseInt(version, 10) <= lastMajorWithoutHeader;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

/** Later ones are named by their year. */
const lastMajorWithoutHeader = 13;

async function askServer(api: MisskeyApi): Promise<Verdict> {
  const error = await errorOf(api.call('meta', { detail: false }, metaSchema));
  if (error === null) return retry('rejected');
  if (error.problem !== null) return retry(error.problem);
  if (error.kind === 'not-misskey' || error.kind === 'rejected') return refuse('not-misskey');
  const passing = error.kind === 'unreachable' || error.kind === 'rate-limited';
  return retry(passing ? error.kind : 'server-error', error.retryAfterMs);
}

async function errorOf(call: Promise<unknown>): Promise<ApiError | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function retry(reason: WaitReason, notBeforeMs: number | null = null): Verdict {
  return notBeforeMs === null ? { kind: 'retry', reason } : { kind: 'retry', reason, notBeforeMs };
}

function refuse(reason: RefusalReason): Verdict {
  return { kind: 'refuse', reason };
}
