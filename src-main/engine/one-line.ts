/**
 * Text of strangers made fit for a place with one line: white space folded, and without the control
 * characters and direction overrides that could disguise what stands beside it. Empty when nothing of
 * it could be seen.
 */
export function oneLine(text: string): string {
  const line = text
    .replace(/(?!\s)[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^[\s\p{M}\u2800\p{Default_Ignorable_Code_Point}]*$/u.test(line) ? '' : line;
}
