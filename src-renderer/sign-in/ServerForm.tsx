import { createEffect, createSignal, createUniqueId, on, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { TextField } from './TextField.tsx';

/** What is being asked for: one at a time. */
type Busy = 'token' | 'demo' | 'watch' | null;

/** Which server, by which way; or the demo. */
export function ServerForm() {
  const app = useApp();
  /** What a link proposes; the reader looks at it, and goes on or not. */
  const proposed = () => (app.state.signIn.phase === 'idle' ? (app.state.signIn.server ?? '') : '');
  const [server, setServer] = createSignal(proposed());
  const [token, setToken] = createSignal('');
  const [serverError, setServerError] = createSignal('');
  const [tokenError, setTokenError] = createSignal('');
  const [demoError, setDemoError] = createSignal('');
  const [watchError, setWatchError] = createSignal('');
  const [busy, setBusy] = createSignal<Busy>(null);

  createEffect(on(proposed, (typed) => typed !== '' && setServer(typed), { defer: true }));

  const hasServer = () => {
    setServerError(server().trim() === '' ? app.m().signIn.serverNeeded : '');
    return serverError() === '';
  };
  const start = (event: Event) => {
    event.preventDefault();
    if (hasServer()) void app.actions.startSignIn(server());
  };
  const startWithToken = async (event: Event) => {
    event.preventDefault();
    setTokenError(token().trim() === '' ? app.m().signIn.tokenNeeded : '');
    if (!hasServer() || tokenError() !== '') return;
    setBusy('token');
    const result = await app.actions.signInWithToken(server(), token().trim());
    setBusy(null);
    if (result.ok) setToken('');
    else setTokenError(result.error || app.m().app.callFailed);
  };
  const watch = async () => {
    setWatchError('');
    if (!hasServer()) return;
    setBusy('watch');
    const result = await app.actions.watchServer(server());
    setBusy(null);
    if (result.ok) app.nav.show('timeline');
    else setWatchError(result.error || app.m().app.callFailed);
  };
  const startDemo = async () => {
    setBusy('demo');
    const result = await app.actions.startDemo();
    setBusy(null);
    setDemoError(result.ok ? '' : result.error || app.m().app.callFailed);
  };

  return (
    <>
      <form class="sign-in-form" onSubmit={start} noValidate>
        <TextField
          label={app.m().signIn.server}
          placeholder={app.m().signIn.serverHint}
          kind="url"
          value={server()}
          onInput={setServer}
          error={serverError()}
          autofocus
        />
        <button type="submit" class="button primary wide" disabled={busy() !== null}>
          {app.m().signIn.start}
        </button>
      </form>
      <details class="sign-in-advanced">
        <summary>{app.m().signIn.advanced}</summary>
        <form class="sign-in-form" onSubmit={startWithToken} noValidate>
          <p>{app.m().signIn.tokenHint}</p>
          <TextField
            label={app.m().signIn.token}
            kind="password"
            value={token()}
            onInput={setToken}
            error={tokenError()}
          />
          <button type="submit" class="button wide" disabled={busy() !== null}>
            {busy() === 'token' ? app.m().signIn.checkingToken : app.m().signIn.useToken}
          </button>
        </form>
      </details>
      <Aside
        button={busy() === 'watch' ? app.m().accounts.watchChecking : app.m().accounts.watch}
        hint={app.m().accounts.watchText}
        isBusy={busy() !== null}
        error={watchError()}
        onPress={watch}
      />
      <Show when={app.state.accounts.length === 0 && app.state.feeds.length === 0}>
        <Aside
          button={app.m().feeds.instead}
          hint={app.m().feeds.insteadText}
          isBusy={busy() !== null}
          error=""
          onPress={() => app.nav.showFeed(null)}
        />
      </Show>
      <Demo busy={busy()} error={demoError()} onStart={startDemo} />
    </>
  );
}

function Demo(props: {
  readonly busy: Busy;
  readonly error: string;
  readonly onStart: () => void;
}) {
  const app = useApp();
  return (
    <Show when={!app.state.accounts.some(({ demo }) => demo)}>
      <Aside
        button={props.busy === 'demo' ? app.m().signIn.startingDemo : app.m().signIn.demo}
        hint={app.m().signIn.demoHint}
        isBusy={props.busy !== null}
        error={props.error}
        onPress={() => props.onStart()}
      />
    </Show>
  );
}

/** A way in that needs no account. */
function Aside(props: {
  readonly button: string;
  readonly hint: string;
  readonly isBusy: boolean;
  readonly error: string;
  readonly onPress: () => void;
}) {
  const hintId = createUniqueId();
  return (
    <div class="sign-in-aside">
      <button
        type="button"
        class="text-button"
        aria-describedby={hintId}
        disabled={props.isBusy}
        onClick={() => props.onPress()}
      >
        {props.button}
      </button>
      <p id={hintId}>{props.hint}</p>
      <Show when={props.error}>
        <p class="field-error" role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  );
}
