import type { Log } from '../../log.ts';
import { createBackoff } from '../../streaming/backoff.ts';
import type { Clock } from '../../streaming/clock.ts';
import type { AttemptEnd, ConnectionState } from '../../streaming/connection.ts';
import type { Pace } from '../../streaming/pace.ts';
import type { OpenSocket } from '../../streaming/socket.ts';
import type { Verdict } from '../../streaming/verdict.ts';
import type { MisskeyLink } from './link.ts';
import { Polling } from './polling.ts';
import { MisskeyStream } from './stream.ts';
import type { ChannelListener, Greeting } from './subscriptions.ts';

/** How an account learns what happens: over the stream, or by asking now and then (low presence). */
export type Presence = 'stream' | 'polling';

export interface LinkOptions {
  readonly presence: Presence;
  readonly clock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly openSocket: OpenSocket;
  readonly pace: Pace;
  readonly log: Log;
  /** Listens to the account's `main`; null for a guest, who has none. */
  readonly main: ChannelListener | null;
  readonly judge: (end: AttemptEnd) => Promise<Verdict>;
  /** See `PollingOptions.ask`. */
  readonly ask: () => Promise<Verdict | null>;
  readonly onState: (state: ConnectionState) => void;
  /** Now is the time to look for what is new: with each poll. */
  readonly onPoll: () => void;
  /** See `MisskeyStreamOptions.onBroadcast`. */
  readonly onBroadcast: (type: string, body: unknown) => void;
}

/**
 * What a guest greets with, who may not have `main` (PROTOCOL §1): a channel that is open to everybody
 * and brings next to nothing.
 */
const guestGreeting: Greeting = {
  channel: 'hashtag',
  params: { q: [['suzu']] },
  listener: { onEvent: () => {} },
};

/** Makes the link that fits the account's presence; it is not started. */
export function openLink(options: LinkOptions): MisskeyLink {
  const { clock, random, log, main } = options;
  if (options.presence === 'polling') return new Polling(options);
  return new MisskeyStream({
    clock,
    backoff: createBackoff({ random }),
    openSocket: options.openSocket,
    pace: options.pace,
    log,
    judge: options.judge,
    onState: options.onState,
    // Once a socket and never disconnected: `main` has no dispose (PROTOCOL §0.5).
    greeting: main === null ? guestGreeting : { channel: 'main', params: {}, listener: main },
    onBroadcast: options.onBroadcast,
  });
}
