import type { Agent } from 'node:http';
import { WebSocket } from 'ws';
import type { OpenSocket, SocketEnd } from './socket.ts';

export interface WsSocketOptions {
  /** `ws:` or `wss:`; must not carry a token. */
  readonly url: string;
  readonly headers: () => Readonly<Record<string, string>>;
  /** Opens the connection, asked at each attempt; left out = straight to the server. */
  readonly agent?: () => Agent;
  /** A larger frame ends the socket with the error `WS_ERR_UNSUPPORTED_MESSAGE_LENGTH`. */
  readonly maxPayloadBytes: number;
}

/** Opens sockets with the `ws` library. */
export function wsSocketOpener({
  url,
  headers,
  agent,
  maxPayloadBytes,
}: WsSocketOptions): OpenSocket {
  const begin = () =>
    new WebSocket(url, {
      headers: headers(),
      ...(agent === undefined ? {} : { agent: agent() }),
      maxPayload: maxPayloadBytes,
      // Misskey negotiates no compression, and the extension alone costs most of the throughput.
      perMessageDeflate: false,
      // A redirect could carry the Authorization header to another host.
      followRedirects: false,
    });
  return (handlers) => {
    let ended = false;
    const end = (reason: SocketEnd) => {
      if (ended) return;
      ended = true;
      handlers.onEnd(reason);
    };
    let socket: WebSocket;
    try {
      socket = begin();
    } catch (error) {
      // A header that cannot be sent (`ERR_INVALID_CHAR`) is found out at once and thrown.
      setImmediate(() => end({ kind: 'error', code: errorCode(error) }));
      return {
        send: () => {},
        ping: () => {},
        terminate: () => {
          ended = true;
        },
      };
    }

    socket.on('open', () => {
      if (!ended) handlers.onOpen();
    });
    socket.on('message', (data, isBinary) => {
      if (ended) return;
      if (isBinary) handlers.onAlive();
      else handlers.onMessage(data.toString());
    });
    socket.on('ping', () => {
      if (!ended) handlers.onAlive();
    });
    socket.on('pong', () => {
      if (!ended) handlers.onAlive();
    });
    socket.on('unexpected-response', (_request, response) => {
      end({
        kind: 'rejected',
        status: response.statusCode ?? 0,
        retryAfterMs: parseRetryAfter(response.headers['retry-after']),
      });
      socket.terminate();
    });
    socket.on('error', (error) => end({ kind: 'error', code: errorCode(error) }));
    socket.on('close', (code) => end({ kind: 'closed', code }));

    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      ping: () => {
        if (socket.readyState === WebSocket.OPEN) socket.ping();
      },
      terminate: () => {
        ended = true;
        socket.terminate();
      },
    };
  };
}

/** No server keeps an account away for longer, by whatever mistake. */
const longestRetryAfterMs = 15 * 60_000;

/** `Retry-After` in seconds or as an HTTP date, in milliseconds from now; null when absent or unreadable. */
export function parseRetryAfter(value: string | undefined | null, now = Date.now()): number | null {
  if (value === undefined || value === null || value.trim() === '') return null;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, longestRetryAfterMs) : null;
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
