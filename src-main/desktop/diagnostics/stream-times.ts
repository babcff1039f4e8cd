import type { Clock } from '../../engine/streaming/clock.ts';
import type { Trace } from '../../engine/trace.ts';

/** What is known of an account's connection on this run. */
export interface StreamTime {
  /** When its state changed last, in milliseconds since the epoch. */
  readonly since: number;
  /** How often it went online. */
  readonly online: number;
}

/** Remembers since when each account's connection is as it is. */
export interface StreamTimes {
  get(accountId: string): StreamTime | undefined;
  /** The same trace; what it tells of connections is remembered. */
  tap(trace: Trace): Trace;
}

export function createStreamTimes(clock: Clock): StreamTimes {
  const times = new Map<string, StreamTime & { readonly state: string }>();
  return {
    get: (accountId) => times.get(accountId),
    tap: (trace) => (event) => {
      trace(event);
      if (event.at !== 'stream') return;
      const before = times.get(event.account);
      const state = `${event.state} ${event.reason ?? ''}`;
      if (before?.state === state) return;
      const online = (before?.online ?? 0) + (event.state === 'online' ? 1 : 0);
      times.set(event.account, { since: clock.now(), online, state });
    },
  };
}
