import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { DemoFeeds } from './feeds/feeds.ts';
import { type HttpContext, handleRequest } from './http/listener.ts';
import type { Hub } from './stream/hub.ts';
import { schedulePollEnd } from './world/polls.ts';

/** Starting and stopping; the state outlives both. */
export interface Lifecycle {
  /**
   * Listens on 127.0.0.1 and answers with the origin (`http://127.0.0.1:PORT`). A second start, after a stop,
   * takes the port of the first. Rejects when the port is taken.
   */
  start(): Promise<string>;
  /** Stops in good order: answers in flight are finished. Streams see 1006, as with the real server. */
  stop(): Promise<void>;
  /** Stops at once: every socket is destroyed in the middle of whatever it does. */
  kill(): Promise<void>;
  /** `http://127.0.0.1:PORT`; the port is 0 before the first start. */
  readonly origin: string;
}

export function createLifecycle(
  context: HttpContext,
  hub: Hub,
  feeds: Pick<DemoFeeds, 'answer' | 'upgrade' | 'dropAll'>,
  wantedPort: number,
): Lifecycle {
  const { world, faults } = context;
  let server: Server | null = null;
  let port = wantedPort;
  const openSockets = new Set<Socket>();

  async function shutDown(destroyAll: boolean): Promise<void> {
    const stopping = server;
    if (stopping === null) return;
    server = null;
    hub.stop();
    hub.dropAll();
    feeds.dropAll();
    world.cancelTimers();
    for (const response of faults.unanswered) response.destroy();
    faults.unanswered.clear();
    const closed = new Promise<void>((resolve) => {
      stopping.close(() => resolve());
    });
    if (destroyAll) for (const socket of openSockets) socket.destroy();
    else stopping.closeIdleConnections();
    await closed;
  }

  return {
    async start() {
      if (server !== null) return world.origin;
      const starting = createServer((request, response) => {
        // An answer that was in flight when the server stopped is the last one of its connection.
        response.on('finish', () => {
          if (server !== starting) request.socket.end();
        });
        if (!feeds.answer(request, response)) void handleRequest(context, request, response);
      });
      starting.on('upgrade', (request, socket, head) => {
        if (!feeds.upgrade(request, socket, head)) hub.handleUpgrade(request, socket, head);
      });
      starting.on('clientError', (_error, socket) => {
        if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
      });
      starting.on('connection', (socket) => {
        openSockets.add(socket);
        socket.on('close', () => openSockets.delete(socket));
      });
      port = await listen(starting, port);
      server = starting;
      world.origin = `http://127.0.0.1:${port}`;
      hub.start();
      for (const note of world.notes.values()) schedulePollEnd(world, note);
      return world.origin;
    },
    stop: () => shutDown(false),
    kill: () => shutDown(true),
    get origin() {
      return world.origin;
    },
  };
}

/** Only this computer can reach it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject);
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string')
        reject(new Error('The demo server did not get a port.'));
      else resolve(address.port);
    });
  });
}
