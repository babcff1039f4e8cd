import * as v from 'valibot';
import { busCall, busName, type SessionBus } from '../bus/session-bus.ts';

/** Whether a panel shows StatusNotifier items, and which watcher takes them in. */
export type StatusNotifierState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly watcher: string };

export interface StatusNotifierWatch {
  state(): StatusNotifierState;
  stop(): void;
}

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';

const ownerReply = v.looseTuple([v.string()]);
const hostReply = v.looseTuple([v.object({ value: v.boolean() })]);

/**
 * Watches the session bus for a StatusNotifier host: a watcher that owns its name and says that a
 * host is registered with it (the watcher alone shows nothing: KDE's lives on while its panel is
 * down). `onChange` is called on each change, also when one watcher takes over from another, and
 * never before this has returned.
 */
export function watchStatusNotifier(
  bus: SessionBus,
  onChange: (state: StatusNotifierState) => void,
): StatusNotifierWatch {
  let state: StatusNotifierState = { kind: bus.state() === 'down' ? 'absent' : 'unknown' };
  let asked = 0;

  function setState(next: StatusNotifierState): void {
    const before = state.kind === 'present' ? state.watcher : state.kind;
    const after = next.kind === 'present' ? next.watcher : next.kind;
    state = next;
    if (before !== after) onChange(next);
  }

  async function ask(): Promise<StatusNotifierState> {
    try {
      const [watcher] = v.parse(
        ownerReply,
        await bus.call(busCall('GetNameOwner', 's', [watcherName])),
      );
      const [hosted] = v.parse(
        hostReply,
        await bus.call({
          destination: watcherName,
          path: watcherPath,
          interface: 'org.freedesktop.DBus.Properties',
          member: 'Get',
          signature: 'ss',
          body: [watcherName, 'IsStatusNotifierHostRegistered'],
        }),
      );
      return hosted.value ? { kind: 'present', watcher } : { kind: 'absent' };
    } catch {
      return { kind: 'absent' };
    }
  }

  function refresh(): void {
    asked += 1;
    const mine = asked;
    if (bus.state() !== 'up') {
      setState({ kind: bus.state() === 'unknown' ? 'unknown' : 'absent' });
      return;
    }
    void ask().then((answer) => mine === asked && setState(answer));
  }

  const watcherSignal = { sender: watcherName, path: watcherPath, interface: watcherName };
  const leave = [
    bus.onState(refresh),
    bus.onSignal(
      { sender: busName, interface: busName, member: 'NameOwnerChanged', arg0: watcherName },
      refresh,
    ),
    bus.onSignal({ ...watcherSignal, member: 'StatusNotifierHostRegistered' }, refresh),
    bus.onSignal({ ...watcherSignal, member: 'StatusNotifierHostUnregistered' }, refresh),
  ];
  if (bus.state() === 'up') refresh();
  return {
    state: () => state,
    stop() {
      asked += 1;
      for (const off of leave) off();
    },
  };
}
