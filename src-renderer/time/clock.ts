import { createSignal, onCleanup } from 'solid-js';

const halfMinute = 30_000;

/**
 * The time in ms since the epoch as a signal that moves on every `every` ms, and at once when the
 * window is seen again; it rests while it is not seen.
 */
export function createClock(every = halfMinute): () => number {
  const [now, setNow] = createSignal(Date.now());
  const tick = () => setNow(Date.now());
  const timer = setInterval(() => {
    if (!document.hidden) tick();
  }, every);
  document.addEventListener('visibilitychange', tick);
  onCleanup(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  });
  return now;
}
