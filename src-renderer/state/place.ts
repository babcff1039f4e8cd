import type { Anchor } from '../../src-main/ipc/contract.ts';

/** Where an item of a list lies, in px of the list. */
export interface Extent {
  readonly top: number;
  readonly height: number;
}

/**
 * The index of the first item that is not wholly scrolled out, or -1 when all are. `extentOf` is
 * asked for as few items as a binary search needs, since asking can cost a layout.
 */
export function firstVisible(
  count: number,
  extentOf: (index: number) => Extent,
  scrollTop: number,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { top, height } = extentOf(middle);
    if (top + height <= scrollTop) low = middle + 1;
    else high = middle;
  }
  return low === count ? -1 : low;
}

/** Where the reader is: the first visible item and how much of it is scrolled out; null at the top. */
export function anchorAt(
  ids: readonly string[],
  extentOf: (index: number) => Extent,
  scrollTop: number,
): Anchor | null {
  if (scrollTop <= 0) return null;
  const index = firstVisible(ids.length, extentOf, scrollTop);
  const id = ids[index];
  if (id === undefined) return null;
  return { id, offset: scrollTop - extentOf(index).top };
}

/**
 * Whether two anchors are the same place on the screen. A place that is taken up again is rounded to
 * whole pixels: told anew each time, it would creep.
 */
export function isSamePlace(a: Anchor | null, b: Anchor | null): boolean {
  if (a === null || b === null) return a === b;
  return a.id === b.id && Math.abs(a.offset - b.offset) < 1;
}

/** The scroll position that puts the anchor's item where it was, never above the top. */
export function scrollTopFor(anchor: Anchor, itemTop: number): number {
  return Math.max(0, itemTop + anchor.offset);
}
