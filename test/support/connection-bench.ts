import { createBackoff } from '../../src-main/engine/streaming/backoff.ts';
import {
  type AttemptEnd,
  Connection,
  type ConnectionOptions,
  type ConnectionState,
} from '../../src-main/engine/streaming/connection.ts';
import type { Verdict } from '../../src-main/engine/streaming/verdict.ts';
import { fakeClock, settle } from './fake-clock.ts';
import { fakeSockets } from './fake-socket.ts';

export const lost = { kind: 'closed', code: 1006 } as const;
export const refusedPort = { kind: 'error', code: 'ECONNREFUSED' } as const;
export const outage: Verdict = { kind: 'retry', reason: 'unreachable' };

/** A connection over played sockets, a fake clock and a judge that the test may replace. */
export function connectionBench(silence: Pick<ConnectionOptions, 'watch' | 'silentFor'> = {}) {
  const clock = fakeClock();
  const sockets = fakeSockets();
  const states: ConnectionState[] = [];
  const texts: string[] = [];
  const judged: AttemptEnd[] = [];
  /** What a test may change. */
  const played: {
    /** What every draw gives, in [0, 1). */
    random: number;
    judge: (end: AttemptEnd) => Promise<Verdict>;
    /** What the listener does besides keeping the state. */
    alsoOnState: (state: ConnectionState) => void;
  } = { random: 0, judge: async () => outage, alsoOnState: () => {} };
  let opens = 0;
  const connection = new Connection({
    ...silence,
    clock,
    backoff: createBackoff({ random: () => played.random }),
    openSocket: sockets.open,
    onOpen: () => {
      opens += 1;
    },
    onMessage: (text) => void texts.push(text),
    onState: (state) => {
      states.push(state);
      played.alsoOnState(state);
    },
    judge: (end) => {
      judged.push(end);
      return played.judge(end);
    },
  });
  return {
    clock,
    sockets,
    connection,
    states,
    texts,
    judged,
    played,
    /** How often the connection was told that a socket is open. */
    opens: () => opens,
    names: () => states.map(({ name }) => name),
    goOnline(): void {
      connection.start();
      sockets.last.open();
      connection.acknowledge();
    },
    /** From now on a verdict is given when the returned function is called. */
    heldVerdict(): (verdict: Verdict) => Promise<void> {
      let answer: (verdict: Verdict) => void = () => {};
      played.judge = () =>
        new Promise((resolve) => {
          answer = resolve;
        });
      return async (verdict) => {
        answer(verdict);
        await settle();
      };
    },
  };
}

export type ConnectionBench = ReturnType<typeof connectionBench>;
