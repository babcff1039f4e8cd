/** Told apart on light and on dark by people with any colour vision; a name always stands beside. */
const colors = ['#b8860b', '#2f6fde', '#2e8b57', '#c2477f', '#7a5cd6', '#d2691e', '#1796a5'];

/** A colour (`#rrggbb`) for a new source, none of those that others have; grey once all are taken. */
export function sourceColor(taken: readonly string[]): string {
  return colors.find((candidate) => !taken.includes(candidate)) ?? '#808080';
}
