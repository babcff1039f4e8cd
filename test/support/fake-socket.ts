import type {
  OpenSocket,
  SocketEnd,
  SocketHandlers,
} from '../../src-main/engine/streaming/socket.ts';

/**
 * One socket that a connection opened, played by the test. Unlike a real one it goes on calling the
 * handlers after `terminate`, so that tests see whether late events are ignored.
 */
export interface FakeSocket {
  /** Every text that was sent, oldest first. */
  readonly sent: readonly string[];
  readonly pings: number;
  readonly terminated: boolean;
  open(): void;
  /** A text frame comes in: a string as it is, anything else as JSON. */
  receive(frame: unknown): void;
  /** A ping or pong of the peer. */
  alive(): void;
  end(end: SocketEnd): void;
}

export interface FakeSockets {
  readonly open: OpenSocket;
  /** All that were opened, oldest first. */
  readonly all: readonly FakeSocket[];
  /** The newest; throws when none was opened. */
  readonly last: FakeSocket;
  /** Those that were neither terminated nor ended. */
  readonly alive: number;
}

export function fakeSockets(): FakeSockets {
  const all: (FakeSocket & { readonly ended: boolean })[] = [];
  return {
    open(handlers) {
      const { fake, socket } = fakeSocket(handlers);
      all.push(fake);
      return socket;
    },
    all,
    get last() {
      const socket = all.at(-1);
      if (socket === undefined) throw new Error('no socket was opened');
      return socket;
    },
    get alive() {
      return all.filter(({ terminated, ended }) => !terminated && !ended).length;
    },
  };
}

function fakeSocket(handlers: SocketHandlers) {
  const sent: string[] = [];
  let pings = 0;
  let terminated = false;
  let ended = false;
  const fake = {
    sent,
    get pings() {
      return pings;
    },
    get terminated() {
      return terminated;
    },
    get ended() {
      return ended;
    },
    open: () => handlers.onOpen(),
    receive: (frame: unknown) =>
      handlers.onMessage(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    alive: () => handlers.onAlive(),
    end(end: SocketEnd) {
      ended = true;
      handlers.onEnd(end);
    },
  };
  const socket = {
    send: (text: string) => void sent.push(text),
    ping() {
      pings += 1;
    },
    terminate() {
      terminated = true;
    },
  };
  return { fake, socket };
}
