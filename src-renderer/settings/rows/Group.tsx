import { createUniqueId, type JSX, Show } from 'solid-js';
import { useApp } from '../../app/context.ts';
import './rows.css';

/** Rows that belong together, in a box of their own. */
export function Group(props: {
  readonly title: string;
  /** What holds for all of them. */
  readonly hint?: string | undefined;
  readonly children: JSX.Element;
}) {
  const app = useApp();
  const titleId = createUniqueId();
  const hintId = createUniqueId();
  return (
    <section
      class="setting-group"
      aria-labelledby={titleId}
      aria-describedby={props.hint ? hintId : undefined}
    >
      {/* Beside the list the page's title stands between this and the window's. */}
      <h2 id={titleId} aria-level={app.nav.hasSettingsBeside() ? 3 : 2}>
        {props.title}
      </h2>
      <Show when={props.hint}>
        <p id={hintId} class="setting-hint">
          {props.hint}
        </p>
      </Show>
      <div class="setting-box">{props.children}</div>
    </section>
  );
}
