import type { Backoff } from './backoff.ts';
import type { Clock, Timer } from './clock.ts';
import type { Pace } from './pace.ts';
import { createSilenceWatch } from './silence-watch.ts';
import type { OpenSocket, Socket, SocketEnd } from './socket.ts';
import type { RefusalReason, Verdict, WaitReason } from './verdict.ts';
import { createWatchdog, type Watchdog, type WatchTimes, watchdogTimes } from './watchdog.ts';

export type ConnectionState =
  | { readonly name: 'connecting' | 'subscribing' | 'online' }
  /** The server answers, but is only asked now and then: there is no stream. */
  | { readonly name: 'online'; readonly reason: 'polling' }
  /** A sign of life is overdue; the socket is about to be replaced. */
  | { readonly name: 'stale'; readonly reason: WaitReason }
  /** `retryAt`: milliseconds since the epoch. */
  | { readonly name: 'waiting'; readonly reason: WaitReason; readonly retryAt: number }
  | { readonly name: 'refused'; readonly reason: RefusalReason };

/** What is known of a failed attempt, for whoever has to judge it. */
export type AttemptEnd =
  | Exclude<SocketEnd, { kind: 'judged' }>
  | { readonly kind: 'timeout'; readonly what: 'handshake' | 'subscription' };

/** `Message`: what the socket brings. */
export interface ConnectionOptions<Message = string> {
  readonly clock: Clock;
  readonly backoff: Backoff;
  readonly openSocket: OpenSocket<Message>;
  /** Shared with the other connections to the same server; left out for one that is alone. */
  readonly pace?: Pace;
  /** The socket is open: send the subscriptions, and call `acknowledge` when the server confirmed them. */
  readonly onOpen: () => void;
  readonly onMessage: (message: Message) => void;
  readonly onState: (state: ConnectionState) => void;
  /** When the peer is asked for signs of life; null = it cannot be asked, left out = as for Misskey. */
  readonly watch?: WatchTimes | null;
  /**
   * Ms without a message (where the peer cannot be asked: without any sign of life) after which it counts as
   * gone; left out = only who does not answer does. What answers a ping may not be what sends the messages.
   */
  readonly silentFor?: number | null;
  /** Ms in which a socket is to open; left out = `connectionTimes.handshake`. */
  readonly handshakeFor?: number;
  /** Tells an outage from a refusal after a failed attempt. May ask the server; a rejection counts as an outage. */
  readonly judge: (end: AttemptEnd) => Promise<Verdict>;
}

/** Times of a connection, in milliseconds. The reasons are in ARCHITECTURE's table of choices. */
export const connectionTimes = {
  handshake: 10_000,
  /** Misskey refuses a subscription by silence (PROTOCOL §0.6). */
  subscription: 5_000,
  /** Never two attempts within this, whatever asks for them. */
  betweenAttempts: 2_000,
  /** A connection that lasted this long is healthy: the next failure starts with short delays again. */
  healthy: 30_000,
} as const;

/**
 * A connection that stays up. It opens a socket, waits for the subscription to be acknowledged, watches
 * for signs of life, and comes back after every failure until it is refused or stopped. At most one
 * attempt is in flight, and after `stop` nothing runs.
 */
export class Connection<Message = string> {
  readonly #options: ConnectionOptions<Message>;
  #state: ConnectionState | null = null;
  #socket: Socket | null = null;
  #watchdogs: readonly Watchdog[] = [];
  readonly #timers = new Set<Timer>();
  #lastAttemptAt = Number.NEGATIVE_INFINITY;
  /** The turn that was taken and not used yet. */
  #turn: number | null = null;
  /** Names the attempt in flight; what belongs to an earlier one is ignored. */
  #attempt = 0;

  constructor(options: ConnectionOptions<Message>) {
    this.#options = options;
  }

  /** Null before `start` and after `stop`. */
  get state(): ConnectionState | null {
    return this.#state;
  }

  /** Begins to connect; does nothing while running. Also the way out of `refused`. */
  start(): void {
    if (this.#state !== null && this.#state.name !== 'refused') return;
    this.#options.backoff.reset();
    this.#connectWhenAllowed();
  }

  /** Ends everything at once. */
  stop(): void {
    this.#dropAttempt();
    this.#state = null;
  }

  /** The server confirmed the subscription of the current socket. */
  acknowledge(): void {
    if (this.#state?.name !== 'subscribing' || this.#socket === null) return;
    this.#cancelTimers();
    this.#after(connectionTimes.healthy, () => this.#options.backoff.reset());
    this.#watchdogs = this.#watch();
    this.#setState({ name: 'online' });
  }

  /**
   * Something happened that makes success likely or the socket doubtful (resume, unlock, network up):
   * a waiting connection tries now, an online one is probed at once.
   */
  nudge(): void {
    if (this.#state?.name === 'waiting') {
      this.#dropAttempt();
      this.#connectWhenAllowed();
    } else if (this.#state?.name === 'online') {
      for (const watchdog of this.#watchdogs) watchdog.probe();
    }
  }

  /**
   * The way to the server changed (another proxy, other certificates): whatever there is goes over the
   * old one and is replaced, at the usual pace. What was refused stays so.
   */
  reconnect(): void {
    if (this.#state === null || this.#state.name === 'refused') return;
    this.#options.backoff.reset();
    this.#dropAttempt();
    this.#connectWhenAllowed();
  }

  /** Sends when online or subscribing; returns whether it was handed to the socket. */
  send(text: string): boolean {
    if (this.#socket === null) return false;
    this.#socket.send(text);
    return true;
  }

  /** First the one whom a sign of life that is no message contents. */
  #watch(): readonly Watchdog[] {
    const { clock, watch: times = watchdogTimes, silentFor: limit = null } = this.#options;
    const onDead = () => this.#giveUpOnSilence();
    const ping = () => this.#socket?.ping();
    return [
      ...(times === null ? [] : [createWatchdog({ clock, times, ping, onDead })]),
      ...(limit === null ? [] : [createSilenceWatch({ clock, limit, onDead })]),
    ];
  }

  #giveUpOnSilence(): void {
    this.#dropAttempt();
    const attempt = this.#attempt;
    this.#setState({ name: 'stale', reason: 'no-pong' });
    if (attempt === this.#attempt) this.#wait({ kind: 'retry', reason: 'no-pong' });
  }

  #connectWhenAllowed(): void {
    const { clock } = this.#options;
    const wait = this.#lastAttemptAt + connectionTimes.betweenAttempts - clock.monotonic();
    if (wait <= 0) this.#connectInTurn();
    else this.#connectAfter(wait);
  }

  #connectInTurn(): void {
    const { clock, pace } = this.#options;
    this.#turn ??= pace?.turn() ?? clock.monotonic();
    const wait = this.#turn - clock.monotonic();
    if (wait > 0) {
      this.#connectAfter(wait);
      return;
    }
    this.#turn = null;
    this.#connect();
  }

  /** Nothing has failed that was not told of: whoever waits for a turn alone is about to connect. */
  #connectAfter(wait: number): void {
    const before = this.#state;
    this.#after(wait, () => this.#connectInTurn());
    if (before === null || before.name === 'refused' || before.name === 'connecting') {
      this.#setConnecting();
      return;
    }
    const reason = before.name === 'waiting' ? before.reason : 'closed';
    this.#setState({ name: 'waiting', reason, retryAt: this.#options.clock.now() + wait });
  }

  #connect(): void {
    const { clock, openSocket, onOpen, onMessage, handshakeFor } = this.#options;
    this.#dropAttempt();
    const attempt = this.#attempt;
    const current = () => attempt === this.#attempt;
    this.#lastAttemptAt = clock.monotonic();
    this.#after(handshakeFor ?? connectionTimes.handshake, () =>
      this.#fail({ kind: 'timeout', what: 'handshake' }),
    );
    this.#socket = openSocket({
      onOpen: () => {
        if (!current()) return;
        this.#cancelTimers();
        this.#after(connectionTimes.subscription, () =>
          this.#fail({ kind: 'timeout', what: 'subscription' }),
        );
        this.#setState({ name: 'subscribing' });
        if (current()) onOpen();
      },
      onMessage: (message) => {
        if (!current()) return;
        for (const watchdog of this.#watchdogs) watchdog.alive();
        onMessage(message);
      },
      onAlive: () => {
        if (current()) this.#watchdogs[0]?.alive();
      },
      onEnd: (end) => {
        if (!current()) return;
        if (end.kind === 'judged') this.#end(end.verdict);
        else this.#fail(end);
      },
    });
    this.#setConnecting();
  }

  /** Told once, although the turn may come later. */
  #setConnecting(): void {
    if (this.#state?.name !== 'connecting') this.#setState({ name: 'connecting' });
  }

  #fail(end: AttemptEnd): void {
    const wasOnline = this.#state?.name === 'online';
    this.#dropAttempt();
    if (wasOnline) {
      this.#wait({ kind: 'retry', reason: 'closed' });
      return;
    }
    // Asking the server is part of the attempt: until the verdict nothing else may start.
    const attempt = this.#attempt;
    this.#options
      .judge(end)
      .catch((): Verdict => ({ kind: 'retry', reason: 'unreachable' }))
      .then((verdict) => {
        if (attempt === this.#attempt) this.#end(verdict);
      });
  }

  #end(verdict: Verdict): void {
    this.#dropAttempt();
    if (verdict.kind === 'refuse') {
      this.#setState({ name: 'refused', reason: verdict.reason });
      return;
    }
    if (verdict.inGoodOrder) this.#options.backoff.reset();
    this.#wait(verdict);
  }

  #wait(verdict: Extract<Verdict, { kind: 'retry' }>): void {
    const delay = Math.max(this.#options.backoff.next(), verdict.notBeforeMs ?? 0);
    const retryAt = this.#options.clock.now() + delay;
    this.#after(delay, () => this.#connectInTurn());
    this.#setState({ name: 'waiting', reason: verdict.reason, retryAt });
  }

  #dropAttempt(): void {
    this.#attempt += 1;
    this.#cancelTimers();
    for (const watchdog of this.#watchdogs) watchdog.stop();
    this.#watchdogs = [];
    this.#socket?.terminate();
    this.#socket = null;
  }

  #after(ms: number, callback: () => void): void {
    const timer = this.#options.clock.setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, ms);
    this.#timers.add(timer);
  }

  #cancelTimers(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }

  /** The last step of a change: the listener may stop the connection, and then nothing may follow unchecked. */
  #setState(state: ConnectionState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
