import { Duplex } from 'node:stream';

/** Bytes that may wait to be sent within one turn of the event loop: more than acknowledgements ever are. */
const mostWaiting = 1024 * 1024;

/**
 * What the library takes for its connection. It is given whole packets, one by one, and each is handled when
 * `hand` returns. What the library sends in one turn of the event loop goes out at once.
 */
export class PacketStream extends Duplex {
  readonly #send: (bytes: Uint8Array) => void;
  #parser: NodeJS.WritableStream | null = null;

  constructor(send: (bytes: Uint8Array) => void) {
    super({ writableHighWaterMark: mostWaiting });
    this.#send = send;
  }

  /** The library's only way to read: it is called in place of being read from. */
  override pipe<Parser extends NodeJS.WritableStream>(parser: Parser): Parser {
    this.#parser = parser;
    return parser;
  }

  /** @throws what the library throws when it cannot read the packet, or when whoever it is for throws. */
  hand(packet: Uint8Array): void {
    this.#parser?.write(packet);
  }

  override _read(): void {}

  override _writev(
    chunks: readonly { readonly chunk: Uint8Array }[],
    done: (error?: Error | null) => void,
  ): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }
}
