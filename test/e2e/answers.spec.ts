import type { Locator, Page } from '@playwright/test';
import type { DemoServer } from '../../src-main/demo/server.ts';
import { unreadCount } from '../../src-main/demo/world/inbox.ts';
import type { DemoNote } from '../../src-main/demo/world/model.ts';
import { openHomeTimeline } from '../support/home-timeline.ts';
import { expect, test } from '../support/suzu.ts';

// Every answer, from the window of a real app to a server and back; and what is seen of its refusal.

/** A note of the timeline that has just come, by its text. */
async function arrived(page: Page, text: string): Promise<Locator> {
  const article = page.getByRole('article').filter({ hasText: text }).first();
  await expect(article).toBeVisible();
  await article.hover();
  return article;
}

/** Refuses an endpoint as the server would, until it is asked to take it again. */
function refuse(server: DemoServer, endpoint: string, code: string): void {
  server.answerApiWith(endpoint, {
    status: 400,
    body: { error: { code, message: 'Refused.', id: 'x', kind: 'client' } },
  });
}

/**
 * Presses what the server refuses, until the refusal is told and all is as it was; from then on the
 * server takes it.
 */
async function pressRefused(
  page: Page,
  server: DemoServer,
  endpoint: string,
  button: Locator,
  press: () => Promise<void> = () => button.click(),
): Promise<void> {
  const asked = () => server.requests.filter(({ url }) => url === `/api/${endpoint}`).length;
  const before = asked();
  refuse(server, endpoint, 'REFUSED_FOR_THE_TEST');
  await press();
  await expect.poll(asked).toBeGreaterThan(before);
  await expect(refusal(page)).toBeVisible();
  await expect(button).toBeEnabled();
  server.answerApiWith(endpoint, null);
}

/** The sentence that tells what was done. */
const done = (page: Page) => page.getByRole('status').locator('.snack');

/** The sentence that tells of a failure. */
const refusal = (page: Page) => page.getByRole('alert').locator('.snack');

function noteOf(server: DemoServer, noteId: string): DemoNote {
  const note = server.world.notes.get(noteId);
  if (note === undefined) throw new Error('the note is gone');
  return note;
}

const reactionsOf = (server: DemoServer, noteId: string) => [
  ...noteOf(server, noteId).reactions.values(),
];

const idOf = (server: DemoServer, name: string): string =>
  [...server.world.users.values()].find(({ username }) => username === name)?.id ?? '';

/** The newest note of the account. */
const posted = (server: DemoServer): DemoNote | undefined =>
  [...server.world.notes.values()]
    .filter(({ userId }) => userId === idOf(server, server.account))
    .at(-1);

test.describe('a reaction', () => {
  test('is chosen, replaced by another, and taken back', async ({ misskey, tray }) => {
    const { server } = misskey;
    const page = await openHomeTimeline(misskey, tray);
    const noteId = server.postNote('akari', { text: 'React to me.' });
    const article = await arrived(page, 'React to me.');

    await article.getByRole('button', { name: 'React', exact: true }).click();
    const picker = page.getByRole('dialog', { name: 'Choose an emoji' });
    await picker.getByRole('combobox').fill('party popper');
    await expect(picker.getByRole('option', { name: 'party popper' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(picker).toHaveCount(0);
    const own = article.getByRole('button', { name: '🎉: 1 reaction (yours)' });
    await expect(own).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => reactionsOf(server, noteId)).toEqual(['🎉']);

    // By key this time, and with the server's own.
    await article.focus();
    await page.keyboard.press('e');
    await picker.getByRole('combobox').fill('suzu');
    await picker.getByRole('option', { name: ':suzu:', exact: true }).click();
    const custom = article.getByRole('button', { name: ':suzu:: 1 reaction (yours)' });
    await expect(custom).toBeVisible();
    await expect(own).toHaveCount(0);
    await expect.poll(() => reactionsOf(server, noteId)).toEqual([':suzu@.:']);

    await custom.click();
    await expect(custom).toHaveCount(0);
    await expect.poll(() => reactionsOf(server, noteId)).toEqual([]);
  });

  test('that others gave is given by a press, and put back when the server refuses', async ({
    misskey,
    tray,
  }) => {
    const { server } = misskey;
    // Before it is looked at: only notes on the screen are told of at once.
    const noteId = server.postNote('akari', { text: 'Join in.' });
    server.react('mei', noteId, '👍');
    const page = await openHomeTimeline(misskey, tray);
    const article = await arrived(page, 'Join in.');
    refuse(server, 'notes/reactions/create', 'YOU_HAVE_BEEN_BLOCKED');
    await article.getByRole('button', { name: '👍: 1 reaction' }).click();
    await expect(refusal(page)).toBeVisible();
    await expect(article.getByRole('button', { name: '👍: 1 reaction' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    server.answerApiWith('notes/reactions/create', null);
    await article.getByRole('button', { name: '👍: 1 reaction' }).click();
    await expect(article.getByRole('button', { name: '👍: 2 reactions (yours)' })).toBeVisible();
    await expect.poll(() => reactionsOf(server, noteId)).toEqual(['👍', '👍']);
    const mine = article.getByRole('button', { name: '👍: 2 reactions (yours)' });
    await pressRefused(page, server, 'notes/reactions/delete', mine);
    expect(reactionsOf(server, noteId)).toEqual(['👍', '👍']);
  });

  test('to a note that takes only hearts is a heart', async ({ misskey, tray }) => {
    const { server } = misskey;
    const page = await openHomeTimeline(misskey, tray);
    const noteId = server.postNote('akari', {
      text: 'Hearts only.',
      reactionAcceptance: 'likeOnly',
    });
    const article = await arrived(page, 'Hearts only.');
    await article.getByRole('button', { name: 'React with a heart' }).click();
    await expect.poll(() => reactionsOf(server, noteId)).toEqual(['❤']);
    await expect(article.getByRole('button', { name: '❤: 1 reaction (yours)' })).toBeVisible();
  });
});

test('a note is renoted, and the renote taken back; what the server refuses is said', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const noteId = server.postNote('akari', { text: 'Pass me on.' });
  const article = await arrived(page, 'Pass me on.');
  refuse(server, 'notes/create', 'YOU_HAVE_BEEN_BLOCKED');
  await article.getByRole('button', { name: 'Renote', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Renote' }).click();
  await expect(refusal(page)).toBeVisible();
  await expect(article.getByRole('button', { name: 'Renote', exact: true })).toBeVisible();
  server.answerApiWith('notes/create', null);

  await article.focus();
  await page.keyboard.press('t');
  await expect(done(page)).toContainText('Renoted');
  await expect.poll(() => posted(server)?.renoteId).toBe(noteId);
  await expect(article.getByRole('button', { name: 'Renote, 1 renote' })).toBeVisible();
  const renoteId = posted(server)?.id ?? '';
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => server.world.notes.has(renoteId)).toBe(false);
  await expect(article.getByRole('button', { name: 'Renote', exact: true })).toBeVisible();
});

test.describe('the composer', () => {
  const composer = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

  test('answers with the mention put in; a refusal keeps the text', async ({ misskey, tray }) => {
    const { server } = misskey;
    const page = await openHomeTimeline(misskey, tray);
    const noteId = server.postNote('akari', {
      text: 'Tea at four?',
      cw: 'tea',
      visibility: 'home',
    });
    const article = await arrived(page, 'tea');
    await article.focus();
    await page.keyboard.press('r');
    const sheet = composer(page, 'Reply');
    const text = sheet.getByRole('textbox', { name: 'Text' });
    await expect(text).toBeFocused();
    await expect(text).toHaveValue('@akari ');
    await expect(sheet.getByRole('textbox', { name: 'Content warning' })).toHaveValue('tea');
    await expect(sheet.getByRole('button', { name: 'Who may read it: Home' })).toBeVisible();
    await page.keyboard.type('gladly');

    refuse(server, 'notes/create', 'CONTAINS_PROHIBITED_WORDS');
    await page.keyboard.press('Control+Enter');
    await expect(sheet.getByRole('alert')).toBeVisible();
    await expect(text).toHaveValue('@akari gladly');
    server.answerApiWith('notes/create', null);
    await sheet.getByRole('button', { name: 'Post' }).click();
    await expect(sheet).toHaveCount(0);
    await expect(done(page)).toContainText('Posted');
    expect(posted(server)).toMatchObject({
      text: '@akari gladly',
      cw: 'tea',
      visibility: 'home',
      replyId: noteId,
    });
    // The reader is where the answer began.
    await expect(page.locator('article:focus .note-handle')).toHaveText('@akari');
  });

  test('writes a new note with an emoji, and takes it back', async ({ misskey, tray }) => {
    const { server } = misskey;
    const page = await openHomeTimeline(misskey, tray);
    await page.keyboard.press('n');
    const sheet = composer(page, 'New note');
    await expect(sheet.getByRole('button', { name: 'Post' })).toBeDisabled();
    await page.keyboard.type('Bells');
    await sheet.getByRole('button', { name: 'Put in an emoji' }).click();
    const picker = page.getByRole('dialog', { name: 'Choose an emoji' });
    await picker.getByRole('combobox').fill('suzu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const text = sheet.getByRole('textbox', { name: 'Text' });
    await expect(text).toHaveValue('Bells :suzu:');
    await expect(text).toBeFocused();
    await sheet.getByRole('button', { name: /Who may read it/ }).click();
    await page.getByRole('menuitemradio', { name: /Followers/ }).click();
    await sheet.getByRole('button', { name: 'Post' }).click();
    await expect(sheet).toHaveCount(0);
    await expect
      .poll(() => posted(server))
      .toMatchObject({ text: 'Bells :suzu:', visibility: 'followers' });
    const noteId = posted(server)?.id ?? '';
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => server.world.notes.has(noteId)).toBe(false);
  });

  test('quotes', async ({ misskey, tray }) => {
    const { server } = misskey;
    const page = await openHomeTimeline(misskey, tray);
    const noteId = server.postNote('akari', { text: 'Quote me.' });
    const article = await arrived(page, 'Quote me.');
    await article.getByRole('button', { name: 'Renote', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Quote' }).click();
    await page.keyboard.type('This.');
    await composer(page, 'Quote').getByRole('button', { name: 'Post' }).click();
    await expect.poll(() => posted(server)).toMatchObject({ text: 'This.', renoteId: noteId });
  });

  test('counts against the server’s limit, and loses no text when the window goes', async ({
    misskey,
    tray,
  }) => {
    const { server } = misskey;
    server.setNoteLimits({ textLength: 12 });
    const page = await openHomeTimeline(misskey, tray);
    await page.keyboard.press('n');
    const sheet = composer(page, 'New note');
    const text = sheet.getByRole('textbox', { name: 'Text' });
    await text.fill('Just too long');
    await expect(sheet.getByText('1 character too many')).toBeVisible();
    await expect(sheet.getByRole('button', { name: 'Post' })).toBeDisabled();
    await page.reload();
    await expect(text).toHaveValue('Just too long');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep writing' }).click();
    await expect(text).toHaveValue('Just too long');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Throw away' }).click();
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('n');
    await expect(text).toHaveValue('');
  });

  test('says what cannot be loaded, and tries again', async ({ misskey, tray }) => {
    const { server } = misskey;
    const page = await openHomeTimeline(misskey, tray);
    server.postNote('akari', { text: 'Answer me.' });
    const article = await arrived(page, 'Answer me.');
    refuse(server, 'notes/show', 'NO_SUCH_NOTE');
    await article.getByRole('button', { name: 'Reply', exact: true }).click();
    const sheet = composer(page, 'Reply');
    await expect(sheet.getByRole('alert')).toBeVisible();
    server.answerApiWith('notes/show', null);
    await sheet.getByRole('button', { name: 'Try again' }).click();
    await expect(sheet.getByRole('textbox', { name: 'Text' })).toHaveValue('@akari ');
  });
});

test('a vote counts once, and is put back when the server refuses', async ({ misskey, tray }) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const poll = { choices: ['tea', 'coffee'], multiple: false };
  const noteId = server.postNote('akari', { text: 'Which one?', poll });
  const article = await arrived(page, 'Which one?');
  refuse(server, 'notes/polls/vote', 'ALREADY_EXPIRED');
  await article.getByRole('button', { name: 'Vote for tea' }).click();
  await expect(refusal(page)).toBeVisible();
  await expect(article.getByRole('button', { name: 'Vote for tea' })).toBeVisible();
  server.answerApiWith('notes/polls/vote', null);
  await article.getByRole('button', { name: 'Vote for tea' }).click();
  await expect(article.getByText('Your vote')).toBeAttached();
  await expect(article.getByRole('button', { name: /Vote for/ })).toHaveCount(0);
  await expect(article.getByText('1 vote', { exact: false })).toBeVisible();
  const votes = noteOf(server, noteId).poll?.votes ?? new Map<string, Set<number>>();
  expect([...votes.values()].map((choices) => [...choices])).toEqual([[0]]);
});

test('one’s own note is deleted after a question; a refusal brings it back', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const noteId = server.postNote(server.account, { text: 'A slip of the tongue.' });
  const article = await arrived(page, 'A slip of the tongue.');
  const remove = async () => {
    await article.hover();
    await article.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  };
  refuse(server, 'notes/delete', 'ACCESS_DENIED');
  await remove();
  await expect(refusal(page)).toBeVisible();
  await expect(article).toBeVisible();
  server.answerApiWith('notes/delete', null);
  await remove();
  await expect(page.getByRole('article').filter({ hasText: 'A slip' })).toHaveCount(0);
  await expect.poll(() => server.world.notes.has(noteId)).toBe(false);
});

test('notices are answered: follow back, accept, reject; a refusal leaves the buttons', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  await page.getByRole('tab', { name: /Notices/ }).click();
  const isFollowing = (follower: string, followee: string) =>
    server.world.followings.get(idOf(server, follower))?.has(idOf(server, followee)) ?? false;
  const notice = (text: string) => page.getByRole('article').filter({ hasText: text }).first();

  server.requestFollow('amelie');
  const request = notice('Amélie');
  refuse(server, 'following/requests/accept', 'NO_FOLLOW_REQUEST');
  await request.getByRole('button', { name: 'Accept' }).click();
  await expect(refusal(page)).toBeVisible();
  server.answerApiWith('following/requests/accept', null);
  await request.getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => isFollowing('amelie', server.account)).toBe(true);
  await expect(page.getByRole('button', { name: 'Reject' })).toHaveCount(0);

  server.requestFollow('lukas');
  const reject = page.getByRole('button', { name: 'Reject' });
  await pressRefused(page, server, 'following/requests/reject', reject);
  await reject.click();
  await expect(page.getByRole('button', { name: 'Reject' })).toHaveCount(0);
  await expect
    .poll(() => server.world.followRequests.get(idOf(server, server.account))?.size ?? 0)
    .toBe(0);
  expect(isFollowing('lukas', server.account)).toBe(false);
});

test('a follower is followed back from the notice', async ({ misskey, tray }) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  await page.getByRole('tab', { name: /Notices/ }).click();
  const me = idOf(server, server.account);
  server.world.followings.get(me)?.delete(idOf(server, 'tenki_bot'));
  server.follow('tenki_bot');
  const followBack = page.getByRole('button', { name: 'Follow back' }).first();
  await pressRefused(page, server, 'following/create', followBack);
  await followBack.click();
  await expect
    .poll(() => server.world.followings.get(me)?.has(idOf(server, 'tenki_bot')) ?? false)
    .toBe(true);
});

test('once the token may not answer, nothing is offered, and the menu says what to do', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const noteId = server.postNote('akari', { text: 'Nobody answers me.' });
  server.react('mei', noteId, '👍');
  const page = await openHomeTimeline(misskey, tray);
  const article = await arrived(page, 'Nobody answers me.');
  server.answerApiWith('notes/reactions/create', {
    status: 403,
    body: { error: { code: 'PERMISSION_DENIED', message: 'No.', id: 'x', kind: 'permission' } },
  });
  await article.getByRole('button', { name: '👍: 1 reaction' }).click();
  await expect(refusal(page)).toBeVisible();
  for (const name of ['Reply', 'Renote', 'React']) {
    await expect(article.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await expect(page.getByRole('button', { name: 'New note' })).toHaveCount(0);
  await article.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByText('Sign in again, and Suzu may answer for you')).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Copy the link' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Mute/ })).toHaveCount(0);
});

test('everything is marked as read, on the server too', async ({ misskey, tray }) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  server.mention('akari', 'hello there');
  const unread = page.getByRole('tab', { name: /Notices.*unread/ });
  await expect(unread).toBeVisible();
  await page.locator('.header').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Mark all as read' }).click();
  await expect(unread).toHaveCount(0);
  await expect.poll(() => unreadCount(server.world, idOf(server, server.account))).toBe(0);
});

test('a person is unfollowed, followed, rung for and muted from the profile', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  server.postNote('akari', { text: 'My profile, please.' });
  const article = await arrived(page, 'My profile, please.');
  await page.locator('.header').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByText('This window', { exact: true }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await article.locator('.note-name').click();
  const profile = page.getByRole('region', { name: 'Profile' });
  const me = idOf(server, server.account);
  const akari = idOf(server, 'akari');
  const following = () => server.world.followings.get(me)?.get(akari);
  const button = (name: string) => profile.getByRole('button', { name, exact: true });

  refuse(server, 'following/update', 'NOT_FOLLOWING');
  await button('Ring for each note').click();
  await expect(refusal(page)).toBeVisible();
  await expect(button('Ring for each note')).toHaveAttribute('aria-pressed', 'false');
  server.answerApiWith('following/update', null);
  await button('Ring for each note').click();
  await expect(button('Ring for each note')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => following()?.notify).toBe('normal');

  await pressRefused(page, server, 'following/delete', button('Unfollow'));
  expect(following()).toBeDefined();
  await button('Unfollow').click();
  await expect(button('Follow')).toBeVisible();
  await expect.poll(() => following() === undefined).toBe(true);
  await pressRefused(page, server, 'following/create', button('Follow'));
  await button('Follow').click();
  await expect(button('Unfollow')).toBeVisible();
  await expect.poll(() => following() === undefined).toBe(false);

  const muteForAnHour = async () => {
    await button('Mute…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'For an hour' }).click();
  };
  await pressRefused(page, server, 'mute/create', button('Mute…'), muteForAnHour);
  await muteForAnHour();
  await expect(button('Unmute')).toBeVisible();
  await expect.poll(() => server.world.mutes.get(me)?.has(akari) ?? false).toBe(true);
  await pressRefused(page, server, 'mute/delete', button('Unmute'));
  await button('Unmute').click();
  await expect(button('Mute…')).toBeVisible();
  await expect.poll(() => server.world.mutes.get(me)?.has(akari) ?? false).toBe(false);
});
