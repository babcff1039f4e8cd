import type { ConnectionState } from '../../streaming/connection.ts';
import type { CaptureHandle, CaptureListener } from './captures.ts';
import type { ChannelName } from './channels.ts';
import type { ChannelHandle, ChannelListener } from './subscriptions.ts';

/**
 * How a server is listened to: over its stream (`MisskeyStream`), or by asking now and then
 * (`Polling`). What is wanted outlives the connection: it is asked for again on each new one.
 */
export interface MisskeyLink {
  /** Null before `start` and after `stop`. */
  readonly state: ConnectionState | null;
  /** Connects, and keeps connected until `stop`; also the way out of `refused`. */
  start(): void;
  /** Nothing runs after this. */
  stop(): void;
  /** The computer woke up, was unlocked, or the network came back. */
  nudge(): void;
  /** See `Connection.reconnect`. */
  reconnect(): void;
  /** Connects a channel now, and again whenever the link comes back, until the handle is disconnected. */
  connect(
    channel: ChannelName,
    params: Readonly<Record<string, unknown>>,
    listener: ChannelListener,
  ): ChannelHandle;
  /** Tells of a note's changes until the handle is released. */
  capture(noteId: string, listener: CaptureListener): CaptureHandle;
}
