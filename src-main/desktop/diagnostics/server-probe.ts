import * as v from 'valibot';
import type { Fetch } from '../../engine/fetch.ts';
import { createApi } from '../../engine/misskey/api/api.ts';
import type { Clock } from '../../engine/streaming/clock.ts';

/** What a server answers to the plainest question. */
export interface ServerAnswer {
  /** Milliseconds from the question to the answer. */
  readonly tookMs: number;
  /** How far its clock is ahead of ours, in milliseconds; null when it does not tell the time. */
  readonly aheadMs: number | null;
  /** As the server writes it, such as `2026.5.1`. */
  readonly version: string;
}

/** Asks servers, each once. */
export interface ServerProbe {
  /** @throws ApiError when it does not answer as Misskey does. */
  ask(origin: string): Promise<ServerAnswer>;
}

const answerWithinMs = 10_000;
/** `Date` headers count whole seconds: the true time is on average half of one later. */
const roundedMs = 500;

const metaSchema = v.object({ version: v.pipe(v.string(), v.maxLength(64)) });

/** `Date` is the time at which an answer was made; a cache may have kept it, which `Age` tells (RFC 9111). */
function timeOf(headers: Headers): number | null {
  const at = Date.parse(headers.get('date') ?? '');
  const ageSeconds = Number(headers.get('age') ?? 0);
  return Number.isNaN(at) || !(ageSeconds >= 0) ? null : at + ageSeconds * 1_000 + roundedMs;
}

export function createServerProbe(fetch: Fetch, clock: Clock): ServerProbe {
  const answers = new Map<string, Promise<ServerAnswer>>();

  async function ask(origin: string): Promise<ServerAnswer> {
    const began = clock.monotonic();
    let aheadMs: number | null = null;
    let tookMs = 0;
    const timed: Fetch = async (url, init) => {
      const response = await fetch(url, init);
      tookMs = clock.monotonic() - began;
      const serverTime = timeOf(response.headers);
      if (serverTime !== null) aheadMs = serverTime - (clock.now() - tookMs / 2);
      return response;
    };
    const api = createApi({ origin, token: null, fetch: timed, clock, timeoutMs: answerWithinMs });
    const { version } = await api.call('meta', { detail: false }, metaSchema);
    return { tookMs, aheadMs, version };
  }

  return {
    ask(origin) {
      const answer = answers.get(origin) ?? ask(origin);
      answers.set(origin, answer);
      return answer;
    },
  };
}
