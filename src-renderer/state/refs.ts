import type { TimelineRef } from '../../src-main/ipc/contract.ts';

/** Whether both name the same timeline of the same account. */
export function isSameTimeline(a: TimelineRef, b: TimelineRef): boolean {
  return a.key === b.key && a.accountId === b.accountId;
}

/** A timeline's name as one word, for keyed lists; unlike a ref it can be compared. */
export function timelineId({ accountId, key }: TimelineRef): string {
  return JSON.stringify([accountId, key]);
}

/** The ref alone, without what else the object holds. */
export function refOf({ accountId, key }: TimelineRef): TimelineRef {
  return { accountId, key };
}
