import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { PassThrough, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Fetch } from '../../engine/fetch.ts';
import type { NetworkAgent } from './network-agent.ts';

const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** The agents for both kinds of addresses. */
export interface Agents {
  readonly http: NetworkAgent;
  readonly https: NetworkAgent;
}

export interface NodeFetchOptions {
  /** Asked at each request: they are replaced when the way to the servers changes. */
  readonly agents: () => Agents;
  /** How the name of a server (host with port) is looked up where no proxy does it. */
  readonly lookupFor?: (host: string) => LookupFunction;
  /** Whether answers may come compressed. */
  readonly compressed: boolean;
}

/**
 * A `fetch` over Node's own requests: unlike the platform's it takes a say in how it connects. It follows
 * no redirect, knows no cookies and sends texts only.
 */
export function nodeFetch({ agents, lookupFor, compressed }: NodeFetchOptions): Fetch {
  return (address, { method = 'GET', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      const isHttps = url.protocol === 'https:';
      const { http, https } = agents();
      const request = (isHttps ? httpsRequest : httpRequest)(url, {
        method,
        agent: isHttps ? https : http,
        headers: {
          'accept-encoding': compressed ? 'gzip, br' : 'identity',
          ...Object.fromEntries(new Headers(headers)),
        },
        ...(lookupFor === undefined ? {} : { lookup: lookupFor(url.host) }),
        ...(signal ? { signal } : {}),
      });
      let answer: IncomingMessage | null = null;
      request.on('response', (message) => {
        answer = message;
        try {
          resolve(responseOf(message));
        } catch (error) {
          message.destroy();
          reject(error);
        }
      });
      request.on('error', (error) => {
        // Else whoever reads the answer learns no more than that it ended early.
        answer?.destroy(error);
        reject(error);
      });
      request.end(typeof body === 'string' ? body : undefined);
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
  return new Response(Readable.toWeb(decoded(message)), { status, headers });
}

/** The body as it was before it was compressed. It may be very long: the reader has to set a limit. */
function decoded(message: IncomingMessage): Readable {
  const decoder = decoderOf(message.headers['content-encoding']);
  if (decoder === null) return message;
  // An error ends the stream that is returned, and so reaches its reader.
  return pipeline(message, decoder, new PassThrough(), () => {});
}

function decoderOf(encoding: string | undefined) {
  switch (encoding?.toLowerCase()) {
    case 'gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}
