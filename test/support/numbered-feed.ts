import type { ServerResponse } from 'node:http';
import { httpServer } from './http-server.ts';

/** A real event stream on loopback whose events are numbered from 1. */
export interface NumberedFeed {
  readonly url: string;
  /** The number of the newest event. */
  readonly newest: number;
  /** One more, to everybody who listens. */
  publish(): void;
  close(): Promise<void>;
}

/** Starts one that goes on after the event that a client had last, whatever it missed since. */
export async function numberedFeed(): Promise<NumberedFeed> {
  const server = await httpServer();
  const listeners = new Set<ServerResponse>();
  let newest = 0;
  const block = (n: number) => `id: ${n}\ndata: {"title":"Number ${n}"}\n\n`;
  server.answer = (response, request) => {
    const had = Number(request.headers['last-event-id'] ?? newest);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': welcome\n\n');
    for (let n = had + 1; n <= newest; n += 1) response.write(block(n));
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };
  return {
    url: `${server.origin}/events`,
    get newest() {
      return newest;
    },
    publish() {
      newest += 1;
      for (const response of listeners) response.write(block(newest));
    },
    close: server.close,
  };
}
