import { For } from 'solid-js';
import { useApp } from '../app/context.ts';
import type { Messages } from '../messages/index.ts';
import { Dialog } from './Dialog.tsx';

interface KeyLine {
  readonly keys: readonly string[];
  readonly meaning: (m: Messages) => string;
}

const keyLines: readonly KeyLine[] = [
  { keys: ['J', 'K', '↓', '↑'], meaning: ({ keys }) => keys.move },
  { keys: ['Home', 'End'], meaning: ({ keys }) => keys.ends },
  { keys: ['Enter'], meaning: ({ keys }) => keys.open },
  { keys: ['Space'], meaning: ({ keys }) => keys.fold },
  { keys: ['N'], meaning: ({ answers }) => answers.keys.compose },
  { keys: ['R'], meaning: ({ answers }) => answers.keys.reply },
  { keys: ['E', '+'], meaning: ({ answers }) => answers.keys.react },
  { keys: ['T'], meaning: ({ answers }) => answers.keys.renote },
  { keys: ['Q'], meaning: ({ answers }) => answers.keys.quote },
  { keys: ['1', '2'], meaning: ({ keys }) => keys.views },
  { keys: ['Ctrl+F'], meaning: ({ history }) => history.search },
  { keys: ['F5'], meaning: ({ keys }) => keys.reload },
  { keys: ['Esc'], meaning: ({ keys }) => keys.close },
  { keys: ['?'], meaning: ({ keys }) => keys.help },
];

/** What the keys do. */
export function KeysDialog() {
  const app = useApp();
  const close = () => app.ask(null);
  return (
    <Dialog title={app.m().keys.title} onClose={close}>
      <dl class="keys">
        <For each={keyLines}>
          {(line) => (
            <>
              <dt>
                <For each={line.keys}>{(key) => <kbd class="key">{key}</kbd>}</For>
              </dt>
              <dd>{line.meaning(app.m())}</dd>
            </>
          )}
        </For>
      </dl>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {app.m().app.close}
        </button>
      </div>
    </Dialog>
  );
}
