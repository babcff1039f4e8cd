import { shorten } from '../../lines.ts';
import { oneLine } from '../../one-line.ts';

/** Units that a character may take, its marks included, before a text is looked at. */
const unitsPerCharacter = 12;

/** UTF-16 units of a text that are enough for so many characters of it. */
export function unitsFor(characters: number): number {
  return (characters + 1) * unitsPerCharacter;
}

/** A text on one line of at most so many characters; null when there is nothing to see of it. */
export function lineOf(text: string, longest: number): string | null {
  return shortened(oneLine(text), longest);
}

/** A text that keeps its lines, otherwise as `lineOf`: of empty ones at most one in a row. */
export function linesOf(text: string, longest: number): string | null {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map(oneLine);
  return shortened(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    longest,
  );
}

function shortened(text: string, longest: number): string | null {
  // Half a character is none, and D-Bus takes no text with one.
  const whole = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  return whole === '' ? null : shorten(whole, longest);
}
