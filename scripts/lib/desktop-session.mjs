// @ts-check
import { startVirtualDesktop } from './virtual-desktop.mjs';

/** Whether programs started from here can show something to someone. */
export function hasDesktop() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Runs `use` with the environment of a desktop session: the one that is there, or a virtual one that
 * lives as long as `use` takes.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} use has to end when this process gets a signal
 * @param {{ virtual?: boolean | undefined, size?: string | undefined }} [options] `virtual` demands a
 *   virtual one; `size` is the virtual one's, in pixels, such as `1280x800`
 * @returns {Promise<T>} what `use` returned
 */
export async function withDesktop(use, { virtual = false, size } = {}) {
  if (hasDesktop() && !virtual) return use(process.env);
  const signals = holdSignals();
  const desktop = await startVirtualDesktop(size === undefined ? {} : { size });
  try {
    signals.endIfHeld();
    return await use(desktop.env);
  } finally {
    await desktop.stop();
    signals.release();
  }
}

/**
 * Keeps a signal from ending this process before the session is cleared away. One that comes while
 * `use` runs is for `use`; one that came earlier ends this process when the session is gone.
 */
function holdSignals() {
  const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @type {NodeJS.Signals | undefined} */
  let held;
  const hold = (/** @type {NodeJS.Signals} */ name) => {
    held ??= name;
  };
  for (const name of names) process.on(name, hold);
  let ends = false;
  return {
    endIfHeld() {
      ends = held !== undefined;
      if (ends) throw new Error(`ended by ${held} before the desktop session was there`);
    },
    release() {
      for (const name of names) process.off(name, hold);
      if (ends && held !== undefined) process.kill(process.pid, held);
    },
  };
}
