import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../src-main/engine/settings/settings.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { expect, test } from '../support/suzu.ts';

const hidden = { args: ['--hidden'], driveWindow: true } as const;

/** What the page says of one thing. */
const check = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

function rendererOf(app: RunningApp): number | undefined {
  return app.processes().find(({ type }) => type === 'renderer')?.pid;
}

test('the diagnostics show what does not work and what to do, and a report without secrets', async ({
  misskey,
  desktop,
  notifications,
  tray,
}) => {
  await desktop.stopNotifications();
  await desktop.stopKeyring();
  try {
    const app = await misskey.launchOnline(hidden);
    const item = await tray.itemOf(app.pid);
    await item.choose('Settings');
    const page = await app.window();
    await page.getByRole('button', { name: 'Forget them when Suzu quits' }).click();
    await page.locator('[data-page="diagnostics"]').click();
    await expect(check(page, 'Notifications of the desktop')).toContainText('Does not work');
    await expect(check(page, 'Notifications of the desktop')).toContainText('Start your desktop’s');
    await expect(check(page, 'Keyring')).toContainText('There is no keyring');
    await expect(check(page, 'Access of')).toContainText('The access token is valid');
    await expect(check(page, 'Server 127.0.0.1')).toContainText('It answers in');
    await expect(check(page, 'Tray')).toContainText('Works');

    await page.getByText('Read it first').click();
    const report = page.getByRole('textbox', { name: 'Report' });
    await expect(report).toHaveValue(/\[FAILS\] Notifications of the desktop/);
    const text = await report.inputValue();
    expect(text).toContain('[ok] Access of account 1');
    expect(text).not.toContain(misskey.token);
    expect(text).not.toContain(new URL(misskey.origin).host);
    const log = await readFile(join(app.userDataDir, 'logs', 'suzu.log'), 'utf8');
    expect(log).toContain('"lastRun":"ended"');
    expect(log).not.toContain(misskey.token);

    await desktop.startNotifications();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(check(page, 'Notifications of the desktop')).toContainText('dunst');
    await page.getByRole('button', { name: 'Show one' }).click();
    await notifications.calls.waitFor(({ summary }) => summary === 'The bell works');
    await expect(
      page.getByText('The desktop says that the test notification was shown.'),
    ).toBeVisible();
  } finally {
    await desktop.startNotifications();
    await desktop.startKeyring();
  }
});

test('a window whose renderer is killed comes back with its timeline, and says so', async ({
  misskey,
  tray,
}) => {
  const app = await misskey.launchOnline(hidden);
  const item = await tray.itemOf(app.pid);
  await item.choose('Open Suzu');
  const first = await app.window();
  await first.getByRole('tab', { name: 'Timeline' }).click();
  await expect(first.locator('.note').first()).toBeVisible();
  const crashed = first.waitForEvent('crash');
  const pid = rendererOf(app);
  if (pid === undefined) throw new Error('no renderer');
  process.kill(pid, 'SIGKILL');
  await crashed;
  await expect.poll(async () => (await app.window()) === first).toBe(false);
  const second = await app.window();
  await expect(second.getByText('This window crashed and was opened again.')).toBeVisible();
  await expect(second.locator('.note').first()).toBeVisible();
  expect(rendererOf(app)).not.toBe(pid);
});

test('a Suzu that was killed says so at its next start, and not at the one after', async ({
  misskey,
  profile,
  tray,
}) => {
  const began = (app: RunningApp) => app.stderr.waitFor((line) => line.includes(' info began '));
  const killed = await misskey.launchOnline({ ...hidden, userDataDir: profile });
  expect(await began(killed)).toContain('"lastRun":"ended"');
  await killed.kill();

  const next = await misskey.launchOnline({ ...hidden, userDataDir: profile });
  expect(await began(next)).toContain('"lastRun":"died"');
  await (await tray.itemOf(next.pid)).choose('Open Suzu');
  const page = await next.window();
  await expect(page.getByText('Suzu did not end as it should')).toBeVisible();
  await next.quit();

  const last = await misskey.launchOnline({ ...hidden, userDataDir: profile });
  expect(await began(last)).toContain('"lastRun":"ended"');
});

test('safe mode says so in tray and window, and leaves the settings file alone', async ({
  misskey,
  profile,
  tray,
}) => {
  const file = join(profile, 'settings.json');
  const stored = {
    version: 2,
    settings: { ...defaultSettings, theme: 'dark', language: 'en', startAtLogin: 'off' },
  };
  await writeFile(file, JSON.stringify(stored));
  const app = await misskey.launchOnline({
    args: ['--hidden', '--safe-mode'],
    driveWindow: true,
    userDataDir: profile,
  });
  const item = await tray.itemOf(app.pid);
  await expect.poll(async () => (await item.look()).tooltip).toContain('Safe mode');
  expect((await item.menu()).map(({ label }) => label)).toContain('Restart in normal mode');
  await item.choose('Open Suzu');
  const page = await app.window();
  await expect(page.getByText('Suzu runs in safe mode')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
  await app.quit();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ settings: stored.settings });
});
