import type { Agent } from 'node:http';
import type { Fetch } from '../fetch.ts';
import type { Log } from '../log.ts';
import { UntilDone } from '../misskey/api/until-done.ts';
import type { Bell } from '../notices/bell.ts';
import type { History } from '../notices/history.ts';
import { knownIds } from '../notices/history-memory.ts';
import { createBackoff } from '../streaming/backoff.ts';
import type { Clock } from '../streaming/clock.ts';
import { Connection, type ConnectionState } from '../streaming/connection.ts';
import type { Pace } from '../streaming/pace.ts';
import { confirmingRefusals } from './confirmed-refusals.ts';
import { FeedCatchUp } from './feed-catch-up.ts';
import type { FeedEvent } from './feed-event.ts';
import type { FeedAccess, FeedCursor, FeedLink } from './feed-link.ts';
import type { RunningRules } from './feed-rules.ts';
import type { FeedSecrets } from './feed-secrets.ts';
import { FeedWording } from './feed-wording.ts';
import type { CatchUp } from './preset.ts';
import { RetainedMarks } from './retained-marks.ts';
import type { EventOutcome, SeenEvents } from './seen-events.ts';
import type { FeedConnection } from './stored-feed.ts';

/** What feeds need from outside. */
export interface FeedSurroundings {
  readonly clock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** For what was missed; follows no redirects. */
  readonly fetch: Fetch;
  /** See `FeedAccess`; so are the next two. */
  readonly streamFetch: Fetch;
  readonly agent: (origin: string) => Agent;
  readonly userAgent: string;
  /** See `openFeed`. */
  readonly openLink: (connection: FeedConnection, access: FeedAccess) => FeedLink;
  readonly bell: Pick<Bell, 'ring' | 'ringMissed' | 'forget'>;
  readonly history: Pick<History, 'isKnown'>;
  readonly log: Log;
}

export interface FeedSourceListener {
  onState(state: ConnectionState): void;
  /** It is online for the first time ever. */
  onProven(): void;
  /** An event came; what became of it is in `seen`. */
  onEvent(): void;
}

/** What a source is made of. */
export interface FeedSourceOptions {
  readonly id: string;
  readonly connection: FeedConnection;
  readonly secrets: FeedSecrets;
  readonly rules: RunningRules;
  readonly catchUp: CatchUp | null;
  /** Whether it was ever online, on this run or an earlier one. */
  readonly proven: boolean;
  /** Shared with all others on the same server. */
  readonly pace: Pace;
  /** From where each part of it goes on: the link, the list of what was missed, retained messages. */
  readonly cursor: (part: 'link' | 'missed' | 'retained') => FeedCursor;
  /** Writes the cursors now. */
  readonly keepCursors: () => void;
  /** Takes each event. */
  readonly seen: SeenEvents;
  readonly around: FeedSurroundings;
  readonly listener: FeedSourceListener;
}

/** Ms after a reconnect in which what comes is taken for what a gap held back. */
const afterGapFor = 3_000;
/**
 * After so many notices the cursors are written, however soon: whatever a kill brings once more must be among
 * those that the history knows.
 */
const keptEvery = knownIds / 2;

/** One feed that is listened to: its link to the server, and how its events come to ring. */
export class FeedSource {
  readonly #options: FeedSourceOptions;
  readonly #link: FeedLink;
  readonly #connection: Connection<FeedEvent>;
  readonly #wording: FeedWording;
  readonly #catchUp: FeedCatchUp | null;
  readonly #retained: RetainedMarks | null;
  #proven: boolean;
  /** Notices since the cursors were written for their number. */
  #rung = 0;
  /** Said once for each connection. */
  #isFailing = false;
  /** Until then (`Clock.monotonic`) what comes was held back by a gap. */
  #gapUntil = Number.NEGATIVE_INFINITY;

  constructor(options: FeedSourceOptions) {
    const { id, connection, secrets, around, cursor, catchUp } = options;
    const { clock, random, log, userAgent, streamFetch, agent } = around;
    this.#options = options;
    this.#proven = options.proven;
    this.#wording = new FeedWording({ feedId: id, rules: options.rules, clock, random });
    this.#retained =
      connection.system === 'mqtt' && connection.retained
        ? new RetainedMarks(cursor('retained'))
        : null;
    this.#link = around.openLink(connection, {
      clock,
      log,
      secrets,
      userAgent,
      streamFetch,
      agent,
      cursor: cursor('link'),
      isProven: () => this.#proven,
    });
    const link = confirmingRefusals(this.#link, () => this.#proven);
    this.#connection = new Connection<FeedEvent>({
      clock,
      backoff: createBackoff({ random }),
      pace: options.pace,
      openSocket: link.openSocket,
      watch: link.watch,
      silentFor: link.silentFor,
      ...(link.handshakeFor === undefined ? {} : { handshakeFor: link.handshakeFor }),
      judge: link.judge,
      // A link opens once all is confirmed.
      onOpen: () => this.#connection.acknowledge(),
      onMessage: (event) => this.#take(event),
      onState: (state) => this.#onState(state),
    });
    this.#catchUp =
      catchUp === null
        ? null
        : new FeedCatchUp({
            catchUp,
            secrets,
            clock,
            userAgent,
            fetch: around.fetch,
            cursor: cursor('missed'),
            untilDone: new UntilDone('feed: asking for what was missed', clock, random, log),
            onMissed: (events) => this.#carryOn(() => this.#takeMissed(events)),
          });
  }

  get state(): ConnectionState | null {
    return this.#connection.state;
  }

  /** Connects, and keeps connected until `stop`; also tries again after a refusal. */
  start(): void {
    this.#connection.start();
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#connection.stop();
    this.#catchUp?.stop();
  }

  /** As `stop`, for good: the server is to forget what it keeps for the feed (see `FeedLink.leave`). */
  leave(): void {
    this.stop();
    // What was never there has nothing there.
    if (this.#proven) void this.#link.leave?.();
  }

  /** Tries at once, also after a refusal. */
  retry(): void {
    this.start();
    this.nudge();
  }

  /** The computer woke up, was unlocked, or the network came back. */
  nudge(): void {
    this.#connection.nudge();
  }

  /** See `Connection.reconnect`. */
  reconnect(): void {
    this.#connection.reconnect();
  }

  /** What comes from now on is worded by these. */
  setRules(rules: RunningRules): void {
    this.#wording.setRules(rules);
  }

  #onState(state: ConnectionState): void {
    if (state.name === 'online') this.#onOnline();
    else this.#onOutage();
    this.#options.listener.onState(state);
  }

  #onOnline(): void {
    this.#isFailing = false;
    // The first connect ever has no gap before it.
    if (this.#proven) {
      this.#gapUntil = this.#options.around.clock.monotonic() + afterGapFor;
    } else {
      this.#proven = true;
      this.#options.listener.onProven();
    }
    this.#catchUp?.start();
  }

  #onOutage(): void {
    this.#catchUp?.stop();
    // A broker sends what it kept before it confirms the topics.
    if (this.#proven) this.#gapUntil = Number.POSITIVE_INFINITY;
  }

  #take(event: FeedEvent): void {
    this.#carryOn(() => {
      this.#saw(event, this.#ring(event));
      this.#options.listener.onEvent();
    });
  }

  /**
   * An event that Suzu fails at is passed by: a server that was not told that it arrived would send it again and
   * again, and nothing after it.
   */
  #carryOn(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (this.#isFailing) return;
      this.#isFailing = true;
      const { around, id } = this.#options;
      around.log.error('feeds: an event could not be taken', { feed: id, error: String(error) });
    }
  }

  /** It is on the disk when this returns: only then may the server hear that it arrived. */
  #ring(event: FeedEvent): EventOutcome {
    const retained = this.#retained;
    if (event.retained && retained === null) return 'retained';
    const worded = this.#wording.word(event);
    if (worded.kind !== 'notice') {
      retained?.passed(event);
      return worded.kind;
    }
    const { notice } = worded;
    const { around, id } = this.#options;
    const isKnown =
      around.history.isKnown(id, notice.sourceId) ||
      (event.retained && retained?.isLast(event) === true);
    if (!isKnown) {
      const afterGap = around.clock.monotonic() < this.#gapUntil;
      around.bell.ring(notice, false, undefined, { afterGap });
      this.#count();
    }
    retained?.heard(event);
    this.#catchUp?.saw(event);
    return isKnown ? 'known' : 'notice';
  }

  #count(): void {
    this.#rung += 1;
    if (this.#rung % keptEvery === 0) this.#options.keepCursors();
  }

  /** Oldest first. */
  #takeMissed(events: readonly FeedEvent[]): void {
    const { around, id, listener } = this.#options;
    const notices = events.flatMap((event) => {
      const worded = this.#wording.word(event);
      if (worded.kind !== 'notice') {
        this.#saw(event, worded.kind);
        return [];
      }
      const isKnown = around.history.isKnown(id, worded.notice.sourceId);
      this.#saw(event, isKnown ? 'known' : 'notice');
      return isKnown ? [] : [worded.notice];
    });
    around.bell.ringMissed(id, notices, false);
    listener.onEvent();
  }

  #saw(event: FeedEvent, outcome: EventOutcome): void {
    this.#options.seen.add(event, outcome, this.#options.around.clock.now());
  }
}
