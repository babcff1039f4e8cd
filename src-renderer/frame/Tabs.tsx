import { createMemo, For, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import type { ListName } from '../app/navigation.ts';
import './tabs.css';

/** Without an account there are no timelines. */
const viewsOf = (hasAccount: boolean): readonly ListName[] =>
  hasAccount ? ['notices', 'timeline'] : ['notices'];

/** The id of the element that a tab shows. */
export const panelId = (view: ListName) => `panel-${view}`;
/** The id of the tab itself. */
export const tabId = (view: ListName) => `tab-${view}`;

/** Switches between notices and timeline, after the ARIA tabs pattern. */
export function Tabs() {
  const app = useApp();
  const views = createMemo(() => viewsOf(app.state.accounts.length > 0));
  const unread = () =>
    [...app.state.accounts, ...app.state.feeds].reduce((sum, source) => sum + source.unread, 0);
  const choose = (view: ListName) => {
    app.nav.show(view);
    document.getElementById(tabId(view))?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={app.m().views.label}>
      <For each={views()}>
        {(view, index) => (
          <button
            type="button"
            id={tabId(view)}
            class="tab"
            role="tab"
            aria-selected={app.nav.view() === view}
            aria-controls={panelId(view)}
            tabIndex={app.nav.view() === view ? 0 : -1}
            onClick={() => app.nav.show(view)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
              event.preventDefault();
              const other = views()[1 - index()];
              if (other !== undefined) choose(other);
            }}
          >
            {app.m().views[view]}
            <Show when={view === 'notices' && unread() > 0}>
              <span class="tab-count" aria-hidden="true">
                {unread() > 99 ? '99+' : unread()}
              </span>
              <span class="visually-hidden">{app.m().views.unread(unread())}</span>
            </Show>
          </button>
        )}
      </For>
    </div>
  );
}
