import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A request as it came, and the socket that waits for the answer. */
export interface RawRequest {
  /** `GET /path HTTP/1.1`. */
  readonly line: string;
  /** By their names in small letters; bytes as Latin-1. */
  readonly headers: ReadonlyMap<string, string>;
  readonly socket: Socket;
  /** Sends these bytes and nothing else; resolves once the peer has room for more, or is gone. */
  write(bytes: string | Uint8Array): Promise<void>;
}

/** A server on loopback that sends what it is told, HTTP or not. */
export interface RawServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Oldest first. */
  readonly requests: readonly RawRequest[];
  /** Answers from now on. */
  answer: (request: RawRequest) => unknown;
  /** The request of that number, the first is 0, once it is there. */
  request(index: number): Promise<RawRequest>;
  /** How many connections are open. */
  readonly open: number;
  /** Resolves once none is. */
  allClosed(): Promise<void>;
  close(): Promise<void>;
}

/** Answers nothing until told otherwise. */
export async function rawServer(): Promise<RawServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of [...waiting]) look();
  };
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  const server = createServer((socket) => {
    sockets.add(socket);
    let head = '';
    const onData = (bytes: Buffer) => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const request = requestOf(head, socket);
      head = '';
      requests.push(request);
      started.answer(request);
      changed();
    };
    socket
      .on('data', onData)
      .on('error', () => {})
      .on('close', () => {
        sockets.delete(socket);
        changed();
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');

  const started: RawServer = {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    answer: () => {},
    async request(index) {
      await until(() => requests.length > index);
      const request = requests[index];
      if (request === undefined) throw new Error('there is no such request');
      return request;
    },
    get open() {
      return sockets.size;
    },
    allClosed: () => until(() => sockets.size === 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return started;
}

function requestOf(text: string, socket: Socket): RawRequest {
  const [line = '', ...fields] = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n');
  return {
    line,
    headers: new Map(
      fields.map((field) => {
        const colon = field.indexOf(':');
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
      }),
    ),
    socket,
    write: (bytes) =>
      new Promise((resolve) => {
        if (socket.destroyed || socket.write(bytes)) {
          resolve();
          return;
        }
        const settle = () => {
          socket.off('drain', settle).off('close', settle);
          resolve();
        };
        socket.on('drain', settle).on('close', settle);
      }),
  };
}
