import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';

/** Serves an event log as server-sent events. */
export interface EventStream {
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** Cuts everybody off. */
  dropAll(): void;
}

/** How often it says that it is still there, in ms. */
const commentEvery = 15_000;

/**
 * Each event has an id, after which a client that comes back goes on, and the name of the stream.
 * @param name of its events
 */
export function createEventStream(clock: Clock, log: EventLog<object>, name: string): EventStream {
  const clients = new Set<ServerResponse>();
  let comment: Timer | null = null;

  const write = (client: ServerResponse, { id, data }: LoggedEvent<object>) =>
    client.write(`event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  log.listen((event) => {
    for (const client of clients) write(client, event);
  });

  function sayHello(): void {
    for (const client of clients) client.write(': still here\n\n');
    comment = clock.setTimeout(sayHello, commentEvery);
  }
  function forget(client: ServerResponse): void {
    clients.delete(client);
    if (clients.size > 0) return;
    comment?.cancel();
    comment = null;
  }

  return {
    answer(request, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.write('retry: 2000\n\n');
      const last = request.headers['last-event-id'];
      for (const event of log.after(typeof last === 'string' ? last : null)) write(response, event);
      clients.add(response);
      response.on('close', () => forget(response));
      comment ??= clock.setTimeout(sayHello, commentEvery);
    },
    dropAll() {
      for (const client of clients) client.destroy();
    },
  };
}
