import type { AccountView, TimelineRef } from '../../src-main/ipc/contract.ts';
import { isSameTimeline } from './refs.ts';

/** In a narrower window one timeline is shown alone, in px. */
const wide = 720;
/** No column is narrower than this, in px. */
const narrowest = 320;
/** Columns kept at most: more than any screen shows. */
const mostColumns = 12;

type Columns = readonly TimelineRef[];

/** How many timelines stand side by side in a window of this width in px. */
export function columnsThatFit(width: number): number {
  return width < wide ? 1 : Math.floor(width / narrowest);
}

/** The timelines in view, from left to right: the chosen one, and beside it as many as fit. */
export function columnsInView(chosen: TimelineRef | null, beside: Columns, width: number): Columns {
  if (chosen === null) return [];
  const others = beside.filter((ref) => !isSameTimeline(ref, chosen));
  return [chosen, ...others.slice(0, columnsThatFit(width) - 1)];
}

/** Those columns whose timelines are still in an account's list. */
export function knownColumns(columns: Columns, accounts: readonly AccountView[]): Columns {
  const isKnown = ({ accountId, key }: TimelineRef) =>
    accounts.some(
      ({ id, timelines }) => id === accountId && timelines.some((pinned) => pinned.key === key),
    );
  return columns.every(isKnown) ? columns : columns.filter(isKnown);
}

/** The columns with one more, right beside the chosen one, where there is room for it. */
export function opened(columns: Columns, ref: TimelineRef): Columns {
  return [ref, ...closed(columns, ref)].slice(0, mostColumns);
}

export function closed(columns: Columns, ref: TimelineRef): Columns {
  return columns.filter((other) => !isSameTimeline(other, ref));
}

/** The columns with one of them a step to the left or the right; at the end it stays. */
export function moved(columns: Columns, ref: TimelineRef, step: -1 | 1): Columns {
  const index = columns.findIndex((other) => isSameTimeline(other, ref));
  const own = columns[index];
  const other = columns[index + step];
  if (own === undefined || other === undefined) return columns;
  return columns.with(index, other).with(index + step, own);
}

/** The columns after a timeline got another key because its switches changed. */
export function renamed(columns: Columns, ref: TimelineRef, key: string): Columns {
  const next = columns.map((other) => (isSameTimeline(other, ref) ? { ...ref, key } : other));
  return next.filter(
    (one, index) => next.findIndex((other) => isSameTimeline(one, other)) === index,
  );
}
