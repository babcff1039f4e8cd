import type { Notice } from './notice.ts';
import type { NoticeAction } from './notice-actions.ts';
import type { Decision } from './rules.ts';

/** A notice as it is kept: with what became of it. */
export interface HistoryEntry {
  readonly notice: Notice;
  readonly decision: Decision;
  readonly read: boolean;
  /** What the reader did about it; null = nothing. */
  readonly answered: NoticeAction | null;
  /** Whether it was held and has been told since, in a digest. */
  readonly released: boolean;
  /** The id of the notice that its group began with: its own, if it began one or stands alone. */
  readonly group: string;
}

/** What is erased: notices for which everything said here is so; nothing said = all. */
export interface Erasure {
  readonly accountId?: string | undefined;
  /** Created before this moment (milliseconds since the epoch). */
  readonly before?: number | undefined;
  readonly noticeIds?: readonly string[] | undefined;
}

/** What tells whether an erasure is about a notice. */
export type Erasable = Pick<Notice, 'id' | 'accountId' | 'createdAt'>;

/** Makes the test of an erasure. */
export function erases({ accountId, before, noticeIds }: Erasure): (notice: Erasable) => boolean {
  const ids = noticeIds === undefined ? null : new Set(noticeIds);
  return (notice) =>
    (accountId === undefined || notice.accountId === accountId) &&
    (before === undefined || notice.createdAt < before) &&
    (ids === null || ids.has(notice.id));
}
