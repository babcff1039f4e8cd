import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import * as v from 'valibot';
import { Recording } from './desktop-recording.ts';

const t = v.number();
const optionalReason = v.optional(v.string());

/** The lines of `--trace`, exactly as ARCHITECTURE's "Outside surface" promises them. */
const traceSchema = v.variant('at', [
  v.strictObject({
    t,
    at: v.literal('stream'),
    account: v.string(),
    state: v.picklist(['connecting', 'subscribing', 'online', 'stale', 'waiting', 'refused']),
    reason: optionalReason,
  }),
  v.strictObject({
    t,
    at: v.literal('notice'),
    account: v.string(),
    id: v.string(),
    type: v.string(),
  }),
  v.strictObject({
    t,
    at: v.literal('decision'),
    id: v.string(),
    decision: v.picklist(['shown', 'grouped', 'held', 'suppressed']),
    reason: v.string(),
  }),
  v.strictObject({
    t,
    at: v.literal('toast'),
    id: v.string(),
    result: v.picklist(['shown', 'failed', 'closed', 'clicked']),
    title: v.string(),
    body: v.string(),
    reason: optionalReason,
  }),
  v.strictObject({
    t,
    at: v.literal('timeline'),
    account: v.string(),
    timeline: v.string(),
    change: v.picklist(['insert', 'update', 'remove']),
    note: v.string(),
  }),
]);

export type TraceLine = v.InferOutput<typeof traceSchema>;

export interface StdoutTrace {
  /** The trace's lines. */
  readonly lines: Recording<TraceLine>;
  /** What else was on stdout, where with `--trace` nothing else may be. */
  readonly strangers: Recording<string>;
}

/** Reads a program's stdout as a trace. */
export function readTrace(stdout: Readable): StdoutTrace {
  const lines = new Recording<TraceLine>('trace line');
  const strangers = new Recording<string>('line that is no trace');
  createInterface({ input: stdout }).on('line', (text) => {
    const parsed = v.safeParse(traceSchema, parseJson(text));
    if (parsed.success) lines.add(parsed.output);
    else strangers.add(text);
  });
  return { lines, strangers };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
