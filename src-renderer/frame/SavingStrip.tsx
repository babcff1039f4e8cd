import { Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import './bar.css';

/** Says that pictures are not loaded by themselves and why, with the way to have them all the same. */
export function SavingStrip() {
  const app = useApp();
  return (
    <div role="status">
      <Show when={app.state.network.saving}>
        {(reason) => (
          <div class="state-strip">
            <span class="state-words">{app.m().network.sign[reason()]}</span>
            <button
              type="button"
              class="button small"
              onClick={() => void app.actions.loadPictures()}
            >
              {app.m().network.loadNow}
            </button>
          </div>
        )}
      </Show>
    </div>
  );
}
