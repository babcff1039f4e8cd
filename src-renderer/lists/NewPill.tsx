import { Show } from 'solid-js';
import { Icon } from '../icons/Icon.tsx';

/** How many new items stand above what is read, and the way up. The count is read aloud, politely. */
export function NewPill(props: {
  readonly isShown: boolean;
  /** How many there are. */
  readonly text: string;
  readonly onJump: () => void;
}) {
  return (
    <div class="new-pill" aria-live="polite">
      <Show when={props.isShown}>
        <button type="button" onClick={() => props.onJump()}>
          <Icon name="arrow-up" />
          {props.text}
        </button>
      </Show>
    </div>
  );
}
