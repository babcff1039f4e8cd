import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A server whose every address is bad for whoever listens there. */
export interface HostileFeeds {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  close(): Promise<void>;
}

/** Addresses of what is no good event stream. */
type Page = 'page' | 'loop' | 'long-line';
/** Of what is no good WebSocket. */
type Upgrade = 'announced' | 'broken' | 'no-text';
/** Of what is no good broker. */
type Broker = 'cut' | 'huge';

const mega = 1024 * 1024;

const pages: Readonly<Record<Page, (response: ServerResponse) => unknown>> = {
  page: (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><p>Welcome!'),
  loop: (response) => response.writeHead(302, { location: '/loop?again' }).end(),
  async 'long-line'(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: ');
    const part = 'x'.repeat(mega);
    for (let sent = 0; sent < 50 && !response.destroyed; sent += 1) {
      if (!response.write(part))
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  },
};

/** What each sends on an open socket, as bytes. */
const upgrades: Readonly<Record<Upgrade, Buffer>> = {
  // A text frame that says that it has 1 GB; a little of it follows.
  announced: Buffer.concat([
    Buffer.from([0x81, 127, 0, 0, 0, 0, 0x40, 0, 0, 0]),
    Buffer.alloc(64 * 1024, 'x'),
  ]),
  // Reserved bits and an opcode that means nothing.
  broken: Buffer.from([0xf3, 1, 0]),
  'no-text': Buffer.from([0x81, 4, 0xff, 0xfe, 0xc3, 0x28]),
};

const connack = Buffer.from([0x20, 2, 0, 0]);
/** The first two bytes of a SUBSCRIBE's body are its id. */
const suback = (subscribe: Buffer) =>
  Buffer.from([0x90, 3, subscribe[2] ?? 0, subscribe[3] ?? 0, 0]);
const published: Readonly<Record<Broker, Buffer>> = {
  // Its topic is longer than all of it.
  cut: Buffer.from([0x30, 5, 0xff, 0xff, 0x61, 0x61, 0x61]),
  // 256 MB are to follow, of which some do.
  huge: Buffer.concat([Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]), Buffer.alloc(4 * mega)]),
};

/** Each of MQTT 3.1.1's packets comes in a message of its own here. */
function beBroker(socket: WebSocket, broker: Broker): void {
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const packet = Buffer.isBuffer(data) ? data : Buffer.alloc(0);
    const kind = (packet[0] ?? 0) >> 4;
    if (kind === 1) socket.send(connack);
    if (kind !== 8) return;
    socket.send(suback(packet));
    socket.send(published[broker]);
  });
}

/** Starts it: `/page`, `/loop`, `/long-line`; `/announced`, `/broken`, `/no-text`; `/cut`, `/huge`. */
export async function hostileFeeds(): Promise<HostileFeeds> {
  const sockets = new Set<Socket>();
  const brokers = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    const page = nameIn(pages, request);
    if (page === null) response.writeHead(404).end();
    else pages[page](response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    const upgrade = nameIn(upgrades, request);
    const broker = nameIn(published, request);
    if (upgrade !== null) {
      socket.write(acceptance(request));
      socket.write(upgrades[upgrade]);
    } else if (broker !== null) {
      brokers.handleUpgrade(request, socket, head, (open) => beBroker(open, broker));
    } else {
      socket.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function nameIn<Name extends string>(
  things: Readonly<Record<Name, unknown>>,
  { url = '' }: IncomingMessage,
): Name | null {
  const name = new URL(url, 'http://localhost').pathname.slice(1);
  const isName = (text: string): text is Name => Object.hasOwn(things, text);
  return isName(name) ? name : null;
}

/** RFC 6455, section 4.2.2. */
function acceptance({ headers }: IncomingMessage): string {
  const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
