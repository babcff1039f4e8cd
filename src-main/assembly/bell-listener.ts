import type { ToastRaiser } from '../desktop/toast-raiser.ts';
import type { BellListener } from '../engine/notices/bell.ts';
import type { WindowFeed } from '../ipc/window-feed.ts';

/** Who is told of what the bell does. All of them are built after it, and so asked for at each event. */
export interface BellListenerOptions {
  readonly raiser: () => Pick<ToastRaiser<unknown>, 'raise' | 'close'>;
  readonly feed: () => Pick<
    WindowFeed,
    'noticeInserted' | 'noticeUpdated' | 'noticesReset' | 'pauseChanged'
  >;
  readonly updateTray: () => void;
  /** The pause is to outlive this run; milliseconds since the epoch, null = not paused. */
  readonly keepPause: (until: number | null) => void;
  /** The server is to know that all of an account was read. */
  readonly tellRead: (accountId: string) => void;
}

/** Tells the desktop, the window and the tray what the bell does. */
export function bellListener(options: BellListenerOptions): BellListener {
  const { raiser, feed, updateTray, keepPause, tellRead } = options;
  return {
    onToast: (request) => raiser().raise(request),
    onCloseToast: (id) => raiser().close(id),
    onInsert(entry) {
      feed().noticeInserted(entry);
      updateTray();
    },
    onUpdate(entry) {
      feed().noticeUpdated(entry);
      updateTray();
    },
    onReset() {
      feed().noticesReset();
      updateTray();
    },
    onPause(until) {
      keepPause(until);
      feed().pauseChanged();
      updateTray();
    },
    onAllReadHere: tellRead,
  };
}
