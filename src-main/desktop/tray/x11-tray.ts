import type { Log } from '../../engine/log.ts';
import type { LegacyTray, TrayHostState } from './tray-host.ts';
import type { X11Cookie } from './x11-address.ts';
import {
  getSelectionOwner,
  internAtom,
  readPackets,
  readSetup,
  setupRequest,
  watchWindow,
  type X11Packet,
} from './x11-wire.ts';

/** A connection's byte stream; Node's `Socket` is one. */
export interface ByteStream {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'error' | 'close', listener: () => void): unknown;
  write(bytes: Buffer): unknown;
  destroy(): unknown;
}

export interface X11TrayParts {
  /** A stream to the X server that is being dialled. */
  readonly stream: ByteStream;
  readonly cookie: X11Cookie | null;
  readonly screen: number;
  readonly log: Log;
}

/** What is asked of the server, in the order in which replies are expected. */
type Question = 'tray-atom' | 'manager-atom' | 'owner';

/**
 * Watches an X server for a tray of the older kind (XEMBED): somebody who owns the selection
 * `_NET_SYSTEM_TRAY_S<screen>`. A tray that starts says so to all who watch the root window; one that
 * ends is seen by its window being destroyed. A server that cannot be reached has none.
 */
export function watchX11Tray({ stream, cookie, screen, log }: X11TrayParts): LegacyTray {
  let state: TrayHostState = 'unknown';
  let received: Buffer = Buffer.alloc(0);
  let isWelcome = false;
  let stopped = false;
  let sequence = 0;
  const questions = new Map<number, Question>();
  const atoms = { tray: 0, manager: 0 };
  let owner = 0;
  const listeners = new Set<() => void>();

  function setState(next: TrayHostState): void {
    if (next === state || stopped) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  function request(bytes: Buffer, question?: Question): void {
    // The server counts requests in 16 bits.
    sequence = (sequence + 1) & 0xffff;
    if (question !== undefined) questions.set(sequence, question);
    stream.write(bytes);
  }

  function askOwner(): void {
    request(getSelectionOwner(atoms.tray), 'owner');
  }

  function onReply(question: Question, value: number): void {
    if (question === 'manager-atom') atoms.manager = value;
    if (question === 'tray-atom') {
      atoms.tray = value;
      askOwner();
    }
    if (question !== 'owner') return;
    if (value !== 0 && value !== owner) request(watchWindow(value));
    owner = value;
    setState(value === 0 ? 'absent' : 'present');
  }

  function onPacket(packet: X11Packet): void {
    if (packet.kind === 'reply') {
      const question = questions.get(packet.sequence);
      questions.delete(packet.sequence);
      if (question !== undefined) onReply(question, packet.value);
    }
    const ended = packet.kind === 'destroyed' && packet.window === owner;
    const began =
      packet.kind === 'message' && packet.type === atoms.manager && packet.data === atoms.tray;
    // An error is about a tray that was gone again before it could be watched.
    if (ended || began || (packet.kind === 'error' && atoms.tray !== 0)) askOwner();
  }

  function onData(chunk: Buffer): void {
    received = Buffer.concat([received, chunk]);
    if (!isWelcome) {
      const setup = readSetup(received);
      if (setup.kind === 'incomplete') return;
      const root = setup.kind === 'welcome' ? setup.roots[screen] : undefined;
      if (setup.kind === 'refused' || root === undefined) {
        log.warn('The X server does not tell whether it has a tray');
        end();
        return;
      }
      isWelcome = true;
      received = received.subarray(setup.bytes);
      request(watchWindow(root));
      request(internAtom('MANAGER'), 'manager-atom');
      request(internAtom(`_NET_SYSTEM_TRAY_S${screen}`), 'tray-atom');
    }
    const { packets, rest } = readPackets(received);
    received = rest;
    for (const packet of packets) onPacket(packet);
  }

  function end(): void {
    stream.destroy();
    setState('absent');
  }

  stream.on('data', (chunk) => {
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
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      listeners.clear();
      stream.destroy();
    },
  };
}
