import { createMemo, Match, Show, Switch } from 'solid-js';
import type { NoteView, TimelineView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { EmptyState } from '../frame/EmptyState.tsx';
import { List } from '../lists/List.tsx';
import { createOlder } from '../lists/older.ts';
import { Note } from '../note/Note.tsx';
import { mostNotes } from '../state/reducer.ts';
import { ageText } from '../time/age.ts';
import { Skeletons } from './Skeletons.tsx';
import './timeline.css';

/** The timeline of the open account. Each account's each timeline is a list of its own. */
export function Timeline(props: { readonly visible: boolean }) {
  const app = useApp();
  const open = createMemo(() => {
    const { timeline } = app.state;
    const account = app.nav.account();
    return timeline !== null && timeline.accountId === account?.id ? timeline : null;
  });
  const key = createMemo(() => {
    const timeline = open();
    return timeline === null ? null : `${timeline.accountId} ${timeline.name}`;
  });
  return (
    <Show when={key()} keyed fallback={<Skeletons hidden={!props.visible} />}>
      {(shown) => <OpenTimeline open={open} key={shown} visible={props.visible} />}
    </Show>
  );
}

function OpenTimeline(props: {
  readonly open: () => TimelineView | null;
  readonly key: string;
  readonly visible: boolean;
}) {
  return (
    <Show when={props.open()}>
      {(timeline) => <Notes timeline={timeline()} visible={props.visible} />}
    </Show>
  );
}

function Notes(props: { readonly timeline: TimelineView; readonly visible: boolean }) {
  const app = useApp();
  const older = createOlder({
    hasOlder: () => props.timeline.hasOlder,
    count: () => props.timeline.notes.length,
    loadPage: () => app.actions.loadOlderNotes(),
  });
  const isEmpty = () => props.timeline.notes.length === 0;
  const error = () => props.timeline.error ?? app.m().timeline.failed;
  const nameOf = (note: NoteView) =>
    app
      .m()
      .note.by(
        note.author.name,
        ageText(note.createdAt, app.now(), app.locale(), app.m().time.now),
      );

  return (
    <Switch>
      <Match when={isEmpty() && props.timeline.state === 'loading'}>
        <Skeletons hidden={!props.visible} />
      </Match>
      <Match when={isEmpty() && props.timeline.state === 'failed'}>
        <EmptyState
          icon="alert-triangle"
          hidden={!props.visible}
          title={app.m().timeline.failed}
          text={props.timeline.error ?? ''}
        >
          <Retry />
        </EmptyState>
      </Match>
      <Match when={isEmpty()}>
        <EmptyState
          icon="message-circle"
          hidden={!props.visible}
          title={app.m().timeline.emptyTitle}
          text={
            props.timeline.name === 'home'
              ? app.m().timeline.emptyHome
              : app.m().timeline.emptyOther
          }
        />
      </Match>
      <Match when={!isEmpty()}>
        <Show when={props.visible && props.timeline.state === 'loading'}>
          <div class="progress" role="progressbar" aria-label={app.m().list.loading} />
        </Show>
        <Show when={props.visible && props.timeline.state === 'failed'}>
          <div class="timeline-failed">
            <p>{error()}</p>
            <Retry />
          </div>
        </Show>
        <List
          label={app.m().timeline.list(app.m().timeline.names[props.timeline.name])}
          items={props.timeline.notes}
          busy={props.timeline.state === 'loading' || older.state() === 'loading'}
          visible={props.visible}
          anchor={app.nav.anchor('timeline')}
          onAnchor={(anchor) => app.nav.keepAnchor('timeline', anchor)}
          hasOlder={props.timeline.hasOlder}
          full={props.timeline.notes.length >= mostNotes}
          older={older}
          nameOf={nameOf}
          onOpen={(note) => app.actions.openNote(note.accountId, note.renote?.id ?? note.id)}
          newText={(count) => app.m().list.newNotes(count)}
          after={(note) => (
            <Show when={props.timeline.gapAfter === note.id}>
              <Gap />
            </Show>
          )}
        >
          {(note) => <Note note={note} />}
        </List>
      </Match>
    </Switch>
  );
}

function Retry() {
  const app = useApp();
  return (
    <button type="button" class="button small" onClick={() => app.actions.reloadTimeline()}>
      {app.m().list.retry}
    </button>
  );
}

/** Says that notes are missing here, and how to get on. */
function Gap() {
  const app = useApp();
  return (
    <div class="timeline-gap">
      <span>{app.m().list.gap}</span>
      <button type="button" class="text-button" onClick={() => app.actions.reloadTimeline()}>
        {app.m().list.gapReload}
      </button>
    </div>
  );
}
