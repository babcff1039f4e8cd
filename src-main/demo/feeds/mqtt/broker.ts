import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { BrokerClient, type Codec, largestPacket } from './broker-client.ts';
import { BrokerSession, type DemoMessage } from './broker-session.ts';

/** A small MQTT broker over WebSockets, for what the demo itself publishes: versions 3.1.1 and 5, QoS 0 and 1. */
export interface Broker {
  answer(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends a message to those who asked for it, and keeps it as the last of its topic. */
  publish(message: DemoMessage): void;
  /** Cuts everybody off; what sessions wait for stays. */
  dropAll(): void;
}

/** @param loadCodec reads the library that knows the packets; called when the first client comes. */
export function createBroker(loadCodec: () => Promise<Codec>): Broker {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: largestPacket,
  });
  const clients = new Map<BrokerClient, WebSocket>();
  /** By client id. */
  const sessions = new Map<string, BrokerSession>();
  /** By topic. */
  const retained = new Map<string, DemoMessage>();

  function sessionOf(clientId: string, isClean: boolean) {
    // One client id is one client (MQTT 5, §3.1.4): the older one has to go.
    for (const [client, socket] of clients) if (client.clientId === clientId) socket.terminate();
    const known = isClean ? undefined : sessions.get(clientId);
    const session = known ?? new BrokerSession();
    sessions.set(clientId, session);
    return { session, wasKnown: known !== undefined };
  }

  function forget(clientId: string, session: BrokerSession): void {
    if (sessions.get(clientId) === session) sessions.delete(clientId);
  }

  function accept(socket: WebSocket, codec: Codec): void {
    const client = new BrokerClient({
      codec,
      send: (bytes) => {
        if (socket.readyState === socket.OPEN) socket.send(bytes);
      },
      close: () => socket.close(),
      sessionOf,
      forget,
      retained: () => retained.values(),
    });
    clients.set(client, socket);
    socket.on('message', (data) => client.receive(Buffer.concat([data].flat().map(bytesOf))));
    // A broken frame closes the socket by itself.
    socket.on('error', () => {});
    socket.on('close', () => {
      clients.delete(client);
      client.gone();
    });
  }

  return {
    answer(request, socket, head) {
      const offered = request.headers['sec-websocket-protocol']?.split(/\s*,\s*/) ?? [];
      if (!offered.includes('mqtt')) {
        socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
        return;
      }
      loadCodec().then(
        (codec) => {
          if (!socket.destroyed)
            sockets.handleUpgrade(request, socket, head, (ws) => accept(ws, codec));
        },
        () => socket.destroy(),
      );
    },
    publish(message) {
      retained.set(message.topic, message);
      for (const session of sessions.values()) session.publish(message);
    },
    dropAll() {
      for (const socket of clients.values()) socket.terminate();
    },
  };
}

function bytesOf(data: Buffer | ArrayBuffer): Buffer {
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
