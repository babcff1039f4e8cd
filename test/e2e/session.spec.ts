import { fileURLToPath } from 'node:url';
import { startVirtualDesktop } from '../../scripts/lib/virtual-desktop.mjs';
import { expect, test } from '../support/desktop.ts';
import { viewTray } from '../support/tray.ts';

// The session and the test support themselves, proved on the smallest tray app.
const directory = fileURLToPath(new URL('../support/fixture-app', import.meta.url));

test('a toast is counted once, and a click on it opens an address', async ({
  launch,
  notifications,
  openedUrls,
}) => {
  const app = await launch({ directory });
  const { id, ...call } = await notifications.calls.waitFor((one) => one.id !== null);
  expect(call).toMatchObject({
    appName: 'Suzu Fixture',
    summary: 'Alice reacted',
    body: 'to 「こんにちは」 🎉',
    replacesId: 0,
  });
  expect(call.actions).toHaveProperty('default');
  expect(await notifications.shown()).toBe(1);

  await notifications.click(id ?? 0);
  expect(await openedUrls.waitFor()).toBe('https://example.social/notes/1');
  await app.trace.waitFor((line) => line.at === 'toast' && line.result === 'clicked');
  expect(notifications.calls.all).toHaveLength(1);
  expect(app.strangers.all).toEqual([]);
});

test('of several toasts the oldest is clicked, and dismissing one tells the app', async ({
  launch,
  notifications,
  openedUrls,
  tray,
}) => {
  const app = await launch({ directory });
  const item = await tray.itemOf(app.pid);
  const first = await notifications.calls.waitFor((call) => call.id !== null);
  await item.choose('More', 'Toast');
  const second = await notifications.calls.waitFor(
    (call) => call.id !== null && call.id !== first.id,
  );
  await expect(notifications.click(second.id ?? 0)).rejects.toThrow('not the oldest');

  await notifications.click(first.id ?? 0);
  await openedUrls.waitFor();
  await notifications.closed.waitFor((toast) => toast.id === first.id);
  await notifications.dismiss();
  expect(await notifications.closed.waitFor((toast) => toast.id === second.id)).toEqual({
    id: second.id,
    reason: 'dismissed',
  });
  await app.trace.waitFor((line) => line.at === 'toast' && line.result === 'closed');
});

test('the tray shows the icon, its words and its menu', async ({ launch, tray }) => {
  const app = await launch({ directory, args: ['--quiet'] });
  const item = await tray.itemOf(app.pid);
  const look = await item.look();
  expect(look.tooltip).toContain('Suzu Fixture: ready');
  expect(look.pictures[0]).toMatchObject({ width: 22, height: 22 });
  const labels = (await item.menu()).map((row) => row.label);
  expect(labels).toEqual(['Open', 'More', 'Quit']);
  await item.choose('Quit');
  expect(await app.exited).toEqual({ code: 0, signal: null });
  expect(await tray.items()).toEqual([]);
});

test('a renderer exists only while a window does, and its page can be driven', async ({
  launch,
  tray,
}) => {
  const app = await launch({ directory, args: ['--quiet'], driveWindow: true });
  const item = await tray.itemOf(app.pid);
  const types = () => app.processes().map((one) => one.type);
  expect(types()).toContain('main');
  expect(types()).not.toContain('renderer');
  await item.choose('Open');
  const page = await app.window();
  await expect(page.getByRole('heading')).toHaveText('Hello');
  expect(types()).toContain('renderer');
  await page.close();
  await expect.poll(types).not.toContain('renderer');
  expect((await app.quit()).code).toBe(0);
});

test('the parts of a desktop come and go one by one', async () => {
  const desktop = await startVirtualDesktop({ without: ['panel', 'keyring', 'notifications'] });
  const tray = await viewTray(desktop.env);
  try {
    expect(await tray.hasHost()).toBe(false);
    await desktop.startPanel();
    await expect.poll(() => tray.hasHost()).toBe(true);
    await desktop.stopPanel();
    expect(await tray.hasHost()).toBe(false);
    await desktop.startNotifications();
    await desktop.stopNotifications();
    await desktop.startKeyring();
    await desktop.stopKeyring();
  } finally {
    tray.close();
    await desktop.stop();
  }
});
