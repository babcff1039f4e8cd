import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Timer } from '../../engine/streaming/clock.ts';
import { type Faults, record, type Sightings, type UpgradeRefusal } from '../faults.ts';
import { bearerToken, callerOf } from '../http/authenticate.ts';
import type { Caller } from '../http/endpoint.ts';
import { createRateLimiter, RateLimitError } from '../http/limiter.ts';
import type { World } from '../world/world.ts';
import { type Connection, createConnection } from './connection.ts';
import { countMessages } from './message-count.ts';

/** How often the server pings every client, and how long it waits for an answer before it hangs up. */
const pingEveryMs = 60_000;
const pongWithinMs = 2 * 60_000;

/** The sockets of the streaming side. */
export interface Hub {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Starts to ping. */
  start(): void;
  /** Stops to ping. */
  stop(): void;
  /** Destroys every socket without a close frame: the clients see 1006. */
  dropAll(): void;
  /** Closes every socket with a close frame, which the real server never sends but forks do. */
  close(code: number, reason: string): void;
  /** Sends the same to all sockets of an account; null = those without one. A Buffer goes as a binary frame. */
  sendRaw(username: string | null, data: string | Buffer): void;
  /** How many sockets are open. */
  readonly size: number;
}

interface Client {
  readonly socket: WebSocket;
  readonly connection: Connection;
  lastPongAt: number;
}

export function createHub(world: World, faults: Faults, sightings: Sightings): Hub {
  const sockets = new WebSocketServer({
    noServer: true,
    autoPong: false,
    perMessageDeflate: false,
  });
  const clients = new Set<Client>();
  const limiter = createRateLimiter(world.clock);
  const countMessage = countMessages(world);
  let pinging: Timer | null = null;
  let connections = 0;

  world.events.subscribe((event) => {
    for (const client of [...clients]) client.connection.onEvent(event);
  });

  function ping(): void {
    const now = world.clock.monotonic();
    for (const client of clients) {
      if (world.dialect.pings === 'text') continue;
      if (now - client.lastPongAt > pongWithinMs) client.socket.terminate();
      else client.socket.ping();
    }
    pinging = world.clock.setTimeout(ping, pingEveryMs);
  }

  function accept(socket: WebSocket, { user, app }: Caller): void {
    connections += 1;
    const number = connections;
    const connection = createConnection(world, faults, user, app, (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text);
    });
    const client: Client = { socket, connection, lastPongAt: world.clock.monotonic() };
    clients.add(client);
    socket.on('message', (data) => {
      const text = textOf(data);
      const json = parse(text);
      const username = user?.username ?? null;
      const at = world.clock.now();
      record(sightings.frames, { at, username, connection: number, text, json });
      const verdict = countMessage(connection.user?.id ?? 'anonymous');
      if (verdict === 'close') socket.close(1008, 'Please stop spamming the streaming API.');
      else if (text === 'ping' && world.dialect.pings === 'text') socket.send('pong');
      else if (verdict === 'take') connection.receive(json);
    });
    socket.on('ping', (data) => {
      if (!faults.pongsStalled) socket.pong(data);
    });
    socket.on('pong', () => {
      client.lastPongAt = world.clock.monotonic();
    });
    // A broken frame closes the socket by itself; there is nobody to tell.
    socket.on('error', () => {});
    socket.on('close', () => {
      clients.delete(client);
      connection.dispose();
    });
  }

  /** Counted by address, before anybody asks who it is. */
  function tooQuick(): UpgradeRefusal | null {
    const { connects } = world.dialect;
    if (connects === null) return null;
    try {
      limiter.count('upgrade', 'the only address', connects);
      return null;
    } catch (error) {
      if (!(error instanceof RateLimitError)) throw error;
      return { status: 429, headers: { 'Retry-After': String(error.retryAfterSeconds) } };
    }
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => {});
      const answer = tooQuick() ?? answerTo(world, faults, request);
      record(sightings.upgrades, {
        at: world.clock.now(),
        url: request.url ?? '',
        headers: request.headers,
        status: answer === 'silence' ? 0 : 'status' in answer ? answer.status : 101,
      });
      if (answer === 'silence') {
        faults.unanswered.add(socket);
        socket.on('close', () => faults.unanswered.delete(socket));
        return;
      }
      if ('status' in answer) refuse(socket, answer);
      else sockets.handleUpgrade(request, socket, head, (ws) => accept(ws, answer));
    },
    start() {
      pinging = world.clock.setTimeout(ping, pingEveryMs);
    },
    stop() {
      pinging?.cancel();
      pinging = null;
    },
    dropAll() {
      for (const { socket } of clients) socket.terminate();
    },
    close(code, reason) {
      for (const { socket } of clients) socket.close(code, reason);
    },
    sendRaw(username, data) {
      for (const { socket, connection } of clients)
        if ((connection.user?.username ?? null) === username) socket.send(data);
    },
    get size() {
      return clients.size;
    },
  };
}

/** Who connects, or how the upgrade is refused. Any path is taken for the stream, as on the real server. */
function answerTo(
  world: World,
  faults: Faults,
  request: IncomingMessage,
): Caller | UpgradeRefusal | 'silence' {
  if (faults.upgradeRefusal !== null) return faults.upgradeRefusal;
  const target = request.url ?? '';
  if (!URL.canParse(target, world.origin)) return { status: 400 };
  const query = new URL(target, world.origin).searchParams.get('i');
  const { readsTokenIn, answersBadTokens, suspendedStatus } = world.dialect;
  const header = readsTokenIn === 'header' ? bearerToken(request.headers) : null;
  const caller = callerOf(world, header ?? query);
  if (caller === null) return answersBadTokens ? unauthorized : 'silence';
  if (caller.user?.isSuspended) return { status: suspendedStatus };
  if (caller.app !== null && !caller.app.permissions?.includes('read:account')) return unauthorized;
  return caller;
}

const unauthorized: UpgradeRefusal = {
  status: 401,
  headers: {
    'WWW-Authenticate':
      'Bearer realm="Misskey", error="invalid_token", error_description="Failed to authenticate"',
  },
};

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Writes a bare answer and hangs up: no length, and usually no body, as the real server does. */
function refuse(socket: Duplex, { status, headers = {}, body = '' }: UpgradeRefusal): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reasons[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}

/** A binary frame that holds JSON works as well as a text frame. */
function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
