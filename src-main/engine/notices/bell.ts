import type { Messages } from '../messages/index.ts';
import type { Clock, Timer } from '../streaming/clock.ts';
import type { Trace } from '../trace.ts';
import { foldGroups } from './groups.ts';
import type { History, HistoryEntry } from './history.ts';
import { asideOf } from './history-memory.ts';
import type { Notice, Target } from './notice.ts';
import type { NoticeAction } from './notice-actions.ts';
import { OpenGroups } from './open-groups.ts';
import { type Decision, decide, isRecent } from './rules.ts';
import { requestForDigest, requestForRow, type Speech } from './toast-requests.ts';
import type { Wording } from './wording.ts';

/** A toast to raise. */
export interface ToastRequest extends Wording {
  /** The id of the notice, or of the one that its group began with; one made up for a digest. */
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
  /** The last unread notification of an account was read here, or all of them at once. */
  onAllReadHere(accountId: string): void;
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

/** A toast that stands on the desktop, or soon will. */
interface Standing {
  readonly request: ToastRequest;
  /** The notice that it was raised for last; null for a digest. */
  readonly noticeId: string | null;
}

/**
 * Takes in what the sources bring, in whatever way and however often, and rings once for each: known
 * ones are dropped, the rules decide, the history keeps, and what is to be shown becomes a toast. What
 * happens again and again to one note is one toast that is renewed.
 */
export class Bell {
  readonly #options: BellOptions;
  readonly #toasts = new Map<string, Standing>();
  readonly #groups: OpenGroups;
  #held: Notice[] = [];
  #pausedUntil: number | null = null;
  #pauseEnd: Timer | null = null;

  constructor(options: BellOptions) {
    this.#options = options;
    this.#groups = new OpenGroups(options.clock, (groupId) => this.#showRow(groupId));
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
    this.#take(notice, null, contiguous);
  }

  /** Everything that a gap held back, oldest first. `contiguous` as for `ring`. */
  ringMissed(accountId: string, notices: readonly Notice[], contiguous = true): void {
    this.#endPauseIfOver();
    const unknown = notices.filter((notice) => !this.#isKnown(notice));
    const fresh = [...new Map(unknown.map((notice) => [notice.id, notice])).values()];
    for (const notice of fresh) this.#traceArrival(notice);
    const now = this.#options.clock.now();
    const recent = fresh.filter((notice) => isRecent(notice, now)).length;
    const inDigest = fresh.filter(
      (notice) => this.#take(notice, recent, contiguous).reason === 'digest',
    );
    this.#showDigest(accountId, inDigest, 'missed');
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

  /** All of an account was read here: its toasts go. */
  markAllRead(accountId: string): void {
    this.#readAll(accountId);
    this.#options.listener.onAllReadHere(accountId);
  }

  /** One notice was read here, and with it the group that it is shown in. */
  markRead(noticeId: string): void {
    const { history, listener } = this.#options;
    const row = history.group(noticeId);
    const [newest] = row;
    if (newest === undefined) {
      this.#closeToast(noticeId);
      return;
    }
    const { accountId } = newest.notice;
    const wasUnread = row.some((entry) => !entry.read && isNotification(entry));
    history.markRead(
      accountId,
      row.map(({ notice }) => notice.id),
    );
    this.#endGroup(newest.group);
    const entry = history.get(newest.notice.id);
    if (entry) listener.onUpdate(entry);
    if (wasUnread && this.hasReadAll(accountId)) listener.onAllReadHere(accountId);
  }

  /** The reader did something about a notice here, and so has read it. */
  markAnswered(noticeId: string, answer: NoticeAction): void {
    this.#options.history.markAnswered(noticeId, answer);
    this.markRead(noticeId);
  }

  /** Whether no notification of an account is unread here; what comes beside them does not count. */
  hasReadAll(accountId: string): boolean {
    return this.#options.history
      .of(accountId)
      .every((entry) => entry.read || !isNotification(entry));
  }

  /** These of an account were read elsewhere. */
  readElsewhere(accountId: string, noticeIds: readonly string[]): void {
    const { history, listener } = this.#options;
    const unread = noticeIds.filter((id) => history.get(id)?.read === false);
    if (unread.length === 0) return;
    const groups = this.#groupsOf(unread);
    history.markRead(accountId, unread);
    this.#endReadGroups(accountId, groups);
    listener.onReset();
  }

  /** The server took these back: they and their toasts go. */
  remove(accountId: string, noticeIds: readonly string[]): void {
    const { history, listener } = this.#options;
    const known = noticeIds.filter((id) => history.get(id)?.notice.accountId === accountId);
    if (known.length === 0) return;
    const groups = this.#groupsOf(known);
    history.remove(accountId, known);
    this.#endReadGroups(accountId, groups);
    listener.onReset();
  }

  /** Removes all traces of an account. */
  forget(accountId: string): void {
    this.#readAll(accountId);
    this.#options.history.forget(accountId);
    this.#options.listener.onReset();
  }

  /** The desktop tells what became of a toast. Returns the toast, if it was one of ours. */
  onToastResult({ id, result, reason }: ToastResult): ToastRequest | null {
    const { trace, history, listener } = this.#options;
    const standing = this.#toasts.get(id);
    if (standing === undefined) return null;
    const { title, body } = standing.request;
    trace({ at: 'toast', id, result, title, body, ...(reason === undefined ? {} : { reason }) });
    if (result === 'failed' && standing.noticeId !== null) {
      history.changeDecision(standing.noticeId, { decision: 'suppressed', reason: 'failed' });
      const entry = history.get(standing.noticeId);
      if (entry) listener.onUpdate(entry);
    }
    if (result !== 'shown') this.#toasts.delete(id);
    if (result === 'clicked') this.markRead(id);
    return standing.request;
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#pauseEnd?.cancel();
    this.#groups.stop();
  }

  #isKnown({ accountId, sourceId }: Notice): boolean {
    return this.#options.history.isKnown(accountId, sourceId);
  }

  /** Decides about a notice, keeps it, and raises what is to be seen of it at once. */
  #take(notice: Notice, missed: number | null, contiguous: boolean): Decision {
    const { clock, history, listener, trace } = this.#options;
    const open = this.#groups.find(notice);
    const decision = decide(notice, {
      now: clock.now(),
      pausedUntil: this.#pausedUntil,
      missed,
      joins: open?.rung ?? false,
    });
    // What rings has a toast of its own, so it begins a group.
    const joined = decision.decision === 'shown' ? null : open;
    // On disk before it is told: a kill between the two must not make it ring again.
    history.add(notice, decision, contiguous, joined?.id ?? null);
    this.#groups.add(notice, joined !== null);
    trace({ at: 'decision', id: notice.id, ...decision });
    if (decision.decision === 'held') this.#held.push(notice);
    const entry = history.get(notice.id);
    if (entry) listener.onInsert(entry);
    if (decision.decision === 'shown' || decision.reason === 'same-note') {
      this.#groups.raise(notice);
    }
    return decision;
  }

  /** A timer stands still while the computer sleeps, so the pause may be over without it. */
  #endPauseIfOver(): void {
    const until = this.#pausedUntil;
    if (until !== null && until <= this.#options.clock.now()) this.pauseUntil(null);
  }

  #releaseHeld(): void {
    const { history } = this.#options;
    const held = this.#held.filter(({ id }) => history.get(id)?.read === false);
    this.#held = [];
    for (const accountId of new Set(held.map((notice) => notice.accountId))) {
      const ofAccount = held.filter((notice) => notice.accountId === accountId);
      this.#showDigest(accountId, ofAccount, 'paused');
    }
  }

  #showDigest(accountId: string, notices: readonly Notice[], why: 'missed' | 'paused'): void {
    const [only] = notices;
    if (only === undefined) return;
    if (notices.length === 1) this.#groups.raise(only);
    else this.#show(requestForDigest(accountId, notices, why, this.#speech(accountId)), null);
  }

  /** Shows what stands under this id in the history, as it is by now. */
  #showRow(groupId: string): void {
    const [row] = foldGroups(this.#options.history.group(groupId));
    if (row === undefined) return;
    const [{ notice }] = row;
    this.#show(requestForRow(row, this.#speech(notice.accountId)), notice.id);
  }

  #speech(accountId: string): Speech {
    const { messages, accountLabel } = this.#options;
    return { messages: messages(), label: accountLabel(accountId) };
  }

  #show(request: ToastRequest, noticeId: string | null): void {
    this.#toasts.set(request.id, { request, noticeId });
    this.#options.listener.onToast(request);
  }

  #closeToast(id: string): void {
    if (this.#toasts.has(id)) this.#options.listener.onCloseToast(id);
  }

  #readAll(accountId: string): void {
    const { history, listener } = this.#options;
    for (const { request } of [...this.#toasts.values()]) {
      if (request.accountId === accountId) this.#closeToast(request.id);
    }
    this.#groups.close(new Set(history.of(accountId).map(({ group }) => group)));
    this.#held = this.#held.filter((notice) => notice.accountId !== accountId);
    history.markAllRead(accountId);
    listener.onReset();
  }

  #endGroup(groupId: string): void {
    this.#groups.close(new Set([groupId]));
    this.#closeToast(groupId);
  }

  #groupsOf(noticeIds: readonly string[]): ReadonlySet<string> {
    return new Set(noticeIds.map((id) => this.#options.history.get(id)?.group ?? id));
  }

  /** Ends those of these groups in which nothing is unread any more, and the digests, if nothing is at all. */
  #endReadGroups(accountId: string, groups: ReadonlySet<string>): void {
    const entries = this.#options.history.of(accountId).filter(({ read }) => !read);
    const unread = new Set(entries.map(({ group }) => group));
    for (const group of groups) if (!unread.has(group)) this.#endGroup(group);
    if (entries.length > 0) return;
    for (const { request, noticeId } of [...this.#toasts.values()]) {
      if (request.accountId === accountId && noticeId === null) this.#closeToast(request.id);
    }
  }

  #traceArrival({ accountId, id, type }: Notice): void {
    this.#options.trace({ at: 'notice', account: accountId, id, type });
  }
}

function isNotification({ notice }: HistoryEntry): boolean {
  return asideOf(notice.sourceId) === null;
}
