import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoNote } from '../../src-main/demo/world/model.ts';
import type { NotifyCall } from '../support/notification-daemon.ts';
import { playNotifications } from '../support/played-notifications.ts';
import { expect, isToast, test } from '../support/suzu.ts';
import type { TraceLine } from '../support/trace.ts';

const answered = ({ id }: NotifyCall): boolean => id !== null;

/** Whether a line of the trace tells that a button of a notification's toast was pressed. */
const isPressed = (notificationId: string | null, action: string) => (line: TraceLine) =>
  isToast(notificationId, 'clicked')(line) && line.at === 'toast' && line.reason === action;

test('a mention is reacted to from its toast, which then goes', async ({
  misskey,
  notifications,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const { noteId, notificationId } = server.mention('akari', 'tea?');
  const call = await notifications.calls.waitFor(answered);
  expect(call.actions).toEqual({ default: 'Open', reply: 'Reply', react: 'React 👍' });
  expect(call.hints).toMatchObject({ 'desktop-entry': 'suzu', category: 'im.received' });
  await notifications.press(call.id ?? 0, 'react');
  await expect
    .poll(() => [...(server.world.notes.get(noteId ?? '')?.reactions.values() ?? [])])
    .toEqual(['👍']);
  await app.trace.waitFor(isPressed(notificationId, 'react'));
  await notifications.closed.waitFor(
    ({ id, reason }) => id === call.id && reason === 'closed-by-app',
  );
});

test('a follower is followed back from the toast, and a follow request accepted', async ({
  misskey,
  notifications,
  profile,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const followers = () =>
    [...server.world.followings].flatMap(([follower, followees]) =>
      [...followees.keys()].map((followee) => [follower, followee]),
    );
  const idOf = (name: string) =>
    [...server.world.users.values()].find(({ username }) => username === name)?.id;
  const me = idOf(server.account);
  server.world.followings.get(me ?? '')?.delete(idOf('lukas') ?? '');

  const follow = server.follow('lukas');
  const followed = await notifications.calls.waitFor(answered);
  expect(followed.actions).toMatchObject({ 'follow-back': 'Follow back' });
  await notifications.press(followed.id ?? 0, 'follow-back');
  await expect.poll(followers).toContainEqual([me, idOf('lukas')]);
  await app.trace.waitFor(isPressed(follow.notificationId, 'follow-back'));

  const { notificationId } = server.requestFollow('amelie');
  const asked = await notifications.calls.waitFor(
    ({ id, actions }) => id !== null && Object.hasOwn(actions, 'accept-follow'),
  );
  expect(asked.actions).toMatchObject({ 'accept-follow': 'Accept', 'reject-follow': 'Decline' });
  await notifications.press(asked.id ?? 0, 'accept-follow');
  await expect.poll(followers).toContainEqual([idOf('amelie'), me]);
  await app.trace.waitFor(isPressed(notificationId, 'accept-follow'));
  // That she follows now is no news to who has let her in.
  await app.trace.waitFor((line) => line.at === 'decision' && line.reason === 'own-act');
  const history = () => readFile(join(profile, 'history.jsonl'), 'utf8');
  await expect.poll(history).toContain('accept-follow');
});

test('an answer that the server refuses is told on a toast with what happened, once', async ({
  misskey,
  notifications,
}) => {
  const { server } = misskey;
  await misskey.launchOnline({ args: ['--hidden'] });
  const { notificationId } = server.requestFollow('amelie');
  const call = await notifications.calls.waitFor(answered);
  server.answerApiWith('following/requests/accept', {
    status: 400,
    body: { error: { code: 'NO_FOLLOW_REQUEST', message: 'No follow request.', id: 'x' } },
  });
  await notifications.press(call.id ?? 0, 'accept-follow');
  const refusal = await notifications.calls.waitFor(
    ({ summary }) => summary === 'The follow request was not accepted',
  );
  expect(refusal.body).toBe('This follow request is not there any more.');
  expect(Object.keys(refusal.actions)).toEqual(['default']);
  expect(refusal.replacesId).toBe(0);
  expect(notifications.calls.all).toHaveLength(2);
  expect(notificationId).not.toBeNull();
});

test('a second reaction to a note replaces the toast of the first', async ({
  misskey,
  notifications,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const noteId = server.postNote(server.account, { text: 'tea' });
  const first = server.react('lukas', noteId, '👍');
  await app.trace.waitFor(isToast(first.notificationId));
  const call = await notifications.calls.waitFor(answered);
  server.react('amelie', noteId, '🎉');
  const second = await notifications.calls.waitFor(({ replacesId }) => replacesId !== 0);
  expect(second.replacesId).toBe(call.id);
  expect(second.summary).toContain('Amélie');
  expect(second.summary).toContain('Lukas');
  await expect.poll(() => notifications.shown()).toBe(1);
});

test('where nothing can be typed on a toast, Reply opens the window with the composer on that note', async ({
  misskey,
  notifications,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'], driveWindow: true });
  server.mention('akari', 'tea?');
  const call = await notifications.calls.waitFor(answered);
  await notifications.press(call.id ?? 0, 'reply');
  const page = await app.window();
  const composer = page.getByRole('dialog');
  await expect(composer).toBeVisible();
  await expect(composer).toContainText('tea?');
});

test('quitting takes the toasts away, whose buttons nobody would hear', async ({
  misskey,
  notifications,
}) => {
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const { notificationId } = misskey.server.mention('akari', 'tea?');
  await notifications.calls.waitFor(answered);
  // The monitor hears of it before Suzu has the service's answer.
  await app.trace.waitFor(isToast(notificationId));
  await expect.poll(() => notifications.shown()).toBe(1);
  await app.quit();
  // Its own word of it, dunst keeps from a program that has left the bus.
  await expect.poll(() => notifications.shown()).toBe(0);
});

test('an answer that is typed on the toast is posted, and stays out of trace and log', async ({
  misskey,
  desktop,
  profile,
}) => {
  const { server } = misskey;
  await desktop.stopNotifications();
  const played = await playNotifications(desktop.env, ['actions', 'inline-reply']);
  try {
    const app = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
    const { noteId, notificationId } = server.mention('akari', 'tea?');
    const call = await played.calls.waitFor(() => true);
    expect(call.actions.slice(2, 4)).toEqual(['inline-reply', 'Reply']);
    await app.trace.waitFor(isToast(notificationId));
    played.reply(call.id, 'Half past four!');
    const isAnswer = (note: DemoNote) => note.replyId === noteId;
    await expect
      .poll(() => [...server.world.notes.values()].find(isAnswer)?.text)
      .toBe('@akari Half past four!');
    await app.trace.waitFor(isPressed(notificationId, 'reply'));
    await played.closed.waitFor((id) => id === call.id);
    expect(JSON.stringify([app.trace.all, app.stderr.all])).not.toContain('Half past');
    const log = await readFile(join(profile, 'logs/suzu.log'), 'utf8').catch(() => '');
    expect(log).not.toContain('Half past');
  } finally {
    await played.stop();
    await desktop.startNotifications();
  }
});
