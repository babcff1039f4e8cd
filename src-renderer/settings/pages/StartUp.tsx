import { createSignal } from 'solid-js';
import type { CallAnswer, StartAtLogin } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import type { SettingsPage } from '../page.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { ChoiceRow } from '../rows/ChoiceRow.tsx';
import { Group } from '../rows/Group.tsx';

const choices: readonly StartAtLogin[] = ['off', 'tray', 'window'];

/** How Suzu starts, and its settings as a file. */
export const startUpPage: SettingsPage = {
  id: 'start-up',
  icon: 'power',
  title: (m) => m.entry.startUp.page,
  entries: ({ entry: { startUp } }) => [
    {
      id: 'start-at-login',
      label: startUp.start,
      keywords: [startUp.login, startUp.keywords, ...Object.values(startUp.choices)],
    },
    {
      id: 'settings-file',
      label: startUp.transfer,
      keywords: [startUp.file, startUp.export, startUp.import, startUp.fileKeywords],
    },
  ],
  Page: StartUp,
};

function StartUp() {
  const app = useApp();
  const words = () => app.m().entry.startUp;
  /** What was asked for and is not answered yet: a choice that is refused goes back. */
  const [asked, setAsked] = createSignal<StartAtLogin | null>(null);
  const [isBusy, setIsBusy] = createSignal(false);
  const state = () => app.state.desktop.startAtLogin;

  const choose = async (choice: StartAtLogin) => {
    setAsked(choice);
    await app.actions.setStartAtLogin(choice);
    // Another choice may be on its way by now.
    setAsked((latest) => (latest === choice ? null : latest));
  };
  const transfer = async (act: () => Promise<CallAnswer<string | null>>) => {
    setIsBusy(true);
    const result = await act();
    setIsBusy(false);
    if (!result.ok) {
      app.say({ kind: 'failure', sentence: result.error || app.m().app.callFailed });
    } else if (result.data !== null) {
      app.say({ kind: 'done', sentence: result.data });
    }
  };

  return (
    <>
      <Group title={words().login}>
        <ChoiceRow
          id="start-at-login"
          label={words().start}
          hint={state().note ?? undefined}
          value={asked() ?? state().choice}
          options={choices.map((value) => ({ value, label: words().choices[value] }))}
          onChoose={(choice) => void choose(choice)}
        />
      </Group>
      <Group title={words().file} hint={words().fileHint}>
        <ButtonRow id="settings-file" label={words().transfer}>
          <button
            type="button"
            class="button small"
            disabled={isBusy()}
            onClick={() => void transfer(app.actions.exportSettings)}
          >
            {words().export}
          </button>
          <button
            type="button"
            class="button small"
            disabled={isBusy()}
            onClick={() => void transfer(app.actions.importSettings)}
          >
            {words().import}
          </button>
        </ButtonRow>
      </Group>
    </>
  );
}
