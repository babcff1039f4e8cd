import { createHook } from 'node:async_hooks';

/** What keeps a process busy until it is closed. */
const kinds: ReadonlySet<string> = new Set(['Timeout', 'TCPWRAP', 'TLSWRAP']);

/** Timers and sockets that were opened since and are not closed. */
export interface Handles {
  readonly open: readonly string[];
  /** Resolves when there are none any more, and stops to watch. A timer that is due soon may pass meanwhile. */
  closed(): Promise<void>;
}

/** Notes down which timers and sockets of Node are opened and closed from now on. */
export function watchHandles(): Handles {
  const open = new Map<number, string>();
  let onEmpty = () => {};
  const hook = createHook({
    init(id, kind) {
      if (kinds.has(kind)) open.set(id, kind);
    },
    destroy(id) {
      open.delete(id);
      if (open.size === 0) onEmpty();
    },
  }).enable();
  return {
    get open() {
      return [...open.values()];
    },
    async closed() {
      if (open.size > 0) {
        await new Promise<void>((resolve) => {
          onEmpty = resolve;
        });
      }
      hook.disable();
    },
  };
}
