import type { HistoryEntry } from './history.ts';
import type { Notice, Person, Reaction } from './notice.ts';

/** One person's part in a group. */
export interface Member {
  readonly person: Person | null;
  /** The latest of this person's. */
  readonly reaction: Reaction | null;
}

/** Types whose happenings on one note are one story for the reader. */
const groupedTypes: readonly string[] = ['reaction', 'renote'];

/** Whether its feed wants it told together with others of the same group. */
export function inGroupOfFeed({ feed }: Pick<Notice, 'feed'>): boolean {
  return feed !== undefined && feed.group !== null;
}

/**
 * What a notice has in common with those it may be told together with; null for one that stands alone. Those
 * of a feed differ by their urgency, too: what cannot wait must not be hidden in a toast that could.
 */
export function groupKey({ accountId, type, note, feed }: Notice): string | null {
  if (feed !== undefined && feed.group !== null) {
    return `${accountId} ${feed.urgency} ${feed.group}`;
  }
  return note !== null && groupedTypes.includes(type) ? `${accountId} ${type} ${note.id}` : null;
}

/**
 * Who takes part, newest first, each person once: a reaction that was changed raises a second
 * notification (PROTOCOL §4), and the latest is the one that counts.
 * @param notices newest first.
 */
export function membersOf(notices: readonly Notice[]): readonly Member[] {
  const members = new Map<string, Member>();
  for (const { id, person, reaction } of notices) {
    // Somebody whom the server does not name cannot be told from another such one.
    const who = person?.userId ?? id;
    if (!members.has(who)) members.set(who, { person, reaction });
  }
  return [...members.values()];
}

/** A row of the list: what is told together, newest first; never empty. */
export type Row = readonly [HistoryEntry, ...HistoryEntry[]];

/**
 * Folds entries into rows. A row stands where its newest entry does.
 * @param entries newest first; everything of a group must be among them.
 */
export function foldGroups(entries: readonly HistoryEntry[]): readonly Row[] {
  const rows = new Map<string, [HistoryEntry, ...HistoryEntry[]]>();
  for (const entry of entries) {
    const row = rows.get(entry.group);
    if (row === undefined) rows.set(entry.group, [entry]);
    else row.push(entry);
  }
  return [...rows.values()];
}
