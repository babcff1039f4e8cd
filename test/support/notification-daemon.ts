import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Bus, type BusMessage, connectBus, monitorBus } from './desktop-bus.ts';
import { poll, Recording } from './desktop-recording.ts';

const notifications = 'org.freedesktop.Notifications';

/** A picture that came as pixels; the hash is of them. */
export interface ToastPicture {
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}

/** One call of `Notify`: each is counted, also one that replaces an earlier toast. */
export interface NotifyCall {
  readonly appName: string;
  /** The toast that this one replaces; 0 = none. */
  readonly replacesId: number;
  readonly icon: string;
  readonly summary: string;
  readonly body: string;
  /** Labels by action key; `default` is the click. */
  readonly actions: Readonly<Record<string, string>>;
  readonly picture: ToastPicture | null;
  readonly hints: Readonly<Record<string, unknown>>;
  /** Milliseconds; -1 = the daemon's choice, 0 = never. */
  readonly expireTimeout: number;
  /** What the daemon answered; null until then. */
  readonly id: number | null;
}

/** Why a toast is gone, by the reason of `NotificationClosed`. */
export type CloseReason = 'expired' | 'dismissed' | 'closed-by-app' | 'unknown';

export interface ClosedToast {
  readonly id: number;
  readonly reason: CloseReason;
}

/** What apps ask of the notification daemon and what it tells them, as seen on the session bus. */
export interface NotificationDaemon {
  /** Every `Notify` since the watch began, in order. */
  readonly calls: Recording<NotifyCall>;
  /** Every toast that is gone. */
  readonly closed: Recording<ClosedToast>;
  /**
   * Clicks a toast: its default action, then it is gone. dunst takes that for the oldest toast on show
   * alone: where it is another's turn, this rejects; `dismiss` what is before it.
   */
  click(id: number): Promise<void>;
  /** Presses a button of a toast on show, by its key. The daemon leaves the toast standing. */
  press(id: number, key: string): Promise<void>;
  /** Closes the oldest toast on show, as its reader would. */
  dismiss(): Promise<void>;
  /** Closes all toasts, as their reader would. */
  dismissAll(): Promise<void>;
  /** How many toasts are on show. */
  shown(): Promise<number>;
  /** Ends the watch. */
  stop(): void;
}

/**
 * Watches the notifications of a desktop from here on. It works whether the daemon runs or not, and
 * counts every call exactly, which the daemon's own history does not.
 */
export async function watchNotifications(env: NodeJS.ProcessEnv): Promise<NotificationDaemon> {
  const calls = new Recording<NotifyCall>('notification');
  const closed = new Recording<ClosedToast>('closed toast');
  const bus = await connectBus(env);
  const stopMonitor = await monitorBus(env, rules, reader(calls, closed));
  return {
    calls,
    closed,
    async click(id) {
      const oldest = oldestOnShow(calls, closed);
      if (oldest !== id) throw new Error(`toast ${id} is not the oldest on show; ${oldest} is`);
      await somethingShown(bus);
      // A click does both. Sent together, so that no answer of the app can come between.
      await Promise.all([
        dunst(bus, 'NotificationAction', 'u', [0]),
        dunst(bus, 'NotificationCloseLast'),
      ]);
    },
    async press(id, key) {
      const runtimeDir = env['XDG_RUNTIME_DIR'];
      if (runtimeDir === undefined) throw new Error('this desktop has no runtime folder');
      await somethingShown(bus);
      // What the desktop's `dmenu` is to choose; the daemon offers it every button on show.
      await writeFile(join(runtimeDir, 'choice'), `[${id},${key}]`);
      await dunst(bus, 'ContextMenuCall');
    },
    async dismiss() {
      await somethingShown(bus);
      await dunst(bus, 'NotificationCloseLast');
    },
    async dismissAll() {
      await dunst(bus, 'NotificationCloseAll');
      await poll('empty screen', async () => ((await shown(bus)) === 0 ? true : undefined));
    },
    shown: () => shown(bus),
    stop() {
      stopMonitor();
      bus.close();
    },
  };
}

const rules = [
  `type='method_call',interface='${notifications}',member='Notify'`,
  `type='signal',interface='${notifications}',member='NotificationClosed'`,
  "type='method_return'",
];

const notifySchema = v.tuple([
  v.string(),
  v.number(),
  v.string(),
  v.string(),
  v.string(),
  v.array(v.string()),
  v.record(v.string(), v.unknown()),
  v.number(),
]);
const idSchema = v.tuple([v.number()]);
const closedSchema = v.tuple([v.number(), v.number()]);
const pictureSchema = v.looseTuple([
  v.number(),
  v.number(),
  v.number(),
  v.boolean(),
  v.number(),
  v.number(),
  v.instance(Uint8Array),
]);

function reader(calls: Recording<NotifyCall>, closed: Recording<ClosedToast>) {
  const waiting = new Map<string, number>();
  const onReturn = (message: BusMessage) => {
    const key = `${message.destination} ${message.replySerial}`;
    const index = waiting.get(key);
    if (index === undefined) return;
    waiting.delete(key);
    const [id] = v.parse(idSchema, message.body);
    calls.amend(index, (call) => ({ ...call, id }));
  };
  return (message: BusMessage) => {
    if (message.kind === 'return') onReturn(message);
    else if (message.kind === 'signal') {
      const [id, reason] = v.parse(closedSchema, message.body);
      closed.add({ id, reason: reasons[reason] ?? 'unknown' });
    } else {
      waiting.set(`${message.sender} ${message.serial}`, calls.all.length);
      calls.add(readNotify(message));
    }
  };
}

/** By the numbers of the Desktop Notifications Specification. */
const reasons: Record<number, CloseReason> = { 1: 'expired', 2: 'dismissed', 3: 'closed-by-app' };

function readNotify(message: BusMessage): NotifyCall {
  const [appName, replacesId, icon, summary, body, actions, hints, expireTimeout] = v.parse(
    notifySchema,
    message.body,
  );
  const pairs = actions.flatMap((key, index) =>
    index % 2 === 0 ? [[key, actions[index + 1] ?? ''] as const] : [],
  );
  const { 'image-data': imageData, image_data, icon_data, ...otherHints } = hints;
  return {
    appName,
    replacesId,
    icon,
    summary,
    body,
    actions: Object.fromEntries(pairs),
    picture: readPicture(imageData ?? image_data ?? icon_data),
    hints: otherHints,
    expireTimeout,
    id: null,
  };
}

function readPicture(data: unknown): ToastPicture | null {
  const parsed = v.safeParse(pictureSchema, data);
  if (!parsed.success) return null;
  const [width, height, , , , , pixels] = parsed.output;
  return { width, height, sha256: createHash('sha256').update(pixels).digest('hex') };
}

function oldestOnShow(
  calls: Recording<NotifyCall>,
  closed: Recording<ClosedToast>,
): number | undefined {
  const gone = new Set<number | null>(closed.all.map((toast) => toast.id));
  return calls.all.flatMap(({ id }) => (id === null || gone.has(id) ? [] : [id]))[0];
}

/** dunst answers a call before it puts the toast on the screen. */
const somethingShown = (bus: Bus) =>
  poll('toast on the screen', async () => ((await shown(bus)) > 0 ? true : undefined));

async function shown(bus: Bus): Promise<number> {
  const properties = await bus.properties(
    notifications,
    '/org/freedesktop/Notifications',
    'org.dunstproject.cmd0',
  );
  return v.parse(v.number(), properties['displayedLength']);
}

const dunst = (bus: Bus, member: string, signature = '', body: readonly unknown[] = []) =>
  bus.call({
    destination: notifications,
    path: '/org/freedesktop/Notifications',
    interface: 'org.dunstproject.cmd0',
    member,
    signature,
    body,
  });
