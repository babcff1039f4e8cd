import { Show } from 'solid-js';
import { writerOf } from '../answers/writer.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';

/** Opens the composer for a new note, where an account may post. */
export function ComposeButton() {
  const app = useApp();
  const label = () => app.m().answers.compose.new;
  return (
    <Show when={writerOf(app.state, app.nav.account())}>
      {(writer) => (
        <button
          type="button"
          class="icon-button"
          aria-label={label()}
          title={`${label()} (N)`}
          onClick={() => app.answers.write(writer())}
        >
          <Icon name="edit" />
        </button>
      )}
    </Show>
  );
}
