import { Show } from 'solid-js';
import type { AccountView, PinnedTimeline, TimelineRef } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { isSameTimeline } from '../state/refs.ts';
import { switchesText, timelineIcons } from './timeline-name.ts';

/** Which timeline a column shows and whose it is, and how to move it or put it away. */
export function ColumnHeader(props: {
  readonly timeline: TimelineRef;
  readonly account: AccountView;
  /** Undefined for a moment after it was unpinned. */
  readonly pinned: PinnedTimeline | undefined;
  readonly name: string;
}) {
  const app = useApp();
  const { columns } = app.nav;
  const words = () => app.m().columns;
  /** The first column is the chosen timeline: it stays where it is. */
  const place = () => columns.inView().findIndex((ref) => isSameTimeline(ref, props.timeline));
  const isLast = () => place() === columns.inView().length - 1;
  const detail = () =>
    props.pinned === undefined ? '' : switchesText(props.pinned, app.m().timeline);
  return (
    <header class="column-header" style={{ '--account': props.account.color }}>
      <Show when={props.pinned}>
        {(pinned) => <Icon name={timelineIcons[pinned().spec.kind]} />}
      </Show>
      <h2 class="column-name" title={[props.name, detail()].filter((text) => text).join(' · ')}>
        <bdi>{props.name}</bdi>
        <Show when={detail()}>
          <span class="column-detail">{detail()}</span>
        </Show>
      </h2>
      <bdi class="column-account" title={props.account.handle}>
        {props.account.handle}
      </bdi>
      <Show when={place() > 0}>
        <span class="column-buttons">
          <ColumnButton
            icon="chevron-left"
            label={words().left(props.name)}
            disabled={place() === 1}
            onPress={() => columns.move(props.timeline, -1)}
          />
          <ColumnButton
            icon="chevron-right"
            label={words().right(props.name)}
            disabled={isLast()}
            onPress={() => columns.move(props.timeline, 1)}
          />
          <ColumnButton
            icon="x"
            label={words().close(props.name)}
            disabled={false}
            onPress={() => columns.close(props.timeline)}
          />
        </span>
      </Show>
    </header>
  );
}

function ColumnButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="icon-button column-button"
      aria-label={props.label}
      title={props.label}
      // A button that was just pressed keeps the focus also where it leads no further.
      aria-disabled={props.disabled}
      onClick={() => !props.disabled && props.onPress()}
    >
      <Icon name={props.icon} />
    </button>
  );
}
