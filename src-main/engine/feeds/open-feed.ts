import type { FeedAccess, FeedLink } from './feed-link.ts';
import { createMqttLink } from './mqtt/mqtt-link.ts';
import { createSseLink } from './sse/sse-link.ts';
import type { FeedConnection } from './stored-feed.ts';
import { createWebsocketLink } from './websocket/websocket-link.ts';

/** Makes the link of a feed, one line for each system. */
export function openFeed(connection: FeedConnection, access: FeedAccess): FeedLink {
  switch (connection.system) {
    case 'sse':
      return createSseLink(connection, access);
    case 'websocket':
      return createWebsocketLink(connection, access);
    case 'mqtt':
      return createMqttLink(connection, access);
  }
}
