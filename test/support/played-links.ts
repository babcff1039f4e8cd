import type { FeedEvent } from '../../src-main/engine/feeds/feed-event.ts';
import type { FeedAccess, FeedLink } from '../../src-main/engine/feeds/feed-link.ts';
import { jsonOf } from '../../src-main/engine/feeds/payload.ts';
import type { FeedConnection } from '../../src-main/engine/feeds/stored-feed.ts';
import type { SocketEnd } from '../../src-main/engine/streaming/socket.ts';

/** One connection of a feed, played by the test. */
export interface PlayedSocket {
  /** All that was asked for is confirmed. */
  open(): void;
  receive(event: FeedEvent): void;
  end(end: SocketEnd): void;
  readonly terminated: boolean;
}

/** A link that a feed was given. */
export interface PlayedLink {
  readonly connection: FeedConnection;
  readonly access: FeedAccess;
  /** Its connections, oldest first. */
  readonly sockets: readonly PlayedSocket[];
}

/** An event of a feed whose text is JSON, or a text as it is. */
export function anEvent(content: unknown, fields: Partial<FeedEvent> = {}): FeedEvent {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name: '', id: null, text, data: jsonOf(text), retained: false, ...fields };
}

/** Links of all systems that connect to nobody but the test. */
export function playedLinks() {
  const left: string[] = [];
  const all: (PlayedLink & { readonly sockets: PlayedSocket[] })[] = [];
  const open = (connection: FeedConnection, access: FeedAccess): FeedLink => {
    const sockets: PlayedSocket[] = [];
    all.push({ connection, access, sockets });
    return {
      openSocket: (handlers) => {
        let terminated = false;
        sockets.push({
          open: () => handlers.onOpen(),
          receive: (event) => handlers.onMessage(event),
          end: (end) => handlers.onEnd(end),
          get terminated() {
            return terminated;
          },
        });
        return {
          send: () => {},
          ping: () => {},
          terminate: () => {
            terminated = true;
          },
        };
      },
      judge: async () => ({ kind: 'retry', reason: 'unreachable' }),
      watch: null,
      silentFor: null,
      leave: async () => void left.push(connection.url),
    };
  };
  return {
    open,
    /** The address of each server that was asked to forget a feed, oldest first. */
    left,
    /** Every link that was made, oldest first. */
    all,
    /** The newest link of a server (host). @throws when there is none. */
    of(host: string): PlayedLink {
      const link = all.findLast(({ connection }) => new URL(connection.url).host === host);
      if (link === undefined) throw new Error(`nothing connects to ${host}`);
      return link;
    },
    /** The newest connection to a server. @throws when there is none. */
    socketOf(host: string): PlayedSocket {
      const socket = this.of(host).sockets.at(-1);
      if (socket === undefined) throw new Error(`nothing was opened to ${host}`);
      return socket;
    },
  };
}
