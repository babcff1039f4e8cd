import * as v from 'valibot';
import type { FakeSocket } from './fake-socket.ts';

/** A channel that a client asked for. */
export interface Connect {
  readonly channel: string;
  readonly id: string;
  readonly params: unknown;
  readonly pong: boolean;
}

const connectSchema = v.object({
  type: v.literal('connect'),
  body: v.object({
    channel: v.string(),
    id: v.string(),
    params: v.unknown(),
    pong: v.boolean(),
  }),
});

/** Every channel that was asked for on a socket, oldest first. */
export function connectsOf(socket: FakeSocket): Connect[] {
  return socket.sent.flatMap((text) => {
    const parsed = v.safeParse(connectSchema, JSON.parse(text));
    return parsed.success ? [parsed.output.body] : [];
  });
}

/** The id that the newest subscription to a channel was given; throws when nobody asked for it. */
export function channelId(socket: FakeSocket, channel: string): string {
  const connect = connectsOf(socket).findLast((one) => one.channel === channel);
  if (connect === undefined) throw new Error(`${channel} was not connected`);
  return connect.id;
}

/** The server confirms the newest subscription to a channel. */
export function confirm(socket: FakeSocket, channel: string): void {
  socket.receive({ type: 'connected', body: { id: channelId(socket, channel) } });
}

/** The upgrade succeeds and the server confirms `main`. */
export function goOnline(socket: FakeSocket): void {
  socket.open();
  confirm(socket, 'main');
}

/** A channel's event arrives, under the id of its newest subscription. */
export function receiveEvent(
  socket: FakeSocket,
  channel: string,
  type: string,
  body: unknown = null,
): void {
  socket.receive({ type: 'channel', body: { id: channelId(socket, channel), type, body } });
}
