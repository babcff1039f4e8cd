import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { type App, useApp } from '../app/context.ts';
import { PageHeader } from '../frame/PageHeader.tsx';
import { Icon } from '../icons/Icon.tsx';
import { messagesIn } from '../messages/index.ts';
import { createSettingsChanges, SettingsChangesProvider } from './changes.ts';
import { type FoundEntry, findEntries } from './find.ts';
import { jumpToRow } from './jump.ts';
import type { SettingsPage } from './page.ts';
import { settingsPages } from './pages.ts';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { SectionList } from './SectionList.tsx';
import './settings.css';

/** Everything a person may set: a list of pages and a search, with the open page beside or over them. */
export function Settings() {
  const app = useApp();
  const { nav } = app;
  const changes = createSettingsChanges(app.state, app.actions.changeSettings);
  const [query, setQuery] = createSignal('');
  let search: HTMLInputElement | undefined;
  let body: HTMLElement | undefined;
  let list: HTMLElement | undefined;

  const chosen = () => settingsPages.find(({ id }) => id === nav.settingsPage());
  /** The page that is shown: beside the list there always is one. */
  const page = createMemo(
    () => chosen() ?? (nav.hasSettingsBeside() ? settingsPages[0] : undefined),
  );
  const hasList = () => nav.hasSettingsBeside() || page() === undefined;
  const found = createMemo(() => findEntries(query(), settingsPages, [app.m(), messagesIn('en')]));

  const open = ({ page: { id }, entry }: FoundEntry) => {
    nav.showSettingsPage(id);
    // Solid has put the page there by now.
    jumpToRow(entry.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
    if (!isFind || event.defaultPrevented || document.querySelector('dialog[open]') !== null)
      return;
    event.preventDefault();
    if (!hasList()) nav.showSettingsPage(null);
    search?.focus();
    search?.select();
  };
  onMount(() => window.addEventListener('keydown', onKeyDown));
  onCleanup(() => window.removeEventListener('keydown', onKeyDown));

  let last = page();
  // A page that comes in place of the list takes the focus with it, and gives it back to its entry.
  createEffect(
    on(
      page,
      (now) => {
        const before = last;
        last = now;
        if (now !== undefined) body?.scrollTo(0, 0);
        if (nav.hasSettingsBeside() || before === now) return;
        if (now !== undefined) {
          if (body?.contains(document.activeElement) !== true) body?.focus({ preventScroll: true });
        } else if (before !== undefined) {
          list?.querySelector<HTMLElement>(`[data-page="${before.id}"]`)?.focus();
        }
      },
      { defer: true },
    ),
  );

  return (
    <SettingsChangesProvider value={changes}>
      <div class="settings">
        <PageHeader
          title={(!nav.hasSettingsBeside() && titleOf(app, page())) || app.m().views.settings}
          onBack={() => nav.back()}
        />
        <main class="settings-columns">
          <Show when={hasList()}>
            <nav class="settings-list" aria-label={app.m().settings.sections} ref={list}>
              <SearchField
                ref={(field) => {
                  search = field;
                }}
                query={query()}
                onInput={setQuery}
                onEnter={() => {
                  const [first] = found();
                  if (first !== undefined) open(first);
                }}
              />
              <Show
                when={query().trim() !== ''}
                fallback={<SectionList pages={settingsPages} open={page()?.id ?? null} />}
              >
                <SearchResults query={query().trim()} found={found()} onOpen={open} />
              </Show>
            </nav>
          </Show>
          <Show when={page()} keyed>
            {(shown) => (
              <section
                class="settings-body"
                ref={body}
                tabIndex={-1}
                aria-label={titleOf(app, shown)}
              >
                <OpenPage page={shown} />
              </section>
            )}
          </Show>
        </main>
      </div>
    </SettingsChangesProvider>
  );
}

/** What is shown is called: the page, or what lies over it. */
function titleOf(app: App, page: SettingsPage | undefined): string | undefined {
  return page?.over?.(app) ?? page?.title(app.m());
}

function OpenPage(props: { readonly page: SettingsPage }) {
  const app = useApp();
  return (
    <div class="settings-page">
      <Show when={app.nav.hasSettingsBeside()}>
        <div class="settings-page-head">
          <Show when={props.page.over?.(app)}>
            <button
              type="button"
              class="icon-button"
              aria-label={app.m().settings.backTo(props.page.title(app.m()))}
              title={app.m().settings.backTo(props.page.title(app.m()))}
              onClick={() => app.nav.back()}
            >
              <Icon name="arrow-left" />
            </button>
          </Show>
          <h2 class="settings-page-title">{titleOf(app, props.page)}</h2>
        </div>
      </Show>
      <Dynamic component={props.page.Page} />
    </div>
  );
}
