/** A box in the window, in px. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const edge = 8;
const gap = 4;

/**
 * Where something that opens at a button goes: below it, or above where there is more room, and always
 * within the window. It may cover the button where neither side has room.
 */
export function placedAt(anchor: Box, size: Size, window: Size): { left: number; top: number } {
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - size.height;
  const fitsBelow = below + size.height <= window.height - edge;
  const top = fitsBelow || above < edge ? below : above;
  const start =
    anchor.left + size.width <= window.width - edge ? anchor.left : anchor.right - size.width;
  return {
    left: clamp(start, window.width - size.width - edge),
    top: clamp(top, window.height - size.height - edge),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(Math.min(edge, most), Math.min(value, most));
}
