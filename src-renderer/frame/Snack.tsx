import { type Accessor, Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import type { Said } from '../app/say.ts';
import { Icon } from '../icons/Icon.tsx';
import './snack.css';

/** What was just done, with the way back; or why something that was asked for did not happen. */
export function Snack(props: {
  readonly said: Accessor<Said | null>;
  readonly onDismiss: () => void;
}) {
  const failure = () => {
    const said = props.said();
    return said?.kind === 'failure' ? said : null;
  };
  const done = () => {
    const said = props.said();
    return said?.kind === 'done' ? said : null;
  };
  return (
    <>
      <div role="alert">
        <Show when={failure()}>
          {(said) => <Sentence said={said()} onDismiss={props.onDismiss} />}
        </Show>
      </div>
      <div role="status">
        <Show when={done()}>
          {(said) => <Sentence said={said()} onDismiss={props.onDismiss} />}
        </Show>
      </div>
    </>
  );
}

function Sentence(props: { readonly said: Said; readonly onDismiss: () => void }) {
  const app = useApp();
  return (
    <div class="snack">
      <Icon name={props.said.kind === 'failure' ? 'alert-triangle' : 'check'} />
      <p>{props.said.sentence}</p>
      <Show when={props.said.undo}>
        {(undo) => (
          <button
            type="button"
            class="snack-undo"
            onClick={() => {
              const takeBack = undo();
              props.onDismiss();
              takeBack();
            }}
          >
            {app.m().answers.note.undo}
          </button>
        )}
      </Show>
      <button
        type="button"
        class="bar-dismiss"
        aria-label={app.m().app.dismiss}
        onClick={() => props.onDismiss()}
      >
        <Icon name="x" />
      </button>
    </div>
  );
}
