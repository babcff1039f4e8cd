import { For } from 'solid-js';
import { useApp } from '../app/context.ts';

/** The shape of notes to come, on the first load only. */
export function Skeletons(props: { readonly hidden: boolean }) {
  const app = useApp();
  return (
    <div class="skeletons" hidden={props.hidden} role="status" aria-label={app.m().list.loading}>
      <For each={[2, 3, 1, 2, 3, 2, 1, 3]}>
        {(lines) => (
          <div class="skeleton" aria-hidden="true">
            <span class="skeleton-avatar" />
            <span class="skeleton-lines" data-lines={lines}>
              <span class="skeleton-line name" />
              <span class="skeleton-line" />
              <span class="skeleton-line" />
              <span class="skeleton-line last" />
            </span>
          </div>
        )}
      </For>
    </div>
  );
}
