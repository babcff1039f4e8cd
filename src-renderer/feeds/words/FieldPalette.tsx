import { For, Show } from 'solid-js';
import type { FeedEventView } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import './palette.css';
import type { FieldTarget } from './put-field.ts';

/** What stands in the event that the rule is tried on; each goes into a template at a press. */
export function FieldPalette(props: {
  readonly fields: FeedEventView['fields'];
  readonly target: FieldTarget;
  /** What takes a field before any had the focus. */
  readonly first: string;
}) {
  const app = useApp();
  const words = () => app.m().feeds.fields;
  return (
    <details class="palette" open>
      <summary>{words().title}</summary>
      <Show
        when={props.fields.length > 0}
        fallback={<p class="setting-hint palette-none">{words().none}</p>}
      >
        <ul class="palette-fields">
          <For each={props.fields}>
            {({ path, value }) => (
              <li>
                <button
                  type="button"
                  class="palette-field"
                  title={words().put(path, props.target.label() ?? props.first)}
                  onClick={() => props.target.put(path)}
                >
                  <code>{`{${path}}`}</code>
                  <bdi>{value}</bdi>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </details>
  );
}
