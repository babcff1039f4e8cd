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

/** Dials over a Unix socket with @particle/dbus-next's wire format. */
export const dialBus: DialBus = (address, events) => {
  let down = false;
  const goDown = (reason: string) => {
    if (down) return;
    down = true;
    events.onDown(reason);
  };
  const ignore = () => {};
  try {
    const connection = createConnection({ busAddress: address });
    connection.on('message', (message: Message) => {
      const incoming = down ? null : readMessage(message);
      if (incoming !== null) events.onMessage(incoming);
    });
    // Both are needed: a failed dial gives only `error`, a bus that is killed only `end`.
    connection.on('error', (error: unknown) => goDown(String(error)));
    connection.on('end', () => goDown('the bus closed the connection'));
    connection.stream.on('close', () => goDown('the connection closed'));
    return {
      send: (call) => connection.message(new Message(call)),
      close() {
        down = true;
        connection.stream.destroy();
      },
    };
  } catch (error) {
    queueMicrotask(() => goDown(String(error)));
    return {
      send: ignore,
      close() {
        down = true;
      },
    };
  }
};
