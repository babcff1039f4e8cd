import type { Bridge } from '../../src-main/ipc/contract.ts';

declare global {
  interface Window {
    /** What the preload exposes; missing when the page is opened outside Suzu. */
    readonly suzu?: Bridge;
  }
}

/** The way to the main process, or null outside Suzu. */
export function bridgeOf(window: Window): Bridge | null {
  return window.suzu ?? null;
}
