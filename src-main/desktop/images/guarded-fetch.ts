import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import type { Fetch } from '../../engine/misskey/api/api.ts';

/** Ms after which a connection that nobody uses is closed. */
const idleFor = 10_000;
/** Connections to one server. */
const mostSockets = 8;
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A `fetch` that answers for where it connects to. The platform's own takes no say in how names are
 * looked up; Node's requests do. It only gets, follows no redirect, knows no cookies and does not
 * decompress.
 *
 * @param lookupFor how the name of a server (host with port) is looked up; see `publicLookup`.
 */
export function guardedFetch(lookupFor: (host: string) => LookupFunction): Fetch {
  const options = { keepAlive: true, maxSockets: mostSockets, timeout: idleFor };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return (address, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      const isHttps = url.protocol === 'https:';
      const request = (isHttps ? httpsRequest : httpRequest)(url, {
        agent: isHttps ? agents.https : agents.http,
        headers: { 'accept-encoding': 'identity', ...Object.fromEntries(new Headers(headers)) },
        lookup: lookupFor(url.host),
        ...(signal ? { signal } : {}),
      });
      request.on('response', (message) => {
        try {
          resolve(responseOf(message));
        } catch (error) {
          message.destroy();
          reject(error);
        }
      });
      request.on('error', reject);
      request.end();
    });
}

/** @throws for what no `Response` can be made of. */
function responseOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  if (withoutBody.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(message), { status, headers });
}
