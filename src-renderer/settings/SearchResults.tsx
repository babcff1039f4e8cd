import { For, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { stepThrough } from './entry-keys.ts';
import type { FoundEntry } from './find.ts';

/** What a search found, each with the page it stands on. */
export function SearchResults(props: {
  readonly query: string;
  readonly found: readonly FoundEntry[];
  readonly onOpen: (found: FoundEntry) => void;
}) {
  const app = useApp();
  const words = () => app.m().settings;
  return (
    <>
      <p class="settings-found" role="status">
        {props.found.length === 0
          ? words().nothingFound(props.query)
          : words().found(props.found.length)}
      </p>
      <Show when={props.found.length > 0}>
        <ul class="settings-entries" onKeyDown={stepThrough}>
          <For each={props.found}>
            {(one) => (
              <li>
                <button type="button" class="settings-entry" onClick={() => props.onOpen(one)}>
                  <Icon name={one.page.icon} />
                  <span class="settings-entry-words">
                    <span>{one.entry.label}</span>
                    <span class="settings-entry-page">{one.page.title(app.m())}</span>
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
