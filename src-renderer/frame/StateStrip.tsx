import { createEffect, createMemo, createSignal, on, onCleanup, Show } from 'solid-js';
import { useSignInTo } from '../accounts/sign-in-to.ts';
import { useApp } from '../app/context.ts';
import './bar.css';
import { StateDot } from './StateDot.tsx';
import { stripDelay } from './strip-delay.ts';

/** Says what is the matter with the open account, when that lasts or the user can mend it. */
export function StateStrip() {
  const app = useApp();
  const [shown, setShown] = createSignal(false);
  const signInTo = useSignInTo();
  let atStart = true;

  const delay = createMemo(() => {
    const account = app.nav.account();
    return account === null ? null : stripDelay(account, atStart);
  });
  createEffect(
    on(delay, (wait) => {
      atStart = false;
      if (wait === null || wait === 0) {
        setShown(wait === 0);
        return;
      }
      const timer = setTimeout(() => setShown(true), wait);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  return (
    <Show when={shown() && app.nav.account()}>
      {(account) => (
        <div class="state-strip" classList={{ stopped: account().state === 'refused' }}>
          <StateDot state={account().state} />
          <span class="state-words">{account().stateText}</span>
          <Show when={account().needsSignIn}>
            <button type="button" class="button small" onClick={() => signInTo(account().host)}>
              {app.m().account.signIn}
            </button>
          </Show>
        </div>
      )}
    </Show>
  );
}
