import type { ToastRequest } from './toast-requests.ts';

/** A toast that stands on the desktop, or soon will. */
export interface StandingToast {
  readonly request: ToastRequest;
  /** The notice that it was raised for last; null for a digest. */
  readonly noticeId: string | null;
}

export interface StandingToastsListener {
  onToast(request: ToastRequest): void;
  /** The toast is no longer of use: what it tells was read elsewhere. */
  onCloseToast(id: string): void;
}

/** Which toasts stand on the desktop, by their ids. */
export class StandingToasts {
  readonly #listener: StandingToastsListener;
  readonly #standing = new Map<string, StandingToast>();

  constructor(listener: StandingToastsListener) {
    this.#listener = listener;
  }

  get(id: string): StandingToast | undefined {
    return this.#standing.get(id);
  }

  /** Asks for a toast; one that stands under the same id is replaced. */
  show(request: ToastRequest, noticeId: string | null): void {
    this.#standing.set(request.id, { request, noticeId });
    this.#listener.onToast(request);
  }

  /** Asks for it to go; that it went is told by `gone`. */
  close(id: string): void {
    if (this.#standing.has(id)) this.#listener.onCloseToast(id);
  }

  closeAll(which: (toast: StandingToast) => boolean): void {
    for (const toast of [...this.#standing.values()]) {
      if (which(toast)) this.close(toast.request.id);
    }
  }

  /** The desktop said that it is there no more. */
  gone(id: string): void {
    this.#standing.delete(id);
  }
}
