import { type Backoff, createBackoff } from '../../streaming/backoff.ts';
import type { Clock, Timer } from '../../streaming/clock.ts';
import type { ConnectionState } from '../../streaming/connection.ts';
import type { Verdict } from '../../streaming/verdict.ts';
import type { CaptureHandle, CaptureListener } from './captures.ts';
import type { MisskeyLink } from './link.ts';
import type { ChannelHandle, ChannelListener } from './subscriptions.ts';

/**
 * How often a server is asked, in milliseconds. Often enough for a bell that may be late, seldom
 * enough to be no burden: a stream's own pings are more frequent.
 */
export const pollTimes = {
  every: 3 * 60_000,
  /** Drawn anew each time and added, so that accounts and computers spread out. */
  jitter: 30_000,
  /** The shortest and the longest wait after a failure. */
  retryMin: 15_000,
  retryMax: 10 * 60_000,
} as const;

export interface PollingOptions {
  readonly clock: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Asks the server who the account is. Null when it answered, else what its failure means. */
  readonly ask: () => Promise<Verdict | null>;
  readonly onState: (state: ConnectionState) => void;
  /** The server answered: now is the time to look for what is new. Each time again. */
  readonly onPoll: () => void;
}

/**
 * Low presence: the server is asked every few minutes, and no stream is kept. Misskey shows whoever
 * has a stream open as online (PROTOCOL §1); someone who only asks is not. Nothing comes by itself, so
 * channels are refused, and captured notes are looked at again with each poll.
 */
export class Polling implements MisskeyLink {
  readonly #options: PollingOptions;
  readonly #backoff: Backoff;
  readonly #channels = new Set<ChannelListener>();
  readonly #captures = new Set<CaptureListener>();
  #state: ConnectionState | null = null;
  #timer: Timer | null = null;
  /** Names the poll in flight; the answer to an earlier one is ignored. */
  #poll = 0;
  #isAsking = false;

  constructor(options: PollingOptions) {
    this.#options = options;
    this.#backoff = createBackoff({
      random: options.random,
      minMs: pollTimes.retryMin,
      maxMs: pollTimes.retryMax,
    });
  }

  get state(): ConnectionState | null {
    return this.#state;
  }

  start(): void {
    if (this.#state !== null && this.#state.name !== 'refused') return;
    this.#backoff.reset();
    this.#setState({ name: 'connecting' });
    // Whoever is told may have stopped it.
    if (this.state?.name === 'connecting') void this.#ask();
  }

  stop(): void {
    this.#poll += 1;
    this.#isAsking = false;
    this.#timer?.cancel();
    this.#timer = null;
    this.#state = null;
  }

  nudge(): void {
    if (this.#state === null || this.#state.name === 'refused' || this.#isAsking) return;
    void this.#ask();
  }

  /** Each poll is a connection of its own; one under way may hang on the old way. */
  reconnect(): void {
    if (this.#state === null || this.#state.name === 'refused') return;
    void this.#ask();
  }

  connect(
    _channel: string,
    _params: Readonly<Record<string, unknown>>,
    listener: ChannelListener,
  ): ChannelHandle {
    this.#channels.add(listener);
    if (this.#state?.name === 'online') listener.onRefused?.('polling');
    return {
      send: () => false,
      disconnect: () => void this.#channels.delete(listener),
    };
  }

  capture(_noteId: string, listener: CaptureListener): CaptureHandle {
    // One object may listen twice: each of its captures is to be released by itself.
    const own = { ...listener, onCaptured: () => listener.onCaptured() };
    this.#captures.add(own);
    if (this.#state?.name === 'online') own.onCaptured();
    return { release: () => void this.#captures.delete(own) };
  }

  async #ask(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    this.#poll += 1;
    const poll = this.#poll;
    this.#isAsking = true;
    const verdict = await this.#options
      .ask()
      .catch((): Verdict => ({ kind: 'retry', reason: 'unreachable' }));
    if (poll !== this.#poll) return;
    this.#isAsking = false;
    if (verdict === null) this.#onAnswer();
    else if (verdict.kind === 'refuse') this.#setState({ name: 'refused', reason: verdict.reason });
    else this.#wait(verdict);
  }

  #onAnswer(): void {
    const { clock, random, onPoll } = this.#options;
    this.#backoff.reset();
    this.#timer = clock.setTimeout(
      () => void this.#ask(),
      Math.round(pollTimes.every + random() * pollTimes.jitter),
    );
    const poll = this.#poll;
    if (this.#state?.name !== 'online') this.#setState({ name: 'online', reason: 'polling' });
    // Those who are told may stop the polling.
    if (poll !== this.#poll) return;
    onPoll();
    for (const listener of [...this.#channels]) listener.onRefused?.('polling');
    for (const listener of [...this.#captures]) listener.onCaptured();
  }

  #wait({ reason, notBeforeMs }: Extract<Verdict, { kind: 'retry' }>): void {
    const { clock } = this.#options;
    const delay = Math.max(this.#backoff.next(), notBeforeMs ?? 0);
    this.#timer = clock.setTimeout(() => void this.#ask(), delay);
    this.#setState({ name: 'waiting', reason, retryAt: clock.now() + delay });
  }

  /** The last step of a change: the listener may stop the polling. */
  #setState(state: ConnectionState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
