import type { PauseChoice } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { clockText } from '../time/age.ts';
import { Menu, type MenuEntry } from './Menu.tsx';

/** Whether notifications are paused, and the choice of how long. */
export function PauseMenu() {
  const app = useApp();
  const until = () => {
    const at = app.state.pause.until;
    return at !== null && at > app.now() ? at : null;
  };
  const label = () => {
    const at = until();
    return at === null
      ? app.m().pause.running
      : app.m().pause.paused(clockText(at, app.now(), app.locale()));
  };
  const entry = (choice: PauseChoice, words: string): MenuEntry => ({
    kind: 'action',
    label: words,
    run: () => app.actions.pause(choice),
  });
  const entries = (): readonly MenuEntry[] => [
    { kind: 'heading', label: label() },
    entry('30-minutes', app.m().pause.halfHour),
    entry('1-hour', app.m().pause.hour),
    entry('until-tomorrow', app.m().pause.tomorrow),
    ...(until() === null
      ? []
      : [{ kind: 'separator' } as const, entry('resume', app.m().pause.resume)]),
  ];
  return (
    <Menu
      class={until() === null ? 'icon-button' : 'icon-button on'}
      label={label()}
      entries={entries()}
      trigger={<Icon name={until() === null ? 'bell' : 'bell-off'} />}
    />
  );
}
