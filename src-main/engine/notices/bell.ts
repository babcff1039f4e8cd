import type { Messages } from '../messages/index.ts';
import type { Clock, Timer } from '../streaming/clock.ts';
import type { Trace } from '../trace.ts';
import type { History, HistoryEntry } from './history.ts';
import type { Notice, Target } from './notice.ts';
import { type Decision, decide, tooOldAfterMs } from './rules.ts';
import { type Wording, withLabel, wordDigest, wordNotice } from './wording.ts';

/** A toast to raise. */
export interface ToastRequest extends Wording {
  /** The notice's id, or one made up for a digest. */
  readonly id: string;
  readonly accountId: string;
  /** Pictures to try as its icon, best first. */
  readonly iconUrls: readonly string[];
  /** Where a click leads; null for a digest, which opens the list of notices. */
  readonly target: Target | null;
}

/** What became of a toast, as the desktop tells. */
export interface ToastResult {
  readonly id: string;
  readonly result: 'shown' | 'failed' | 'closed' | 'clicked';
  readonly reason?: string;
}

export interface BellListener {
  onToast(request: ToastRequest): void;
  /** The toast is no longer of use: what it tells was read elsewhere. */
  onCloseToast(id: string): void;
  onInsert(entry: HistoryEntry): void;
  onUpdate(entry: HistoryEntry): void;
  /** Many entries changed at once. */
  onReset(): void;
  onPause(until: number | null): void;
}

export interface BellOptions {
  readonly clock: Clock;
  readonly history: History;
  readonly trace: Trace;
  /** The catalogue of the language in use. */
  readonly messages: () => Messages;
  /** How to name an account on its toasts; null while there is only one. */
  readonly accountLabel: (accountId: string) => string | null;
  readonly listener: BellListener;
}

/**
 * Takes in what the sources bring, in whatever way and however often, and rings once for each: known
 * ones are dropped, the rules decide, the history keeps, and what is to be shown becomes a toast.
 */
export class Bell {
  readonly #options: BellOptions;
  /** Toasts that stand on the desktop, or soon will. */
  readonly #toasts = new Map<string, ToastRequest>();
  #held: Notice[] = [];
  #pausedUntil: number | null = null;
  #pauseEnd: Timer | null = null;

  constructor(options: BellOptions) {
    this.#options = options;
  }

  /** Milliseconds since the epoch; null = not paused. */
  get pausedUntil(): number | null {
    return this.#pausedUntil;
  }

  /** A notice that arrived as it happened. `contiguous`: nothing before it is missing. */
  ring(notice: Notice, contiguous: boolean): void {
    this.#endPauseIfOver();
    if (this.#isKnown(notice)) return;
    this.#traceArrival(notice);
    const decision = this.#decide(notice, null);
    this.#keep(notice, decision, contiguous);
    if (decision.decision === 'shown') this.#show(this.#requestFor(notice));
  }

  /** Everything that a gap held back, oldest first. */
  ringMissed(accountId: string, notices: readonly Notice[]): void {
    this.#endPauseIfOver();
    const unknown = notices.filter((notice) => !this.#isKnown(notice));
    const fresh = [...new Map(unknown.map((notice) => [notice.id, notice])).values()];
    for (const notice of fresh) this.#traceArrival(notice);
    const now = this.#options.clock.now();
    const recent = fresh.filter(({ createdAt }) => now - createdAt <= tooOldAfterMs).length;
    const grouped: Notice[] = [];
    for (const notice of fresh) {
      const decision = this.#decide(notice, recent);
      this.#keep(notice, decision, true);
      if (decision.decision === 'shown') this.#show(this.#requestFor(notice));
      if (decision.decision === 'grouped') grouped.push(notice);
    }
    this.#showDigest(accountId, grouped, 'missed');
  }

  /** Holds toasts back until then (milliseconds since the epoch); null ends it with a digest of what was held. */
  pauseUntil(until: number | null): void {
    const { clock, listener } = this.#options;
    this.#pauseEnd?.cancel();
    this.#pauseEnd = null;
    if (until !== null && until > clock.now()) {
      this.#pausedUntil = until;
      this.#pauseEnd = clock.setTimeout(() => this.pauseUntil(null), until - clock.now());
    } else {
      this.#pausedUntil = null;
      this.#releaseHeld();
    }
    listener.onPause(this.#pausedUntil);
  }

  /** All of an account was read, here or elsewhere: its toasts go. */
  markAllRead(accountId: string): void {
    for (const toast of [...this.#toasts.values()]) {
      if (toast.accountId === accountId) this.#closeToast(toast.id);
    }
    this.#held = this.#held.filter((notice) => notice.accountId !== accountId);
    this.#options.history.markAllRead(accountId);
    this.#options.listener.onReset();
  }

  /** One notice was read here. */
  markRead(noticeId: string): void {
    const { history, listener } = this.#options;
    history.markRead(noticeId);
    this.#closeToast(noticeId);
    const entry = history.get(noticeId);
    if (entry) listener.onUpdate(entry);
  }

  /** Removes all traces of an account. */
  forget(accountId: string): void {
    this.markAllRead(accountId);
    this.#options.history.forget(accountId);
    this.#options.listener.onReset();
  }

  /** The desktop tells what became of a toast. Returns the toast, if it was one of ours. */
  onToastResult({ id, result, reason }: ToastResult): ToastRequest | null {
    const { trace, history, listener } = this.#options;
    const toast = this.#toasts.get(id);
    if (toast === undefined) return null;
    const { title, body } = toast;
    trace({ at: 'toast', id, result, title, body, ...(reason === undefined ? {} : { reason }) });
    if (result === 'failed') {
      history.changeDecision(id, { decision: 'suppressed', reason: 'failed' });
      const entry = history.get(id);
      if (entry) listener.onUpdate(entry);
    }
    if (result !== 'shown') this.#toasts.delete(id);
    if (result === 'clicked') this.markRead(id);
    return toast;
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#pauseEnd?.cancel();
  }

  #isKnown({ accountId, sourceId }: Notice): boolean {
    return this.#options.history.isKnown(accountId, sourceId);
  }

  #decide(notice: Notice, missed: number | null): Decision {
    const now = this.#options.clock.now();
    return decide(notice, { now, pausedUntil: this.#pausedUntil, missed });
  }

  #keep(notice: Notice, decision: Decision, contiguous: boolean): void {
    const { history, listener, trace } = this.#options;
    // On disk before it is told: a kill between the two must not make it ring again.
    history.add(notice, decision, contiguous);
    trace({ at: 'decision', id: notice.id, ...decision });
    if (decision.decision === 'held') this.#held.push(notice);
    const entry = history.get(notice.id);
    if (entry) listener.onInsert(entry);
  }

  /** A timer stands still while the computer sleeps, so the pause may be over without it. */
  #endPauseIfOver(): void {
    const until = this.#pausedUntil;
    if (until !== null && until <= this.#options.clock.now()) this.pauseUntil(null);
  }

  #releaseHeld(): void {
    const { history } = this.#options;
    const held = this.#held.filter(({ id }) => !history.get(id)?.read);
    this.#held = [];
    for (const accountId of new Set(held.map((notice) => notice.accountId))) {
      const ofAccount = held.filter((notice) => notice.accountId === accountId);
      this.#showDigest(accountId, ofAccount, 'paused');
    }
  }

  #showDigest(accountId: string, notices: readonly Notice[], why: 'missed' | 'paused'): void {
    const [only] = notices;
    const last = notices.at(-1);
    if (only === undefined || last === undefined) return;
    if (notices.length === 1) {
      this.#show(this.#requestFor(only));
      return;
    }
    this.#show({
      id: `${accountId}/digest/${last.sourceId}`,
      accountId,
      ...this.#withAccount(accountId, wordDigest(notices, why, this.#options.messages())),
      iconUrls: [],
      target: null,
    });
  }

  #requestFor(notice: Notice): ToastRequest {
    return {
      id: notice.id,
      accountId: notice.accountId,
      ...this.#withAccount(notice.accountId, wordNotice(notice, this.#options.messages())),
      iconUrls: [notice.reaction?.url, notice.iconUrl, notice.person?.avatarUrl].filter(
        (url): url is string => typeof url === 'string',
      ),
      target: notice.target,
    };
  }

  #withAccount(accountId: string, wording: Wording): Wording {
    const label = this.#options.accountLabel(accountId);
    return label === null ? wording : withLabel(wording, label);
  }

  #show(request: ToastRequest): void {
    this.#toasts.set(request.id, request);
    this.#options.listener.onToast(request);
  }

  #closeToast(id: string): void {
    if (!this.#toasts.has(id)) return;
    this.#options.listener.onCloseToast(id);
  }

  #traceArrival({ accountId, id, type }: Notice): void {
    this.#options.trace({ at: 'notice', account: accountId, id, type });
  }
}
