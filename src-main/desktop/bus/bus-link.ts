import type { Socket } from 'node:net';
import createConnection from '@particle/dbus-next/lib/connection.js';
import { Message } from '@particle/dbus-next/lib/message-type.js';

/** A method call on the wire. */
export interface OutgoingCall {
  readonly serial: number;
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** D-Bus type signature of `body`; empty when there is none. */
  readonly signature: string;
  readonly body: readonly unknown[];
}

/** What the bus sent. */
export type Incoming =
  | { readonly kind: 'return'; readonly replySerial: number; readonly body: readonly unknown[] }
  | { readonly kind: 'error'; readonly replySerial: number; readonly errorName: string }
  | {
      readonly kind: 'signal';
      readonly sender: string;
      readonly path: string;
      readonly interface: string;
      readonly member: string;
      readonly body: readonly unknown[];
    };

/** One connection to a bus, from dialling to its end; it is never used again after `onDown`. */
export interface BusLink {
  /** Sends, or keeps until the handshake is done. Throws when the call is malformed. */
  send(call: OutgoingCall): void;
  /** Drops the connection; `onDown` is not called for it. */
  close(): void;
}

export interface BusLinkEvents {
  onMessage(message: Incoming): void;
  /** Called once, when the connection could not be made or has ended. */
  onDown(reason: string): void;
}

/** Dials a bus. Never throws: what goes wrong comes through `onDown`, after this has returned. */
export type DialBus = (address: string, events: BusLinkEvents) => BusLink;

const typeReturn = 2;
const typeError = 3;
const typeSignal = 4;

function readMessage(message: Message): Incoming | null {
  const { type, replySerial, body } = message;
  if (type === typeReturn && replySerial !== undefined)
    return { kind: 'return', replySerial, body };
  if (type === typeError && replySerial !== undefined) {
    return { kind: 'error', replySerial, errorName: message.errorName ?? '' };
  }
  const { path, member } = message;
  if (type !== typeSignal || path === undefined || member === undefined) return null;
  return {
    kind: 'signal',
    sender: message.sender ?? '',
    path,
    interface: message.interface ?? '',
    member,
    body,
  };
}

/**
 * Hands what the readers of a stream throw to `onError`. The library checks nothing of what it reads: on
 * broken fields, or a length of gigabytes, its reader throws where nobody catches it.
 */
function catchReadErrors(stream: Socket, onError: (error: unknown) => void): void {
  const readers = stream.listeners('readable');
  stream.removeAllListeners('readable');
  for (const read of readers) {
    stream.on('readable', () => {
      try {
        read.call(stream);
      } catch (error) {
        onError(error);
      }
    });
  }
}

/** Dials over a Unix socket with @particle/dbus-next's wire format. */
export const dialBus: DialBus = (address, events) => {
  let down = false;
  const ignore = () => {};
  try {
    const connection = createConnection({ busAddress: address });
    const { stream } = connection;
    const goDown = (reason: string) => {
      if (down) return;
      down = true;
      stream.destroy();
      events.onDown(reason);
    };
    // The library begins to read messages right after this event, and the stream to hand them out later.
    connection.once('connect', () =>
      process.nextTick(() => catchReadErrors(stream, (error) => goDown(String(error)))),
    );
    connection.on('message', (message: Message) => {
      const incoming = readMessage(message);
      if (incoming === null) return;
      // Apart from reading, so that an error of whoever listens is not taken for one of the bus.
      queueMicrotask(() => {
        if (!down) events.onMessage(incoming);
      });
    });
    // Both are needed: a failed dial gives only `error`, a bus that is killed only `end`.
    connection.on('error', (error: unknown) => goDown(String(error)));
    connection.on('end', () => goDown('the bus closed the connection'));
    stream.on('close', () => goDown('the connection closed'));
    return {
      send: (call) => connection.message(new Message(call)),
      close() {
        down = true;
        stream.destroy();
      },
    };
  } catch (error) {
    queueMicrotask(() => {
      if (!down) events.onDown(String(error));
    });
    return {
      send: ignore,
      close() {
        down = true;
      },
    };
  }
};
