import type { Log } from '../../engine/log.ts';
import { ownPortable } from '../own-program.ts';
import type { Autostart, AutostartState } from './autostart.ts';
import { type Program, startCommand } from './start-command.ts';

/** What Electron's `app` offers for login items on macOS and Windows. */
export interface LoginItems {
  setLoginItemSettings(settings: {
    readonly openAtLogin: boolean;
    readonly enabled?: boolean;
    readonly path?: string;
    readonly args?: string[];
  }): void;
  getLoginItemSettings(options?: { readonly path?: string; readonly args?: string[] }): {
    readonly openAtLogin: boolean;
    readonly wasOpenedAtLogin: boolean;
    readonly status: string;
    readonly executableWillLaunchAtLogin: boolean;
  };
}

const onChoices = ['tray', 'window'] as const;

/** Starting at login on macOS, which starts the app without arguments and says so when it did. */
export function macLoginItem(
  items: LoginItems,
  choice: () => 'tray' | 'window',
  log: Log,
): Autostart {
  const state = (): AutostartState => {
    const { openAtLogin, status } = items.getLoginItemSettings();
    if (status === 'requires-approval') return { kind: 'needs-approval' };
    return openAtLogin ? { kind: 'on', choice: choice() } : { kind: 'off' };
  };
  return {
    apply(wanted) {
      items.setLoginItemSettings({ openAtLogin: wanted !== 'off' });
      const { kind } = state();
      if (kind === 'needs-approval' || (kind === 'on') === (wanted !== 'off')) return null;
      log.warn('autostart: the system did not take it', { wanted });
      return { kind: 'refused' };
    },
    // It names the app and not its path.
    refresh: () => undefined,
    state,
    startedAtLogin: () => items.getLoginItemSettings().wasOpenedAtLogin,
  };
}

/** Starting at login on Windows, by the user's `Run` key; the arguments say how. */
export function windowsLoginItem(items: LoginItems, program: Program, log: Log): Autostart {
  const commandOf = (choice: 'tray' | 'window') => {
    const [path, ...args] = startCommand(program, choice);
    // Electron writes them into the key as they are, and Windows splits them at spaces.
    return {
      path,
      args: args.map((argument) => (/\s/.test(argument) ? `"${argument}"` : argument)),
    };
  };
  const state = (): AutostartState => {
    for (const choice of onChoices) {
      const { openAtLogin, executableWillLaunchAtLogin } = items.getLoginItemSettings(
        commandOf(choice),
      );
      // Switched off in the task manager, the key stays.
      if (openAtLogin) {
        return executableWillLaunchAtLogin ? { kind: 'on', choice } : { kind: 'disabled' };
      }
    }
    return { kind: 'off' };
  };
  return {
    apply(wanted) {
      const command = commandOf(wanted === 'off' ? 'tray' : wanted);
      items.setLoginItemSettings({ ...command, openAtLogin: wanted !== 'off', enabled: true });
      const now = state();
      if (now.kind === 'on' ? now.choice === wanted : wanted === 'off') return null;
      log.warn('autostart: the system did not take it', { wanted, state: now.kind });
      return { kind: 'refused' };
    },
    refresh(wanted) {
      // Only the portable program moves; without a key the installed one was switched off outside.
      if (ownPortable(program) === null || wanted === 'off' || state().kind !== 'off') return;
      items.setLoginItemSettings({ ...commandOf(wanted), openAtLogin: true });
    },
    state,
    startedAtLogin: () => false,
  };
}
