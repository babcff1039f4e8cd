import type { Log } from '../../engine/log.ts';
import type { RaisedToast, Toast, ToastBackend, ToastEvents, ToastResult } from './toast.ts';

/** The desktop's notifications. */
export interface Toasts {
  /** Never throws; what becomes of it comes as results, at the earliest during this call. */
  show(toast: Toast): void;
  /** Takes a toast off the desktop; nothing happens when it is not there (any more). */
  close(id: string): void;
  closeAll(): void;
}

export interface ToastsParts {
  readonly backend: ToastBackend;
  readonly log: Log;
  readonly onResult: (result: ToastResult) => void;
}

/** More toasts than this do not stand on a desktop; the oldest goes. */
export const mostToasts = 50;

interface Standing {
  readonly id: string;
  /** Null until the backend has taken it. */
  raised: RaisedToast | null;
  shown: boolean;
}

/** Shows toasts, and tells what becomes of each. */
export function createToasts({ backend, log, onResult }: ToastsParts): Toasts {
  /** The oldest first. */
  const standing = new Map<string, Standing>();

  /** Forgets a toast and tells why; nothing when it was told already, or replaced. */
  function end(entry: Standing, result: ToastResult): void {
    if (standing.get(entry.id) !== entry) return;
    standing.delete(entry.id);
    onResult(result);
  }

  function eventsFor(entry: Standing): ToastEvents {
    const { id } = entry;
    return {
      onShown() {
        if (entry.shown || standing.get(id) !== entry) return;
        entry.shown = true;
        onResult({ id, result: 'shown' });
      },
      onFailed(reason) {
        log.warn('A toast was not shown', { reason });
        end(entry, { id, result: 'failed', reason });
      },
      onClosed: () => end(entry, { id, result: 'closed' }),
      onClicked: () => end(entry, { id, result: 'clicked' }),
      onAction: (actionId) => end(entry, { id, result: 'action', actionId }),
      onReplied: (text) => end(entry, { id, result: 'replied', text }),
    };
  }

  function close(entry: Standing): void {
    entry.raised?.close();
    end(entry, { id: entry.id, result: 'closed' });
  }

  function makeRoom(): void {
    for (const oldest of standing.values()) {
      if (standing.size < mostToasts) return;
      close(oldest);
    }
  }

  return {
    show(toast) {
      const replaced = standing.get(toast.id)?.raised ?? null;
      standing.delete(toast.id);
      makeRoom();
      const entry: Standing = { id: toast.id, raised: null, shown: false };
      standing.set(toast.id, entry);
      const events = eventsFor(entry);
      entry.raised = replaced?.replace(toast, events) ?? backend.raise(toast, events);
    },
    close(id) {
      const entry = standing.get(id);
      if (entry !== undefined) close(entry);
    },
    closeAll() {
      for (const entry of [...standing.values()]) close(entry);
    },
  };
}
