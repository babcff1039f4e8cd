import type { Fetch } from '../../engine/fetch.ts';
import { ApiError, createApi } from '../../engine/misskey/api/api.ts';
import { metaSchema } from '../../engine/misskey/api/schemas.ts';
import { isSignInPage } from '../../engine/misskey/api/sign-in-page.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { problemOf } from '../../engine/streaming/network-problem.ts';

/** So long a server is waited for, in ms. */
const patience = 15_000;

/** What a server is asked with, and how long it may take. */
interface Way {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/**
 * Asks a Misskey server for what it tells everybody.
 * @throws ApiError where something else answers, or nothing.
 */
export async function reachMisskey(origin: string, { fetch, clock }: Way): Promise<void> {
  const api = createApi({ origin, token: null, fetch, clock, timeoutMs: patience });
  await api.call('meta', { detail: false }, metaSchema);
}

/**
 * Knocks at a server of which nothing is known: whatever it answers, it was reached.
 * @throws ApiError where nothing answers, or a network that wants somebody to sign in to it.
 */
export async function reachServer(origin: string, { fetch, clock }: Way): Promise<void> {
  const abort = new AbortController();
  const timer = clock.setTimeout(() => abort.abort(), patience);
  try {
    const response = await fetch(`${origin}/`, { method: 'HEAD', signal: abort.signal });
    if (isSignInPage(response, origin)) {
      throw new ApiError('HEAD', 'unreachable', { problem: 'sign-in-page' });
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('HEAD', 'unreachable', { problem: problemOf(error) });
  } finally {
    timer.cancel();
    abort.abort();
  }
}
