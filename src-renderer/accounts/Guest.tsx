import { createMemo, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { EmptyState } from '../frame/EmptyState.tsx';
import { Icon } from '../icons/Icon.tsx';
import { useSignInTo } from './sign-in-to.ts';
import './accounts.css';

/** What signing in would add, over the timelines of a server that is only watched. */
export function GuestStrip() {
  const app = useApp();
  const signInTo = useSignInTo();
  const guest = createMemo(() => {
    const account = app.nav.account();
    return app.nav.view() === 'timeline' && account?.guest === true ? account : null;
  });
  return (
    <Show when={guest()}>
      {(account) => (
        <div class="guest-strip">
          <Icon name="eye" />
          <p>{app.m().accounts.watching(account().host)}</p>
          <button type="button" class="button small" onClick={() => signInTo(account().host)}>
            {app.m().accounts.signIn}
          </button>
        </div>
      )}
    </Show>
  );
}

/** In place of notices where nobody is signed in, and so none can come. */
export function NoNotices(props: { readonly hidden: boolean }) {
  const app = useApp();
  const signInTo = useSignInTo();
  return (
    <Show when={app.nav.account()}>
      {(account) => (
        <EmptyState
          icon="eye"
          hidden={props.hidden}
          title={app.m().accounts.guestsOnlyTitle}
          text={app.m().accounts.watching(account().host)}
        >
          <button type="button" class="button primary" onClick={() => signInTo(account().host)}>
            {app.m().accounts.signIn}
          </button>
        </EmptyState>
      )}
    </Show>
  );
}
