import { Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import type { DetailView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { EmptyState } from '../frame/EmptyState.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { Note } from '../note/Note.tsx';
import './detail.css';
import { Profile } from './Profile.tsx';

/** One note or person alone, over the lists; they stay as they are beneath. */
export function Detail(props: { readonly detail: DetailView }) {
  const app = useApp();
  let layer: HTMLElement | undefined;
  const before = document.activeElement;
  onMount(() => layer?.focus());
  // The reader goes on where the detail was opened, once what is beneath takes the focus again.
  onCleanup(() =>
    queueMicrotask(() => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    }),
  );
  const note = () => (props.detail.kind === 'note' ? props.detail : null);
  const user = () => (props.detail.kind === 'user' ? props.detail.user : null);
  const title = () => (user() === null ? app.m().detail.note : app.m().detail.person);
  return (
    <section
      ref={layer}
      class="detail"
      tabIndex={-1}
      aria-label={title()}
      inert={app.state.compose !== null}
    >
      <PageHeader title={title()} onBack={() => app.actions.closeDetail()} />
      <div class="detail-scroller">
        <Switch>
          <Match when={props.detail.kind === 'loading'}>
            <div class="detail-loading" role="status">
              <span class="spinner" />
              {app.m().detail.loading}
            </div>
          </Match>
          <Match when={props.detail.kind === 'failed' && props.detail.error}>
            {(error) => (
              <EmptyState icon="alert-triangle" title={error()}>
                <button
                  type="button"
                  class="button small"
                  onClick={() => app.actions.closeDetail()}
                >
                  {app.m().app.back}
                </button>
              </EmptyState>
            )}
          </Match>
          <Match when={note()}>
            {(shown) => (
              <>
                <Show when={shown().replyTo}>
                  {(parent) => (
                    <article class="detail-note parent">
                      <Note note={parent()} />
                    </article>
                  )}
                </Show>
                <article class="detail-note">
                  <Note note={shown().note} whole />
                </article>
              </>
            )}
          </Match>
          <Match when={user()}>{(shown) => <Profile user={shown()} />}</Match>
        </Switch>
      </div>
    </section>
  );
}
