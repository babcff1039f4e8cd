import type { Settings } from '../settings/settings.ts';
import type { Trace } from '../trace.ts';
import { type ArrivalListener, ArrivalNews } from './arrival-news.ts';
import type { Burst } from './burst-digests.ts';
import { BurstLimiter } from './burst-limiter.ts';
import type { DesktopState } from './desktop-state.ts';
import type { History } from './history.ts';
import { Holds } from './holds.ts';
import type { Notice } from './notice.ts';
import type { NoticeAction } from './notice-actions.ts';
import { Reading, type ReadingListener } from './reading.ts';
import { releaseOf } from './release.ts';
import { asksForFollowed } from './rules/followed.ts';
import type { LocalTime } from './rules/quiet-hours.ts';
import {
  countsAsMissed,
  decide,
  isLookedAt,
  isPressing,
  joinsOthers,
  type Ruling,
  renews,
} from './rules.ts';
import type { StandingToastsListener } from './standing-toasts.ts';
import type { ToastRequest } from './toast-requests.ts';
import { Toaster, type ToasterOptions } from './toaster.ts';

/** What became of a toast, as the desktop tells. */
export interface ToastResult {
  readonly id: string;
  readonly result: 'shown' | 'failed' | 'closed' | 'clicked';
  readonly reason?: string;
}

export interface BellListener extends StandingToastsListener, ReadingListener, ArrivalListener {
  /** The pause began, moved or ended; null = not paused. */
  onPause(until: number | null): void;
}

export interface BellOptions extends ToasterOptions {
  readonly history: History;
  readonly trace: Trace;
  /** The settings in effect; `surroundingsChanged` is to be called when they change. */
  readonly settings: () => Pick<Settings, 'rules' | 'sound' | 'privacy'>;
  /** What the desktop tells of itself; `surroundingsChanged` is to be called when it changes. */
  readonly desktop: () => DesktopState;
  /** What the user's clock shows at a moment (milliseconds since the epoch). */
  readonly localTime: (now: number) => LocalTime;
  readonly listener: BellListener;
}

/** Whether the account follows who sent a notice; null = unknown, which counts as followed. */
export type Follows = (notice: Notice) => boolean | null;

const unknown: Follows = () => null;

/** What is known besides of a notice that rings. */
export interface RingOptions {
  /** Of a feed: it was held back by a gap that has just ended, and came with whatever else was. */
  readonly afterGap?: boolean;
}

/** How a notice came. */
interface Arrival {
  /** How many came out of the same gap; null for one that came live. */
  readonly missed: number | null;
  readonly contiguous: boolean;
  readonly follows: Follows;
  readonly afterGap: boolean;
}

/**
 * Takes in what the sources bring, in whatever way and however often, and rings once for each: known
 * ones are dropped, the rules decide, the history keeps, and what is to be shown becomes a toast.
 */
export class Bell {
  readonly #options: BellOptions;
  readonly #toaster: Toaster;
  readonly #reading: Reading;
  readonly #holds: Holds;
  readonly #limiter: BurstLimiter;
  readonly #news: ArrivalNews;
  /** Whether something may be held, so that not every ring has to look for it. */
  #mayHold = true;

  constructor(options: BellOptions) {
    this.#options = options;
    const { clock, localTime, desktop, listener } = options;
    this.#toaster = new Toaster(options, (burst) => this.#mayTell(burst));
    this.#limiter = new BurstLimiter(clock);
    this.#news = new ArrivalNews(clock, listener);
    this.#reading = new Reading({ history: options.history, toaster: this.#toaster, listener });
    this.#holds = new Holds({
      clock,
      localTime,
      desktop,
      rules: () => options.settings().rules,
      onFree: () => this.#release(),
      onPause: (until) => listener.onPause(until),
    });
  }

  /** Milliseconds since the epoch; null = not paused. */
  get pausedUntil(): number | null {
    return this.#holds.pausedUntil;
  }

  /** Whether it has to be known for this notice if the account follows who sent it. */
  asksForFollowed(notice: Notice): boolean {
    return asksForFollowed(this.#options.settings().rules, notice) && !this.#isKnown(notice);
  }

  /** A notice that arrived as it happened. `contiguous`: nothing before it is missing. */
  ring(
    notice: Notice,
    contiguous: boolean,
    follows: Follows = unknown,
    { afterGap = false }: RingOptions = {},
  ): void {
    this.#holds.check();
    if (this.#isKnown(notice)) return;
    this.#traceArrival(notice);
    this.#take(notice, { missed: null, contiguous, follows, afterGap });
  }

  /** Everything that a gap held back, oldest first. `contiguous` as for `ring`. */
  ringMissed(
    accountId: string,
    notices: readonly Notice[],
    contiguous = true,
    follows: Follows = unknown,
  ): void {
    this.#holds.check();
    const unheard = notices.filter((notice) => !this.#isKnown(notice));
    const fresh = [...new Map(unheard.map((notice) => [notice.id, notice])).values()];
    for (const notice of fresh) this.#traceArrival(notice);
    const { rules } = this.#options.settings();
    const now = this.#options.clock.now();
    const missed = fresh.filter((notice) =>
      countsAsMissed(notice, rules, { now, follows: follows(notice) }),
    ).length;
    const inDigest: Notice[] = [];
    let sounding: Notice | null = null;
    for (const notice of fresh) {
      const { reason, sounds } = this.#take(notice, {
        missed,
        contiguous,
        follows,
        afterGap: true,
      });
      if (reason !== 'digest') continue;
      inDigest.push(notice);
      if (sounds) sounding = notice;
    }
    this.#toaster.raiseTogether(accountId, inDigest, 'missed', sounding);
  }

  /** The settings or the desktop changed: what nothing holds any more is told. */
  surroundingsChanged(): void {
    this.#holds.check();
  }

  /** Holds toasts back until then (milliseconds since the epoch); null ends the pause. */
  pauseUntil(until: number | null): void {
    this.#holds.pauseUntil(until);
  }

  /** All of an account was read here: its toasts go. */
  markAllRead(accountId: string): void {
    this.#reading.markAllRead(accountId);
  }

  /** One notice was read here, and with it the group that it is shown in. */
  markRead(noticeId: string): void {
    this.#reading.markRead(noticeId);
  }

  /** The reader did something about a notice here, and so has read it. */
  markAnswered(noticeId: string, answer: NoticeAction): void {
    this.#reading.markAnswered(noticeId, answer);
  }

  /** Whether no notification of an account is unread here; what comes beside them does not count. */
  hasReadAll(accountId: string): boolean {
    return this.#reading.hasReadAll(accountId);
  }

  /** These of an account were read elsewhere. */
  readElsewhere(accountId: string, noticeIds: readonly string[]): void {
    this.#reading.readElsewhere(accountId, noticeIds);
  }

  /** The server took these back: they and their toasts go. */
  remove(accountId: string, noticeIds: readonly string[]): void {
    this.#reading.remove(accountId, noticeIds);
  }

  /** Removes all traces of an account. */
  forget(accountId: string): void {
    this.#reading.forget(accountId);
  }

  /** The desktop tells what became of a toast. Returns the toast, if it was one of ours. */
  onToastResult({ id, result, reason }: ToastResult): ToastRequest | null {
    const { trace, history, listener } = this.#options;
    const standing = this.#toaster.standing(id);
    if (standing === undefined) return null;
    const { title, body } = standing.request;
    trace({ at: 'toast', id, result, title, body, ...(reason === undefined ? {} : { reason }) });
    if (result === 'failed' && standing.noticeId !== null) {
      history.changeDecision(standing.noticeId, { decision: 'suppressed', reason: 'failed' });
      const entry = history.get(standing.noticeId);
      if (entry) listener.onUpdate(entry);
    }
    if (result !== 'shown') this.#toaster.gone(id);
    if (result === 'clicked') this.markRead(id);
    return standing.request;
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#holds.stop();
    this.#toaster.stop();
    this.#news.stop();
  }

  #isKnown({ accountId, sourceId }: Notice): boolean {
    return this.#options.history.isKnown(accountId, sourceId);
  }

  /** Decides about a notice, keeps it, and raises what is to be seen of it at once. */
  #take(notice: Notice, { missed, contiguous, follows, afterGap }: Arrival): Ruling {
    const { history, trace, settings } = this.#options;
    const open = this.#toaster.groupFor(notice);
    const key = burstKey(notice);
    const ruling = decide(notice, settings().rules, {
      ...this.#holds.moment(),
      missed,
      joins: open?.rung ?? false,
      crowded: key !== null && this.#limiter.isCrowded(key, afterGap),
      follows: follows(notice),
    });
    const { decision, reason, sounds } = ruling;
    // What rings has a toast of its own, so it begins a group.
    const joined = decision === 'shown' || !joinsOthers(ruling) ? null : open;
    // On disk before it is told: a kill between the two must not make it ring again.
    history.add(notice, { decision, reason }, contiguous, joined?.id ?? null);
    if (joinsOthers(ruling)) this.#toaster.addToGroup(notice, joined !== null);
    trace({ at: 'decision', id: notice.id, decision, reason });
    if (decision === 'held') this.#mayHold = true;
    const entry = history.get(notice.id);
    if (entry) this.#news.came(entry);
    if (decision === 'shown' || renews(reason)) this.#toaster.raise(notice, sounds);
    if (key === null) return ruling;
    if (decision === 'shown' || reason === 'burst') this.#limiter.count(key);
    if (reason === 'burst') this.#toaster.addToBurst(key, notice, sounds);
    return ruling;
  }

  /** Whether a burst that is due may be told now. What is kept back is held, and told when that is over. */
  #mayTell({ fresh }: Burst): boolean {
    const { history, listener, settings, desktop } = this.#options;
    const isUrgent = fresh.some(isPressing);
    const hold = this.#holds.reason();
    if (hold === null || (hold === 'quiet-hours' && isUrgent)) {
      return isUrgent || !isLookedAt(settings().rules, desktop());
    }
    for (const { id } of fresh) {
      history.changeDecision(id, { decision: 'held', reason: hold });
      const entry = history.get(id);
      if (entry) listener.onUpdate(entry);
    }
    this.#mayHold = true;
    return false;
  }

  /** Nothing holds toasts back any more: what was held is told once, on this run or a later one. */
  #release(): void {
    if (!this.#mayHold) return;
    this.#mayHold = false;
    const { history, settings, desktop } = this.#options;
    const held = history.held();
    // On disk before it is told, as everything that rings.
    history.markReleased(held.map(({ notice }) => notice.id));
    const { rules } = settings();
    for (const part of releaseOf(held, rules, isLookedAt(rules, desktop()))) {
      this.#toaster.raiseTogether(part.accountId, part.notices, part.cause, part.sounding);
    }
  }

  #traceArrival({ accountId, id, type }: Notice): void {
    this.#options.trace({ at: 'notice', account: accountId, id, type });
  }
}

/**
 * What a notice is counted together with where too many come; null = it always rings. What is critical is in
 * no digest with what is not.
 */
function burstKey(notice: Notice): string | null {
  const { accountId, feed } = notice;
  if (feed === undefined) return null;
  return isPressing(notice) ? `${accountId} critical` : accountId;
}
