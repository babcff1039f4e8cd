import type { FeedSecrets } from './feed-secrets.ts';

/** What belongs to the connection itself, and would break it when the user's own came as well. */
const connectionHeaders: ReadonlySet<string> = new Set([
  'connection',
  'upgrade',
  'host',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'keep-alive',
  'proxy-authorization',
]);

/** Whether a header, by its name, is one that the connection makes itself. */
export function isConnectionHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return connectionHeaders.has(lower) || lower.startsWith('sec-websocket-');
}

/**
 * The headers of every request for a feed, by their names in small letters: the user agent, name and password as
 * Basic authentication, and the user's own, which win. Those that the connection makes itself are left out.
 */
export function requestHeaders(
  { headers, username, password }: FeedSecrets,
  userAgent: string,
): Readonly<Record<string, string>> {
  const own = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !isConnectionHeader(name));
  return {
    'user-agent': userAgent,
    ...(username === null && password === null
      ? {}
      : { authorization: basic(username ?? '', password ?? '') }),
    ...Object.fromEntries(own),
  };
}

/** RFC 7617, with UTF-8 for what ASCII has no letters for. */
function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
