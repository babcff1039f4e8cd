import { createEffect, createSignal, onCleanup } from 'solid-js';
import { useApp } from '../app/context.ts';

/** Who types on is not told about what lies between (ms). */
const settles = 700;

/** Says how much was found: at once to the eye, and to the ear once the reader waits for it. */
export function FoundCount() {
  const app = useApp();
  const words = () => app.m().history;
  const [said, setSaid] = createSignal('');
  const text = () => {
    const { search } = app;
    const count = search.items().length;
    if (search.state() === 'searching') return words().searching;
    if (search.state() === 'failed') return search.error() || words().failed;
    if (count === 0) return words().none;
    return search.hasMore() ? words().foundMore(count) : words().found(count);
  };
  createEffect(() => {
    if (app.search.state() === 'searching') return;
    const settled = text();
    const timer = setTimeout(() => setSaid(settled), settles);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <>
      <p class="search-count" aria-hidden="true">
        {text()}
      </p>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </>
  );
}
