import { shorten } from '../../engine/lines.ts';
import { oneLine } from '../../engine/one-line.ts';

/**
 * What a server's texts and lists may bring into the window. Everything in a note is a stranger's; the
 * rest of what is longer is on the note's own page. Lengths of lines in characters, of texts in UTF-16
 * units.
 */
export const viewBounds = {
  name: 200,
  line: 300,
  cw: 1_000,
  comment: 2_000,
  /** More than the window shows of one text, which says so then. */
  text: 10_000,
  files: 16,
  choices: 20,
  reactions: 50,
  emojis: 300,
} as const;

/** UTF-16 units that a character may take, its marks included, before a line is looked at. */
const unitsPerCharacter = 12;

/** A text in one line that cannot disguise what stands beside it; see `oneLine` and `shorten`. */
export function boundedLine(text: string, length: number = viewBounds.line): string {
  const line = oneLine(text.slice(0, (length + 1) * unitsPerCharacter));
  // Counting characters is costly, and hardly any line needs it.
  return line.length <= length ? line : shorten(line, length);
}

/** A text of at most `length`, with an ellipsis where something was cut and no half character. */
export function bounded(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** A person's name as a line; `otherwise` where there is nothing to see in it. */
export function boundedName(name: string | null, otherwise: string): string {
  return boundedLine(name ?? '', viewBounds.name) || boundedLine(otherwise, viewBounds.name);
}
