import { createSignal, Match, Switch } from 'solid-js';
import type { SignInView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { countdownText } from '../time/age.ts';
import { createClock } from '../time/clock.ts';

type Running = Extract<SignInView, { phase: 'checking' | 'waiting' | 'failed' }>;

/** How a sign-in in the browser goes on. */
export function Progress(props: { readonly signIn: Running; readonly onAgain: () => void }) {
  const app = useApp();
  const checking = () => (props.signIn.phase === 'checking' ? props.signIn : null);
  const waiting = () => (props.signIn.phase === 'waiting' ? props.signIn : null);
  const failed = () => (props.signIn.phase === 'failed' ? props.signIn : null);
  return (
    <Switch>
      <Match when={checking()}>
        {(phase) => (
          <div class="sign-in-step" role="status">
            <p class="sign-in-busy">
              <span class="spinner" />
              <bdi>{app.m().signIn.checking(phase().server.trim())}</bdi>
            </p>
            <button type="button" class="button" onClick={() => app.actions.cancelSignIn()}>
              {app.m().app.cancel}
            </button>
          </div>
        )}
      </Match>
      <Match when={waiting()}>{(phase) => <Waiting signIn={phase()} />}</Match>
      <Match when={failed()}>
        {(phase) => (
          <div class="sign-in-step" role="alert">
            <h1>{app.m().signIn.failedTitle}</h1>
            <p class="sign-in-error">{phase().error}</p>
            <button
              type="button"
              class="button primary wide"
              onClick={() => app.actions.startSignIn(phase().server)}
            >
              {app.m().signIn.retry}
            </button>
            <button type="button" class="button wide" onClick={() => props.onAgain()}>
              {app.m().signIn.otherServer}
            </button>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function Waiting(props: { readonly signIn: Extract<SignInView, { phase: 'waiting' }> }) {
  const app = useApp();
  const now = createClock(1_000);
  const [copied, setCopied] = createSignal(false);
  let address: HTMLInputElement | undefined;

  const copy = () => {
    address?.focus();
    address?.select();
    // The asynchronous clipboard needs a permission, and this window is given none.
    setCopied(document.execCommand('copy'));
  };

  return (
    <div class="sign-in-step">
      <h1>{app.m().signIn.waitingTitle}</h1>
      <p>{app.m().signIn.waiting(props.signIn.host)}</p>
      <p class="sign-in-left">
        <span class="spinner" />
        {app.m().signIn.timeLeft(countdownText(props.signIn.expiresAt - now()))}
      </p>
      <div class="sign-in-address">
        <p>{app.m().signIn.noBrowser}</p>
        <div class="sign-in-copy">
          <input
            ref={address}
            type="text"
            readOnly
            dir="ltr"
            aria-label={app.m().signIn.address}
            value={props.signIn.url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={copied() ? app.m().signIn.copied : app.m().signIn.copy}
            title={copied() ? app.m().signIn.copied : app.m().signIn.copy}
            onClick={copy}
          >
            <Icon name={copied() ? 'check' : 'copy'} />
          </button>
        </div>
        <button type="button" class="button wide" onClick={() => app.actions.reopenSignInPage()}>
          <Icon name="external-link" />
          {app.m().signIn.reopen}
        </button>
      </div>
      <p class="sign-in-denied">{app.m().signIn.denied}</p>
      <button type="button" class="button wide" onClick={() => app.actions.cancelSignIn()}>
        {app.m().app.cancel}
      </button>
    </div>
  );
}
