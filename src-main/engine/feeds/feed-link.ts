import type { Agent } from 'node:http';
import type { Fetch } from '../fetch.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../streaming/clock.ts';
import type { AttemptEnd } from '../streaming/connection.ts';
import type { OpenSocket } from '../streaming/socket.ts';
import type { Verdict } from '../streaming/verdict.ts';
import type { WatchTimes } from '../streaming/watchdog.ts';
import type { FeedEvent } from './feed-event.ts';
import type { FeedSecrets } from './feed-secrets.ts';

/** How a system is listened to: what a `Connection` needs of it. Each system's folder makes one. */
export interface FeedLink {
  /**
   * Opens the connection. `onOpen` is to be called once all that was asked for is confirmed (an answer with
   * the right type, every subscription): from then on the feed counts as online.
   */
  readonly openSocket: OpenSocket<FeedEvent>;
  /** Tells an outage from a refusal, where the end of the socket does not say it itself. */
  readonly judge: (end: AttemptEnd) => Promise<Verdict>;
  /** See `ConnectionOptions`. */
  readonly watch: WatchTimes | null;
  /** See `ConnectionOptions`; ms. */
  readonly silentFor: number | null;
  /** See `ConnectionOptions`; ms. */
  readonly handshakeFor?: number;
  /**
   * The feed is gone, and nothing of it is connected: makes the server forget what it keeps for it, as far as it
   * can be reached. Resolves soon, whether or not it did; left out = servers keep nothing.
   */
  readonly leave?: () => Promise<void>;
}

/** What a link is made with, besides the feed's own connection. */
export interface FeedAccess {
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: FeedSecrets;
  /** `Suzu/1.0`. */
  readonly userAgent: string;
  /** By the user's ways to the network; for answers that never end. Follows no redirects. */
  readonly streamFetch: Fetch;
  /** Opens connections by the user's ways to the network. `origin`: `https://…` or `http://…`. */
  readonly agent: (origin: string) => Agent;
  readonly cursor: FeedCursor;
  /** Whether the feed was ever online: then a foreign answer (a maintenance page) is an outage. */
  readonly isProven: () => boolean;
}

/** From where a feed goes on after a gap, also after a restart. */
export interface FeedCursor {
  /** What the system last kept: an event's id, or whatever it needs; null = nothing yet. */
  get(): string | null;
  /** At most 4,096 characters; longer ones are not kept. Reaches the disk soon after, and on quitting. */
  set(value: string): void;
}
