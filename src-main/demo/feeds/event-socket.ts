import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { EventLog, LoggedEvent } from './event-log.ts';

/** Serves an event log over WebSockets. */
export interface EventSocket {
  /** @param url with `since`, the id of the last event that a client knows. */
  answer(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void;
  /** Cuts everybody off. */
  dropAll(): void;
}

/** Each event is an object with its id. What a client says is not listened to. */
export function createEventSocket(log: EventLog<object>): EventSocket {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const clients = new Set<WebSocket>();
  const send = (client: WebSocket, { id, data }: LoggedEvent<object>) =>
    client.send(JSON.stringify({ id, ...data }));
  log.listen((event) => {
    for (const client of clients) send(client, event);
  });
  return {
    answer(request, socket, head, url) {
      sockets.handleUpgrade(request, socket, head, (client) => {
        clients.add(client);
        // A broken frame closes the socket by itself.
        client.on('error', () => {});
        client.on('close', () => clients.delete(client));
        for (const event of log.after(url.searchParams.get('since'))) send(client, event);
      });
    },
    dropAll() {
      for (const client of clients) client.terminate();
    },
  };
}
