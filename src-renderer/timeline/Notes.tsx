import { Match, Show, Switch } from 'solid-js';
import type { NoteView, TimelineView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { EmptyState } from '../frame/EmptyState.tsx';
import { List } from '../lists/List.tsx';
import { createOlder } from '../lists/older.ts';
import { Note } from '../note/Note.tsx';
import { contentOf } from '../state/notes.ts';
import { mostNotes } from '../state/timelines.ts';
import { ageText } from '../time/age.ts';
import { FailedBar, Gap, NotLive, Retry, Unpin } from './NotesBars.tsx';
import { Skeletons } from './Skeletons.tsx';
import './timeline.css';

/** The notes of one timeline, or why there are none. */
export function Notes(props: {
  readonly timeline: TimelineView;
  readonly name: string;
  readonly visible: boolean;
}) {
  const app = useApp();
  const words = () => app.m().timeline;
  const older = createOlder({
    hasOlder: () => props.timeline.hasOlder,
    count: () => props.timeline.notes.length,
    loadPage: () => app.actions.loadOlderNotes(ref()),
  });
  const ref = () => ({ accountId: props.timeline.accountId, key: props.timeline.key });
  const isEmpty = () => props.timeline.notes.length === 0;
  const nameOf = (note: NoteView) =>
    app
      .m()
      .note.by(
        note.author.name,
        ageText(note.createdAt, app.now(), app.locale(), app.m().time.now),
      );

  return (
    <>
      <Show when={props.timeline.notLive}>
        {(reason) => <NotLive timeline={ref()} reason={reason()} />}
      </Show>
      <Switch>
        <Match when={isEmpty() && props.timeline.state === 'loading'}>
          <Skeletons hidden={!props.visible} />
        </Match>
        <Match when={isEmpty() && props.timeline.state === 'failed'}>
          <EmptyState
            icon="alert-triangle"
            hidden={!props.visible}
            title={words().failed}
            text={props.timeline.error ?? ''}
          >
            <div class="timeline-ways">
              <Retry timeline={ref()} />
              <Unpin timeline={props.timeline} />
            </div>
          </EmptyState>
        </Match>
        <Match when={isEmpty()}>
          <EmptyState
            icon="message-circle"
            hidden={!props.visible}
            title={words().emptyTitle}
            text={props.timeline.spec.kind === 'home' ? words().emptyHome : words().emptyOther}
          />
        </Match>
        <Match when={!isEmpty()}>
          <Show when={props.visible && props.timeline.state === 'loading'}>
            <div class="progress" role="progressbar" aria-label={app.m().list.loading} />
          </Show>
          <Show when={props.visible && props.timeline.state === 'failed'}>
            <FailedBar timeline={props.timeline} />
          </Show>
          <List
            label={words().list(props.name)}
            items={props.timeline.notes}
            busy={props.timeline.state === 'loading' || older.state() === 'loading'}
            visible={props.visible}
            anchor={app.nav.anchor(ref())}
            onAnchor={(anchor) => app.nav.keepAnchor(ref(), anchor)}
            hasOlder={props.timeline.hasOlder}
            full={props.timeline.notes.length >= mostNotes}
            older={older}
            nameOf={nameOf}
            onOpen={(note) => app.actions.openNote(note.accountId, contentOf(note).id)}
            isBehind={props.timeline.behind}
            newText={(count) =>
              props.timeline.behind ? app.m().list.someNewNotes : app.m().list.newNotes(count)
            }
            after={(note) => (
              <Show when={props.timeline.gapAfter === note.id}>
                <Gap timeline={ref()} />
              </Show>
            )}
          >
            {(note) => <Note note={note} />}
          </List>
        </Match>
      </Switch>
    </>
  );
}
