import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Program } from '../../../../src-main/desktop/autostart/start-command.ts';
import { xdgAutostart } from '../../../../src-main/desktop/autostart/xdg-autostart.ts';
import { commandIn, entryFields, startsAtLogin } from '../../../support/desktop-entry.ts';
import { memoryLog } from '../../../support/memory-log.ts';

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'suzu-autostart-'));
  file = join(home, '.config/autostart/suzu.desktop');
});
afterEach(() => rmSync(home, { recursive: true }));

const installed: Program = {
  platform: 'linux',
  env: {},
  execPath: '/opt/Suzu/suzu',
  appPath: '/opt/Suzu/resources/app.asar',
  isPackaged: true,
  profile: null,
};

function autostart(program: Partial<Program> = {}) {
  return xdgAutostart({
    program: { ...installed, ...program },
    home,
    comments: () => [
      ['Comment', 'A small bell'],
      ['Comment[ja]', '小さな鈴'],
    ],
    log: memoryLog(),
  });
}
const entry = () => readFileSync(file, 'utf8');
const edit = (from: string, to: string) => writeFileSync(file, entry().replace(from, to));

describe('chosen by the user', () => {
  test('nothing is there at first, and off leaves it so', () => {
    expect(autostart().state()).toEqual({ kind: 'off' });
    expect(autostart().apply('off')).toBeNull();
    expect(readdirSync(home)).toEqual([]);
  });

  test('the folder is made, and the entry starts Suzu in the tray', () => {
    expect(autostart().apply('tray')).toBeNull();
    expect(commandIn(entry())).toEqual(['/opt/Suzu/suzu', '--hidden']);
    expect(startsAtLogin(entry())).toBe(true);
    expect(Object.fromEntries(entryFields(entry()))).toMatchObject({
      Type: 'Application',
      Name: 'Suzu',
      'Comment[ja]': '小さな鈴',
      TryExec: '/opt/Suzu/suzu',
      Terminal: 'false',
    });
    expect(autostart().state()).toEqual({ kind: 'on', choice: 'tray' });
    expect(readdirSync(join(file, '..'))).toEqual(['suzu.desktop']);
  });

  test('with the window it starts without --hidden; off takes it away', () => {
    autostart().apply('tray');
    expect(autostart().apply('window')).toBeNull();
    expect(commandIn(entry())).toEqual(['/opt/Suzu/suzu']);
    expect(autostart().state()).toEqual({ kind: 'on', choice: 'window' });
    expect(autostart().apply('off')).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  test('XDG_CONFIG_HOME says where, unless it is relative', () => {
    const env = { XDG_CONFIG_HOME: join(home, 'elsewhere') };
    autostart({ env }).apply('tray');
    expect(existsSync(join(home, 'elsewhere/autostart/suzu.desktop'))).toBe(true);
    autostart({ env: { XDG_CONFIG_HOME: 'relative' } }).apply('tray');
    expect(existsSync(file)).toBe(true);
  });

  test('from source, in a profile of its own, the same is started again', () => {
    autostart({
      execPath: '/x/electron',
      appPath: '/home/me/my suzu',
      isPackaged: false,
      profile: '/p q',
    }).apply('tray');
    expect(commandIn(entry())).toEqual([
      '/x/electron',
      '/home/me/my suzu',
      '--user-data-dir=/p q',
      '--hidden',
    ]);
  });

  test('one that the desktop switched off is on again', () => {
    autostart().apply('tray');
    edit('Terminal', 'Hidden=true\nTerminal');
    expect(autostart().apply('tray')).toBeNull();
    expect(startsAtLogin(entry())).toBe(true);
  });

  test('a path with a line break is refused', () => {
    expect(autostart({ execPath: '/opt/a\nExec=evil' }).apply('tray')).toEqual({
      kind: 'odd-path',
    });
    expect(autostart({ profile: '/opt/a\nExec=evil' }).apply('tray')).toEqual({
      kind: 'odd-path',
    });
    expect(existsSync(file)).toBe(false);
  });
});

describe('as an AppImage', () => {
  const env = { APPIMAGE: '/home/me/Suzu-1.AppImage', APPDIR: '/tmp/.mount_Suzu1' };
  const execPath = '/tmp/.mount_Suzu1/suzu';

  test('the file itself is started, and not its mount', () => {
    autostart({ env, execPath }).apply('tray');
    expect(commandIn(entry())).toEqual([env.APPIMAGE, '--hidden']);
  });

  test('the variables of another AppImage are not ours', () => {
    autostart({ env }).apply('tray');
    expect(commandIn(entry())[0]).toBe('/opt/Suzu/suzu');
  });

  test('a new path is written at the next start, and the user’s own lines stay', () => {
    autostart({ env, execPath }).apply('tray');
    edit('Terminal=false', 'Terminal=false\nX-GNOME-Autostart-Delay=5');
    const moved = { env: { ...env, APPIMAGE: '/home/me/Suzu-2.AppImage' }, execPath };
    autostart(moved).refresh('tray');
    expect(commandIn(entry())).toEqual(['/home/me/Suzu-2.AppImage', '--hidden']);
    expect(entryFields(entry()).get('TryExec')).toBe('/home/me/Suzu-2.AppImage');
    expect(entryFields(entry()).get('X-GNOME-Autostart-Delay')).toBe('5');
    expect(autostart(moved).state()).toEqual({ kind: 'on', choice: 'tray' });
  });
});

describe('what somebody else changed', () => {
  const moved = { execPath: '/opt/new/suzu' };
  const off: [string, string][] = [
    ['Hidden=true', 'Hidden=true\nTerminal'],
    ['X-GNOME-Autostart-enabled=false', 'X-MATE-Autostart-enabled=false\nTerminal'],
  ];

  test.each(off)('%s is left alone at a start, and told', (_name, line) => {
    autostart().apply('tray');
    edit('Terminal', line);
    const before = entry();
    autostart(moved).refresh('tray');
    expect(entry()).toBe(before);
    expect(autostart().state()).toEqual({ kind: 'disabled' });
  });

  test('GNOME’s own switch counts', () => {
    autostart().apply('tray');
    edit('Autostart-enabled=true', 'Autostart-enabled=false');
    expect(autostart().state()).toEqual({ kind: 'disabled' });
  });

  test('an entry that was deleted does not come back by itself', () => {
    autostart().refresh('tray');
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    ['another command', () => edit('Exec=/opt', 'Exec=nice /opt')],
    ['another program’s entry', () => writeFileSync(file, '[Desktop Entry]\nExec=suzu\n')],
    ['no entry at all', () => writeFileSync(file, 'nonsense')],
    ['odd words for the choice', () => edit('X-Suzu-Start=tray', 'X-Suzu-Start=loud')],
    [
      'a link to somewhere else',
      () => {
        writeFileSync(join(home, 'mine.desktop'), entry());
        rmSync(file);
        symlinkSync(join(home, 'mine.desktop'), file);
      },
    ],
    [
      'a folder',
      () => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])('%s: it is left as it is, and said so', (_what, change) => {
    autostart().apply('tray');
    change();
    const look = () => readdirSync(join(file, '..'), { withFileTypes: true });
    const before = [look(), existsSync(file) && !look()[0]?.isDirectory() ? entry() : null];
    const foreign = { kind: 'foreign', file };
    expect(autostart().state()).toEqual(foreign);
    for (const choice of ['tray', 'window', 'off'] as const) {
      expect(autostart(moved).apply(choice)).toEqual(foreign);
      autostart(moved).refresh(choice);
    }
    expect([look(), before[1] === null ? null : entry()]).toEqual(before);
  });

  test('a pipe is left alone without waiting for what comes out of it', () => {
    mkdirSync(join(file, '..'), { recursive: true });
    execFileSync('mkfifo', [file]);
    expect(autostart().state()).toEqual({ kind: 'foreign', file });
    expect(autostart().apply('tray')).toEqual({ kind: 'foreign', file });
  });

  test('spaces around the equals sign do not hide what has to be brought up to date', () => {
    autostart().apply('tray');
    edit('Exec=/opt', 'Exec = /opt');
    autostart(moved).refresh('tray');
    expect(entryFields(entry()).get('Exec')).toBe('/opt/new/suzu --hidden');
    expect(autostart(moved).state()).toEqual({ kind: 'on', choice: 'tray' });
  });

  test('the entry of another profile is only replaced on purpose', () => {
    autostart().apply('tray');
    const other = { profile: '/p' };
    expect(autostart(other).state()).toEqual({ kind: 'other-profile' });
    autostart(other).refresh('tray');
    expect(autostart(other).apply('off')).toBeNull();
    expect(autostart().state()).toEqual({ kind: 'on', choice: 'tray' });
    expect(autostart(other).apply('window')).toBeNull();
    expect(autostart(other).state()).toEqual({ kind: 'on', choice: 'window' });
    expect(autostart().state()).toEqual({ kind: 'other-profile' });
  });
});

describe('the folder', () => {
  test('may be a link', () => {
    mkdirSync(join(home, 'real'));
    mkdirSync(join(home, '.config'));
    symlinkSync(join(home, 'real'), join(home, '.config/autostart'));
    expect(autostart().apply('tray')).toBeNull();
    expect(existsSync(join(home, 'real/suzu.desktop'))).toBe(true);
  });

  test.each([
    ['leads nowhere', (folder: string) => symlinkSync('/nowhere/at/all', folder)],
    ['is a file', (folder: string) => writeFileSync(folder, '')],
  ])('that %s: nothing is written, and it is told', (_what, make) => {
    mkdirSync(join(home, '.config'));
    make(join(home, '.config/autostart'));
    expect(autostart().apply('tray')).toEqual({ kind: 'not-writable', file });
    expect(autostart().apply('off')).toBeNull();
    expect(autostart().state()).toEqual({ kind: 'off' });
    expect(() => autostart().refresh('tray')).not.toThrow();
  });
});
