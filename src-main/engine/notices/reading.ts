import type { History, HistoryEntry } from './history.ts';
import { asideOf } from './history-memory.ts';
import type { NoticeAction } from './notice-actions.ts';
import type { Toaster } from './toaster.ts';

export interface ReadingListener {
  onUpdate(entry: HistoryEntry): void;
  /** Many entries changed at once. */
  onReset(): void;
  /** The last unread notification of an account was read here, or all of them at once. */
  onAllReadHere(accountId: string): void;
}

export interface ReadingOptions {
  readonly history: History;
  readonly toaster: Toaster;
  readonly listener: ReadingListener;
}

/** What becomes of notices that ring no more: read here or elsewhere, answered, taken back, forgotten. */
export class Reading {
  readonly #options: ReadingOptions;

  constructor(options: ReadingOptions) {
    this.#options = options;
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
      this.#options.toaster.close(noticeId);
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

  #readAll(accountId: string): void {
    const { history, listener } = this.#options;
    this.#options.toaster.closeAll(accountId);
    this.#options.toaster.endGroups(new Set(history.of(accountId).map(({ group }) => group)));
    history.markAllRead(accountId);
    listener.onReset();
  }

  #endGroup(groupId: string): void {
    this.#options.toaster.endGroups(new Set([groupId]));
    this.#options.toaster.close(groupId);
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
    this.#options.toaster.closeDigests(accountId);
  }
}

function isNotification({ notice }: HistoryEntry): boolean {
  return asideOf(notice.sourceId) === null;
}
