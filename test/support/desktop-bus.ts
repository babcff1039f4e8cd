import { once } from 'node:events';
import dbus from '@particle/dbus-next';

const busName = 'org.freedesktop.DBus';
const busPath = '/org/freedesktop/DBus';

/** A method call on the session bus; `signature` is D-Bus's, for example `sa{sv}`. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** A message as a monitor of the bus sees it. */
export interface BusMessage {
  readonly kind: 'call' | 'return' | 'error' | 'signal';
  readonly serial: number;
  /** The serial of the call that a return or an error answers, else 0. */
  readonly replySerial: number;
  /** Unique names, such as `:1.7`; the destination of a call may be a well-known name. */
  readonly sender: string;
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Containers of variants are already unwrapped. */
  readonly body: readonly unknown[];
}

/** A connection to the session bus of a desktop. */
export interface Bus {
  /** The values that the call returned, with variants unwrapped. Rejects with the bus's error. */
  call(call: BusCall): Promise<readonly unknown[]>;
  /** Every property of an object's interface. */
  properties(destination: string, path: string, iface: string): Promise<Record<string, unknown>>;
  /** Whether a program owns the name. */
  hasOwner(name: string): Promise<boolean>;
  close(): void;
}

async function connect(env: NodeJS.ProcessEnv): Promise<dbus.MessageBus> {
  const busAddress = env['DBUS_SESSION_BUS_ADDRESS'];
  if (busAddress === undefined) throw new Error('this desktop has no session bus');
  const connection = dbus.sessionBus({ busAddress });
  await once(connection, 'connect');
  return connection;
}

async function send(connection: dbus.MessageBus, call: BusCall): Promise<readonly unknown[]> {
  const { signature = '', body = [], ...address } = call;
  const reply = await connection.call(new dbus.Message({ ...address, signature, body: [...body] }));
  return (reply?.body ?? []).map(unwrap);
}

/** Connects to the session bus that `env` names. */
export async function connectBus(env: NodeJS.ProcessEnv): Promise<Bus> {
  const connection = await connect(env);
  const call = (what: BusCall) => send(connection, what);
  return {
    call,
    async properties(destination, path, iface) {
      const [all] = await call({
        destination,
        path,
        interface: 'org.freedesktop.DBus.Properties',
        member: 'GetAll',
        signature: 's',
        body: [iface],
      });
      return record(all);
    },
    async hasOwner(name) {
      const [owned] = await call({
        destination: busName,
        path: busPath,
        interface: busName,
        member: 'NameHasOwner',
        signature: 's',
        body: [name],
      });
      return owned === true;
    },
    close: () => connection.disconnect(),
  };
}

/**
 * Shows `listener` every message on the bus that one of the match rules fits, whoever sends it to
 * whom, until the returned function is called.
 */
export async function monitorBus(
  env: NodeJS.ProcessEnv,
  rules: readonly string[],
  listener: (message: BusMessage) => void,
): Promise<() => void> {
  const connection = await connect(env);
  // A monitor that answers a call that was meant for another loses its connection.
  connection.addMethodHandler(() => true);
  await send(connection, {
    destination: busName,
    path: busPath,
    interface: 'org.freedesktop.DBus.Monitoring',
    member: 'BecomeMonitor',
    signature: 'asu',
    body: [rules, 0],
  });
  connection.on('message', (wired) => {
    const message = readMessage(wired);
    // The bus tells each monitor that it lost its own name, at times only after it has confirmed it.
    if (message.interface === busName && message.member === 'NameLost') return;
    try {
      listener(message);
    } catch (error) {
      // Out of the library's reach: it would answer with it, and the monitor would be deaf without a word.
      queueMicrotask(() => {
        throw error;
      });
    }
  });
  return () => connection.disconnect();
}

/** The wire's message types, by number; 0 is none. */
const kinds = ['error', 'call', 'return', 'error', 'signal'] as const;

function readMessage(message: dbus.Message): BusMessage {
  return {
    kind: kinds[Number(message.type)] ?? 'error',
    serial: message.serial ?? 0,
    replySerial: Number(message.replySerial ?? 0),
    sender: message.sender ?? '',
    destination: message.destination ?? '',
    path: message.path ?? '',
    interface: message.interface ?? '',
    member: message.member ?? '',
    body: (message.body ?? []).map(unwrap),
  };
}

function unwrap(value: unknown): unknown {
  if (value instanceof dbus.Variant) return unwrap(value.value);
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unwrap(inner)]));
}

/** An object's fields; empty for anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A value for a call's `v`; `signature` is the value's own. */
export const variant = (signature: string, value: unknown) => new dbus.Variant(signature, value);
