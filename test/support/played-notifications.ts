import { once } from 'node:events';
import dbus from '@particle/dbus-next';
import * as v from 'valibot';
import { Recording } from './desktop-recording.ts';

const service = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** What a notification service may say that it can do. */
export type Capability = 'actions' | 'body' | 'body-markup' | 'inline-reply' | 'sound';

/** One call of `Notify`, with the types that it came with. */
export interface PlayedNotify {
  /** What was answered. */
  readonly id: number;
  readonly replacesId: number;
  readonly summary: string;
  readonly body: string;
  /** Keys and labels in turns. */
  readonly actions: readonly string[];
  /** Each value with its D-Bus signature. */
  readonly hints: Readonly<Record<string, { readonly signature: string; readonly value: unknown }>>;
}

const notifyBody = v.tuple([
  v.string(),
  v.number(),
  v.string(),
  v.string(),
  v.string(),
  v.array(v.string()),
  v.record(v.string(), v.instance(dbus.Variant)),
  v.number(),
]);
const closeBody = v.tuple([v.number()]);

/** A notification service that the test plays: it shows nothing, and its reader is the test. */
export interface PlayedNotifications {
  readonly calls: Recording<PlayedNotify>;
  /** The ids that apps closed. */
  readonly closed: Recording<number>;
  press(id: number, key: string): void;
  /** Types an answer, as on KDE Plasma. */
  reply(id: number, text: string): void;
  /** Closes one, as its reader would. */
  dismiss(id: number): void;
  /** From here on `Notify` gets no answer, until the returned function gives them all. */
  hang(): () => void;
  /** Lets the name go; a second call is harmless. */
  stop(): Promise<void>;
}

/**
 * Takes the notification service's name on a desktop where nothing has it, and answers as KDE Plasma
 * does: one that replaces another has its id, and signals go to the app alone.
 */
export async function playNotifications(
  env: NodeJS.ProcessEnv,
  capabilities: readonly Capability[],
): Promise<PlayedNotifications> {
  const busAddress = env['DBUS_SESSION_BUS_ADDRESS'];
  if (busAddress === undefined) throw new Error('this desktop has no session bus');
  const bus = dbus.sessionBus({ busAddress });
  await once(bus, 'connect');
  const calls = new Recording<PlayedNotify>('notification');
  const closed = new Recording<number>('closed notification');
  const owners = new Map<number, string>();
  let kept: (() => void)[] | null = null;
  let newest = 0;
  let stopped = false;

  const answer = (message: dbus.Message, signature = '', body: unknown[] = []) => {
    const send = () => bus.send(dbus.Message.newMethodReturn(message, signature, body));
    if (kept === null || message.member !== 'Notify') send();
    else kept.push(send);
  };
  const tell = (id: number, member: string, signature: string, body: unknown[]) => {
    const destination = owners.get(id);
    if (destination === undefined) throw new Error(`no notification has the id ${id}`);
    const signal = { path, interface: service, member, signature, body, destination };
    bus.send(new dbus.Message({ ...signal, type: dbus.MessageType.SIGNAL }));
  };

  bus.addMethodHandler((message: dbus.Message) => {
    if (message.interface !== service) return false;
    switch (message.member) {
      case 'GetCapabilities':
        answer(message, 'as', [[...capabilities]]);
        return true;
      case 'Notify': {
        const [, replacesId, , summary, body, actions, hints] = v.parse(notifyBody, message.body);
        newest += replacesId === 0 ? 1 : 0;
        const id = replacesId === 0 ? newest : replacesId;
        owners.set(id, message.sender ?? '');
        answer(message, 'u', [id]);
        calls.add({ id, replacesId, summary, body, actions, hints });
        return true;
      }
      case 'CloseNotification': {
        const [id] = v.parse(closeBody, message.body);
        answer(message);
        closed.add(id);
        tell(id, 'NotificationClosed', 'uu', [id, 3]);
        return true;
      }
      default:
        return false;
    }
  });
  await bus.requestName(service, 0);
  return {
    calls,
    closed,
    press: (id, key) => tell(id, 'ActionInvoked', 'us', [id, key]),
    reply: (id, text) => tell(id, 'NotificationReplied', 'us', [id, text]),
    dismiss: (id) => tell(id, 'NotificationClosed', 'uu', [id, 2]),
    hang() {
      kept = [];
      return () => {
        const late = kept ?? [];
        kept = null;
        for (const send of late) send();
      };
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      await bus.releaseName(service);
      bus.disconnect();
    },
  };
}
