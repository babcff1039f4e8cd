import type { NativeImage, Notification, NotificationConstructorOptions } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import type { NotificationService, ServiceState } from './notification-service.ts';
import { toastText } from './toast-text.ts';

/** A toast to show. */
export interface Toast {
  /** Names it in results and in `close`; showing another one with the same id replaces it. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly icon: NativeImage | null;
  /** Without the desktop's sound. */
  readonly silent?: boolean;
  readonly urgency?: 'low' | 'normal' | 'critical';
  /** Buttons, on macOS and Windows. */
  readonly actions?: readonly ToastAction[];
  /** Offers to type an answer, with this text where it will stand; on macOS and Windows. */
  readonly replyPlaceholder?: string;
}

export interface ToastAction {
  readonly id: string;
  readonly label: string;
}

/** Why a toast was not shown; a desktop's own words may come instead of these. */
export type ToastFailure =
  /** This system has no notifications. */
  | 'not-supported'
  /** Nothing on this Linux desktop shows notifications. */
  | 'no-notification-service'
  /** The service is there but does not answer. */
  | 'notification-service-silent'
  /** The desktop said neither yes nor no. */
  | 'not-confirmed'
  /** The desktop refused and did not say why. */
  | 'refused';

/**
 * What became of a toast. Each toast gets exactly one `shown` or `failed`, unless it is closed before
 * that; after `shown`, at most one of the others.
 */
export type ToastResult =
  | { readonly id: string; readonly result: 'shown' | 'clicked' }
  | { readonly id: string; readonly result: 'failed'; readonly reason: string }
  /** By the user, by the desktop, or by `close`. */
  | { readonly id: string; readonly result: 'closed' }
  | { readonly id: string; readonly result: 'action'; readonly actionId: string }
  | { readonly id: string; readonly result: 'replied'; readonly text: string };

/** The desktop's notifications. */
export interface Toasts {
  /** Never throws; what becomes of it comes as results, at the earliest during this call. */
  show(toast: Toast): void;
  /** Takes a toast off the desktop; nothing happens when it is not there (any more). */
  close(id: string): void;
  closeAll(): void;
}

export interface ToastsParts {
  readonly notifications: {
    isSupported(): boolean;
    make(options: NotificationConstructorOptions): Notification;
  };
  /** To be asked before each toast; null where Electron needs no such care (macOS, Windows). */
  readonly service: NotificationService | null;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly onResult: (result: ToastResult) => void;
}

/** How long (ms) a desktop may take to say that it shows a toast. */
export const confirmWithinMs = 5_000;
/** More toasts than this do not stand on a desktop; the oldest goes. */
export const mostToasts = 50;

interface Standing {
  readonly toast: Toast;
  /** Null while the service is being asked. */
  notification: Notification | null;
  confirming: Timer | null;
  shown: boolean;
}

const serviceFailures: Readonly<Partial<Record<ServiceState['kind'], ToastFailure>>> = {
  absent: 'no-notification-service',
  silent: 'notification-service-silent',
};

/** Shows toasts, and tells what becomes of each. */
export function createToasts(parts: ToastsParts): Toasts {
  const { notifications, service, platform, clock, log, onResult } = parts;
  /**
   * The oldest first. Holding on to a notification also keeps its handlers: Electron drops those of
   * one that was garbage-collected (electron/electron#12690).
   */
  const standing = new Map<string, Standing>();

  /** Forgets a toast and tells why; nothing when it was told already, or replaced. */
  function end(entry: Standing, result: ToastResult): void {
    if (standing.get(entry.toast.id) !== entry) return;
    standing.delete(entry.toast.id);
    entry.confirming?.cancel();
    onResult(result);
  }

  function fail(entry: Standing, reason: string): void {
    log.warn('A toast was not shown', { reason });
    end(entry, { id: entry.toast.id, result: 'failed', reason });
  }

  /**
   * Takes it off the desktop. Linux tells nothing of a toast that its own program closes. A service
   * that hangs is not asked to: that would block as much as showing does.
   */
  function dismiss({ notification, confirming }: Standing): void {
    confirming?.cancel();
    if (notification === null) return;
    const close = (state: ServiceState | null) => {
      if (state !== null && serviceFailures[state.kind] !== undefined) return;
      try {
        notification.close();
      } catch (error) {
        log.warn('A toast could not be closed', { error: String(error) });
      }
    };
    const state = service?.state() ?? null;
    if (state instanceof Promise) void state.then(close);
    else close(state);
  }

  function closeEntry(entry: Standing): void {
    dismiss(entry);
    end(entry, { id: entry.toast.id, result: 'closed' });
  }

  function listen(entry: Standing, notification: Notification): void {
    const { id, actions = [] } = entry.toast;
    notification.on('show', () => {
      if (entry.shown || standing.get(id) !== entry) return;
      entry.shown = true;
      entry.confirming?.cancel();
      onResult({ id, result: 'shown' });
    });
    notification.on('failed', (_event, error) => fail(entry, error === '' ? 'refused' : error));
    notification.on('click', () => end(entry, { id, result: 'clicked' }));
    notification.on('close', (details) => {
      // On Windows it goes to the list of notifications when its time is over, where it can still
      // be clicked. Electron 33 does not tell that from a dismissal, so there it is kept as well.
      const movedAway =
        platform === 'win32' && (details.reason === undefined || details.reason === 'timedOut');
      if (!movedAway) end(entry, { id, result: 'closed' });
    });
    notification.on('action', (details, index) => {
      // Electron 33 knows only the second argument, later ones advise against it.
      const action = actions[details.actionIndex ?? index];
      if (action !== undefined) end(entry, { id, result: 'action', actionId: action.id });
    });
    notification.on('reply', (details, text) => {
      end(entry, { id, result: 'replied', text: details.reply ?? text });
    });
  }

  function raise(entry: Standing, bodyIsMarkup: boolean): void {
    if (standing.get(entry.toast.id) !== entry) return;
    if (!notifications.isSupported()) {
      fail(entry, 'not-supported' satisfies ToastFailure);
      return;
    }
    try {
      const notification = notifications.make(optionsFor(entry.toast, platform, bodyIsMarkup));
      entry.notification = notification;
      entry.confirming = clock.setTimeout(() => {
        dismiss(entry);
        fail(entry, 'not-confirmed' satisfies ToastFailure);
      }, confirmWithinMs);
      listen(entry, notification);
      notification.show();
    } catch (error) {
      fail(entry, String(error));
    }
  }

  function raiseIfServed(entry: Standing, state: ServiceState): void {
    const failure = serviceFailures[state.kind];
    if (failure !== undefined) fail(entry, failure);
    // Most services read markup; where none can be asked, Electron will say whether there is one.
    else raise(entry, state.kind === 'ready' ? state.bodyIsMarkup : true);
  }

  function makeRoom(): void {
    for (const oldest of standing.values()) {
      if (standing.size < mostToasts) return;
      closeEntry(oldest);
    }
  }

  return {
    show(toast) {
      const replaced = standing.get(toast.id);
      if (replaced !== undefined) {
        standing.delete(toast.id);
        dismiss(replaced);
      }
      makeRoom();
      const entry: Standing = { toast, notification: null, confirming: null, shown: false };
      standing.set(toast.id, entry);
      const state = service?.state() ?? null;
      if (state === null) raise(entry, false);
      else if (state instanceof Promise) void state.then((known) => raiseIfServed(entry, known));
      else raiseIfServed(entry, state);
    },
    close(id) {
      const entry = standing.get(id);
      if (entry !== undefined) closeEntry(entry);
    },
    closeAll() {
      for (const entry of [...standing.values()]) closeEntry(entry);
    },
  };
}

function optionsFor(
  toast: Toast,
  platform: NodeJS.Platform,
  bodyIsMarkup: boolean,
): NotificationConstructorOptions {
  const { icon, silent = false, urgency = 'normal', actions = [], replyPlaceholder } = toast;
  const options = {
    ...toastText(toast, bodyIsMarkup),
    silent,
    urgency,
    ...(icon === null ? {} : { icon }),
  };
  if (platform === 'linux') return options;
  return {
    ...options,
    actions: actions.map(({ label }) => ({ type: 'button' as const, text: label })),
    ...(replyPlaceholder === undefined ? {} : { hasReply: true, replyPlaceholder }),
  };
}
