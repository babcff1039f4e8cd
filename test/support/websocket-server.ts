import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A WebSocket server without a library, which can do everything wrong. */
export interface WebsocketServer {
  /** `ws://127.0.0.1:PORT/feed`. */
  readonly url: string;
  /** What was asked, oldest first. */
  readonly upgrades: readonly IncomingMessage[];
  /** Answers upgrades so from now on; left to itself it accepts them. */
  answer: (request: IncomingMessage, socket: Duplex) => void;
  /** Resolves with the next client that is accepted. */
  peer(): Promise<WebsocketPeer>;
  stop(): Promise<void>;
}

/** The server's end of one socket. */
export interface WebsocketPeer {
  send(bytes: Buffer): void;
  /** Resolves with the next frame that the client sends. */
  received(): Promise<SeenFrame>;
  /** Resolves when the client has hung up. */
  readonly gone: Promise<void>;
}

export interface SeenFrame {
  readonly opcode: number;
  readonly payload: Buffer;
}

export interface FrameLook {
  readonly fin?: boolean;
  /** The three reserved bits, as they stand in the first byte. */
  readonly reserved?: number;
  readonly masked?: boolean;
  /** Says that so many bytes follow, whatever does. */
  readonly announced?: bigint;
}

export const opcodes = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A frame as RFC 6455 (§5.2) has it, or nearly. */
export function frame(opcode: number, payload: string | Buffer, look: FrameLook = {}): Buffer {
  const { fin = true, reserved = 0, masked = false } = look;
  const bytes = Buffer.from(payload);
  const length = look.announced ?? BigInt(bytes.length);
  const mask = masked ? 0x80 : 0;
  const head = [(fin ? 0x80 : 0) | reserved | opcode];
  if (length < 126n) head.push(mask | Number(length));
  else if (length < 65_536n) head.push(mask | 126, Number(length >> 8n), Number(length & 0xffn));
  else {
    head.push(mask | 127);
    for (let shift = 56n; shift >= 0n; shift -= 8n) head.push(Number((length >> shift) & 0xffn));
  }
  return Buffer.concat([Buffer.from(head), ...(masked ? [Buffer.alloc(4)] : []), bytes]);
}

/** A close frame. */
export function closing(code: number, reason = ''): Buffer {
  return frame(
    opcodes.close,
    Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]),
  );
}

/** The answer that accepts an upgrade. */
export function acceptance(request: IncomingMessage, headers: readonly string[] = []): string {
  const proof = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${proof}`,
    ...headers,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** @param headers lines of the answer that accepts an upgrade, besides those that each has. */
export async function startWebsocketServer(
  headers: readonly string[] = [],
): Promise<WebsocketServer> {
  const upgrades: IncomingMessage[] = [];
  const sockets = new Set<Duplex>();
  const accepted: WebsocketPeer[] = [];
  const waiting: ((peer: WebsocketPeer) => void)[] = [];
  const http = createServer((_request, response) => response.writeHead(426).end());
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: WebsocketServer = {
    url: `ws://127.0.0.1:${portOf(http.address())}/feed`,
    upgrades,
    answer(request, socket) {
      socket.write(acceptance(request, headers));
      const peer = peerOf(socket);
      const next = waiting.shift();
      if (next === undefined) accepted.push(peer);
      else next(peer);
    },
    peer() {
      const there = accepted.shift();
      return there === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(there);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  http.on('upgrade', (request, socket) => {
    upgrades.push(request);
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    server.answer(request, socket);
  });
  return server;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

function peerOf(socket: Duplex): WebsocketPeer {
  const frames: SeenFrame[] = [];
  const waiting: ((frame: SeenFrame) => void)[] = [];
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let seen = firstFrame(bytes); seen !== null; seen = firstFrame(bytes)) {
      bytes = bytes.subarray(seen.size);
      const next = waiting.shift();
      if (next === undefined) frames.push(seen.frame);
      else next(seen.frame);
    }
  });
  return {
    send: (data) => void socket.write(data),
    received() {
      const there = frames.shift();
      return there === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(there);
    },
    gone: new Promise((resolve) => {
      socket.on('end', () => {
        socket.destroy();
        resolve();
      });
      socket.on('close', () => resolve());
    }),
  };
}

/** The first whole frame of a client, whose frames are masked and short here; null = there is none yet. */
function firstFrame(bytes: Buffer): { readonly frame: SeenFrame; readonly size: number } | null {
  if (bytes.length < 6) return null;
  const [first = 0, second = 0] = bytes;
  const isLong = (second & 0x7f) === 126;
  if ((second & 0x7f) === 127) throw new Error('a frame longer than tests need');
  const start = isLong ? 4 : 2;
  if (bytes.length < start + 4) return null;
  const length = isLong ? bytes.readUInt16BE(2) : second & 0x7f;
  const size = start + 4 + length;
  if (bytes.length < size) return null;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(bytes.subarray(start + 4, size));
  for (let at = 0; at < payload.length; at += 1)
    payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return { frame: { opcode: first & 0x0f, payload }, size };
}
