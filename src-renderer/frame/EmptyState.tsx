import { type JSX, Show } from 'solid-js';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import './empty-state.css';

/** What stands where there is nothing to list: why, and what can be done. */
export function EmptyState(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly hidden?: boolean;
  readonly children?: JSX.Element;
}) {
  return (
    <div class="empty-state" hidden={props.hidden === true}>
      <span class="empty-icon">
        <Icon name={props.icon} />
      </span>
      <h2>{props.title}</h2>
      <Show when={props.text}>
        <p>{props.text}</p>
      </Show>
      {props.children}
    </div>
  );
}
