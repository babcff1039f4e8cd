import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { TestIdentity } from './test-certificates.ts';

/** A proxy on loopback that writes down where it is asked to go on to. */
export interface ProxyServerForTests {
  readonly port: number;
  /** `host:port`, as it was asked, oldest first. */
  readonly asked: readonly string[];
  /** The ports of those that connected, oldest first. */
  readonly clients: readonly number[];
  /** What it wants to be told as `name:password`; null = nothing. */
  password: string | null;
  /** The status (HTTP) or reply (SOCKS) with which it refuses everything; null = it does not. */
  refusal: number | null;
  /** Ends it with all its connections. */
  stop(): Promise<void>;
  /** Comes back on the same port. */
  start(): Promise<void>;
}

interface Inner {
  readonly asked: string[];
  password: string | null;
  refusal: number | null;
}

/** @param targets the port on loopback behind each `host:port`. */
export function connectProxy(
  targets: ReadonlyMap<string, number>,
  identity: TestIdentity | null = null,
): Promise<ProxyServerForTests> {
  return proxyOf((inner) => {
    const http = createHttpServer((_request, response) => response.writeHead(400).end());
    http.on('connect', ({ url = '', headers }, socket: Socket, head) => {
      inner.asked.push(url);
      const encoded = (headers['proxy-authorization'] ?? '').replace('Basic ', '');
      const given = Buffer.from(encoded, 'base64').toString();
      if (inner.password !== null && given !== inner.password) {
        socket.end('HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm="test"\r\n\r\n');
        return;
      }
      const port = targets.get(url);
      if (inner.refusal !== null || port === undefined) {
        socket.end(`HTTP/1.1 ${inner.refusal ?? 502} No\r\n\r\n`);
        return;
      }
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Go on\r\n\r\n');
        onward.write(head);
        join(socket, onward);
      });
    });
    if (identity === null) return http;
    const tls = createTlsServer(identity, (socket) => http.emit('connection', socket));
    return tls;
  });
}

/** As `connectProxy`, over SOCKS5. It sends its answers byte by byte. */
export function socksProxy(targets: ReadonlyMap<string, number>): Promise<ProxyServerForTests> {
  return proxyOf((inner) => createServer((socket) => void serveSocks(socket, inner, targets)));
}

async function serveSocks(
  socket: Socket,
  inner: Inner,
  targets: ReadonlyMap<string, number>,
): Promise<void> {
  socket.setNoDelay(true).on('error', () => {});
  const read = (length: number) =>
    new Promise<Buffer>((resolve) => {
      const look = () => {
        const bytes: unknown = socket.read(length);
        if (!Buffer.isBuffer(bytes)) return;
        socket.off('readable', look);
        resolve(bytes);
      };
      socket.on('readable', look);
      look();
    });
  const write = (...bytes: number[]) => {
    for (const byte of bytes) socket.write(Buffer.from([byte]));
  };
  const field = async () => (await read((await read(1))[0] ?? 0)).toString();

  const [, methods = 0] = await read(2);
  const offered = await read(methods);
  if (inner.password !== null) {
    if (!offered.includes(2)) {
      write(5, 0xff);
      socket.end();
      return;
    }
    write(5, 2);
    await read(1);
    const isRight = `${await field()}:${await field()}` === inner.password;
    write(1, isRight ? 0 : 1);
    if (!isRight) {
      socket.end();
      return;
    }
  } else {
    write(5, 0);
  }
  const type = (await read(4))[3];
  const host =
    type === 3
      ? await field()
      : type === 1
        ? [...(await read(4))].join('.')
        : (await read(16)).toString('hex');
  const address = `${host}:${(await read(2)).readUInt16BE()}`;
  inner.asked.push(address);
  const port = targets.get(address);
  if (inner.refusal !== null || port === undefined) {
    // Some say no more than that they refuse.
    write(5, inner.refusal ?? 4, 0, 0);
    socket.end();
    return;
  }
  const onward = connect(port, '127.0.0.1', () => {
    // A name as the bound address is allowed too, and of any length.
    write(5, 0, 0, 3, 2, 0x61, 0x62, 0, 0);
    join(socket, onward);
  });
}

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  one.on('error', () => other.destroy()).on('close', () => other.destroy());
  other.on('error', () => one.destroy()).on('close', () => one.destroy());
}

async function proxyOf(make: (inner: Inner) => Server): Promise<ProxyServerForTests> {
  const asked: string[] = [];
  const clients: number[] = [];
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  const proxy = {
    asked,
    clients,
    password: null,
    refusal: null,
    get port() {
      return port;
    },
    async start() {
      const started = make(proxy);
      server = started;
      started.on('connection', (socket: Socket) => {
        sockets.add(socket);
        clients.push(socket.remotePort ?? 0);
        socket.on('error', () => {}).on('close', () => sockets.delete(socket));
      });
      await new Promise<void>((resolve) => started.listen(port, '127.0.0.1', resolve));
      const address = started.address();
      if (address === null || typeof address === 'string') throw new Error('not listening');
      port = address.port;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  await proxy.start();
  return proxy;
}

/** A server on loopback that speaks TLS as `identity` and hands all on to the port behind it. */
export async function tlsFront(
  identity: TestIdentity,
  behind: number,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTlsServer({ ...identity, ALPNProtocols: ['http/1.1'] }, (socket) => {
    const onward = connect(behind, '127.0.0.1');
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    join(socket, onward);
  });
  // Those who do not trust it leave in the middle.
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
