import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { SessionBus } from '../bus/session-bus.ts';
import { type ElectronBackendParts, electronBackend } from './electron-backend.ts';
import { freedesktopBackend } from './freedesktop-backend.ts';
import { watchNotificationService } from './notification-service.ts';
import type { ToastBackend } from './toast.ts';

export interface ToastBackendParts {
  readonly platform: NodeJS.Platform;
  readonly bus: SessionBus;
  readonly notifications: ElectronBackendParts['notifications'];
  readonly clock: Clock;
  readonly log: Log;
  /** What a click on a toast does, in words of the current language. */
  readonly openLabel: () => string;
}

/** The way to show toasts on this system. */
export function toastBackend(parts: ToastBackendParts): ToastBackend {
  const { platform, bus, clock } = parts;
  const electron = electronBackend(parts);
  if (platform !== 'linux') return electron;
  const service = watchNotificationService(bus, clock);
  return freedesktopBackend({ ...parts, service, fallback: electron });
}
