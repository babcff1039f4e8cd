import type { ToastRequest } from '../engine/notices/toast-requests.ts';
import type { Clock } from '../engine/streaming/clock.ts';

/** How long (ms) a toast waits for its picture. A picture is nice; ringing late is not. */
export const pictureWaitMs = 700;

export interface ToastRaiserOptions<Picture> {
  readonly clock: Clock;
  /** The picture at an address, ready for a toast; null (or a rejection) when it cannot be had. */
  readonly picture: (url: string) => Promise<Picture | null>;
  readonly show: (request: ToastRequest, picture: Picture | null) => void;
  readonly close: (id: string) => void;
  /** A toast was taken back before it was shown. */
  readonly onTakenBack: (id: string) => void;
}

/** Raises toasts with the first of their pictures that comes in time. */
export class ToastRaiser<Picture> {
  readonly #options: ToastRaiserOptions<Picture>;
  /** Toasts that wait for their picture, by their id. */
  readonly #waiting = new Map<string, ToastRequest>();

  constructor(options: ToastRaiserOptions<Picture>) {
    this.#options = options;
  }

  raise(request: ToastRequest): void {
    if (request.iconUrls.length === 0) {
      this.#options.show(request, null);
      return;
    }
    this.#waiting.set(request.id, request);
    void this.#firstInTime(request.iconUrls).then((picture) => {
      if (this.#waiting.get(request.id) !== request) return;
      this.#waiting.delete(request.id);
      this.#options.show(request, picture);
    });
  }

  /** Takes a toast back, shown or not. */
  close(id: string): void {
    if (this.#waiting.delete(id)) this.#options.onTakenBack(id);
    else this.#options.close(id);
  }

  async #firstInTime(urls: readonly string[]): Promise<Picture | null> {
    const { clock, picture } = this.#options;
    let late = false;
    let stopWaiting = () => {};
    const deadline = new Promise<null>((resolve) => {
      const timer = clock.setTimeout(() => {
        late = true;
        resolve(null);
      }, pictureWaitMs);
      stopWaiting = () => timer.cancel();
    });
    try {
      for (const url of urls) {
        const found = await Promise.race([picture(url), deadline]);
        if (found !== null || late) return found;
      }
      return null;
    } catch {
      return null;
    } finally {
      stopWaiting();
    }
  }
}
