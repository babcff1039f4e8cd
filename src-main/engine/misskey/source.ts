import type { Fetch } from '../fetch.ts';
import type { Log } from '../log.ts';
import type { Bell } from '../notices/bell.ts';
import type { History } from '../notices/history.ts';
import type { Clock } from '../streaming/clock.ts';
import type { AttemptEnd, ConnectionState } from '../streaming/connection.ts';
import type { Pace } from '../streaming/pace.ts';
import type { OpenSocket } from '../streaming/socket.ts';
import type { Verdict } from '../streaming/verdict.ts';
import type { TimelineChange } from '../timeline/timeline.ts';
import { Answers, type AnswersListener } from './answers/answers.ts';
import { ApiError, createApi, type MisskeyApi } from './api/api.ts';
import { guestSchema, type Me, meSchema, type Policies } from './api/schemas.ts';
import { UntilDone } from './api/until-done.ts';
import { Inbox } from './inbox/inbox.ts';
import type { Recipient } from './inbox/notice-from-notification.ts';
import {
  type AskedChannel,
  type ChannelName,
  openChannel,
  type TypedHandle,
  type TypedListener,
} from './link/channels.ts';
import { accountVerdict, judgeAttempt, judgeGuest, readsTokenInAddress } from './link/judge.ts';
import type { MisskeyLink } from './link/link.ts';
import { openLink, type Presence } from './link/open-link.ts';
import { Emojis } from './notes/emojis.ts';
import { LiveNotes, type LiveNotesListener } from './notes/live-notes.ts';
import { NoteChecks } from './notes/note-checks.ts';
import { WatchedNotes } from './notes/watched-notes.ts';
import { TimelineFeed } from './timelines/timeline-feed.ts';
import { type TimelineKey, type TimelineSpec, timelineKey } from './timelines/timelines.ts';

/** What a source tells. */
export interface SourceListener extends LiveNotesListener, AnswersListener {
  onState(state: ConnectionState): void;
  /** Who the account is, as the server says after each connect. */
  onMe(me: Me): void;
  /** What the server allows a guest, as it says after each connect. */
  onGuestPolicies(policies: Policies): void;
  /** Custom emojis of these names came, changed or went. */
  onEmojis(names: readonly string[]): void;
  /** An open timeline changed; `reset` also when it was just opened. */
  onTimelineChange(key: TimelineKey, change: TimelineChange): void;
  onTimelineClosed(key: TimelineKey): void;
}

/** What a source needs from outside. */
export interface SourceSurroundings {
  readonly clock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly fetch: Fetch;
  /** Opens sockets to a server, with a token in the Authorization header; null = as a guest. */
  readonly socketOpener: (origin: string, token: string | null) => OpenSocket;
  readonly bell: Bell;
  readonly history: History;
  readonly log: Log;
  /** Whether Suzu's own sign-in on a server explains a `createToken`; each sign-in explains one. */
  readonly isOwnSignIn: (origin: string) => boolean;
}

/** How a source comes to its server. */
export interface Access {
  /** Never leaves the source but for the server. Null = as a guest. */
  readonly token: string | null;
  readonly presence: Presence;
  /** Whether the account was online before, on this run or an earlier one. */
  readonly provenMisskey: boolean;
  /** Shared with all others on the same server. */
  readonly pace: Pace;
}

/**
 * One Misskey account that is listened to: its link to the server, what rings, and the timelines that
 * are looked at. A guest has timelines alone.
 */
export class MisskeySource {
  readonly api: MisskeyApi;
  /** The notes of all open timelines, and of whoever else holds some. */
  readonly notes: LiveNotes;
  /** The custom emojis of its server. */
  readonly emojis: Emojis;
  /** What the account does to notes and people. */
  readonly answers: Answers;
  readonly #around: SourceSurroundings;
  readonly #listener: SourceListener;
  readonly #account: Recipient;
  readonly #token: string | null;
  readonly #pace: Pace;
  /** Null for a guest: nothing happens to one. */
  readonly #inbox: Inbox | null;
  #link: MisskeyLink;
  #presence: Presence;
  readonly #meUntilDone: UntilDone;
  readonly #checks: NoteChecks;
  readonly #watchedNotes: WatchedNotes;
  readonly #timelines = new Map<TimelineKey, TimelineFeed>();
  /** Whether the account was ever online: a foreign answer is an outage then. */
  #provenMisskey: boolean;
  /** How many attempts in a row brought a stream without `main`. */
  #timesUnheard = 0;
  /** Null until the server said it. */
  #userId: string | null = null;

  constructor(
    account: Recipient,
    { token, presence, provenMisskey, pace }: Access,
    around: SourceSurroundings,
    listener: SourceListener,
  ) {
    const { clock, fetch, log } = around;
    this.#account = account;
    this.#token = token;
    this.#pace = pace;
    this.#presence = presence;
    this.#around = around;
    this.#listener = listener;
    this.notes = new LiveNotes(listener, clock.monotonic);
    this.#provenMisskey = provenMisskey;
    this.api = createApi({ origin: account.origin, token, fetch, clock });
    this.emojis = new Emojis({
      api: this.api,
      clock,
      onChange: (names) => listener.onEmojis(names),
    });
    this.answers = new Answers({
      api: this.api,
      notes: this.notes,
      clock,
      userId: () => this.#userId,
      listener,
    });
    this.#meUntilDone = this.#untilDone('asking who the account is');
    this.#inbox =
      token === null
        ? null
        : new Inbox({
            account,
            api: this.api,
            bell: around.bell,
            history: around.history,
            clock,
            log,
            untilDone: (name) => this.#untilDone(name),
            isOwnSignIn: () => around.isOwnSignIn(account.origin),
          });
    this.#link = this.#openLink();
    this.#checks = new NoteChecks({ clock, api: this.api, notes: this.notes, log });
    this.#watchedNotes = new WatchedNotes({
      notes: this.notes,
      checks: this.#checks,
      capture: (noteId, captureListener) => this.#link.capture(noteId, captureListener),
      userId: () => this.#userId,
    });
  }

  get state(): ConnectionState | null {
    return this.#link.state;
  }

  /** The timelines that are open, by their keys. */
  get timelines(): ReadonlyMap<TimelineKey, TimelineFeed> {
    return this.#timelines;
  }

  /** Connects, and keeps connected until `stop`; also tries again after a refusal. */
  start(): void {
    this.#link.start();
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#link.stop();
    this.#inbox?.stop();
    this.#meUntilDone.stop();
    this.answers.stop();
    this.watchTimelines([]);
    this.watchNotes([]);
    this.#checks.stop();
    this.emojis.stop();
  }

  /** The user has read all notifications here: the server is told, and with it the other devices. */
  tellRead(): void {
    this.#inbox?.tellRead();
  }

  /** The computer woke up, was unlocked, or the network came back. */
  nudge(): void {
    this.#link.nudge();
  }

  /** See `Connection.reconnect`. */
  reconnect(): void {
    this.#link.reconnect();
  }

  /** Goes over to the other way of learning what happens, and starts it at once. */
  setPresence(presence: Presence): void {
    if (presence === this.#presence) return;
    this.#presence = presence;
    const timelines = [...this.#timelines.values()].map(({ spec }) => spec);
    const notes = this.#watchedNotes.ids;
    this.watchTimelines([]);
    this.watchNotes([]);
    this.#link.stop();
    this.#inbox?.onDisconnected();
    this.#meUntilDone.stop();
    this.#link = this.#openLink();
    this.start();
    this.watchTimelines(timelines);
    this.watchNotes(notes);
  }

  /**
   * Opens these timelines and closes all others: what nobody looks at is disconnected. One that is
   * open already goes on.
   */
  watchTimelines(specs: readonly TimelineSpec[]): void {
    const wanted = new Map(specs.map((spec) => [timelineKey(spec), spec]));
    // First, so that their places on the stream are free.
    for (const [key, feed] of this.#timelines) {
      if (wanted.has(key)) continue;
      this.#timelines.delete(key);
      feed.stop();
      this.#listener.onTimelineClosed(key);
    }
    for (const [key, spec] of wanted) {
      if (!this.#timelines.has(key)) this.#openTimeline(key, spec);
    }
  }

  /** These notes are in view: they are captured, and all others are not. */
  watchNotes(noteIds: readonly string[]): void {
    this.#watchedNotes.watch(noteIds);
  }

  /** Opens any channel of the server (see `openChannel`). In low presence every one is refused. */
  openChannel<Name extends ChannelName>(
    request: AskedChannel<Name>,
    listener: TypedListener<Name>,
  ): TypedHandle<Name> {
    return openChannel(this.#link, request, listener);
  }

  #openTimeline(key: TimelineKey, spec: TimelineSpec): void {
    const feed = new TimelineFeed({
      spec,
      link: this.#link,
      api: this.api,
      notes: this.notes,
      log: this.#around.log,
      untilDone: this.#untilDone('loading the timeline'),
      onChange: (change) => this.#listener.onTimelineChange(key, change),
    });
    this.#timelines.set(key, feed);
    this.#listener.onTimelineChange(key, { kind: 'reset' });
    feed.start();
  }

  #openLink(): MisskeyLink {
    const { clock, random, log, socketOpener } = this.#around;
    const inbox = this.#inbox;
    return openLink({
      presence: this.#presence,
      clock,
      random,
      log,
      openSocket: socketOpener(this.#account.origin, this.#token),
      pace: this.#pace,
      main: inbox && {
        onConnected: () => inbox.onConnected(),
        onEvent: (type, body) => {
          inbox.onMainEvent(type, body);
          if (type === 'meUpdated') this.#askWhoIAm();
        },
      },
      judge: (end) => this.#judge(end),
      ask: () => this.#poll(),
      onPoll: () => inbox?.onPoll(),
      onState: (state) => this.#onState(state),
      onBroadcast: (type, body) => {
        inbox?.onBroadcast(type, body);
        this.emojis.onBroadcast(type, body);
      },
    });
  }

  #onState(state: ConnectionState): void {
    if (state.name === 'online') {
      this.#provenMisskey = true;
      this.#timesUnheard = 0;
      // Polling has just asked.
      if (!('reason' in state)) this.#askWhoIAm();
    } else {
      this.emojis.onDisconnected();
      this.#inbox?.onDisconnected();
      this.#meUntilDone.stop();
    }
    this.#listener.onState(state);
  }

  async #judge(end: AttemptEnd): Promise<Verdict> {
    if (this.#inbox === null) return judgeGuest(end, this.api, this.#provenMisskey);
    const link = this.#link;
    const verdict = await judgeAttempt(end, this.api, this.#provenMisskey);
    // The account is well, and yet again has no `main`: the server may take it for a guest.
    const isUnheard = verdict.kind === 'retry' && verdict.reason === 'not-acknowledged';
    this.#timesUnheard = isUnheard ? this.#timesUnheard + 1 : 0;
    if (this.#timesUnheard < 2 || !(await readsTokenInAddress(this.api))) return verdict;
    if (this.#link === link && link.state !== null) this.setPresence('polling');
    return verdict;
  }

  /** Who the account is tells also whether the server still takes its token. */
  async #poll(): Promise<Verdict | null> {
    try {
      await this.#learn(() => true);
      return null;
    } catch (error) {
      if (error instanceof ApiError) return accountVerdict(error, 'rejected');
      throw error;
    }
  }

  #askWhoIAm(): void {
    this.#meUntilDone.start((wanted) => this.#learn(wanted));
  }

  /** Not taken from `meUpdated` itself: that frame may carry an email address (PROTOCOL §3). */
  async #learn(wanted: () => boolean): Promise<void> {
    if (this.#inbox === null) {
      const { policies } = await this.api.call('meta', { detail: true }, guestSchema);
      if (wanted()) this.#listener.onGuestPolicies(policies);
      return;
    }
    const me = await this.api.call('i', {}, meSchema);
    this.#userId = me.id;
    if (wanted()) this.#listener.onMe(me);
  }

  #untilDone(name: string): UntilDone {
    const { clock, random, log } = this.#around;
    return new UntilDone(name, clock, random, log);
  }
}
