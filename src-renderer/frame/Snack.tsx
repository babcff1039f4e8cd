import { type Accessor, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import './snack.css';

/** Why something that was asked for did not happen. */
export function Snack(props: {
  readonly sentence: Accessor<string | null>;
  readonly onDismiss: () => void;
}) {
  const app = useApp();
  return (
    <div role="alert">
      <Show when={props.sentence()}>
        {(sentence) => (
          <div class="snack">
            <Icon name="alert-triangle" />
            <p>{sentence()}</p>
            <button
              type="button"
              class="bar-dismiss"
              aria-label={app.m().app.dismiss}
              onClick={() => props.onDismiss()}
            >
              <Icon name="x" />
            </button>
          </div>
        )}
      </Show>
    </div>
  );
}
