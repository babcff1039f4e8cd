import { Show } from 'solid-js';
import type { NoteView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { useItem } from '../lists/item.ts';
import { PersonName } from '../person/PersonName.tsx';
import { Age } from '../time/Age.tsx';

const visibilityIcons = {
  home: 'home',
  followers: 'lock',
  specified: 'mail',
} as const satisfies Record<Exclude<NoteView['visibility'], 'public'>, IconName>;

/** Who wrote a note, for whom and when. */
export function NoteHead(props: { readonly note: NoteView }) {
  const app = useApp();
  const item = useItem();
  const author = () => props.note.author;
  const visibility = () => (props.note.visibility === 'public' ? null : props.note.visibility);
  return (
    <header class="note-head">
      <button
        type="button"
        class="note-name"
        tabIndex={item.tabIndex()}
        onClick={() => app.actions.openUser(props.note.accountId, author().handle)}
      >
        <PersonName person={author()} accountId={props.note.accountId} />
      </button>
      <Show when={author().isBot}>
        <Mark icon="robot" label={app.m().note.bot} />
      </Show>
      <bdi class="note-handle" title={author().handle}>
        {author().handle}
      </bdi>
      <span class="note-marks">
        <Show when={props.note.localOnly}>
          <Mark icon="rocket-off" label={app.m().note.localOnly} />
        </Show>
        <Show when={visibility()}>
          {(kind) => (
            <Mark icon={visibilityIcons[kind()]} label={app.m().note.visibility[kind()]} />
          )}
        </Show>
        <button
          type="button"
          class="note-age"
          tabIndex={item.tabIndex()}
          onClick={() => app.actions.openNote(props.note.accountId, props.note.id)}
        >
          <span class="visually-hidden">{app.m().note.open}, </span>
          <Age at={props.note.createdAt} />
        </button>
      </span>
    </header>
  );
}

function Mark(props: { readonly icon: IconName; readonly label: string }) {
  return (
    <span class="note-mark" title={props.label}>
      <Icon name={props.icon} />
      <span class="visually-hidden">{props.label}</span>
    </span>
  );
}
