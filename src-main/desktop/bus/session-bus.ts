import type { Log } from '../../engine/log.ts';
import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import type { BusLink, DialBus, Incoming } from './bus-link.ts';

/** A method to call. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** D-Bus type signature of `body`; left out when there is none. */
  readonly signature?: string;
  readonly body?: readonly unknown[];
  /** Milliseconds to wait for the answer; 5,000 when left out. */
  readonly timeoutMs?: number;
}

/** Which signals to be told of; all fields must match. */
export interface SignalMatch {
  readonly sender: string;
  readonly path?: string;
  readonly interface: string;
  /** Left out: every signal of the interface. */
  readonly member?: string;
  /** The signal's first argument, where it is a string. */
  readonly arg0?: string;
}

/** Who sent a signal, and which. */
export interface SignalOrigin {
  /** The sender's unique name, as `:1.7`. */
  readonly sender: string;
  readonly member: string;
}

export type SignalListener = (body: readonly unknown[], origin: SignalOrigin) => void;

/** Why a call has no answer. */
export class BusError extends Error {
  /** `no-bus`: not connected, or the bus went away; `timeout`; `refused`: see `errorName`. */
  readonly code: 'no-bus' | 'timeout' | 'refused';
  /** The D-Bus error's name, as `org.freedesktop.DBus.Error.ServiceUnknown`; empty unless `refused`. */
  readonly errorName: string;
  constructor(code: 'no-bus' | 'timeout' | 'refused', errorName = '') {
    super(errorName === '' ? `D-Bus call: ${code}` : `D-Bus call: ${code} (${errorName})`);
    this.code = code;
    this.errorName = errorName;
  }
}

/** `unknown` until the first attempt to connect has ended. */
export type BusState = 'unknown' | 'up' | 'down';

/** A bus of this desktop, mostly its session bus: always there as an object, connected while there is a bus. */
export interface SessionBus {
  state(): BusState;
  /** Answers with the reply's arguments, unchecked; rejects with a BusError, always within the time-out. */
  call(call: BusCall): Promise<readonly unknown[]>;
  /**
   * Calls back with a signal's arguments, unchecked, until the returned function is called; survives
   * reconnecting. The bus holds the sender to the match, but any program can also send a signal here
   * directly: where that would do harm, compare the origin's sender with a service's unique name.
   */
  onSignal(match: SignalMatch, listener: SignalListener): () => void;
  /** Calls back on each change of `state` until the returned function is called. */
  onState(listener: (state: BusState) => void): () => void;
  /** Ends for good; calls under way reject, nothing stays behind. */
  stop(): void;
}

export interface SessionBusParts {
  readonly dial: DialBus;
  /** From `sessionBusAddress` or `systemBusAddress`; null: there is no bus, and none is looked for. */
  readonly address: string | null;
  readonly clock: Clock;
  readonly log: Log;
}

export const busName = 'org.freedesktop.DBus';
const busPath = '/org/freedesktop/DBus';
const callTimeoutMs = 5_000;
/** A session bus that is gone rarely comes back (the session ends with it), so the tries get rare too. */
const retryDelaysMs = [1_000, 5_000, 15_000, 60_000] as const;
/** D-Bus serials are 32 bits wide and never 0. */
const lastSerial = 0xffff_fffe;

/** A call to the bus itself. */
export function busCall(member: string, signature: string, body: readonly unknown[]): BusCall {
  return { destination: busName, path: busPath, interface: busName, member, signature, body };
}

function matchRule(match: SignalMatch): string {
  const parts = [`type='signal'`, `sender='${match.sender}'`, `interface='${match.interface}'`];
  if (match.member !== undefined) parts.push(`member='${match.member}'`);
  if (match.path !== undefined) parts.push(`path='${match.path}'`);
  if (match.arg0 !== undefined) parts.push(`arg0='${match.arg0}'`);
  return parts.join(',');
}

/** The sender is not compared: a match names a well-known name, a signal carries the unique one. */
function matches(match: SignalMatch, signal: Extract<Incoming, { kind: 'signal' }>): boolean {
  return (
    match.interface === signal.interface &&
    (match.member === undefined || match.member === signal.member) &&
    (match.path === undefined || match.path === signal.path) &&
    (match.arg0 === undefined || match.arg0 === signal.body[0])
  );
}

interface Waiting {
  readonly resolve: (body: readonly unknown[]) => void;
  readonly reject: (error: BusError) => void;
  readonly timer: Timer;
}

/** Connects to a bus and keeps connecting again while it is gone. */
export function createSessionBus({ dial, address, clock, log }: SessionBusParts): SessionBus {
  let state: BusState = address === null ? 'down' : 'unknown';
  let stopped = false;
  let link: BusLink | null = null;
  let failures = 0;
  let retry: Timer | null = null;
  let serial = 0;
  const waiting = new Map<number, Waiting>();
  const signals = new Map<symbol, { match: SignalMatch; listener: SignalListener }>();
  const stateListeners = new Set<(state: BusState) => void>();

  function setState(next: BusState): void {
    if (next === state) return;
    state = next;
    for (const listener of [...stateListeners]) listener(next);
  }

  function send(call: BusCall): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      if (link === null) {
        reject(new BusError('no-bus'));
        return;
      }
      serial = serial >= lastSerial ? 1 : serial + 1;
      const mine = serial;
      const timer = clock.setTimeout(() => {
        waiting.delete(mine);
        reject(new BusError('timeout'));
      }, call.timeoutMs ?? callTimeoutMs);
      waiting.set(mine, { resolve, reject, timer });
      try {
        link.send({ signature: '', body: [], ...call, serial: mine });
      } catch {
        settle(mine)?.reject(new BusError('no-bus'));
      }
    });
  }

  function settle(replySerial: number): Waiting | undefined {
    const found = waiting.get(replySerial);
    if (found === undefined) return undefined;
    waiting.delete(replySerial);
    found.timer.cancel();
    return found;
  }

  function addMatch(match: SignalMatch): void {
    send(busCall('AddMatch', 's', [matchRule(match)])).catch((error: unknown) => {
      log.warn('A D-Bus match was refused', { rule: matchRule(match), error: String(error) });
    });
  }

  function onMessage(message: Incoming): void {
    if (message.kind === 'signal') {
      for (const { match, listener } of [...signals.values()]) {
        if (matches(match, message)) listener(message.body, message);
      }
      return;
    }
    const call = settle(message.replySerial);
    if (call === undefined) return;
    if (message.kind === 'return') call.resolve(message.body);
    else call.reject(new BusError('refused', message.errorName));
  }

  function onDown(reason: string): void {
    link = null;
    for (const pending of [...waiting.keys()]) settle(pending)?.reject(new BusError('no-bus'));
    const delay = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? callTimeoutMs;
    if (failures === 0) log.info('A bus is not reachable', { address, reason });
    failures += 1;
    retry = clock.setTimeout(open, delay);
    setState('down');
  }

  function open(): void {
    retry = null;
    if (stopped || address === null) return;
    const mine: BusLink = dial(address, {
      onMessage: (message) => mine === link && onMessage(message),
      onDown: (reason) => mine === link && onDown(reason),
    });
    link = mine;
    send(busCall('Hello', '', [])).then(
      () => {
        if (mine !== link) return;
        failures = 0;
        for (const { match } of signals.values()) addMatch(match);
        setState('up');
      },
      (error: unknown) => {
        if (mine !== link) return;
        mine.close();
        onDown(String(error));
      },
    );
  }

  open();
  return {
    state: () => state,
    call: (call) => (state === 'up' ? send(call) : Promise.reject(new BusError('no-bus'))),
    onSignal(match, listener) {
      const key = Symbol(match.interface);
      signals.set(key, { match, listener });
      if (state === 'up') addMatch(match);
      return () => {
        if (!signals.delete(key) || state !== 'up') return;
        send(busCall('RemoveMatch', 's', [matchRule(match)])).catch(() => {});
      };
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    stop() {
      stopped = true;
      retry?.cancel();
      link?.close();
      link = null;
      signals.clear();
      stateListeners.clear();
      for (const pending of [...waiting.keys()]) settle(pending)?.reject(new BusError('no-bus'));
      state = 'down';
    },
  };
}
