import type { NoticeKind } from '../../engine/notices/notice-kind.ts';
import type { AccountId, CallAnswer, CallResult } from './basics.ts';
import type { NoticeView } from './notices.ts';

export type { NoticeKind } from '../../engine/notices/notice-kind.ts';

/** What the reader looks for among all kept notices; everything that is said must be so. */
export interface NoticeQuery {
  /** Words that must all occur in the text, the names or the account; empty = any. */
  readonly text: string;
  readonly accountId: AccountId | null;
  /** Empty = all. */
  readonly kinds: readonly NoticeKind[];
  /** Created at this moment or later (milliseconds since the epoch). */
  readonly from: number | null;
  /** Created before this moment. */
  readonly until: number | null;
  readonly unreadOnly: boolean;
  /** Only those that did not ring. */
  readonly silentOnly: boolean;
}

/** One page of what was found; each notice for itself, none in a group. */
export interface FoundNotices {
  /** Newest first. Across two pages a notice may come twice. */
  readonly items: readonly NoticeView[];
  /** What to ask the next page with; null = there is no more. */
  readonly next: string | null;
}

/** How much is kept. */
export interface HistoryExtentView {
  readonly count: number;
  /** On the disk. */
  readonly bytes: number;
  /** Milliseconds since the epoch; null = nothing is kept. */
  readonly oldest: number | null;
}

/** Which notices are erased: those for which all that is said is so. */
export interface EraseScope {
  /** Null = of all accounts. */
  readonly accountId: AccountId | null;
  /** Created before this moment (milliseconds since the epoch); null = whenever. */
  readonly before: number | null;
}

export interface HistoryCalls {
  /** `cursor`: `FoundNotices.next` of the page before; null begins a search and ends the one before. */
  searchNotices(query: NoticeQuery, cursor: string | null): CallAnswer<FoundNotices>;
  getHistoryExtent(): CallAnswer<HistoryExtentView>;
  /** Asks the user for a file. `path` is null when they would rather not. */
  exportHistory(format: 'json' | 'csv'): CallAnswer<{ readonly path: string | null }>;
  /** Erases from this computer; done when nothing is left on the disk. */
  eraseHistory(scope: EraseScope): CallResult;
  /** Erases one notice; `withGroup`: and all that the list shows in one with it. */
  deleteNotice(noticeId: string, withGroup: boolean): CallResult;
}
