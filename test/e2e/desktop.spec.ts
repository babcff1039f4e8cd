import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, isToast, test } from '../support/suzu.ts';

const rendererOf = (app: { processes(): readonly { type: string }[] }) =>
  app.processes().filter(({ type }) => type === 'renderer');

test('no renderer until the window is opened, and none again after it was closed', async ({
  misskey,
  tray,
}) => {
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  expect(rendererOf(app)).toEqual([]);
  const item = await tray.itemOf(app.pid);
  await item.choose('Open Suzu');
  await expect.poll(() => rendererOf(app).length).toBeGreaterThan(0);
  await item.activate();
  await expect.poll(() => rendererOf(app), { timeout: 30_000 }).toEqual([]);
  const { notificationId } = misskey.server.app('the bell works without it', 'An app');
  await app.trace.waitFor(isToast(notificationId));
});

test('the menu has what the tray promises, and pausing holds toasts back for a digest', async ({
  misskey,
  tray,
  notifications,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const item = await tray.itemOf(app.pid);
  const labels = (await item.menu()).map(({ label }) => label).filter((label) => label !== '');
  expect(labels).toEqual([
    'Open Suzu',
    expect.stringContaining('Online'),
    'Mark all as read',
    'Pause notifications',
    'Settings',
    'Quit Suzu',
  ]);
  await item.choose('Pause notifications', 'For 1 hour');
  await expect.poll(async () => (await item.look()).tooltip).toContain('paused');
  server.app('one', 'An app');
  const second = server.app('two', 'An app');
  await app.trace.waitFor(
    (line) => line.at === 'decision' && line.id.endsWith(second.notificationId ?? '-'),
  );
  expect(notifications.calls.all).toEqual([]);
  await item.choose('Pause notifications', 'Resume now');
  await notifications.calls.waitFor(({ summary }) => summary === '2 notifications while paused');
  // The app is gone before it can answer the panel.
  await item.choose('Quit Suzu').catch(() => {});
  expect(await app.exited).toEqual({ code: 0, signal: null });
});

test('the icon comes back when the panel does; without one the window opens and says why', async ({
  misskey,
  tray,
  desktop,
}) => {
  const app = await misskey.launchOnline({ args: ['--hidden'], driveWindow: true });
  await tray.itemOf(app.pid);
  await desktop.stopPanel();
  const page = await app.window();
  await expect(page.getByText('shows no tray icons')).toBeVisible();
  await desktop.startPanel();
  // The icon is made anew for the new panel; the one that the panel finds first may be the old one.
  await expect(async () => {
    const item = await tray.itemOf(app.pid);
    expect((await item.look()).pictures.length).toBeGreaterThan(0);
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText('shows no tray icons')).toBeHidden();
});

test('a second launch opens the window of the first', async ({ misskey, launch, profile }) => {
  const app = await misskey.launchOnline({
    args: ['--hidden'],
    userDataDir: profile,
    driveWindow: true,
  });
  const second = await launch({ userDataDir: profile });
  expect(await second.exited).toEqual({ code: 0, signal: null });
  const page = await app.window();
  await expect(page.getByRole('tab', { name: /Timeline/ })).toBeVisible();
});

test('with a keyring the token is on disk, encrypted, for its owner alone', async ({
  misskey,
  profile,
}) => {
  const app = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const file = join(profile, 'secrets.json');
  await expect.poll(async () => (await stat(file).catch(() => null))?.size ?? 0).toBeGreaterThan(0);
  const content = await readFile(file, 'utf8');
  expect(content).not.toContain(misskey.token);
  expect(content).not.toContain(Buffer.from(misskey.token).toString('base64'));
  expect((await stat(file)).mode & 0o077).toBe(0);
  await app.quit();
  for (const name of ['settings.json', 'history.jsonl', 'logs/suzu.log']) {
    const text = await readFile(join(profile, name), 'utf8').catch(() => '');
    expect(text).not.toContain(misskey.token);
  }
});

test('a toast that no service shows is told as failed, and kept with its reason', async ({
  misskey,
  desktop,
}) => {
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  await desktop.stopNotifications();
  const { notificationId } = misskey.server.app('silent', 'An app');
  await app.trace.waitFor(isToast(notificationId, 'failed'), 40_000);
  await desktop.startNotifications();
  const next = misskey.server.app('heard', 'An app');
  await app.trace.waitFor(isToast(next.notificationId), 40_000);
});
