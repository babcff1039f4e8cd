import type { ActResult } from '../../src-main/demo/acts/types.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { keepRules } from '../support/kept-settings.ts';
import type { NotificationDaemon } from '../support/notification-daemon.ts';
import { expect, isToast, test } from '../support/suzu.ts';
import type { TraceLine } from '../support/trace.ts';

type Decided = Extract<TraceLine, { at: 'decision' }>;

/** What became of a notice, in the words of the trace. */
async function decided(app: RunningApp, { notificationId }: ActResult): Promise<string> {
  const isIt = (line: TraceLine): line is Decided =>
    line.at === 'decision' && line.id.endsWith(`/${notificationId}`);
  await app.trace.waitFor(isIt);
  const line = app.trace.all.find(isIt);
  return `${line?.decision} ${line?.reason}`;
}

const summaries = (notifications: NotificationDaemon) =>
  notifications.calls.all.map(({ summary }) => summary);

test('what the user does not want to hear of is kept, what is to be silent is shown so', async ({
  misskey,
  notifications,
  profile,
}) => {
  const { server } = misskey;
  await keepRules(profile, {
    types: { follow: { loudness: 'keep' }, reaction: { loudness: 'silent' } },
    mutedWords: ['Spoiler'],
    mutedUsers: ['@lukas'],
    onlyFollowed: true,
  });
  const app = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const note = server.postNote(server.account, { text: 'tea' });
  expect(await decided(app, server.follow('amelie'))).toBe('suppressed type-off');
  expect(await decided(app, server.mention('akari', 'ｓｐｏｉｌｅｒ!'))).toBe(
    'suppressed muted-word',
  );
  expect(await decided(app, server.mention('lukas', 'hi'))).toBe('suppressed muted-user');
  expect(await decided(app, server.mention('tenki_bot', 'rain'))).toBe('suppressed not-followed');
  const silent = server.react('akari', note, '👍');
  expect(await decided(app, silent)).toBe('shown type-silent');
  await app.trace.waitFor(isToast(silent.notificationId));
  const live = server.mention('akari', 'hello');
  expect(await decided(app, live)).toBe('shown live');
  await app.trace.waitFor(isToast(live.notificationId));
  await expect
    .poll(() => summaries(notifications))
    .toEqual([
      expect.stringContaining('reacted with 👍'),
      expect.stringContaining('mentioned you'),
    ]);
  expect(notifications.calls.all.map(({ hints }) => hints['suppress-sound'] ?? false)).toEqual([
    true,
    false,
  ]);
});

test('quiet hours hold all but a sign-in; after a kill and their end it comes as one digest, once', async ({
  misskey,
  notifications,
  profile,
}) => {
  const { server } = misskey;
  const always = { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 } as const;
  await keepRules(profile, { quietHours: { on: true, spans: [always] } });
  const first = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  expect(await decided(first, server.mention('akari', 'sleep well'))).toBe('held quiet-hours');
  expect(await decided(first, server.app('two', 'An app'))).toBe('held quiet-hours');
  const login = server.login();
  await first.trace.waitFor(isToast(login.notificationId));
  await expect.poll(() => summaries(notifications)).toEqual(['New sign-in to your account']);
  expect(notifications.calls.all[0]?.hints['urgency']).toBe(2);
  await first.kill();

  await keepRules(profile, {}, { level: 'something' });
  const second = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const digest = await notifications.calls.waitFor(({ summary }) => summary.startsWith('2 '));
  expect([digest.summary, digest.body]).toEqual(['2 notifications during quiet hours', '']);
  await second.kill();

  const third = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const after = server.mention('akari', 'good morning');
  await third.trace.waitFor(isToast(after.notificationId));
  await expect
    .poll(() => summaries(notifications))
    .toEqual([
      'New sign-in to your account',
      '2 notifications during quiet hours',
      'New notification',
    ]);
  const told = notifications.calls.all.at(-1);
  expect([told?.body, Object.keys(told?.actions ?? {})]).toEqual(['', ['default']]);
});

test('what comes while the reader looks at the window makes no toast, and says why there', async ({
  misskey,
  notifications,
  tray,
  profile,
}) => {
  const { server } = misskey;
  await keepRules(profile, { quietWhileFocused: true });
  const app = await misskey.launchOnline({
    args: ['--hidden'],
    userDataDir: profile,
    driveWindow: true,
  });
  await (await tray.itemOf(app.pid)).choose('Open Suzu');
  const page = await app.window();
  await expect(async () => {
    expect(await decided(app, server.app('while looking', 'An app'))).toBe('suppressed focused');
  }).toPass({ timeout: 60_000 });
  await page.getByRole('tab', { name: /^Notices/ }).click();
  await expect(page.getByText('you had Suzu open in front of you').first()).toBeVisible();
  const before = notifications.calls.all.length;
  await page.keyboard.press('Escape');
  await expect(async () => {
    expect(await decided(app, server.app('while away', 'An app'))).toBe('shown live');
  }).toPass({ timeout: 60_000 });
  await expect.poll(() => notifications.calls.all.length).toBeGreaterThan(before);
});
