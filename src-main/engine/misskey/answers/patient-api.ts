import type { Clock, Timer } from '../../streaming/clock.ts';
import { ApiError, type MisskeyApi } from '../api/api.ts';

/** A server that asks to wait for longer than this (ms) has refused, as far as its user can tell. */
const longestWaitMs = 10_000;

/** An API whose calls are tried once more where the server asks to wait for a moment. */
export interface PatientApi extends MisskeyApi {
  /** What waits fails at once, and nothing waits any more. */
  stop(): void;
}

/**
 * Some calls must stand seconds apart (PROTOCOL §5: taking reactions back by 3 s, deleting by 1 s),
 * which is less than a person who changes their mind takes.
 */
export function patientApi(api: MisskeyApi, clock: Clock): PatientApi {
  const waiting = new Map<Timer, () => void>();
  let stopped = false;

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = clock.setTimeout(() => {
        waiting.delete(timer);
        resolve();
      }, ms);
      waiting.set(timer, resolve);
    });
  }

  return {
    async call(endpoint, parameters, schema) {
      try {
        return await api.call(endpoint, parameters, schema);
      } catch (error) {
        const ms = waitOf(error);
        if (ms === null || stopped) throw error;
        await wait(ms);
        if (stopped) throw error;
      }
      return api.call(endpoint, parameters, schema);
    },
    stop() {
      stopped = true;
      for (const [timer, end] of waiting) {
        timer.cancel();
        end();
      }
      waiting.clear();
    },
  };
}

function waitOf(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.kind !== 'rate-limited') return null;
  const { retryAfterMs } = error;
  return retryAfterMs !== null && retryAfterMs <= longestWaitMs ? retryAfterMs : null;
}
