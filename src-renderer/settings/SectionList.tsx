import { For } from 'solid-js';
import type { SettingsPageId } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { stepThrough } from './entry-keys.ts';
import type { SettingsPage } from './page.ts';

/** The pages, to open one. */
export function SectionList(props: {
  readonly pages: readonly SettingsPage[];
  readonly open: SettingsPageId | null;
}) {
  const app = useApp();
  return (
    <ul class="settings-entries" onKeyDown={stepThrough}>
      <For each={props.pages}>
        {(page) => (
          <li>
            <button
              type="button"
              class="settings-entry"
              data-page={page.id}
              aria-current={page.id === props.open ? 'page' : undefined}
              onClick={() => app.nav.showSettingsPage(page.id)}
            >
              <Icon name={page.icon} />
              <span class="settings-entry-words">{page.title(app.m())}</span>
              <Icon name="chevron-right" />
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}
