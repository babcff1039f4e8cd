import { Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import '../frame/search-field.css';

/** Finds every single setting. */
export function SearchField(props: {
  readonly ref: (field: HTMLInputElement) => void;
  readonly query: string;
  readonly onInput: (query: string) => void;
  /** Enter takes the first one that was found. */
  readonly onEnter: () => void;
}) {
  const app = useApp();
  let field: HTMLInputElement | undefined;
  const clear = () => {
    props.onInput('');
    field?.focus();
  };
  return (
    <search class="search-field">
      <Icon name="search" />
      <input
        ref={(element) => {
          field = element;
          props.ref(element);
        }}
        type="text"
        inputMode="search"
        value={props.query}
        aria-label={app.m().settings.search}
        placeholder={app.m().settings.search}
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') props.onEnter();
          else if (event.key === 'Escape' && props.query !== '') clear();
          else if (event.key === 'ArrowDown') {
            event.currentTarget
              .closest('nav')
              ?.querySelector<HTMLElement>('.settings-entry')
              ?.focus();
          } else return;
          event.preventDefault();
        }}
      />
      <Show when={props.query !== ''}>
        <button
          type="button"
          class="search-clear"
          aria-label={app.m().settings.searchClear}
          title={app.m().settings.searchClear}
          onClick={clear}
        >
          <Icon name="x" />
        </button>
      </Show>
    </search>
  );
}
