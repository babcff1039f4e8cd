/** Characters of a query that are asked for. */
const longestQuery = 300;

/**
 * Where a `[search]` in a text leads. MFM's search looks for words on the web; a server's own search
 * page looks through notes, and many servers have none. The engine is the one that Misskey itself
 * starts with.
 */
export function searchAddress(query: string): string {
  const words = [...query].slice(0, longestQuery).join('');
  return `https://www.google.com/search?${new URLSearchParams({ q: words })}`;
}
