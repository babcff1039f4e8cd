/** What a list needs to know of what it holds: newest first, each id once. */
export interface Dated {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/**
 * The list with a new item at its place: newest first, and of the same moment the one that arrived
 * last. The same list when the item is in it already.
 */
export function inserted<T extends Dated>(items: readonly T[], item: T): readonly T[] {
  if (items.some(({ id }) => id === item.id)) return items;
  const index = items.findIndex(({ createdAt }) => createdAt <= item.createdAt);
  return index === -1 ? [...items, item] : items.toSpliced(index, 0, item);
}

/** The list with the item of the same id replaced; the same list when there is none. */
export function replaced<T extends Dated>(items: readonly T[], item: T): readonly T[] {
  const index = items.findIndex(({ id }) => id === item.id);
  return index === -1 ? items : items.with(index, item);
}

/** The list with older items at its end, without those it has already. */
export function appended<T extends Dated>(items: readonly T[], older: readonly T[]): readonly T[] {
  const known = new Set(items.map(({ id }) => id));
  return [...items, ...older.filter(({ id }) => !known.has(id))];
}

/** The newest item that was seen at the top; what is newer is new to the reader. */
export interface SeenMark {
  readonly id: string;
  readonly createdAt: number;
}

/**
 * How many items stand above the mark. Where the marked item is gone, those that are younger than it
 * was.
 */
export function countNew(items: readonly Dated[], seen: SeenMark | null): number {
  if (seen === null) return 0;
  const index = items.findIndex(({ id }) => id === seen.id);
  if (index !== -1) return index;
  const firstSeen = items.findIndex(({ createdAt }) => createdAt <= seen.createdAt);
  return firstSeen === -1 ? items.length : firstSeen;
}
