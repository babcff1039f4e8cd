import * as v from 'valibot';
import type { Log } from '../engine/log.ts';
import type { Clock } from '../engine/streaming/clock.ts';
import { busKnown } from './bus/bus-known.ts';
import { busVariant } from './bus/bus-variant.ts';
import { type BusCall, BusError, busName, type SessionBus } from './bus/session-bus.ts';

const serviceName = 'org.freedesktop.secrets';
const servicePath = '/org/freedesktop/secrets';
const serviceInterface = 'org.freedesktop.Secret.Service';
const promptInterface = 'org.freedesktop.Secret.Prompt';
/** What the Secret Service answers where there is no object, or nothing to ask the user. */
const nothing = '/';

/** Times in milliseconds. The service may have to be started first. */
const answerWithinMs = 20_000;
const busWithinMs = 2_000;

const pathReply = v.looseTuple([v.string()]);
const promptReply = v.looseTuple([v.unknown(), v.string()]);
const lockedReply = v.looseTuple([v.object({ value: v.boolean() })]);
const completedSignal = v.looseTuple([v.boolean()]);

/**
 * Opens the keyring of a Linux desktop (Secret Service API), asking the user for its password where it
 * is locked, or for a new one where there is no keyring yet. Electron would do the same, but blocks
 * the whole program meanwhile, even while nobody is there to type.
 *
 * Resolves to false when Electron must not be let at it, since it would block: the user said no, or
 * the service hangs. Never rejects.
 */
export async function openSecretService(bus: SessionBus, clock: Clock, log: Log): Promise<boolean> {
  await busKnown(bus, clock, busWithinMs);
  // Without a bus there is no service either, and Electron finds that out at once.
  if (bus.state() !== 'up') return true;
  try {
    const [collection] = v.parse(
      pathReply,
      await bus.call(serviceCall('ReadAlias', 's', ['default'])),
    );
    if (collection === nothing) return await prompted(bus, createCollection());
    if (!(await isLocked(bus, collection))) return true;
    return await prompted(bus, serviceCall('Unlock', 'ao', [[collection]]));
  } catch (error) {
    log.warn('The keyring could not be opened', { error: String(error) });
    // A service that is not there, or refuses, refuses Electron as quickly.
    return error instanceof BusError && error.code !== 'timeout';
  }
}

function serviceCall(member: string, signature: string, body: readonly unknown[]): BusCall {
  return {
    destination: serviceName,
    path: servicePath,
    interface: serviceInterface,
    member,
    signature,
    body,
    timeoutMs: answerWithinMs,
  };
}

function createCollection(): BusCall {
  const label = { 'org.freedesktop.Secret.Collection.Label': busVariant('s', 'Default keyring') };
  return serviceCall('CreateCollection', 'a{sv}s', [label, 'default']);
}

async function isLocked(bus: SessionBus, collection: string): Promise<boolean> {
  const reply = await bus.call({
    destination: serviceName,
    path: collection,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: ['org.freedesktop.Secret.Collection', 'Locked'],
    timeoutMs: answerWithinMs,
  });
  return v.parse(lockedReply, reply)[0].value;
}

/** Does what may need the user; whether the user agreed. */
async function prompted(bus: SessionBus, call: BusCall): Promise<boolean> {
  const [, prompt] = v.parse(promptReply, await bus.call(call));
  if (prompt === nothing) return true;
  const answered = promptAnswer(bus, prompt);
  try {
    await bus.call({
      destination: serviceName,
      path: prompt,
      interface: promptInterface,
      member: 'Prompt',
      signature: 's',
      body: [''],
      timeoutMs: answerWithinMs,
    });
    return await answered.agreed;
  } finally {
    answered.leave();
  }
}

/** The user may take all the time in the world; only a bus or a service that goes away ends the wait. */
function promptAnswer(bus: SessionBus, prompt: string) {
  const leave: (() => void)[] = [];
  const agreed = new Promise<boolean>((resolve) => {
    leave.push(
      bus.onSignal(
        { sender: serviceName, path: prompt, interface: promptInterface, member: 'Completed' },
        (body) => {
          const parsed = v.safeParse(completedSignal, body);
          resolve(parsed.success && !parsed.output[0]);
        },
      ),
      bus.onSignal(
        { sender: busName, interface: busName, member: 'NameOwnerChanged', arg0: serviceName },
        () => resolve(false),
      ),
      bus.onState(() => resolve(false)),
    );
  });
  return {
    agreed,
    leave: () => {
      for (const off of leave) off();
    },
  };
}
