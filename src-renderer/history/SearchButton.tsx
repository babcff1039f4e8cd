import { createEffect, on } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';

/** Opens the search among all kept notices, or closes it. */
export function SearchButton() {
  const app = useApp();
  let button: HTMLButtonElement | undefined;
  createEffect(
    on(
      app.search.isOpen,
      (isOpen) => {
        // What had the focus may have gone with the search.
        if (!isOpen && document.activeElement === document.body) button?.focus();
      },
      { defer: true },
    ),
  );
  const label = () => (app.search.isOpen() ? app.m().history.close : app.m().history.search);
  return (
    <button
      ref={button}
      type="button"
      class="icon-button notice-search"
      classList={{ on: app.search.isOpen() }}
      aria-label={label()}
      title={label()}
      aria-expanded={app.search.isOpen()}
      onClick={() => (app.search.isOpen() ? app.search.close() : app.search.open())}
    >
      <Icon name="search" />
    </button>
  );
}
