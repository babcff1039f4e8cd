import { Match, Show, Switch } from 'solid-js';
import type { NoteView } from '../../src-main/ipc/contract.ts';
import { type AnswerByKey, makeAnswerable } from '../answers/answerable.ts';
import { canRenote } from '../answers/note-rules.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';
import { Avatar } from '../person/Avatar.tsx';
import { PersonName } from '../person/PersonName.tsx';
import { Age } from '../time/Age.tsx';
import { ActionBar } from './ActionBar.tsx';
import './note.css';
import { NoteBody } from './NoteBody.tsx';
import { NoteHead } from './NoteHead.tsx';
import { Reactions } from './Reactions.tsx';

/** A note as it stands in a timeline; `whole` shows it unfolded, for a note that stands alone. */
export function Note(props: { readonly note: NoteView; readonly whole?: boolean }) {
  const app = useApp();
  return (
    <Switch fallback={<NoteContent note={props.note} renote={null} whole={props.whole === true} />}>
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
          {(renoted) => (
            <NoteContent note={renoted()} renote={props.note} whole={props.whole === true} />
          )}
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

function NoteContent(props: {
  readonly note: NoteView;
  /** The renote that shows it; null where it stands for itself. */
  readonly renote: NoteView | null;
  readonly whole: boolean;
}) {
  const app = useApp();
  let react: HTMLElement | undefined;
  const answer: AnswerByKey = (key) => {
    const { note } = props;
    if (app.account(note.accountId)?.canAnswer !== true) return false;
    if (key === 'reply') app.answers.reply(note);
    else if (key === 'react') {
      if (react !== undefined) app.answers.react(note, react);
    } else if (!canRenote(note)) return false;
    else if (key === 'quote') app.answers.quote(note);
    else void app.answers.renote(note);
    return true;
  };
  return (
    <div
      ref={(element) => {
        makeAnswerable(element, answer);
        app.notesInView.observe(element, () => props.note);
      }}
      class="note"
    >
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
        <Reactions note={props.note} />
        <ActionBar
          note={props.note}
          renote={props.renote}
          reactRef={(button) => {
            react = button;
          }}
        />
      </div>
    </div>
  );
}
