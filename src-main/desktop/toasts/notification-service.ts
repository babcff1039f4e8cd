import * as v from 'valibot';
import type { Clock } from '../../engine/streaming/clock.ts';
import { busKnown } from '../bus/bus-known.ts';
import { BusError, busCall, busName, type SessionBus } from '../bus/session-bus.ts';

/** What shows notifications on a Linux desktop, as far as it is known. */
export type ServiceState =
  | { readonly kind: 'ready'; readonly bodyIsMarkup: boolean }
  /** Nothing on this desktop shows notifications, and nothing can be started that would. */
  | { readonly kind: 'absent' }
  /** It is there but does not answer. Showing a toast now would freeze the whole program. */
  | { readonly kind: 'silent' }
  /** There is no bus to ask on. */
  | { readonly kind: 'unknown' };

/** The desktop's notification service (`org.freedesktop.Notifications`). */
export interface NotificationService {
  /** At once when it was asked not long ago, else when it has answered or its time is over. */
  state(): ServiceState | Promise<ServiceState>;
  stop(): void;
}

const serviceName = 'org.freedesktop.Notifications';
const servicePath = '/org/freedesktop/Notifications';

/** Times in milliseconds. */
export const serviceTimes = {
  /** How long an answer is believed while the service keeps its name: it may hang later. */
  fresh: 30_000,
  answer: 3_000,
  /** A service that is started by the first toast, at log-in on a busy computer. */
  start: 20_000,
  /** How long to wait for the bus itself, right after the start. */
  bus: 2_000,
} as const;

const capabilitiesReply = v.looseTuple([v.array(v.string())]);

/**
 * Asks the desktop's notification service whether it is alive before Electron does: Electron's calls
 * block the main process, for 25 seconds each, when the service hangs.
 */
export function watchNotificationService(bus: SessionBus, clock: Clock): NotificationService {
  let known: { readonly state: ServiceState; readonly at: number } | null = null;
  let asking: Promise<ServiceState> | null = null;
  /** Counts the service's owners, so that an answer about an earlier one is not kept. */
  let owner = 0;

  const leave = bus.onSignal(
    { sender: busName, interface: busName, member: 'NameOwnerChanged', arg0: serviceName },
    () => {
      owner += 1;
      known = null;
    },
  );

  async function ask(): Promise<ServiceState> {
    await busKnown(bus, clock, serviceTimes.bus);
    if (bus.state() !== 'up') return { kind: 'unknown' };
    try {
      await bus
        .call({
          ...busCall('StartServiceByName', 'su', [serviceName, 0]),
          timeoutMs: serviceTimes.start,
        })
        .catch(passWhenRefused);
      const [capabilities] = v.parse(
        capabilitiesReply,
        await bus.call({
          destination: serviceName,
          path: servicePath,
          interface: serviceName,
          member: 'GetCapabilities',
          timeoutMs: serviceTimes.answer,
        }),
      );
      return { kind: 'ready', bodyIsMarkup: capabilities.includes('body-markup') };
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

  return {
    state() {
      if (known !== null && clock.monotonic() - known.at < serviceTimes.fresh) return known.state;
      if (asking !== null) return asking;
      const asked = owner;
      asking = ask().then((state) => {
        asking = null;
        // Starting it changes its owner too, so what was learned right then is believed at once.
        if (asked === owner || state.kind === 'ready') known = { state, at: clock.monotonic() };
        return state;
      });
      return asking;
    },
    stop: leave,
  };
}
