import type { Anchor, Place, TimelineRef } from '../../src-main/ipc/contract.ts';
import { isSameTimeline, refOf } from './refs.ts';

type Anchors = Place['anchors'];

/** Timelines whose place is kept; those that were read longest ago are forgotten first. */
const mostAnchors = 32;

/** Where the reader was in a timeline; null = at the top. */
export function timelineAnchor({ timelines }: Anchors, ref: TimelineRef): Anchor | null {
  return timelines.find((kept) => isSameTimeline(kept, ref))?.anchor ?? null;
}

/** The anchors with a new place in one timeline, which is the one read last then. */
export function withTimelineAnchor(
  anchors: Anchors,
  ref: TimelineRef,
  anchor: Anchor | null,
): Anchors {
  const others = anchors.timelines.filter((kept) => !isSameTimeline(kept, ref));
  const own = anchor === null ? [] : [{ ...refOf(ref), anchor }];
  return { ...anchors, timelines: [...own, ...others].slice(0, mostAnchors) };
}
