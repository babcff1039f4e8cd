import { createSignal, Show } from 'solid-js';
import type { ProxyCredentials, ProxySettings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { TextRow } from '../rows/TextRow.tsx';
import './network.css';

/** A proxy that is typed: tried first, then used. */
export function ProxyForm(props: {
  readonly mode: 'manual' | 'pac';
  /** What is used at the moment. */
  readonly current: ProxySettings;
  /** Asked when the trial is over, which may be long after the reader chose another way. */
  readonly isStillWanted: () => boolean;
}) {
  const app = useApp();
  const words = () => app.m().network;
  const [server, setServer] = createSignal(
    props.current.mode === 'manual' ? props.current.server : '',
  );
  const [bypass, setBypass] = createSignal(
    props.current.mode === 'manual' ? props.current.bypass : '',
  );
  const [script, setScript] = createSignal(props.current.mode === 'pac' ? props.current.url : '');
  const [name, setName] = createSignal(
    props.mode === 'manual' ? (app.state.network.proxyUser ?? '') : '',
  );
  const [password, setPassword] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal('');
  const [error, setError] = createSignal('');

  // Once this form is gone, its props are not to be asked any more.
  const { isStillWanted } = props;
  const typed = (): ProxySettings =>
    props.mode === 'pac'
      ? { mode: 'pac', url: script().trim() }
      : { mode: 'manual', server: server().trim(), bypass: bypass().trim() };
  const isEmpty = () => (props.mode === 'pac' ? script() : server()).trim() === '';
  /** Null = as they are kept: a password that is kept is never shown. */
  const credentials = (): ProxyCredentials | null =>
    name().trim() === '' || password() === ''
      ? null
      : { name: name().trim(), password: password() };

  const use = async () => {
    const result = await app.actions.useProxy(typed(), credentials());
    if (!result.ok) setError(result.error);
    else setPassword('');
    return result.ok;
  };
  const attempt = async (act: () => Promise<void>) => {
    if (busy()) return;
    setBusy(true);
    setSaid('');
    setError('');
    await act();
    setBusy(false);
  };
  const tryAndUse = () =>
    attempt(async () => {
      const checked = await app.actions.checkProxy(typed(), credentials());
      if (!isStillWanted()) return;
      if (!checked.ok) setError(checked.error || app.m().app.callFailed);
      else if (await use()) setSaid(checked.data);
    });
  const useAnyway = () =>
    attempt(async () => {
      if (await use()) setSaid(words().used);
    });

  return (
    <form
      class="proxy-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty()) void tryAndUse();
      }}
    >
      <Show
        when={props.mode === 'manual'}
        fallback={
          <TextRow
            id="proxy-script"
            label={words().script}
            kind="url"
            placeholder="https://proxy.example/proxy.pac"
            value={script()}
            invalid={error() !== ''}
            onInput={setScript}
          />
        }
      >
        <TextRow
          id="proxy-server"
          label={words().server}
          hint={words().serverHint}
          kind="url"
          placeholder="http://proxy.example:8080"
          value={server()}
          invalid={error() !== ''}
          onInput={setServer}
        />
        <TextRow id="proxy-name" label={words().name} value={name()} onInput={setName} />
        <TextRow
          id="proxy-password"
          label={words().password}
          hint={words().passwordHint}
          kind="password"
          placeholder={app.state.network.proxyUser === null ? '' : words().passwordKept}
          value={password()}
          onInput={setPassword}
        />
        <TextRow
          id="proxy-bypass"
          label={words().bypass}
          hint={words().bypassHint}
          placeholder="*.intranet.example, 10.0.0.0/8"
          value={bypass()}
          onInput={setBypass}
        />
      </Show>
      <div class="proxy-actions">
        <button type="submit" class="button primary small" disabled={busy() || isEmpty()}>
          {busy() ? words().trying : words().tryAndUse}
        </button>
        <Show when={error() !== '' && !busy()}>
          <button type="button" class="button small" onClick={() => void useAnyway()}>
            {words().useAnyway}
          </button>
        </Show>
        <p class="setting-error" role="alert">
          {error()}
        </p>
        <p class="setting-hint" role="status">
          {said()}
        </p>
      </div>
    </form>
  );
}
