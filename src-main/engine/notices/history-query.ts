import type { HistoryEntry } from './history-entry.ts';
import { folded, searchKey } from './history-text.ts';
import { kindOf, type NoticeKind } from './notice-kind.ts';
import type { DecisionKind } from './rules.ts';

/** What is looked for; everything that is said must be so. */
export interface HistoryQuery {
  /** Words that must all occur, in whatever case and width; empty = any. */
  readonly text: string;
  readonly accountId: string | null;
  /** Empty = all. */
  readonly kinds: readonly NoticeKind[];
  /** Created at this moment or later (milliseconds since the epoch). */
  readonly from: number | null;
  /** Created before this moment. */
  readonly until: number | null;
  readonly unreadOnly: boolean;
  /** Empty = all. */
  readonly decisions: readonly DecisionKind[];
}

/** What can be told of a notice without reading all of it. */
export interface NoticeHead {
  readonly id: string;
  readonly type: string;
  readonly accountId: string;
  readonly decision: string;
  readonly createdAt: number;
}

/** A query, made ready to be asked of many. */
export interface Matcher {
  /** Only what is not in the archive can be unread. */
  readonly unreadOnly: boolean;
  /** The longest of the words, folded; null = none. What lacks it need not be asked. */
  readonly word: string | null;
  /** Whether something in this span of time may match. */
  mayMatchTime(from: number, to: number): boolean;
  matchesHead(head: NoticeHead): boolean;
  /** @param key as `searchKey` makes it. */
  matchesKey(key: string): boolean;
}

export function headOf({ notice, decision }: HistoryEntry): NoticeHead {
  const { id, type, accountId, createdAt } = notice;
  return { id, type, accountId, decision: decision.decision, createdAt };
}

export function matcherOf(query: HistoryQuery): Matcher {
  const { accountId, from, until, unreadOnly } = query;
  const words = folded(query.text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const wanted = new Set(query.kinds);
  const decisions = new Set<string>(query.decisions);
  const [word = null] = [...words].sort((a, b) => b.length - a.length);
  return {
    unreadOnly,
    word,
    mayMatchTime: (first, last) =>
      (from === null || last >= from) && (until === null || first < until),
    matchesHead: (head) =>
      (accountId === null || head.accountId === accountId) &&
      (from === null || head.createdAt >= from) &&
      (until === null || head.createdAt < until) &&
      (wanted.size === 0 || wanted.has(kindOf(head.type))) &&
      (decisions.size === 0 || decisions.has(head.decision)),
    matchesKey: (key) => words.every((one) => key.includes(one)),
  };
}

/** Whether an entry that is held in memory matches. */
export function matchesEntry(matcher: Matcher, entry: HistoryEntry): boolean {
  return (
    (!matcher.unreadOnly || !entry.read) &&
    matcher.matchesHead(headOf(entry)) &&
    (matcher.word === null || matcher.matchesKey(searchKey(entry)))
  );
}
