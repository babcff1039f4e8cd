import { For, type JSX, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { pageTitle } from '../settings/pages.ts';
import './bar.css';

/** What needs attention, and with `signedOut` what remains to be done after signing out. */
export function Messages(props: { readonly signedOut?: boolean }) {
  const app = useApp();
  const hasSignedOut = () => props.signedOut === true && app.state.signIn.phase === 'signed-out';
  return (
    <Show when={app.state.banners.length > 0 || hasSignedOut()}>
      <section aria-label={app.m().app.messages}>
        <Banners />
        <Show when={hasSignedOut()}>
          <SignedOut />
        </Show>
      </section>
    </Show>
  );
}

/** Each until it is dismissed. */
function Banners() {
  const app = useApp();
  return (
    <For each={app.state.banners}>
      {(banner) => (
        <Bar severity={banner.severity} onDismiss={() => app.actions.dismissBanner(banner.id)}>
          {banner.text}{' '}
          <Show when={banner.settingsPage}>
            {(page) => (
              <button
                type="button"
                class="text-button"
                onClick={() => app.nav.go({ view: 'settings', settingsPage: page() })}
              >
                {app.m().settings.openPage(pageTitle(page(), app.m()))}
              </button>
            )}
          </Show>
        </Bar>
      )}
    </For>
  );
}

/** What remains to be done on the server after signing out. */
function SignedOut() {
  const app = useApp();
  const end = () => (app.state.signIn.phase === 'signed-out' ? app.state.signIn : null);
  return (
    <Show when={end()}>
      {(signedOut) => (
        <Bar severity="info" onDismiss={() => app.actions.cancelSignIn()}>
          <b>{app.m().account.signedOut(signedOut().host)}</b> {app.m().account.revokeHint}{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => app.actions.openLink(signedOut().revokeUrl)}
          >
            {app.m().account.openRevoke}
          </button>
        </Bar>
      )}
    </Show>
  );
}

/** A sentence across the window, with a way to put it away. */
export function Bar(props: {
  readonly severity: 'info' | 'warning' | 'error';
  readonly onDismiss?: () => void;
  readonly children: JSX.Element;
}) {
  const app = useApp();
  return (
    <div class="bar" data-severity={props.severity}>
      <Icon name={props.severity === 'info' ? 'info-circle' : 'alert-triangle'} />
      <p>{props.children}</p>
      <Show when={props.onDismiss}>
        {(dismiss) => (
          <button
            type="button"
            class="bar-dismiss"
            aria-label={app.m().app.dismiss}
            title={app.m().app.dismiss}
            onClick={() => dismiss()()}
          >
            <Icon name="x" />
          </button>
        )}
      </Show>
    </div>
  );
}
