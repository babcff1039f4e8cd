import { Match, Switch } from 'solid-js';
import type { AccountView } from '../../src-main/ipc/contract.ts';
import { DeleteNoteDialog, MuteDialog } from '../answers/AnswerDialogs.tsx';
import { useApp } from '../app/context.ts';
import { EraseDialog } from '../history/EraseDialog.tsx';
import { Pins } from '../pins/Pins.tsx';
import { Viewer } from '../viewer/Viewer.tsx';
import { Dialog } from './Dialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';

/** The dialog that is asked for, if any; and the question about storage, which cannot wait. */
export function Dialogs() {
  const app = useApp();
  const request = () => app.dialog();
  const leaving = () => {
    const asked = request();
    return asked?.kind === 'sign-out' ? asked.account : null;
  };
  const pinning = () => {
    const asked = request();
    return asked?.kind === 'timelines' ? app.account(asked.accountId) : undefined;
  };
  const removing = () => {
    const asked = request();
    return asked?.kind === 'delete-note' ? asked.note : null;
  };
  const viewing = () => {
    const asked = request();
    return asked?.kind === 'viewer' ? asked : null;
  };
  const muting = () => {
    const asked = request();
    return asked?.kind === 'mute' ? asked : null;
  };
  const erasing = () => {
    const asked = request();
    return asked?.kind === 'erase' ? asked : null;
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
      <Match when={pinning()}>{(account) => <Pins account={account()} />}</Match>
      <Match when={removing()}>{(note) => <DeleteNoteDialog note={note()} />}</Match>
      <Match when={erasing()}>{(asked) => <EraseDialog request={asked()} />}</Match>
      <Match when={viewing()}>
        {(asked) => <Viewer note={asked().note} fileId={asked().fileId} />}
      </Match>
      <Match when={muting()}>
        {(asked) => <MuteDialog accountId={asked().accountId} person={asked().person} />}
      </Match>
    </Switch>
  );
}

function SignOutDialog(props: { readonly account: AccountView }) {
  const app = useApp();
  const close = () => app.ask(null);
  return (
    <Dialog
      title={
        props.account.guest
          ? app.m().accounts.stopWatchingTitle(props.account.host)
          : app.m().account.signOutTitle(props.account.handle)
      }
      onClose={close}
    >
      <p>{props.account.guest ? app.m().accounts.stopWatchingText : app.m().account.signOutText}</p>
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
          {props.account.guest ? app.m().accounts.stopWatching : app.m().account.signOut}
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
