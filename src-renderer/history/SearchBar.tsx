import { createEffect, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { FilterBar } from './FilterBar.tsx';
import '../frame/search-field.css';
import './search.css';

/** The field of the search, its filters, and how much was found. */
export function SearchBar() {
  const app = useApp();
  const words = () => app.m().history;
  let field: HTMLInputElement | undefined;

  // Only when it was asked for: who comes back to this tab keeps the focus on the tab.
  createEffect(() => {
    if (!app.search.wantsFocus()) return;
    field?.focus();
    field?.select();
    app.search.focusTaken();
  });
  const clear = () => {
    app.search.type('');
    field?.focus();
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (app.search.text() === '') app.search.close();
      else clear();
    } else if (event.key === 'ArrowDown') {
      event.currentTarget
        .closest('.panel')
        ?.querySelector<HTMLElement>('.list:not([hidden]) article[tabindex="0"]')
        ?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <search class="search-bar" aria-label={words().search}>
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          inputMode="search"
          aria-label={words().search}
          placeholder={words().placeholder}
          autocomplete="off"
          spellcheck={false}
          maxLength={512}
          value={app.search.text()}
          onInput={(event) => app.search.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Show when={app.search.text() !== ''}>
          <button
            type="button"
            class="search-clear"
            aria-label={words().clear}
            title={words().clear}
            onClick={clear}
          >
            <Icon name="x" />
          </button>
        </Show>
      </div>
      <FilterBar />
    </search>
  );
}
