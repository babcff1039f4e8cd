import { For, Match, Switch } from 'solid-js';
import type { AccountView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import type { Messages } from '../messages/index.ts';
import { Dialog } from './Dialog.tsx';

/** The dialog that is asked for, if any; and the question about storage, which cannot wait. */
export function Dialogs() {
  const app = useApp();
  const request = () => app.dialog();
  const leaving = () => {
    const asked = request();
    return asked?.kind === 'sign-out' ? asked.account : null;
  };
  return (
    <Switch>
      <Match when={app.state.secrets.consentNeeded}>
        <StorageConsent />
      </Match>
      <Match when={request()?.kind === 'keys'}>
        <KeysDialog />
      </Match>
      <Match when={leaving()}>{(account) => <SignOutDialog account={account()} />}</Match>
    </Switch>
  );
}

function SignOutDialog(props: { readonly account: AccountView }) {
  const app = useApp();
  const close = () => app.ask(null);
  return (
    <Dialog title={app.m().account.signOutTitle(props.account.handle)} onClose={close}>
      <p>{app.m().account.signOutText}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {app.m().app.cancel}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            // Closing takes the account out of the props.
            void app.actions.signOut(props.account.id);
            close();
          }}
        >
          {app.m().account.signOut}
        </button>
      </div>
    </Dialog>
  );
}

/** Where no keyring is there: the honest choice between two worse places. */
function StorageConsent() {
  const app = useApp();
  return (
    <Dialog title={app.m().storage.title}>
      <p>{app.m().storage.text}</p>
      <button
        type="button"
        class="choice-card"
        onClick={() => app.actions.chooseWeakStorage(false)}
      >
        <b>{app.m().storage.session}</b>
        <span>{app.m().storage.sessionText}</span>
      </button>
      <button type="button" class="choice-card" onClick={() => app.actions.chooseWeakStorage(true)}>
        <b>{app.m().storage.weak}</b>
        <span>{app.m().storage.weakText}</span>
      </button>
    </Dialog>
  );
}

interface KeyLine {
  readonly keys: readonly string[];
  readonly word: Exclude<keyof Messages['keys'], 'title'>;
}

const keyLines: readonly KeyLine[] = [
  { keys: ['J', 'K', '↓', '↑'], word: 'move' },
  { keys: ['Home', 'End'], word: 'ends' },
  { keys: ['Enter'], word: 'open' },
  { keys: ['Space'], word: 'fold' },
  { keys: ['1', '2'], word: 'views' },
  { keys: ['R'], word: 'reload' },
  { keys: ['Esc'], word: 'close' },
  { keys: ['?'], word: 'help' },
];

function KeysDialog() {
  const app = useApp();
  const close = () => app.ask(null);
  return (
    <Dialog title={app.m().keys.title} onClose={close}>
      <dl class="keys">
        <For each={keyLines}>
          {(line) => (
            <>
              <dt>
                <For each={line.keys}>{(key) => <kbd class="key">{key}</kbd>}</For>
              </dt>
              <dd>{app.m().keys[line.word]}</dd>
            </>
          )}
        </For>
      </dl>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {app.m().app.close}
        </button>
      </div>
    </Dialog>
  );
}
