import type { Settings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { useSettings } from '../changes.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { Group } from '../rows/Group.tsx';
import { SwitchRow } from '../rows/SwitchRow.tsx';

/** What around the reader keeps Suzu quiet, and where it says why it was. */
export function Surroundings() {
  const app = useApp();
  const words = () => app.m().ringing.surroundings;
  const { settings, change } = useSettings();
  const rules = () => settings().rules;
  const changeRules = (changes: Partial<Settings['rules']>) =>
    void change({ rules: { ...rules(), ...changes } });
  return (
    <Group title={words().title}>
      <SwitchRow
        id="do-not-disturb"
        label={words().doNotDisturb}
        hint={words().doNotDisturbHint}
        checked={rules().heedDoNotDisturb}
        onChange={(heedDoNotDisturb) => changeRules({ heedDoNotDisturb })}
      />
      <SwitchRow
        id="full-screen"
        label={words().fullScreen}
        hint={words().fullScreenHint}
        checked={rules().holdInFullScreen}
        onChange={(holdInFullScreen) => changeRules({ holdInFullScreen })}
      />
      <SwitchRow
        id="focused"
        label={words().focused}
        hint={words().focusedHint}
        checked={rules().quietWhileFocused}
        onChange={(quietWhileFocused) => changeRules({ quietWhileFocused })}
      />
      <ButtonRow id="why-quiet" label={words().why} hint={words().whyHint}>
        <button type="button" class="button small" onClick={() => app.nav.show('notices')}>
          {words().whyOpen}
        </button>
      </ButtonRow>
    </Group>
  );
}
