import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { SessionBus } from '../bus/session-bus.ts';
import { DesktopPlace } from './desktop-place.ts';
import { notificationClient } from './notification-client.ts';
import type { NotificationService } from './notification-service.ts';
import type { ToastBackend } from './toast.ts';

export interface FreedesktopBackendParts {
  readonly bus: SessionBus;
  readonly service: NotificationService;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows the toasts while there is no bus. */
  readonly fallback: ToastBackend;
  /** What a click on a toast does, in words of the current language. */
  readonly openLabel: () => string;
}

/**
 * Shows toasts by calling the notification service of a Linux desktop itself: Electron's own way has
 * no buttons there, replaces nothing, and blocks the main process while the service hangs.
 */
export function freedesktopBackend(parts: FreedesktopBackendParts): ToastBackend {
  const client = notificationClient(parts.bus, parts.service);
  return {
    raise(toast, events) {
      const place = new DesktopPlace({ ...parts, client });
      return place.replace(toast, events);
    },
  };
}
