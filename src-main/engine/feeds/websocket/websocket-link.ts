import { connectionTimes } from '../../streaming/connection.ts';
import type { Socket, SocketEnd, SocketHandlers } from '../../streaming/socket.ts';
import { watchdogTimes } from '../../streaming/watchdog.ts';
import { wsSocketOpener } from '../../streaming/ws-socket.ts';
import type { FeedEvent } from '../feed-event.ts';
import type { FeedAccess, FeedLink } from '../feed-link.ts';
import { hasAll } from '../feed-secrets.ts';
import {
  bytesPayload,
  describeBytes,
  largestMessage,
  type Payload,
  textPayload,
} from '../payload.ts';
import { requestHeaders } from '../request-headers.ts';
import { createResumeMark } from '../resume-mark.ts';
import { upgradeOrigin, upgradeVerdict } from '../upgrade.ts';
import { closeVerdict, frameVerdict } from './close-verdict.ts';
import { withoutEcho } from './echo.ts';
import { filledHello, placesIn } from './hello.ts';
import type { WebsocketConnection } from './websocket-connection.ts';

/**
 * Listens to a plain WebSocket. It is online once the upgrade is confirmed and the texts of `hello` are sent:
 * the protocol knows no answer to them that all servers give. A name and a password that they have places for
 * go with them alone, and not into the upgrade.
 */
export function createWebsocketLink(
  { url, protocols, hello, silentAfter, resume }: WebsocketConnection,
  access: FeedAccess,
): FeedLink {
  const { clock, cursor, isProven, secrets, userAgent } = access;
  const mark = resume === null ? null : createResumeMark(resume);
  const places = placesIn(hello);
  const inHello = places.username || places.password;
  const headers = inHello ? { ...secrets, username: null, password: null } : secrets;
  const cleared = withoutEcho(hello, secrets);
  const open = wsSocketOpener<FeedEvent>({
    url: () => {
      const from = cursor.get();
      return mark === null || from === null ? url : mark.address(new URL(url), from).href;
    },
    headers: () => requestHeaders(headers, userAgent),
    protocols,
    agent: () => access.agent(upgradeOrigin(url)),
    maxPayloadBytes: largestMessage,
    read: (bytes, isBinary) =>
      eventOf(cleared(isBinary ? binaryPayload(bytes) : textPayload(bytes.toString()))),
    monotonic: clock.monotonic,
  });
  return {
    openSocket(handlers) {
      if (!hasAll(secrets, { headers: [], ...places })) return unopened(handlers);
      let heard = false;
      let openedAt = Number.POSITIVE_INFINITY;
      const socket = open({
        onOpen() {
          openedAt = clock.monotonic();
          for (const text of hello) socket.send(filledHello(text, secrets));
          handlers.onOpen();
        },
        onMessage(event) {
          heard = true;
          handlers.onMessage(event);
          const next = mark?.of(event, cursor.get()) ?? null;
          if (next !== null) cursor.set(next);
        },
        onAlive: () => handlers.onAlive(),
        onEnd(end) {
          const isSettled = heard || clock.monotonic() - openedAt >= connectionTimes.healthy;
          handlers.onEnd(judged(end, isSettled));
        },
      });
      return socket;
    },
    judge: async (end) => upgradeVerdict(end, isProven()),
    watch: watchdogTimes,
    silentFor: silentAfter === null ? null : silentAfter * 1_000,
  };
}

/** There is nothing to put where the texts have a place for it: no server is asked with half of what it wants. */
function unopened(handlers: SocketHandlers<FeedEvent>): Socket {
  const telling = setImmediate(() =>
    handlers.onEnd({ kind: 'judged', verdict: { kind: 'refuse', reason: 'feed-secrets' } }),
  );
  return { send: () => {}, ping: () => {}, terminate: () => clearImmediate(telling) };
}

/** A WebSocket has no names and no ids of its own: what is in the message has to tell. */
function eventOf({ text, data }: Payload): FeedEvent {
  return { name: '', id: null, text, data, retained: false };
}

/** Bytes count as what they say where that is JSON; what else was sent as bytes was not meant as words. */
function binaryPayload(bytes: Buffer): Payload {
  const payload = bytesPayload(bytes);
  return payload.data === undefined ? { text: describeBytes(bytes), data: undefined } : payload;
}

/** An end of an open socket says what it means, whatever the connection was before. */
function judged(end: SocketEnd, isSettled: boolean): SocketEnd {
  if (end.kind === 'closed') return { kind: 'judged', verdict: closeVerdict(end.code, isSettled) };
  const verdict = end.kind === 'error' ? frameVerdict(end.code) : null;
  return verdict === null ? end : { kind: 'judged', verdict };
}
