import { describe, expect, test } from 'vitest';
import {
  type LoginItems,
  macLoginItem,
  windowsLoginItem,
} from '../../../../src-main/desktop/autostart/login-item.ts';
import type { Program } from '../../../../src-main/desktop/autostart/start-command.ts';
import { memoryLog } from '../../../support/memory-log.ts';

type Wanted = Parameters<LoginItems['setLoginItemSettings']>[0];

/** The `Run` key as Windows has it: one line, which the task manager may switch off. */
function windows() {
  let line: string | null = null;
  let approved = true;
  const lineOf = ({ path = 'C:\\electron.exe', args = [] }: Pick<Wanted, 'path' | 'args'>) =>
    [path, ...args].join(' ');
  return {
    line: () => line,
    disable: () => {
      approved = false;
    },
    items: {
      setLoginItemSettings(wanted: Wanted) {
        line = wanted.openAtLogin ? lineOf(wanted) : null;
        approved = wanted.enabled ?? true;
      },
      getLoginItemSettings: (asked: Pick<Wanted, 'path' | 'args'> = {}) => ({
        openAtLogin: line === lineOf(asked),
        wasOpenedAtLogin: false,
        status: '',
        executableWillLaunchAtLogin: line !== null && approved,
      }),
    },
  };
}

const program: Program = {
  platform: 'win32',
  env: {},
  execPath: 'C:\\Suzu\\Suzu.exe',
  appPath: 'C:\\Suzu\\app.asar',
  isPackaged: true,
  profile: null,
};

describe('on Windows', () => {
  test('the arguments say how to start', () => {
    const system = windows();
    const item = windowsLoginItem(system.items, program, memoryLog());
    expect(item.state()).toEqual({ kind: 'off' });
    expect(item.apply('tray')).toBeNull();
    expect(system.line()).toBe('C:\\Suzu\\Suzu.exe --hidden');
    expect(item.state()).toEqual({ kind: 'on', choice: 'tray' });
    expect(item.apply('window')).toBeNull();
    expect(system.line()).toBe('C:\\Suzu\\Suzu.exe');
    expect(item.state()).toEqual({ kind: 'on', choice: 'window' });
    expect(item.apply('off')).toBeNull();
    expect(system.line()).toBeNull();
  });

  test('a folder with a space stays one argument', () => {
    const system = windows();
    windowsLoginItem(system.items, { ...program, profile: 'C:\\a b' }, memoryLog()).apply('tray');
    expect(system.line()).toBe('C:\\Suzu\\Suzu.exe "--user-data-dir=C:\\a b" --hidden');
  });

  test('what the task manager switched off is told, until the user chooses again', () => {
    const system = windows();
    const item = windowsLoginItem(system.items, program, memoryLog());
    item.apply('tray');
    system.disable();
    item.refresh('tray');
    expect(item.state()).toEqual({ kind: 'disabled' });
    item.apply('tray');
    expect(item.state()).toEqual({ kind: 'on', choice: 'tray' });
  });

  test('only a portable program that was moved writes itself anew', () => {
    const system = windows();
    const portable = (path: string) =>
      windowsLoginItem(
        system.items,
        { ...program, env: { PORTABLE_EXECUTABLE_FILE: path } },
        memoryLog(),
      );
    portable('D:\\Suzu.exe').apply('tray');
    expect(system.line()).toBe('D:\\Suzu.exe --hidden');
    windowsLoginItem(system.items, program, memoryLog()).refresh('tray');
    portable('E:\\Suzu.exe').refresh('off');
    expect(system.line()).toBe('D:\\Suzu.exe --hidden');
    portable('E:\\Suzu.exe').refresh('tray');
    expect(system.line()).toBe('E:\\Suzu.exe --hidden');
  });

  test('a system that does not take it is told', () => {
    const log = memoryLog();
    const deaf = { ...windows().items, setLoginItemSettings: () => undefined };
    expect(windowsLoginItem(deaf, program, log).apply('tray')).toEqual({ kind: 'refused' });
    expect(log.lines).toHaveLength(1);
  });
});

describe('on macOS', () => {
  function mac(answer: (on: boolean) => string) {
    let on = false;
    const items: LoginItems = {
      setLoginItemSettings: (wanted) => {
        on = wanted.openAtLogin;
      },
      getLoginItemSettings: () => ({
        openAtLogin: answer(on) === 'enabled',
        wasOpenedAtLogin: true,
        status: answer(on),
        executableWillLaunchAtLogin: false,
      }),
    };
    return macLoginItem(items, () => 'window', memoryLog());
  }

  test('the app is what starts, and it is the choice that says how', () => {
    const item = mac((on) => (on ? 'enabled' : 'not-registered'));
    expect(item.apply('window')).toBeNull();
    expect(item.state()).toEqual({ kind: 'on', choice: 'window' });
    expect(item.apply('off')).toBeNull();
    expect(item.state()).toEqual({ kind: 'off' });
    expect(item.startedAtLogin()).toBe(true);
  });

  test('a consent that is missing is no failure, and is told', () => {
    const item = mac(() => 'requires-approval');
    expect(item.apply('tray')).toBeNull();
    expect(item.state()).toEqual({ kind: 'needs-approval' });
  });

  test('a system that does not take it is told', () => {
    expect(mac(() => 'not-found').apply('tray')).toEqual({ kind: 'refused' });
  });
});
