import { Match, Show, Switch } from 'solid-js';
import type { NoteView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';
import { Avatar } from '../person/Avatar.tsx';
import { PersonName } from '../person/PersonName.tsx';
import { Age } from '../time/Age.tsx';
import './note.css';
import { NoteBody } from './NoteBody.tsx';
import { NoteFoot } from './NoteFoot.tsx';
import { NoteHead } from './NoteHead.tsx';

/** A note as it stands in a timeline; `whole` shows it unfolded, for a note that stands alone. */
export function Note(props: { readonly note: NoteView; readonly whole?: boolean }) {
  const app = useApp();
  return (
    <Switch fallback={<NoteContent note={props.note} whole={props.whole === true} />}>
      <Match when={props.note.kind === 'renote'}>
        <RenoteHead note={props.note} />
        <Show
          when={props.note.renote}
          fallback={
            <p class="note-gone">
              {props.note.renoteGone ? app.m().note.renoteGone : app.m().note.hidden}
            </p>
          }
        >
          {(renoted) => <NoteContent note={renoted()} whole={props.whole === true} />}
        </Show>
      </Match>
    </Switch>
  );
}

function RenoteHead(props: { readonly note: NoteView }) {
  const app = useApp();
  const item = useItem();
  const { accountId } = props.note;
  return (
    <div class="renote-head">
      <Icon name="repeat" />
      <button
        type="button"
        class="renote-who"
        tabIndex={item.tabIndex()}
        title={props.note.author.handle}
        onClick={() => app.actions.openUser(accountId, props.note.author.handle)}
      >
        <PersonName person={props.note.author} accountId={accountId} />
      </button>
      <span class="renote-did">{app.m().note.renoted}</span>
      <span class="renote-age">
        <Age at={props.note.createdAt} />
      </span>
    </div>
  );
}

function NoteContent(props: { readonly note: NoteView; readonly whole: boolean }) {
  const app = useApp();
  return (
    <div class="note">
      <button
        type="button"
        class="note-avatar"
        // The name beside it does the same for the keyboard.
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => app.actions.openUser(props.note.accountId, props.note.author.handle)}
      >
        <Avatar image={props.note.author.avatar} name={props.note.author.name} />
      </button>
      <div class="note-main">
        <NoteHead note={props.note} />
        <NoteBody note={props.note} whole={props.whole} depth={0} />
        <NoteFoot note={props.note} />
      </div>
    </div>
  );
}
