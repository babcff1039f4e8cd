import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { RaisedToast, Toast, ToastBackend, ToastEvents, ToastFailure } from './toast.ts';
import { toastText } from './toast-text.ts';

export interface ElectronBackendParts {
  readonly notifications: {
    isSupported(): boolean;
    make(options: NotificationConstructorOptions): Notification;
  };
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long (ms) a desktop may take to say that it shows a toast. */
export const confirmWithinMs = 5_000;

/**
 * Shows toasts with Electron's own notifications: on macOS and Windows, and on a Linux desktop where
 * the notification service cannot be reached in any other way; there they have no buttons.
 */
export function electronBackend(parts: ElectronBackendParts): ToastBackend {
  const { notifications, platform, clock, log } = parts;
  /**
   * Holding on to a notification keeps its handlers: Electron drops those of one that was
   * garbage-collected (electron/electron#12690).
   */
  const held = new Set<Notification>();

  function raise(toast: Toast, events: ToastEvents): RaisedToast {
    const close = present(toast, events);
    return {
      replace(next, nextEvents) {
        close();
        return raise(next, nextEvents);
      },
      close,
    };
  }

  /** Returns what takes it off the desktop. */
  function present(toast: Toast, events: ToastEvents): () => void {
    if (!notifications.isSupported()) {
      events.onFailed('not-supported' satisfies ToastFailure);
      return () => {};
    }
    try {
      const notification = notifications.make(optionsFor(toast, platform));
      const confirming = clock.setTimeout(() => {
        dismiss();
        events.onFailed('not-confirmed' satisfies ToastFailure);
      }, confirmWithinMs);
      const isOver = () => {
        confirming.cancel();
        return !held.delete(notification);
      };
      const dismiss = () => {
        if (!isOver()) close(notification);
      };
      held.add(notification);
      notification.on('show', () => {
        confirming.cancel();
        if (held.has(notification)) events.onShown();
      });
      listen(notification, toast, (tell) => {
        if (!isOver()) tell(events);
      });
      notification.show();
      return dismiss;
    } catch (error) {
      events.onFailed(String(error));
      return () => {};
    }
  }

  function listen(
    notification: Notification,
    toast: Toast,
    end: (tell: (events: ToastEvents) => void) => void,
  ): void {
    const buttons = buttonsOf(toast, platform);
    notification.on('failed', (_event, error) => {
      const reason = error === '' ? ('refused' satisfies ToastFailure) : error;
      end((events) => events.onFailed(reason));
    });
    notification.on('click', () => end((events) => events.onClicked()));
    notification.on('close', (details) => {
      // On Windows it goes to the list of notifications when its time is over, where it can still
      // be clicked. Electron 33 does not tell that from a dismissal, so there it is kept as well.
      const movedAway =
        platform === 'win32' && (details.reason === undefined || details.reason === 'timedOut');
      if (!movedAway) end((events) => events.onClosed());
    });
    notification.on('action', (details, index) => {
      // Electron 33 knows only the second argument, later ones advise against it.
      const action = buttons[details.actionIndex ?? index];
      if (action !== undefined) end((events) => events.onAction(action.id));
    });
    notification.on('reply', (details, text) => {
      end((events) => events.onReplied(details.reply ?? text));
    });
  }

  function close(notification: Notification): void {
    try {
      notification.close();
    } catch (error) {
      log.warn('A toast could not be closed', { error: String(error) });
    }
  }

  return { raise };
}

/** Electron shows buttons on macOS and Windows only; there what can be typed is no button. */
function buttonsOf({ actions = [] }: Toast, platform: NodeJS.Platform) {
  return platform === 'linux' ? [] : actions.filter(({ typed }) => typed === undefined);
}

function optionsFor(toast: Toast, platform: NodeJS.Platform): NotificationConstructorOptions {
  const { icon, silent = false, urgency = 'normal', actions = [] } = toast;
  const options = {
    // Most Linux services read markup, and there is no asking them here.
    ...toastText(toast, platform === 'linux'),
    silent,
    urgency,
    ...(icon === null ? {} : { icon }),
  };
  if (platform === 'linux') return options;
  const typed = actions.find((action) => action.typed !== undefined)?.typed;
  return {
    ...options,
    actions: buttonsOf(toast, platform).map(({ label }) => ({ type: 'button', text: label })),
    ...(typed === undefined ? {} : { hasReply: true, replyPlaceholder: typed.placeholder }),
  };
}
