const characters = new Intl.Segmenter();

/** At most `length` user-perceived characters, with an ellipsis where something was cut. */
export function shorten(text: string, length: number): string {
  // No character is less than a unit, and counting them is costly.
  if (text.length <= length) return text;
  // An upper bound in UTF-16 units first, so that a flood of combining marks is never segmented whole.
  const candidate = cutAt(text, length * 12);
  let count = 0;
  let end = 0;
  for (const { index } of characters.segment(candidate)) {
    if (count === length - 1) end = index;
    count += 1;
    if (count > length) break;
  }
  if (count <= length && candidate.length === text.length) return text;
  return `${detached(candidate.slice(0, count < length ? candidate.length : end)).trimEnd()}…`;
}

/** A copy: V8 keeps the whole of a text in memory as long as there is a slice of it. */
function detached(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}

/** The first `units` UTF-16 units, without half a character at the end. */
export function cutAt(text: string, units: number): string {
  return text.slice(0, units).replace(/[\uD800-\uDBFF]$/, '');
}
