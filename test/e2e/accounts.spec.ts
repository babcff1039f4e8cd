import type { Page } from '@playwright/test';
import { createDemoServer, type DemoServer } from '../../src-main/demo/server.ts';
import { demoPictures } from '../support/demo.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { test as base, expect, isState, isToast } from '../support/suzu.ts';
import type { TraceLine } from '../support/trace.ts';

// Several accounts, guests and low presence in the whole app, on real servers.

interface Things {
  /** A second server, besides that of `misskey`. */
  other: DemoServer;
}

const test = base.extend<Things>({
  other: async ({ desktop: _desktop }, use) => {
    const server = createDemoServer({ picturesDir: demoPictures });
    await server.start();
    await use(server);
    await server.kill();
  },
});

async function openAccounts(page: Page): Promise<void> {
  await page.locator('.header').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
}

/** Signs in with a token, on the sign-in page; resolves once the account is online. */
async function signIn(app: RunningApp, server: DemoServer, username: string): Promise<void> {
  const page = await app.window();
  const before = app.trace.all.filter(isState('online')).length;
  await page.getByText('Advanced: paste an access token').click();
  await page.getByRole('textbox').first().fill(server.origin);
  await page.getByLabel('Access token').fill(server.issueToken(username));
  await page.getByLabel('Access token').press('Enter');
  await expect.poll(() => app.trace.all.filter(isState('online')).length).toBe(before + 1);
}

/** Goes from the lists to the sign-in page. */
async function addAnother(page: Page): Promise<void> {
  await openAccounts(page);
  await page.getByRole('button', { name: 'Add an account' }).click();
}

type ToastLine = Extract<TraceLine, { at: 'toast' }>;

/** The notifications whose toasts were shown, in order. */
const shown = (app: RunningApp) =>
  app.trace.all
    .filter((line): line is ToastLine => line.at === 'toast' && line.result === 'shown')
    .map(({ id }) => id.split('/').at(-1));

const statesOf = (app: RunningApp, account: string) =>
  app.trace.all.flatMap((line) =>
    line.at === 'stream' && line.account === account ? [line.state] : [],
  );

test('three accounts on two servers, one killed: the others ring on, and nothing is missing or doubled', async ({
  misskey,
  other,
  launch,
  profile,
  notifications,
}) => {
  const { server } = misskey;
  const app = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const page = await app.window();
  await signIn(app, server, 'minato');
  await addAnother(page);
  await signIn(app, server, 'akari');
  await addAnother(page);
  await signIn(app, other, 'minato');
  const [host, otherHost] = [server, other].map(({ origin }) => new URL(origin).host);
  const steady = [`minato@${host}`, `akari@${host}`];
  const before = steady.map((id) => statesOf(app, id));
  const sent: (string | null)[] = [];
  const say = (on: DemoServer, username: string, text: string) =>
    sent.push(on.actsFor(username).app('hello', text).notificationId);
  for (const [on, username] of [
    [server, 'minato'],
    [server, 'akari'],
    [other, 'minato'],
  ] as const) {
    say(on, username, `${username} at first`);
    await app.trace.waitFor(isToast(sent.at(-1) ?? null));
  }

  await other.kill();
  await expect.poll(() => statesOf(app, `minato@${otherHost}`).at(-1)).toBe('waiting');
  say(other, 'minato', 'missed');
  say(server, 'minato', 'minato in the meantime');
  await app.trace.waitFor(isToast(sent.at(-1) ?? null));
  say(server, 'akari', 'akari in the meantime');
  await app.trace.waitFor(isToast(sent.at(-1) ?? null));
  await other.start();
  const second = await launch({ args: ['--hidden'], userDataDir: profile });
  await second.exited;
  await expect.poll(() => statesOf(app, `minato@${otherHost}`).at(-1)).toBe('online');
  say(other, 'minato', 'back again');
  for (const id of sent) await app.trace.waitFor(isToast(id));

  expect(shown(app).toSorted()).toEqual([...sent].toSorted());
  expect(steady.map((id) => statesOf(app, id))).toEqual(before);
  await expect.poll(() => notifications.calls.all.length).toBe(sent.length);
  // Each says whose it is.
  const bodyOf = (title: string) =>
    notifications.calls.all.find(({ summary }) => summary === title)?.body;
  expect(bodyOf('minato in the meantime')).toContain(`@minato@${host}`);
  expect(bodyOf('akari in the meantime')).toContain(`@akari@${host}`);
  expect(bodyOf('missed')).toContain(`@minato@${otherHost}`);
});

test('the order of the accounts outlives a restart', async ({
  misskey,
  other,
  launch,
  profile,
}) => {
  const app = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const page = await app.window();
  await signIn(app, misskey.server, 'minato');
  await addAnother(page);
  await signIn(app, misskey.server, 'akari');
  await addAnother(page);
  await signIn(app, other, 'minato');
  await openAccounts(page);
  const handles = (of: Page) => of.locator('.account-card-handle').allTextContents();
  await expect(page.locator('.account-card-handle')).toHaveCount(3);
  const before = await handles(page);
  await page.getByRole('button', { name: `Move ${before[2]} up` }).click();
  await expect.poll(() => handles(page)).toEqual([before[0], before[2], before[1]]);
  await app.quit();

  const again = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const shownAgain = await again.window();
  await openAccounts(shownAgain);
  await expect.poll(() => handles(shownAgain)).toEqual([before[0], before[2], before[1]]);
  await expect.poll(() => again.trace.all.filter(isState('online')).length).toBe(3);
});

test('low presence opens no stream, says what it is, and rings with the next poll', async ({
  misskey,
  launch,
  profile,
  tray,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ userDataDir: profile, driveWindow: true });
  const item = await tray.itemOf(app.pid);
  await item.choose('Open Suzu');
  const page = await app.window();
  await openAccounts(page);
  const low = page.getByLabel(/^Low presence for/);
  await expect(low).toHaveAccessibleDescription(/so you do not look online all day/);
  await low.check();
  await app.trace.waitFor(isState('online', 'polling'));
  await expect.poll(() => server.connectionCount).toBe(0);
  await expect(page.getByText('Online, asking every few minutes')).toBeVisible();
  const upgrades = server.upgrades.length;

  const { notificationId } = server.mention('akari', '@minato are you there?');
  // It rings later: with the poll that a second launch brings forward.
  const second = await launch({ args: ['--hidden'], userDataDir: profile });
  await second.exited;
  await app.trace.waitFor(isToast(notificationId));
  await app.quit();

  const meanwhile = server.app('meanwhile', 'meanwhile');
  const again = await launch({ args: ['--trace', '--hidden'], userDataDir: profile });
  await again.trace.waitFor(isState('online', 'polling'));
  await again.trace.waitFor(isToast(meanwhile.notificationId));
  expect(shown(again)).toEqual([meanwhile.notificationId]);
  expect(server.upgrades).toHaveLength(upgrades);
});

test('a guest sees the local timeline, rings nothing, and ends where one signs in', async ({
  misskey,
  launch,
  profile,
}) => {
  const { server } = misskey;
  const app = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const page = await app.window();
  await page.getByRole('textbox').first().fill(server.origin);
  await page.getByRole('button', { name: 'Watch a server without signing in' }).click();
  await app.trace.waitFor(isState('online'));
  await expect(page.getByRole('feed', { name: 'Local timeline' })).toBeVisible();
  await expect(page.locator('.guest-strip')).toContainText(
    'Sign in to be told of reactions, replies and follows, and to answer.',
  );
  server.app('for somebody', 'not for guests');
  server.announcement('For all', 'hello all');
  server.postNote('akari', { text: 'live for everybody' });
  await expect(page.getByText('live for everybody')).toBeVisible();
  expect(app.trace.all.filter(({ at }) => at === 'notice' || at === 'toast')).toEqual([]);
  expect(server.upgrades.map(({ headers }) => headers['authorization'])).toEqual([undefined]);

  await addAnother(page);
  await signIn(app, server, 'minato');
  await expect.poll(() => server.connectionCount).toBe(1);
  await openAccounts(page);
  await expect(page.locator('.account-card')).toHaveCount(1);
  await expect(page.locator('.account-card-handle')).toContainText('minato');
  await expect.poll(() => app.trace.all.filter(({ at }) => at === 'toast').length).toBe(0);
});
