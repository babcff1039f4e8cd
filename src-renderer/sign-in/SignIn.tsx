import { createSignal, Match, Show, Switch } from 'solid-js';
import bell from '../../assets/source/bell.svg';
import { useApp } from '../app/context.ts';
import { PageHeader } from '../frame/PageHeader.tsx';
import { Icon } from '../icons/Icon.tsx';
import { Progress } from './Progress.tsx';
import { ServerForm } from './ServerForm.tsx';
import './sign-in.css';

/** The way to an account: the first screen of all, and later the place to add another. */
export function SignIn() {
  const app = useApp();
  /** The reader went back to the form after a failure. */
  const [again, setAgain] = createSignal<unknown>(null);
  const isFirst = () => app.state.accounts.length === 0 && app.state.feeds.length === 0;
  const progress = () => {
    const { signIn } = app.state;
    if (signIn.phase === 'failed') return signIn.error === again() ? null : signIn;
    return signIn.phase === 'checking' || signIn.phase === 'waiting' ? signIn : null;
  };
  return (
    <div class="sign-in">
      <Show
        when={isFirst()}
        fallback={<PageHeader title={app.m().account.add} onBack={() => app.nav.back()} />}
      >
        <button
          type="button"
          class="icon-button sign-in-settings"
          aria-label={app.m().views.settings}
          title={app.m().views.settings}
          onClick={() => app.nav.show('settings')}
        >
          <Icon name="settings" />
        </button>
      </Show>
      <main class="sign-in-body">
        <img class="sign-in-bell" classList={{ first: isFirst() }} src={bell} alt="" />
        <Switch>
          <Match when={progress()}>
            {(phase) => (
              <>
                <Show when={isFirst()}>
                  <h1 class="visually-hidden">{app.m().signIn.title}</h1>
                </Show>
                <Progress
                  signIn={phase()}
                  onAgain={() => {
                    const failed = phase();
                    if (failed.phase === 'failed') setAgain(failed.error);
                    void app.actions.cancelSignIn();
                  }}
                />
              </>
            )}
          </Match>
          <Match when={progress() === null}>
            <Show when={isFirst()} fallback={<h1>{app.m().signIn.title}</h1>}>
              <h1>{app.m().app.name}</h1>
              <p class="sign-in-welcome">{app.m().signIn.welcome}</p>
            </Show>
            <ServerForm />
          </Match>
        </Switch>
      </main>
    </div>
  );
}
