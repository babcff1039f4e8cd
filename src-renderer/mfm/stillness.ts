import { onCleanup } from 'solid-js';

/** Marks the page while nobody sees it, for what moves by itself to stand still; see motion.css. */
export function useStillness(): void {
  const mark = () => document.documentElement.toggleAttribute('data-unseen', document.hidden);
  mark();
  document.addEventListener('visibilitychange', mark);
  onCleanup(() => document.removeEventListener('visibilitychange', mark));
}
