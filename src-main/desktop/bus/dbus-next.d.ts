/**
 * The two inner modules of @particle/dbus-next that Suzu uses. Its index pulls in an XML parser and
 * its own bus object, which neither notices when the bus goes away nor ends calls that were under
 * way; the wire format alone is what is wanted here. Only what is used is declared.
 */
declare module '@particle/dbus-next/lib/connection.js' {
  import type { EventEmitter } from 'node:events';
  import type { Message } from '@particle/dbus-next/lib/message-type.js';

  /**
   * Emits `connect` after the handshake, `message` with each Message, `error` with an Error, and
   * `end` when the other side closed.
   */
  interface Connection extends EventEmitter {
    readonly stream: import('node:net').Socket;
    /** Sends, or keeps until `connect`. Throws when the stream is closed or the body is malformed. */
    message(message: Message): void;
  }
  /** Throws when the address is malformed or of a kind it does not know. */
  function createConnection(options: { readonly busAddress: string }): Connection;

  export = createConnection;
}

declare module '@particle/dbus-next/lib/message-type.js' {
  interface MessageFields {
    /** 1 = call, 2 = return, 3 = error, 4 = signal. */
    readonly type?: number;
    readonly serial?: number;
    readonly path?: string;
    readonly interface?: string;
    readonly member?: string;
    readonly destination?: string;
    readonly signature?: string;
    readonly body?: readonly unknown[];
    readonly flags?: number;
  }
  export class Message {
    /** Throws when a name, a path or a member is malformed. */
    constructor(fields: MessageFields);
    readonly type: number;
    readonly serial: number | null;
    readonly path: string | undefined;
    readonly interface: string | undefined;
    readonly member: string | undefined;
    readonly errorName: string | undefined;
    readonly replySerial: number | undefined;
    readonly sender: string | undefined;
    readonly body: readonly unknown[];
  }
}

declare module '@particle/dbus-next/lib/variant.js' {
  export class Variant {
    constructor(signature: string, value: unknown);
    readonly signature: string;
    readonly value: unknown;
  }
}
