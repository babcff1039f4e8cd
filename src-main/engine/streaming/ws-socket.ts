import type { Agent } from 'node:http';
import { type RawData, WebSocket } from 'ws';
import { createBreather } from './breather.ts';
import type { Socket, SocketEnd, SocketHandlers } from './socket.ts';

/** `Message`: what becomes of what comes. */
export interface WsSocketOptions<Message> {
  /** `ws:` or `wss:`; must not carry a token. Asked at each attempt. */
  readonly url: () => string;
  readonly headers: () => Readonly<Record<string, string>>;
  /** Subprotocols to offer; a server that speaks none of them ends the socket with the error `wrongSubprotocol`. */
  readonly protocols?: readonly string[];
  /** Opens the connection, asked at each attempt; left out = straight to the server. */
  readonly agent?: () => Agent;
  /** A larger frame ends the socket with the error `WS_ERR_UNSUPPORTED_MESSAGE_LENGTH`. */
  readonly maxPayloadBytes: number;
  /** Makes a message of a frame's bytes, which are UTF-8 unless binary; null = it is a sign of life and no more. */
  readonly read: (bytes: Buffer, isBinary: boolean) => Message | null;
  /** Ms that only go on, by which the work on messages is measured; left out = the computer's own. */
  readonly monotonic?: () => number;
}

/** A WebSocket, with what only some protocols need of it. */
export interface WsSocket extends Socket {
  send(data: string | Uint8Array): void;
  /** Takes nothing more from the peer, until `resume`; a few messages may be on their way. */
  pause(): void;
  resume(): void;
}

/** The server speaks none of the subprotocols that were offered, or one that was not. */
export const wrongSubprotocol = 'ERR_SUZU_SUBPROTOCOL';
/** The server said that it switches to WebSocket, and did not. */
export const brokenHandshake = 'ERR_SUZU_HANDSHAKE';

/** Reads the texts alone. */
export function readText(bytes: Buffer, isBinary: boolean): string | null {
  return isBinary ? null : bytes.toString();
}

/** Opens sockets with the `ws` library. */
export function wsSocketOpener<Message>({
  url,
  headers,
  protocols = [],
  agent,
  maxPayloadBytes,
  read,
  monotonic,
}: WsSocketOptions<Message>): (handlers: SocketHandlers<Message>) => WsSocket {
  const begin = () =>
    new WebSocket(url(), [...protocols], {
      headers: headers(),
      ...(agent === undefined ? {} : { agent: agent() }),
      maxPayload: maxPayloadBytes,
      // Misskey negotiates no compression, and the extension alone costs most of the throughput. Nor can
      // what is small on the way become large here.
      perMessageDeflate: false,
      // A redirect could carry the user's headers to another host; browsers follow none here, either.
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
        pause: () => {},
        resume: () => {},
        terminate: () => {
          ended = true;
        },
      };
    }

    const breather = createBreather({
      pause: () => socket.pause(),
      resume: () => socket.resume(),
      ...(monotonic === undefined ? {} : { monotonic }),
    });
    /** Whether the server has switched to WebSocket, and is not yet believed. */
    let switching = false;
    const receive = (data: RawData, isBinary: boolean) => {
      const message = read(bytesOf(data), isBinary);
      if (message === null) handlers.onAlive();
      else handlers.onMessage(message);
    };

    socket.on('upgrade', ({ headers: { 'sec-websocket-protocol': chosen } }) => {
      switching = true;
      if (chosen === undefined ? protocols.length === 0 : protocols.includes(chosen)) return;
      end({ kind: 'error', code: wrongSubprotocol });
      socket.terminate();
    });
    socket.on('open', () => {
      switching = false;
      if (!ended) handlers.onOpen();
    });
    socket.on('message', (data, isBinary) => {
      if (!ended) breather.handle(() => receive(data, isBinary));
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
    socket.on('error', (error) =>
      end({ kind: 'error', code: switching ? brokenHandshake : errorCode(error) }),
    );
    socket.on('close', (code) => end({ kind: 'closed', code }));

    return {
      send: (data) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(data);
      },
      ping: () => {
        if (socket.readyState === WebSocket.OPEN) socket.ping();
      },
      pause: () => socket.pause(),
      resume: () => socket.resume(),
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

function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
