import { createMemo, Match, Show, Switch } from 'solid-js';
import type { TimelineRef } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { isSameTimeline } from '../state/refs.ts';
import { findTimeline } from '../state/timelines.ts';
import { ColumnHeader } from './ColumnHeader.tsx';
import { Notes } from './Notes.tsx';
import { Skeletons } from './Skeletons.tsx';
import { timelineName } from './timeline-name.ts';

/** One timeline. Where others stand beside it, it says by a head whose and which it is. */
export function Column(props: {
  readonly timeline: TimelineRef;
  readonly isAlone: boolean;
  readonly visible: boolean;
}) {
  const app = useApp();
  const account = () => app.account(props.timeline.accountId);
  const pinned = createMemo(() =>
    account()?.timelines.find(({ key }) => key === props.timeline.key),
  );
  const open = createMemo(() => findTimeline(app.state.timelines, props.timeline));
  const name = () => {
    const known = pinned() ?? open();
    return known === undefined ? '' : timelineName(known, app.m().timeline);
  };
  const isActive = () => {
    const active = app.nav.columns.active();
    return active !== null && isSameTimeline(active, props.timeline);
  };
  const activate = () => app.nav.columns.activate(props.timeline);
  return (
    <section
      class="column"
      aria-label={name()}
      data-active={isActive() ? '' : undefined}
      onFocusIn={activate}
      onPointerDown={activate}
    >
      <Show when={!props.isAlone && account()}>
        {(owner) => (
          <ColumnHeader
            timeline={props.timeline}
            account={owner()}
            pinned={pinned()}
            name={name()}
          />
        )}
      </Show>
      <Switch fallback={<Skeletons hidden={!props.visible} />}>
        <Match when={open()}>
          {(timeline) => <Notes timeline={timeline()} name={name()} visible={props.visible} />}
        </Match>
      </Switch>
    </section>
  );
}
