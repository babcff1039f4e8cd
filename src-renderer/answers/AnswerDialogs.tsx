import { For } from 'solid-js';
import type { AccountId, NoteView, PersonView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Dialog } from '../frame/Dialog.tsx';

const hour = 3_600_000;
const day = 24 * hour;

/** How long a mute lasts, in ms; null = until it is undone. */
const durations = [
  { word: 'hour', duration: hour },
  { word: 'day', duration: day },
  { word: 'week', duration: 7 * day },
  { word: 'month', duration: 30 * day },
] as const;

/** Asks before a note goes away for everybody. */
export function DeleteNoteDialog(props: { readonly note: NoteView }) {
  const app = useApp();
  const words = () => app.m().answers.note;
  const close = () => app.ask(null);
  const remove = async () => {
    const { accountId, id } = props.note;
    close();
    const result = await app.actions.deleteNote(accountId, id);
    if (result.ok) app.say({ kind: 'done', sentence: words().removed });
  };
  return (
    <Dialog title={words().removeTitle} onClose={close}>
      <p>{words().removeText}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {app.m().app.cancel}
        </button>
        <button type="button" class="button danger" onClick={() => void remove()}>
          {words().removeNow}
        </button>
      </div>
    </Dialog>
  );
}

/** Asks for how long somebody is to be muted. */
export function MuteDialog(props: { readonly accountId: AccountId; readonly person: PersonView }) {
  const app = useApp();
  const words = () => app.m().answers.mute;
  const close = () => app.ask(null);
  const mute = async (duration: number | null) => {
    const {
      accountId,
      person: { userId, handle },
    } = props;
    close();
    const result = await app.actions.mute(accountId, userId, duration);
    if (!result.ok) return;
    app.say({
      kind: 'done',
      sentence: words().muted(handle),
      undo: () => void app.actions.unmute(accountId, userId),
    });
  };
  return (
    <Dialog title={words().title(props.person.handle)} onClose={close}>
      <p>{words().text}</p>
      <div class="dialog-choices">
        <For each={durations}>
          {({ word, duration }) => (
            <button type="button" class="button" onClick={() => void mute(duration)}>
              {words().for[word]}
            </button>
          )}
        </For>
        <button type="button" class="button" onClick={() => void mute(null)}>
          {words().forever}
        </button>
      </div>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {app.m().app.cancel}
        </button>
      </div>
    </Dialog>
  );
}
