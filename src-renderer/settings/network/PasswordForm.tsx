import { createSignal } from 'solid-js';
import { useApp } from '../../app/context.ts';
import { TextRow } from '../rows/TextRow.tsx';
import './network.css';

/** The name and password for a proxy that the system or a script chose. */
export function PasswordForm(props: { readonly proxy: string }) {
  const app = useApp();
  const words = () => app.m().network;
  const [name, setName] = createSignal(app.state.network.proxyUser ?? '');
  const [password, setPassword] = createSignal('');
  const [error, setError] = createSignal('');
  const isEmpty = () => name().trim() === '' || password() === '';

  const send = async () => {
    const result = await app.actions.setProxyPassword({
      name: name().trim(),
      password: password(),
    });
    setError(result.ok ? '' : result.error || app.m().app.callFailed);
    if (result.ok) setPassword('');
  };

  return (
    <form
      class="proxy-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty()) void send();
      }}
    >
      <TextRow
        id="proxy-name"
        label={words().nameFor(props.proxy)}
        value={name()}
        onInput={setName}
      />
      <TextRow
        id="proxy-password"
        label={words().password}
        hint={words().passwordHint}
        kind="password"
        value={password()}
        onInput={setPassword}
      />
      <div class="proxy-actions">
        <button type="submit" class="button primary small" disabled={isEmpty()}>
          {words().keepPassword}
        </button>
        <p class="setting-error" role="alert">
          {error()}
        </p>
      </div>
    </form>
  );
}
