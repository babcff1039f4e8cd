import type { ActResult } from '../../src-main/demo/acts/types.ts';
import type { DemoServer } from '../../src-main/demo/server.ts';
import type { RunningApp } from '../support/electron-app.ts';
import type { NotificationDaemon } from '../support/notification-daemon.ts';
import { expect, isState, isToast, test } from '../support/suzu.ts';
import type { TraceLine } from '../support/trace.ts';

/** The server tells of an unread notification a second time after this; milliseconds. */
const saidAgainAfterMs = 2_000;

/**
 * Rings something else once the server has told of everything unread a second time: what was rung by
 * then is all that ever will be.
 */
async function afterItWasSaidAgain(
  server: DemoServer,
  app: RunningApp,
  notifications: NotificationDaemon,
): Promise<void> {
  const { notificationId } = await new Promise<ActResult>((resolve) => {
    setTimeout(() => resolve(server.app('Late', 'Later')), saidAgainAfterMs + 500);
  });
  await app.trace.waitFor(isToast(notificationId));
  await notifications.calls.waitFor(({ summary }) => summary === 'Later');
}

test('a reaction rings once, in words and with its picture, and a click opens the note', async ({
  misskey,
  notifications,
  openedUrls,
}) => {
  const { server, origin } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const noteId = server.postNote(server.account, { text: 'Tea is **ready** <b>now</b> & hot <3' });
  const { notificationId } = server.react('lukas', noteId, ':tea:');
  const call = await notifications.calls.waitFor(({ id }) => id !== null);
  expect(call.appName).toBe('Suzu');
  expect(call.summary).toBe('Lukas Weber reacted with :tea:');
  // As markup, because the daemon reads the body as such.
  expect(call.body).toBe('Tea is ready now &amp; hot &lt;3');
  expect(call.picture).not.toBeNull();
  await app.trace.waitFor(isToast(notificationId));
  await afterItWasSaidAgain(misskey.server, app, notifications);
  expect(notifications.calls.all.map(({ summary }) => summary)).toEqual([call.summary, 'Later']);
  await notifications.click(call.id ?? 0);
  expect(await openedUrls.waitFor()).toBe(`${origin}/notes/${noteId}`);
  await app.trace.waitFor(isToast(notificationId, 'clicked'));
});

test('a follow rings once, though five frames tell of it, and a click opens the profile', async ({
  misskey,
  notifications,
  openedUrls,
}) => {
  const { server, origin } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const { notificationId } = server.follow('amelie');
  const first = await app.trace.waitFor(isToast(notificationId));
  await afterItWasSaidAgain(server, app, notifications);
  expect(first).toMatchObject({ title: 'Amélie 🌸 followed you' });
  expect(notifications.calls.all.map(({ summary }) => summary)).toEqual([
    'Amélie 🌸 followed you',
    'Later',
  ]);
  const [call] = notifications.calls.all;
  await notifications.click(call?.id ?? 0);
  expect(await openedUrls.waitFor()).toBe(`${origin}/@amelie`);
});

test('the server goes away five times while things happen: nothing is missing, nothing is doubled', async ({
  misskey,
  notifications,
  launch,
  profile,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const onlines = () => app.trace.all.filter(isState('online')).length;
  const sent: (string | null)[] = [];
  const say = (text: string) => sent.push(server.app(text, text).notificationId);
  for (let round = 1; round <= 5; round += 1) {
    say(`before ${round}`);
    await (round % 2 === 0 ? server.stop() : server.kill());
    say(`while away ${round} a`);
    say(`while away ${round} b`);
    const before = onlines();
    await server.start();
    // Delays grow up to a minute; a second launch makes Suzu try at once.
    const second = await launch({ args: ['--hidden'], userDataDir: profile });
    expect(await second.exited).toEqual({ code: 0, signal: null });
    await expect.poll(onlines, { timeout: 30_000 }).toBe(before + 1);
    say(`back ${round}`);
    // What a round missed rings before the next one: more than a few would become a digest.
    for (const id of sent) await app.trace.waitFor(isToast(id));
  }
  const shown = app.trace.all.filter(
    (line): line is Extract<TraceLine, { at: 'toast' }> =>
      line.at === 'toast' && line.result === 'shown',
  );
  expect(shown.map(({ id }) => id.split('/').at(-1)).sort()).toEqual([...sent].sort());
  await expect.poll(() => notifications.calls.all.length).toBe(sent.length);
});

test('what happened while Suzu was not running rings at the next start, once, many as a digest', async ({
  misskey,
  notifications,
  profile,
}) => {
  const { server } = misskey;
  const first = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const live = server.app('live', 'live');
  await first.trace.waitFor(isToast(live.notificationId));
  await first.kill();
  for (let count = 1; count <= 7; count += 1) server.app(`missed ${count}`, 'An app');
  const again = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  await again.trace.waitFor((line) => line.at === 'toast' && line.result === 'shown');
  const after = server.app('after', 'after');
  await again.trace.waitFor(isToast(after.notificationId));
  await notifications.calls.waitFor(({ summary }) => summary === 'after');
  expect(notifications.calls.all.map(({ summary }) => summary)).toEqual([
    'live',
    '7 notifications while you were away',
    'after',
  ]);
});

test('what was read elsewhere takes its toast away', async ({ misskey, notifications }) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const { notificationId } = server.mention('akari', '@minato are you there?');
  await app.trace.waitFor(isToast(notificationId));
  const call = await notifications.calls.waitFor(({ id }) => id !== null);
  server.readAll();
  await notifications.closed.waitFor(
    ({ id, reason }) => id === call.id && reason === 'closed-by-app',
  );
  await app.trace.waitFor(isToast(notificationId, 'closed'));
});

test('the first connect rings nothing of what was there before', async ({
  misskey,
  notifications,
}) => {
  const { server } = misskey;
  server.app('old', 'old');
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const { notificationId } = server.app('new', 'new');
  await app.trace.waitFor(isToast(notificationId));
  await notifications.calls.waitFor(({ summary }) => summary === 'new');
  expect(notifications.calls.all.map(({ summary }) => summary)).toEqual(['new']);
});
