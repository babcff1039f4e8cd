import { Match, Switch } from 'solid-js';
import type { NoteView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { TextLink } from '../mfm/TextLink.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { PersonName } from '../person/PersonName.tsx';
import { Age } from '../time/Age.tsx';
import { NoteBody } from './NoteBody.tsx';

/** The note that another one quotes. A quote within the quote is a line that opens it. */
export function Quote(props: { readonly note: NoteView; readonly depth: number }) {
  const app = useApp();
  const open = (noteId: string) => app.actions.openNote(props.note.accountId, noteId);
  return (
    <Switch>
      <Match when={props.note.renote === null}>
        <p class="note-gone">
          {props.note.renoteGone ? app.m().note.quoteGone : app.m().note.hidden}
        </p>
      </Match>
      <Match when={props.depth > 0 && props.note.renote}>
        {(quoted) => (
          <p class="note-reply">
            <Icon name="quote" />
            <TextLink class="quiet" onOpen={() => open(quoted().id)}>
              <bdi>{quoted().author.handle}</bdi>
            </TextLink>
          </p>
        )}
      </Match>
      <Match when={props.note.renote}>
        {(quoted) => (
          <div class="quote">
            <div class="quote-head">
              <Avatar class="small" image={quoted().author.avatar} name={quoted().author.name} />
              <span class="quote-name">
                <PersonName person={quoted().author} accountId={props.note.accountId} />
              </span>
              <bdi class="note-handle">{quoted().author.handle}</bdi>
              <TextLink class="quiet quote-age" onOpen={() => open(quoted().id)}>
                <Age at={quoted().createdAt} />
              </TextLink>
            </div>
            <NoteBody note={quoted()} whole={false} depth={props.depth + 1} />
          </div>
        )}
      </Match>
    </Switch>
  );
}
