/** A text with where the caret is, or what is selected, counted in UTF-16 units. */
export interface Edited {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts a piece in place of what is selected; the caret comes to stand after it. */
export function insertAtCaret({ text, start, end }: Edited, piece: string): Edited {
  const caret = start + piece.length;
  return { text: text.slice(0, start) + piece + text.slice(end), start: caret, end: caret };
}

/**
 * Puts an emoji at the caret. A custom one stands apart from a word before it: directly behind a
 * letter or digit, `:name:` would not be read as an emoji.
 */
export function insertEmoji(edited: Edited, emoji: string): Edited {
  const before = edited.text.slice(0, edited.start);
  const needsSpace = emoji.startsWith(':') && /[\p{L}\p{N}]$/u.test(before);
  return insertAtCaret(edited, needsSpace ? ` ${emoji}` : emoji);
}
