/** Embeddings, overrides and isolates: what turns the direction of everything after it. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text without the characters that turn the direction of what follows, for where a stranger's words
 * stand beside others: a stray one reaches even out of a `<bdi>`. Plain right-to-left letters stay.
 */
export function withoutDirections(text: string): string {
  return text.replace(directionControls, '');
}
