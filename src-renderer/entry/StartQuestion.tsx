import { createSignal, createUniqueId, For, Show } from 'solid-js';
import type { StartAtLogin } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import './start-question.css';

const answers: readonly StartAtLogin[] = ['tray', 'window', 'off'];

/** Asks once, when somebody has signed in, whether Suzu is to start at login. It blocks nothing. */
export function StartQuestion() {
  const app = useApp();
  const words = () => app.m().entry.question;
  const titleId = createUniqueId();
  const [isBusy, setIsBusy] = createSignal(false);
  const answer = async (choice: StartAtLogin) => {
    setIsBusy(true);
    const result = await app.actions.setStartAtLogin(choice);
    setIsBusy(false);
    if (result.ok) app.say({ kind: 'done', sentence: words().done[choice] });
  };
  return (
    <Show when={app.state.desktop.asksStartAtLogin}>
      <section class="start-question" aria-labelledby={titleId}>
        <Icon name="power" />
        <div class="start-question-words">
          <h2 id={titleId}>{words().title}</h2>
          <p>{words().text}</p>
          <div class="start-question-answers">
            <For each={answers}>
              {(choice, index) => (
                <button
                  type="button"
                  class="button small"
                  classList={{ primary: index() === 0 }}
                  disabled={isBusy()}
                  onClick={() => void answer(choice)}
                >
                  {words().answers[choice]}
                </button>
              )}
            </For>
          </div>
        </div>
      </section>
    </Show>
  );
}
