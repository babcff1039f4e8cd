import { For, onMount, Show } from 'solid-js';
import { useApp } from '../../app/context.ts';
import { Checks } from '../diagnostics/Checks.tsx';
import { LogFolderRow } from '../diagnostics/LogFolderRow.tsx';
import { Report } from '../diagnostics/Report.tsx';
import type { SettingsPage } from '../page.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { Group } from '../rows/Group.tsx';
import '../diagnostics/diagnostics.css';

/** What works and what does not, and what to do when nothing else helps. */
export const diagnosticsPage: SettingsPage = {
  id: 'diagnostics',
  icon: 'activity',
  title: (m) => m.diagnostics.page,
  entries: ({ diagnostics: words }) => [
    {
      id: 'checks',
      label: words.checks,
      keywords: [words.keywords, ...Object.values(words.groups)],
    },
    { id: 'test-toast', label: words.testToast },
    { id: 'report', label: words.report, keywords: [words.copy, words.save] },
    { id: 'report-names', label: words.withNames },
    { id: 'safe-mode', label: words.safeMode, keywords: [words.restartSafe] },
    { id: 'log-folder', label: words.logFolder, keywords: [words.openLogFolder] },
  ],
  Page: DiagnosticsPage,
};

function DiagnosticsPage() {
  const app = useApp();
  const words = () => app.m().diagnostics;
  const { safeMode } = app.state;
  onMount(() => void app.actions.runDiagnostics());
  return (
    <>
      <Checks />
      <Group title={words().testToast}>
        <ButtonRow id="test-toast" label={words().testToastHint}>
          <button type="button" class="button" onClick={() => app.actions.showTestToast()}>
            {words().testToastShow}
          </button>
        </ButtonRow>
        <p class="test-toast-result" role="status">
          {app.state.diagnostics?.testToast}
        </p>
      </Group>
      <Show when={app.state.diagnostics?.facts}>
        {(facts) => (
          <Group title={words().facts}>
            <dl class="facts">
              <For each={facts()}>
                {(fact) => (
                  <div>
                    <dt>{fact.label}</dt>
                    <dd>{fact.value}</dd>
                  </div>
                )}
              </For>
            </dl>
          </Group>
        )}
      </Show>
      <Report />
      <Group title={words().help}>
        <LogFolderRow id="log-folder" />
        <ButtonRow
          id="safe-mode"
          label={words().safeMode}
          hint={safeMode ? words().safeModeOn : words().safeModeHint}
        >
          <button type="button" class="button" onClick={() => app.actions.restart(!safeMode)}>
            {safeMode ? words().restartNormal : words().restartSafe}
          </button>
        </ButtonRow>
      </Group>
    </>
  );
}
