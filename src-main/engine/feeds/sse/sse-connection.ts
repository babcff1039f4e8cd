import * as v from 'valibot';
import { resumeSchema, seconds, webAddress } from '../connection-parts.ts';

/** Where an event stream (server-sent events) comes from. */
export const sseConnectionSchema = v.looseObject({
  system: v.literal('sse'),
  /** `http:` or `https:`. */
  url: webAddress(['http:', 'https:']),
  /** Names of the events that are wanted; none = all. */
  events: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(256))), v.maxLength(100)),
  /** After so much silence the stream counts as dead; null = never. The server must be known to send comments. */
  silentAfter: seconds,
  /** For servers that send no ids but take a mark in the address; null = `Last-Event-ID` alone. */
  resume: resumeSchema,
});
export type SseConnection = v.InferOutput<typeof sseConnectionSchema>;
