import { For, Show } from 'solid-js';
import type { CheckGroup } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Group } from '../rows/Group.tsx';
import { rowElementId } from '../rows/SettingRow.tsx';
import { CheckRow } from './CheckRow.tsx';

const groups: readonly CheckGroup[] = ['accounts', 'feeds', 'desktop', 'computer'];

/** Everything that was looked at, by where it belongs. */
export function Checks() {
  const app = useApp();
  const words = () => app.m().diagnostics;
  const checks = () => app.state.diagnostics?.checks ?? [];
  const running = () => app.state.diagnostics?.running ?? true;
  const troubles = () =>
    checks().filter(({ state }) => state === 'attention' || state === 'fails').length;
  /** Said once it is all there, and not for each result that comes. */
  const summary = () => {
    if (running()) return words().checking;
    return troubles() === 0 ? words().allWell : words().troubles(troubles());
  };
  return (
    <>
      <div class="checks-head" id={rowElementId('checks')}>
        <p role="status">{summary()}</p>
        <button
          type="button"
          class="button"
          disabled={running()}
          onClick={() => app.actions.runDiagnostics()}
        >
          {words().again}
        </button>
      </div>
      <For each={groups}>
        {(group) => {
          const own = () => checks().filter((check) => check.group === group);
          return (
            <Show when={own().length > 0}>
              <Group title={words().groups[group]}>
                <ul class="checks">
                  <For each={own()}>{(check) => <CheckRow check={check} />}</For>
                </ul>
              </Group>
            </Show>
          );
        }}
      </For>
    </>
  );
}
