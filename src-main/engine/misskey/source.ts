import type { Log } from '../log.ts';
import type { Bell } from '../notices/bell.ts';
import type { History } from '../notices/history.ts';
import { createBackoff } from '../streaming/backoff.ts';
import type { Clock } from '../streaming/clock.ts';
import type { ConnectionState } from '../streaming/connection.ts';
import type { OpenSocket } from '../streaming/socket.ts';
import type { TimelineChange } from '../timeline/timeline.ts';
import { createApi, type Fetch, type MisskeyApi } from './api.ts';
import { judgeAttempt } from './judge.ts';
import type { Recipient } from './notice-from-notification.ts';
import { NotificationFeed } from './notification-feed.ts';
import { type Me, meSchema } from './schemas.ts';
import { MisskeyStream } from './stream.ts';
import { TimelineFeed, type TimelineStatus } from './timeline-feed.ts';
import type { TimelineName } from './timelines.ts';
import { UntilDone } from './until-done.ts';

/** What a source tells. */
export interface SourceListener {
  onState(state: ConnectionState): void;
  /** Who the account is, as the server says after each connect. */
  onMe(me: Me): void;
  onTimelineChange(change: TimelineChange): void;
  onTimelineStatus(status: TimelineStatus): void;
}

/** What a source needs from outside. */
export interface SourceSurroundings {
  readonly clock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly fetch: Fetch;
  /** Opens sockets to a server with a token in the Authorization header. */
  readonly socketOpener: (origin: string, token: string) => OpenSocket;
  readonly bell: Bell;
  readonly history: History;
  readonly log: Log;
}

/** One Misskey account that is listened to: its stream, its notifications, and the timeline that is looked at. */
export class MisskeySource {
  readonly api: MisskeyApi;
  readonly #around: SourceSurroundings;
  readonly #listener: SourceListener;
  readonly #stream: MisskeyStream;
  readonly #notifications: NotificationFeed;
  readonly #meUntilDone: UntilDone;
  #timeline: TimelineFeed | null = null;
  #provenMisskey: boolean;

  /**
   * @param token never leaves this object but for the server.
   * @param provenMisskey whether the account was online before, on this run or an earlier one.
   */
  constructor(
    account: Recipient,
    token: string,
    provenMisskey: boolean,
    around: SourceSurroundings,
    listener: SourceListener,
  ) {
    const { clock, random, fetch, log } = around;
    this.#around = around;
    this.#listener = listener;
    this.#provenMisskey = provenMisskey;
    this.api = createApi({ origin: account.origin, token, fetch, clock });
    this.#meUntilDone = this.#untilDone('asking who the account is');
    this.#notifications = new NotificationFeed({
      account,
      api: this.api,
      bell: around.bell,
      history: around.history,
      log,
      untilDone: this.#untilDone('catching up'),
    });
    this.#stream = new MisskeyStream({
      clock,
      backoff: createBackoff({ random }),
      openSocket: around.socketOpener(account.origin, token),
      log,
      judge: (end) => judgeAttempt(end, this.api, this.#provenMisskey),
      onState: (state) => this.#onState(state),
      main: {
        onConnected: () => this.#notifications.onConnected(),
        onEvent: (type, body) => {
          this.#notifications.onMainEvent(type, body);
          if (type === 'meUpdated') this.#askWhoIAm();
        },
      },
    });
  }

  get state(): ConnectionState | null {
    return this.#stream.state;
  }

  get timeline(): TimelineFeed | null {
    return this.#timeline;
  }

  /** Connects, and keeps connected until `stop`; also tries again after a refusal. */
  start(): void {
    this.#stream.start();
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#stream.stop();
    this.#notifications.onDisconnected();
    this.#meUntilDone.stop();
    this.closeTimeline();
  }

  /** The computer woke up, was unlocked, or the network came back. */
  nudge(): void {
    this.#stream.nudge();
  }

  /** Opens a timeline in place of the one that is open. */
  openTimeline(name: TimelineName): TimelineFeed {
    if (this.#timeline?.name === name) return this.#timeline;
    this.closeTimeline();
    const feed = new TimelineFeed({
      name,
      stream: this.#stream,
      api: this.api,
      log: this.#around.log,
      untilDone: this.#untilDone('loading the timeline'),
      onChange: (change) => this.#listener.onTimelineChange(change),
      onStatus: (status) => this.#listener.onTimelineStatus(status),
    });
    this.#timeline = feed;
    feed.start();
    return feed;
  }

  /** What nobody looks at is disconnected. */
  closeTimeline(): void {
    this.#timeline?.stop();
    this.#timeline = null;
  }

  #onState(state: ConnectionState): void {
    if (state.name === 'online') {
      this.#provenMisskey = true;
      this.#askWhoIAm();
    } else {
      this.#notifications.onDisconnected();
      this.#meUntilDone.stop();
    }
    this.#listener.onState(state);
  }

  #askWhoIAm(): void {
    // Not taken from `meUpdated` itself: that frame may carry an email address (PROTOCOL §3).
    this.#meUntilDone.start(async (wanted) => {
      const me = await this.api.call('i', {}, meSchema);
      if (wanted()) this.#listener.onMe(me);
    });
  }

  #untilDone(name: string): UntilDone {
    const { clock, random, log } = this.#around;
    return new UntilDone(name, clock, random, log);
  }
}
