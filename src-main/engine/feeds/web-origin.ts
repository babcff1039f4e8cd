/** The origin of a feed's address as web pages have it: `https:` stands for `wss:`, `http:` for `ws:`. */
export function webOrigin(url: string): string {
  return new URL(url.replace(/^ws/, 'http')).origin;
}
