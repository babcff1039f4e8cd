import { Show } from 'solid-js';
import type { TimelineRef, TimelineView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';

/** Why new notes do not come by themselves, and the way to ask for them. */
export function NotLive(props: { readonly timeline: TimelineRef; readonly reason: string }) {
  const app = useApp();
  return (
    <div class="timeline-quiet" role="status">
      <Icon name="clock-pause" />
      <p>{props.reason}</p>
      <button
        type="button"
        class="text-button"
        onClick={() => app.actions.reloadTimeline(props.timeline)}
      >
        {app.m().timeline.reload}
      </button>
    </div>
  );
}

/** Why notes that are shown could not be loaded again. */
export function FailedBar(props: { readonly timeline: TimelineView }) {
  const app = useApp();
  return (
    <div class="timeline-failed" role="alert">
      <p>{props.timeline.error ?? app.m().timeline.failed}</p>
      <Retry timeline={props.timeline} />
      <Unpin timeline={props.timeline} />
    </div>
  );
}

export function Retry(props: { readonly timeline: TimelineRef }) {
  const app = useApp();
  return (
    <button
      type="button"
      class="button small"
      onClick={() =>
        app.actions.reloadTimeline({
          accountId: props.timeline.accountId,
          key: props.timeline.key,
        })
      }
    >
      {app.m().list.retry}
    </button>
  );
}

/** The way out where a timeline is gone for good; every account keeps its home, and one at least. */
export function Unpin(props: { readonly timeline: TimelineView }) {
  const app = useApp();
  const canGo = () =>
    props.timeline.spec.kind !== 'home' &&
    (app.account(props.timeline.accountId)?.timelines.length ?? 0) > 1;
  return (
    <Show when={canGo()}>
      <button
        type="button"
        class="button small"
        onClick={() => app.actions.unpinTimeline(props.timeline.accountId, props.timeline.key)}
      >
        <Icon name="pinned-off" />
        {app.m().timeline.unpin}
      </button>
    </Show>
  );
}

/** Says that notes are missing here, and how to get on. */
export function Gap(props: { readonly timeline: TimelineRef }) {
  const app = useApp();
  return (
    <article class="timeline-gap" aria-label={app.m().list.gap}>
      <span>{app.m().list.gap}</span>
      <button
        type="button"
        class="text-button"
        onClick={() => app.actions.reloadTimeline(props.timeline)}
      >
        {app.m().list.gapReload}
      </button>
    </article>
  );
}
