import * as v from 'valibot';
import type { Clock } from '../../engine/streaming/clock.ts';
import { busKnown } from '../bus/bus-known.ts';
import { BusError, busCall, busName, type SessionBus } from '../bus/session-bus.ts';

/** A notification service that answers, and what it can do. */
export interface ReadyService {
  readonly kind: 'ready';
  /**
   * The service's unique name on the bus. Calls go to it rather than to the well-known name: the ids
   * that a service gave mean nothing to the one that takes its place.
   */
  readonly owner: string;
  readonly bodyIsMarkup: boolean;
  /** It shows buttons, and tells of a click. */
  readonly hasActions: boolean;
  /** An answer can be typed on the toast (KDE Plasma). */
  readonly hasInlineReply: boolean;
  /** It plays sounds, and knows those of the desktop's theme by name. */
  readonly hasSound: boolean;
}

/** What shows notifications on a Linux desktop, as far as it is known. */
export type ServiceState =
  | ReadyService
  /** Nothing on this desktop shows notifications, and nothing can be started that would. */
  | { readonly kind: 'absent' }
  /** It is there but does not answer. */
  | { readonly kind: 'silent' }
  /** There is no bus to ask on. */
  | { readonly kind: 'unknown' };

/** The desktop's notification service (`org.freedesktop.Notifications`). */
export interface NotificationService {
  /** At once when it is known, else when it has answered or its time is over. */
  state(): ServiceState | Promise<ServiceState>;
  /**
   * Calls back when the service's name has gone to another owner or to none, or the bus is gone: what
   * stood on the desktop is gone too, or out of reach. Until the returned function is called.
   */
  onLost(listener: () => void): () => void;
  stop(): void;
}

export const serviceName = 'org.freedesktop.Notifications';
export const servicePath = '/org/freedesktop/Notifications';

/** Times in milliseconds. */
export const serviceTimes = {
  /** How long it is believed that there is none, or that it hangs. */
  fresh: 30_000,
  answer: 3_000,
  /** A service that is started by the first toast, at log-in on a busy computer. */
  start: 20_000,
  /** How long to wait for the bus itself, right after the start. */
  bus: 2_000,
} as const;

const ownerReply = v.looseTuple([v.string()]);
const capabilitiesReply = v.looseTuple([v.array(v.string())]);

/** Finds the desktop's notification service, and asks what it can do whenever another one takes over. */
export function watchNotificationService(bus: SessionBus, clock: Clock): NotificationService {
  let known: { readonly state: ServiceState; readonly at: number } | null = null;
  let asking: Promise<ServiceState> | null = null;
  /** Counts the service's owners, so that an answer about an earlier one is not kept. */
  let owners = 0;
  /** The newest owner, where the bus has told of one. */
  let owner: string | null = null;
  const listeners = new Set<() => void>();

  function lost(next: string | null): void {
    owners += 1;
    owner = next;
    known = null;
    for (const listener of [...listeners]) listener();
  }

  const leaveOwner = bus.onSignal(
    { sender: busName, interface: busName, member: 'NameOwnerChanged', arg0: serviceName },
    ([, , next]) => lost(typeof next === 'string' ? next : null),
  );
  // What happens while the bus is away is not told.
  const leaveBus = bus.onState(() => lost(null));

  async function ask(): Promise<ServiceState> {
    await busKnown(bus, clock, serviceTimes.bus);
    const asked = owners;
    const state = await find();
    // Being started for this question changes its owner too.
    const isStill = asked === owners || (state.kind === 'ready' && state.owner === owner);
    if (isStill) known = { state, at: clock.monotonic() };
    return state;
  }

  async function find(): Promise<ServiceState> {
    if (bus.state() !== 'up') return { kind: 'unknown' };
    try {
      await bus
        .call({
          ...busCall('StartServiceByName', 'su', [serviceName, 0]),
          timeoutMs: serviceTimes.start,
        })
        .catch(passWhenRefused);
      const [found] = v.parse(
        ownerReply,
        await bus.call(busCall('GetNameOwner', 's', [serviceName])),
      );
      const [capabilities] = v.parse(
        capabilitiesReply,
        await bus.call({
          destination: found,
          path: servicePath,
          interface: serviceName,
          member: 'GetCapabilities',
          timeoutMs: serviceTimes.answer,
        }),
      );
      const hasActions = capabilities.includes('actions');
      return {
        kind: 'ready',
        owner: found,
        bodyIsMarkup: capabilities.includes('body-markup'),
        hasActions,
        hasInlineReply: hasActions && capabilities.includes('inline-reply'),
        hasSound: capabilities.includes('sound'),
      };
    } catch (error) {
      if (error instanceof BusError && error.code === 'no-bus') return { kind: 'unknown' };
      if (error instanceof BusError && error.code === 'refused') return { kind: 'absent' };
      return { kind: 'silent' };
    }
  }

  /** A bus also refuses to start what runs already, if it could not start it itself: the next call tells. */
  function passWhenRefused(error: unknown): void {
    if (!(error instanceof BusError && error.code === 'refused')) throw error;
  }

  function isBelieved(answer: { readonly state: ServiceState; readonly at: number }): boolean {
    return answer.state.kind === 'ready' || clock.monotonic() - answer.at < serviceTimes.fresh;
  }

  return {
    state() {
      if (known !== null && isBelieved(known)) return known.state;
      if (asking !== null) return asking;
      asking = ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    onLost(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      leaveOwner();
      leaveBus();
      listeners.clear();
    },
  };
}
