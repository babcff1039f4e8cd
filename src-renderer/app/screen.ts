import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The width of the window in CSS px, as it changes. */
export function createWidth(): Accessor<number> {
  const [width, setWidth] = createSignal(window.innerWidth);
  const measure = () => setWidth(window.innerWidth);
  window.addEventListener('resize', measure);
  onCleanup(() => window.removeEventListener('resize', measure));
  return width;
}

/** Whether the window is seen: false while it is hidden or minimised. */
export function createSeen(): Accessor<boolean> {
  const [seen, setSeen] = createSignal(!document.hidden);
  const look = () => setSeen(!document.hidden);
  document.addEventListener('visibilitychange', look);
  onCleanup(() => document.removeEventListener('visibilitychange', look));
  return seen;
}
