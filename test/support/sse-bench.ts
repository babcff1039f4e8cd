import type { SseConnection } from '../../src-main/engine/feeds/sse/sse-connection.ts';
import { createSseLink } from '../../src-main/engine/feeds/sse/sse-link.ts';
import { type LinkBench, linkBench, type PlayedAccess } from './link-bench.ts';
import { testNetwork } from './test-network.ts';

/** The head of an answer that is an event stream and ends with its connection. */
export const streamHead = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n';
/** As `streamHead`, in chunks, so that an end is told from a loss. */
export const chunkedHead =
  'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n';

export const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
export const lastChunk = '0\r\n\r\n';

/** A whole answer without a body. */
export const bare = (status: string, ...headers: string[]) =>
  `HTTP/1.1 ${status}\r\n${[...headers, 'Content-Length: 0'].join('\r\n')}\r\n\r\n`;

export const toEventStream = (
  url: string,
  changes: Partial<SseConnection> = {},
): SseConnection => ({
  system: 'sse',
  url,
  events: [],
  silentAfter: null,
  resume: null,
  ...changes,
});

/** The link to an event stream over the app's own network. */
export function sseBench(connection: SseConnection, played: PlayedAccess = {}): LinkBench {
  const { streamFetch } = testNetwork();
  return linkBench((access) => createSseLink(connection, access), { streamFetch, ...played });
}
