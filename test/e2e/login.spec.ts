import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Autostarted, autostartFolder, logIn, validateEntry } from '../support/autostart.ts';
import { electronProcesses } from '../support/electron-processes.ts';
import { test as base, expect, isState } from '../support/suzu.ts';

/** Logs in to the desktop; what that started ends with the test. */
const test = base.extend<{ logInAgain: () => Promise<readonly Autostarted[]> }>({
  logInAgain: async ({ desktop }, use) => {
    const all: Autostarted[] = [];
    await use(async () => {
      const started = await logIn(desktop.env);
      all.push(...started);
      return started;
    });
    await Promise.all(all.map((one) => one.kill()));
  },
});

const rendererOf = (pid: number) =>
  electronProcesses(pid).filter(({ type }) => type === 'renderer');

test('starts at login once the user says so: hidden, online, even before there is a tray', async ({
  misskey,
  launch,
  desktop,
  tray,
  profile,
  logInAgain,
}) => {
  const entry = join(autostartFolder(desktop.env), 'suzu.desktop');

  // The first run: somebody signs in, and is asked.
  const first = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const page = await first.window();
  await page.getByRole('textbox').first().fill(misskey.origin);
  await page.getByText('Advanced').click();
  await page.getByLabel('Access token').fill(misskey.token);
  await page.getByRole('button', { name: 'Sign in with the token' }).click();
  await first.trace.waitFor(isState('online'));
  await page.getByRole('button', { name: 'In the tray' }).click();
  await expect(page.getByText('Start Suzu when you log in?')).toBeHidden();
  expect(await validateEntry(entry)).toBe('');
  expect((await first.quit()).code).toBe(0);

  // The session ends, and the next one has its tray later than its programs.
  await desktop.stopPanel();
  await desktop.stopNotifications();
  const [suzu, ...others] = await logInAgain();
  expect(others).toEqual([]);
  expect(suzu?.command.slice(2)).toEqual([`--user-data-dir=${profile}`, '--hidden']);
  const pid = suzu?.pid ?? 0;
  await expect.poll(() => misskey.server.connectionCount).toBeGreaterThan(0);
  await desktop.startNotifications();
  await desktop.startPanel();
  await expect(async () => {
    const rows = (await (await tray.itemOf(pid)).menu()).map(({ label }) => label);
    expect(rows.some((label) => label.includes('Online'))).toBe(true);
  }).toPass({ timeout: 60_000 });
  expect(rendererOf(pid)).toEqual([]);

  // Ended from the command line; not asked again, and switched off in the settings.
  const quit = await launch({ args: ['--quit'], userDataDir: profile });
  expect(await quit.exited).toEqual({ code: 0, signal: null });
  expect(await suzu?.exited).toBe(0);
  const last = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const settings = await last.window();
  await last.trace.waitFor(isState('online'));
  await expect(settings.getByText('Start Suzu when you log in?')).toBeHidden();
  await settings.getByRole('button', { name: 'More' }).click();
  await settings.getByRole('menuitem', { name: 'Settings' }).click();
  await settings.getByRole('button', { name: 'Start-up' }).click();
  await expect(settings.getByRole('radio', { name: 'In the tray' })).toBeChecked();
  await settings.getByText('Never', { exact: true }).click();
  await expect
    .poll(() =>
      access(entry).then(
        () => 'there',
        () => 'gone',
      ),
    )
    .toBe('gone');
  await last.quit();
  expect(await logInAgain()).toEqual([]);
});

test('the command line reaches the Suzu that runs, and says what it could not do', async ({
  misskey,
  launch,
  tray,
  profile,
}) => {
  const app = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const item = await tray.itemOf(app.pid);
  const ask = async (...args: readonly string[]) => {
    const process = await launch({ args, userDataDir: profile });
    const { code } = await process.exited;
    return { code, said: process.stderr.all.join('\n') };
  };
  expect((await ask('--snooze=2h30m')).code).toBe(0);
  await expect.poll(async () => (await item.look()).tooltip).toContain('paused');
  const bad = await ask('--snooze=soon', '--quit');
  expect(bad.code).toBe(2);
  expect(bad.said).toContain('--snooze=soon is no length of time');
  expect((await ask('--snooze=off', '--mark-read')).code).toBe(0);
  await expect.poll(async () => (await item.look()).tooltip).not.toContain('paused');
  expect((await ask('--toggle')).code).toBe(0);
  await expect.poll(() => rendererOf(app.pid).length).toBeGreaterThan(0);

  expect(await ask('--quit')).toEqual({
    code: 0,
    said: expect.not.stringContaining('not running'),
  });
  expect(await app.exited).toEqual({ code: 0, signal: null });
  const late = await ask('--quit');
  expect(late.code).toBe(0);
  expect(late.said).toContain('Suzu is not running.');
});

test('a link opens what it names, and whatever else it says does nothing', async ({
  misskey,
  launch,
  profile,
}) => {
  const app = await misskey.launchOnline({
    args: ['--hidden'],
    userDataDir: profile,
    driveWindow: true,
  });
  const noteId = misskey.server.postNote('akari', { text: 'a note to be linked to' });
  const follow = async (link: string) => {
    const process = await launch({ args: [link], userDataDir: profile });
    return (await process.exited).code;
  };
  const account = new URL(misskey.origin).host;
  expect(await follow(`suzu://note?account=${encodeURIComponent(account)}&id=${noteId}`)).toBe(0);
  const page = await app.window();
  await expect(page.getByText('a note to be linked to').last()).toBeVisible();
  expect(await follow('suzu://sign-in?server=other.example')).toBe(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox').first()).toHaveValue('other.example');
  expect(await follow('suzu://note?account=eve@evil.example&id=9abc')).toBe(0);
  await expect(page.getByText('eve@evil.example, which is not signed in here')).toBeVisible();
  expect(await follow('suzu://sign-in?server=other.example&token=secret')).toBe(2);
  await expect(page.getByText('A link to Suzu was not understood')).toBeVisible();
});

test('a global shortcut is in effect at once; one that another program has is told, and left', async ({
  launch,
  profile,
}) => {
  const openShortcuts = async (userDataDir: string) => {
    const page = await (await launch({ driveWindow: true, userDataDir })).window();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Shortcuts', exact: true }).click();
    return page;
  };
  const record = async (page: Page, name: string) => {
    const field = page.getByRole('button', { name: `Record the shortcut: ${name}` });
    await field.click();
    await page.keyboard.press('Control+Alt+Shift+F9');
    return field;
  };
  const first = await openShortcuts(join(profile, 'first'));
  const field = await record(first, 'Pause notifications');
  await expect(field).toContainText('Ctrl Alt Shift F9');

  // Another program, which had the same shortcut before and wants it for something else now.
  const other = join(profile, 'second');
  const shortcuts = { toggleWindow: null, snooze: 'Control+Alt+Shift+F9' };
  await mkdir(other);
  await writeFile(join(other, 'settings.json'), JSON.stringify({ settings: { shortcuts } }));
  const second = await openShortcuts(other);
  await expect(second.getByText('(Pause notifications) does not work')).toBeVisible();
  const taken = second.getByText('Ctrl+Alt+Shift+F9 belongs to another program');
  await expect(taken).toHaveCount(1);
  const refused = await record(second, 'Show or hide the window');
  await expect(taken).toHaveCount(2);
  await expect(refused).toContainText('None');
});
