/** How far a text is from the server's limit. */
export interface LengthLeft {
  /** Characters that still fit; negative when there are too many. Counted as the server counts: UTF-16 units. */
  readonly left: number;
  readonly over: boolean;
  /** Little is left: worth showing. */
  readonly near: boolean;
}

/** @param max characters that the server takes at most */
export function lengthLeft(text: string, max: number): LengthLeft {
  const left = max - text.length;
  return { left, over: left < 0, near: left <= Math.max(20, Math.floor(max / 10)) };
}
