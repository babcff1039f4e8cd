import * as v from 'valibot';
import { resumeSchema, seconds, webAddress } from '../connection-parts.ts';

/** Where messages of a plain WebSocket come from. */
export const websocketConnectionSchema = v.looseObject({
  system: v.literal('websocket'),
  /** `ws:` or `wss:`. */
  url: webAddress(['ws:', 'wss:']),
  /** Subprotocols to offer, the best first; none = none. */
  protocols: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[!#$%&'*+.^_`|~0-9a-zA-Z-]{1,128}$/))),
    v.maxLength(20),
  ),
  /** Texts to send once the socket is open, in this order: to subscribe, say. */
  hello: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(16_384))), v.maxLength(20)),
  /** After so much silence the server counts as gone, although it answers pings; null = never. */
  silentAfter: seconds,
  /** For servers that take a mark in the address to go on from; null = what is missed is missed. */
  resume: resumeSchema,
});
export type WebsocketConnection = v.InferOutput<typeof websocketConnectionSchema>;
