import type { Log } from '../../engine/log.ts';
import type { X11Cookie } from './x11-address.ts';
import {
  readPackets,
  readSetup,
  setupRequest,
  type X11Event,
  type X11Packet,
  type X11Reply,
} from './x11-wire.ts';

/** A connection's byte stream; Node's `Socket` is one. */
export interface ByteStream {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'error' | 'close', listener: () => void): unknown;
  write(bytes: Buffer): unknown;
  destroy(): unknown;
}

/** How to reach an X server. */
export interface X11Server {
  /** A stream to the X server that is being dialled. */
  readonly stream: ByteStream;
  readonly cookie: X11Cookie | null;
  readonly screen: number;
}

export interface X11Listener {
  /** The server let us in; `root` is the root window of the screen. */
  onReady(root: number): void;
  onEvent(event: X11Event): void;
  /** A request that was only sent was refused: mostly its window is gone by now. */
  onRefused(): void;
  /** Once, when the server cannot be reached, is not understood, or has gone. */
  onEnd(): void;
}

/** One connection to an X server. */
export interface X11Connection {
  /** Sends a request that has no reply. */
  send(request: Buffer): void;
  /** Sends a request and calls back with its reply; null when the server refused it. */
  ask(request: Buffer, onReply: (reply: X11Reply | null) => void): void;
  /** Ends it; nothing more is told. */
  close(): void;
}

/** Greets an X server, and passes on what it says. Requests make sense from `onReady` on. */
export function openX11(server: X11Server, log: Log, listener: X11Listener): X11Connection {
  const { stream, cookie, screen } = server;
  let received: Buffer = Buffer.alloc(0);
  let isWelcome = false;
  let ended = false;
  let sequence = 0;
  const questions = new Map<number, (reply: X11Reply | null) => void>();

  function write(request: Buffer): void {
    // The server counts requests in 16 bits.
    sequence = (sequence + 1) & 0xffff;
    stream.write(request);
  }

  function end(): void {
    if (ended) return;
    ended = true;
    stream.destroy();
    listener.onEnd();
  }

  function onPacket(packet: X11Packet): void {
    if (packet.kind === 'reply' || packet.kind === 'error') {
      const question = questions.get(packet.sequence);
      questions.delete(packet.sequence);
      if (question !== undefined) question(packet.kind === 'reply' ? packet.reply : null);
      else if (packet.kind === 'error') listener.onRefused();
    } else if (packet.kind !== 'other') listener.onEvent(packet);
  }

  function onData(chunk: Buffer): void {
    received = Buffer.concat([received, chunk]);
    if (!isWelcome) {
      const setup = readSetup(received);
      if (setup.kind === 'incomplete') return;
      const root = setup.kind === 'welcome' ? setup.roots[screen] : undefined;
      if (setup.kind === 'refused' || root === undefined) {
        log.warn('The X server does not let Suzu look at its windows');
        end();
        return;
      }
      isWelcome = true;
      received = received.subarray(setup.bytes);
      listener.onReady(root);
    }
    const { packets, rest } = readPackets(received);
    received = rest;
    for (const packet of packets) {
      if (!ended) onPacket(packet);
    }
  }

  stream.on('data', (chunk) => {
    if (ended) return;
    try {
      onData(chunk);
    } catch (error) {
      log.warn('The X server is not understood', { error: String(error) });
      end();
    }
  });
  stream.on('error', end);
  stream.on('close', end);
  stream.write(setupRequest(cookie));
  return {
    send: write,
    ask(request, onReply) {
      write(request);
      questions.set(sequence, onReply);
    },
    close() {
      ended = true;
      stream.destroy();
    },
  };
}
