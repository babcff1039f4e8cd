/**
 * What `--trace` tells, one JSON object a line on stdout (ARCHITECTURE, "Outside surface"). Scripts and
 * checks rely on these shapes. Nothing here is ever a token.
 */
export type TraceEvent =
  | {
      readonly at: 'stream';
      readonly account: string;
      readonly state: 'connecting' | 'subscribing' | 'online' | 'stale' | 'waiting' | 'refused';
      readonly reason?: string;
    }
  | { readonly at: 'notice'; readonly account: string; readonly id: string; readonly type: string }
  | {
      readonly at: 'decision';
      readonly id: string;
      readonly decision: 'shown' | 'grouped' | 'held' | 'suppressed';
      readonly reason: string;
    }
  | {
      readonly at: 'toast';
      readonly id: string;
      readonly result: 'shown' | 'failed' | 'closed' | 'clicked';
      readonly title: string;
      readonly body: string;
      readonly reason?: string;
    }
  | {
      readonly at: 'timeline';
      readonly account: string;
      readonly timeline: string;
      readonly change: 'insert' | 'update' | 'remove';
      readonly note: string;
    };

export type Trace = (event: TraceEvent) => void;

/** A trace that tells nobody. */
export const noTrace: Trace = () => {};

/** Writes each event as one line of JSON, stamped with `t` in milliseconds of a monotonic clock. */
export function lineTrace(write: (line: string) => void, monotonic: () => number): Trace {
  return (event) => write(`${JSON.stringify({ t: monotonic(), ...event })}\n`);
}
