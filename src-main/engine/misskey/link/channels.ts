import type { Channels } from 'misskey-js';
import * as v from 'valibot';
import { channelEvents } from './channel-events.ts';
import type { ChannelHandle, ChannelListener, ChannelRefusal } from './subscriptions.ts';

/** The channels that exist (PROTOCOL §3); Sharkey's is not among those that misskey-js lists. */
export type ChannelName = keyof typeof channelEvents;

/** What a channel must or may be asked with. */
export type ChannelParams<Name extends ChannelName> = Name extends keyof Channels
  ? Channels[Name]['params'] extends null
    ? Readonly<Record<string, never>>
    : Readonly<Channels[Name]['params']>
  : { readonly withRenotes?: boolean; readonly withFiles?: boolean };

/** A channel with its parameters. */
export interface AskedChannel<Name extends ChannelName> {
  readonly channel: Name;
  readonly params: ChannelParams<Name>;
}

/** One of several channels, each with its own parameters. */
export type ChannelRequest<Name extends ChannelName> = Name extends ChannelName
  ? AskedChannel<Name>
  : never;

/** What a channel tells; `body` is checked, and reduced to what Suzu reads. */
export type ChannelEvent<Name extends ChannelName> = v.InferOutput<(typeof channelEvents)[Name]>;

/** What a channel may be sent, by the type of the message. Most listen to nothing. */
export type ChannelMessages<Name extends ChannelName> = Name extends keyof Channels
  ? Channels[Name]['receives'] extends null
    ? NoMessages
    : Channels[Name]['receives']
  : NoMessages;
type NoMessages = Readonly<Record<never, never>>;

/** Who listens to a channel. Each call may come before `openChannel` returns. */
export interface TypedListener<Name extends ChannelName> {
  onEvent(event: ChannelEvent<Name>): void;
  /** An event of a type that is not known: forks add some. `body` is as the server sent it. */
  onUnknown?(type: string, body: unknown): void;
  /** An event of a known type whose body could not be read. */
  onBroken?(type: string): void;
  /** The server confirmed the channel: on every new socket again. */
  onConnected?(): void;
  /** The channel brings nothing for now; `onConnected` follows if that changes. */
  onRefused?(why: ChannelRefusal): void;
}

/** A channel that is wanted for as long as `disconnect` was not called. */
export interface TypedHandle<Name extends ChannelName> {
  /** Returns false when the channel is not connected at present, and nothing was sent. */
  send<Type extends keyof ChannelMessages<Name> & string>(
    type: Type,
    body: ChannelMessages<Name>[Type],
  ): boolean;
  disconnect(): void;
}

/** What channels are opened on: the stream of an account. */
export interface ChannelOpener {
  connect(
    channel: ChannelName,
    params: Readonly<Record<string, unknown>>,
    listener: ChannelListener,
  ): ChannelHandle;
}

/**
 * Connects a channel now, and again on every new socket, until the handle is disconnected. A channel
 * that exists once on a connection (`main`, `drive`, `admin`, `serverStats`, `queueStats`, `reversi`)
 * is shared with whoever else listens to it.
 */
export function openChannel<Name extends ChannelName>(
  on: ChannelOpener,
  { channel, params }: AskedChannel<Name>,
  listener: TypedListener<Name>,
): TypedHandle<Name> {
  return on.connect(
    channel,
    { ...params },
    {
      onEvent: (type, body) => deliver(channel, type, body, listener),
      onConnected: () => listener.onConnected?.(),
      onRefused: (why) => listener.onRefused?.(why),
    },
  );
}

function deliver<Name extends ChannelName>(
  channel: Name,
  type: string,
  body: unknown,
  listener: TypedListener<Name>,
): void {
  if (!isKnown(channel, type)) {
    listener.onUnknown?.(type, body);
    return;
  }
  const parsed = v.safeParse(channelEvents[channel], { type, body });
  if (parsed.success) listener.onEvent(parsed.output);
  else listener.onBroken?.(type);
}

function isKnown(channel: ChannelName, type: string): boolean {
  return channelEvents[channel].options.some(({ entries }) => entries.type.literal === type);
}
