import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** One step of a recorded conversation; see test/captures/README.md. */
export interface CapturedFrame {
  readonly ms: number;
  readonly dir: 'in' | 'out' | 'note';
  readonly kind: string;
  /** The parsed JSON of a text frame; what was not JSON is a string. */
  readonly data: unknown;
}

const captureSchema = v.object({
  scenario: v.string(),
  frames: v.array(
    v.object({
      ms: v.number(),
      dir: v.picklist(['in', 'out', 'note']),
      kind: v.string(),
      data: v.optional(v.unknown()),
    }),
  ),
});

const connectSchema = v.object({
  type: v.literal('connect'),
  body: v.object({ channel: v.string(), id: v.unknown() }),
});

const channelSchema = v.object({
  type: v.literal('channel'),
  body: v.looseObject({ id: v.string() }),
});

/** The JSON of a recording, by its file name without `.json`. */
export function readCapture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../captures/${name}.json`, import.meta.url), 'utf8'));
}

/** The conversation of a stream recording, in order. */
export function capturedFrames(name: string): CapturedFrame[] {
  return v
    .parse(captureSchema, readCapture(name))
    .frames.map(({ data, ...frame }) => ({ ...frame, data }));
}

/**
 * What the server sent in a recording but for its confirmations. Frames of a channel get the id that
 * `idOf` names for that channel, because the recording client chose others; null leaves them as they are.
 */
export function serverFrames(name: string, idOf: (channel: string) => string | null): unknown[] {
  const channels = new Map<unknown, string>();
  const found: unknown[] = [];
  for (const { dir, kind, data } of capturedFrames(name)) {
    const connect = v.safeParse(connectSchema, data);
    if (dir === 'out' && connect.success) {
      channels.set(connect.output.body.id, connect.output.body.channel);
    }
    if (dir !== 'in' || kind !== 'text') continue;
    const frame = v.safeParse(channelSchema, data);
    if (frame.success) {
      const { body } = frame.output;
      const id = idOf(channels.get(body.id) ?? '') ?? body.id;
      found.push({ type: 'channel', body: { ...body, id } });
    } else if (!isConfirmation(data)) {
      found.push(data);
    }
  }
  return found;
}

function isConfirmation(data: unknown): boolean {
  return v.is(v.object({ type: v.literal('connected') }), data);
}
