import type { Page } from '@playwright/test';
import type { DemoServer } from '../../src-main/demo/server.ts';
import { openHomeTimeline } from '../support/home-timeline.ts';
import { expect, test } from '../support/suzu.ts';

// The window's timelines on a real app and a server: what is shown is connected, what is seen is captured.

const wide = { width: 1_000, height: 640 };
const narrow = { width: 400, height: 640 };

const feed = (page: Page, name: string) =>
  page.getByRole('feed', { name: `${name} timeline`, exact: true });

async function choose(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /Choose a timeline/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

async function openPins(page: Page) {
  await page.getByRole('button', { name: /Choose a timeline/ }).click();
  await page.getByRole('menuitem', { name: 'Add a timeline…' }).click();
  return page.getByRole('dialog');
}

interface Message {
  readonly type?: string;
  readonly body?: {
    readonly id?: string;
    readonly channel?: string;
    readonly params?: Readonly<Record<string, unknown>>;
  };
}

function messages(server: DemoServer): readonly Message[] {
  return server.frames.map(({ text }) => JSON.parse(text));
}

/** The timelines that are connected now, with what was asked of them. */
function connected(server: DemoServer): readonly string[] {
  const open = new Map<string, string>();
  for (const { type, body } of messages(server)) {
    const { id = '', channel = '', params = {} } = body ?? {};
    if (type === 'connect') open.set(id, `${channel} ${JSON.stringify(params)}`);
    if (type === 'disconnect') open.delete(id);
  }
  return [...open.values()].filter((name) => !name.startsWith('main '));
}

/** The ids of the notes that are captured now. */
function captured(server: DemoServer): readonly string[] {
  const ids = new Set<string>();
  for (const { type, body } of messages(server)) {
    if (type === 'subNote' || type === 's') ids.add(body?.id ?? '');
    if (type === 'unsubNote' || type === 'un') ids.delete(body?.id ?? '');
  }
  return [...ids];
}

test('a list is pinned, shown, and unpinned again', async ({ misskey, tray }) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const dialog = await openPins(page);
  await dialog.getByRole('button', { name: 'Pin パンと花' }).click();
  await expect(dialog.getByRole('button', { name: 'パンと花: Pinned' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await choose(page, 'パンと花');
  await expect(feed(page, 'パンと花')).toBeVisible();
  // What nobody looks at is disconnected.
  await expect.poll(() => connected(server)).toEqual([expect.stringMatching(/^userList /)]);
  server.postNote('mei', { text: 'Not in the list.' });
  server.postNote('akari', { text: 'Fresh bread for the list.' });
  await expect(page.getByText('Fresh bread for the list.')).toBeVisible();
  await expect(page.getByText('Not in the list.')).toHaveCount(0);

  const again = await openPins(page);
  await again.getByRole('button', { name: 'Unpin パンと花' }).click();
  await again.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('feed')).toBeVisible();
  await expect
    .poll(() => connected(server))
    .not.toContainEqual(expect.stringMatching(/^userList /));
});

test('renotes are switched off for one timeline', async ({ misskey, tray }) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const dialog = await openPins(page);
  await dialog.getByRole('group', { name: 'What Home shows' }).getByLabel('Renotes').uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => connected(server)).toEqual(['homeTimeline {"withRenotes":false}']);
  const id = server.postNote('akari', { text: 'Renote me.' });
  await expect(page.getByText('Renote me.')).toBeVisible();
  server.renote('akari', id);
  server.postNote('akari', { text: 'After the renote.' });
  await expect(page.getByText('After the renote.')).toBeVisible();
  await expect(page.getByText('Renote me.')).toHaveCount(1);
});

test('a hashtag is followed', async ({ misskey, tray }) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const dialog = await openPins(page);
  await dialog.getByLabel('Tags, with spaces in between').fill('#suzu bells');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('.pin').getByText('#bells + #suzu')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await choose(page, '#bells + #suzu');
  await expect.poll(() => connected(server)).toEqual(['hashtag {"q":[["bells","suzu"]]}']);
  server.postNote('akari', { text: 'One alone: #suzu' });
  server.postNote('akari', { text: 'Both: #suzu #bells' });
  await expect(page.getByText('Both:')).toBeVisible();
  await expect(page.getByText('One alone:')).toHaveCount(0);
});

test('two timelines stand side by side in a wide window, and one in a narrow one', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  await page.setViewportSize(wide);
  await page.getByRole('button', { name: /Choose a timeline/ }).click();
  await page.getByRole('menuitem', { name: 'Open beside…' }).click();
  await page.getByRole('menuitem', { name: 'Local' }).click();
  await expect(feed(page, 'Local')).toBeVisible();
  await expect(feed(page, 'Home')).toBeVisible();
  await expect
    .poll(() => connected(server))
    .toEqual([expect.stringMatching(/^homeTimeline/), expect.stringMatching(/^localTimeline/)]);
  server.postNote('akari', { text: 'In both.' });
  await expect(page.getByText('In both.')).toHaveCount(2);
  // Whoever reads the trace is told of the chosen one at all times; the other comes and goes.
  const alone = [expect.stringMatching(/^homeTimeline/)];
  await page.keyboard.press('1');
  await expect.poll(() => connected(server)).toEqual(alone);
  await page.keyboard.press('2');
  await expect.poll(() => connected(server)).toHaveLength(2);
  await expect(page.getByText('In both.')).toHaveCount(2);
  await page.setViewportSize(narrow);
  await expect.poll(() => connected(server)).toEqual(alone);
  await expect(page.getByRole('feed')).toHaveCount(1);
});

test('the notes on the screen are captured, and change where they stand', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const id = server.postNote('akari', { text: 'React to this.' });
  const article = page.getByRole('article').filter({ hasText: 'React to this.' });
  await expect(article).toBeVisible();
  await expect.poll(() => captured(server)).toContain(id);
  expect(captured(server).length).toBeLessThan(15);
  const element = await article.elementHandle();
  server.react('amelie', id, '🎉');
  await expect(article.getByRole('button', { name: /🎉.*1 reaction/ })).toBeVisible();
  server.react('lukas', id, '🎉');
  await expect(article.getByRole('button', { name: /🎉.*2 reactions/ })).toBeVisible();
  server.unreact('lukas', id);
  await expect(article.getByRole('button', { name: /🎉.*1 reaction/ })).toBeVisible();
  expect(await element?.evaluate((one) => one.isConnected)).toBe(true);

  // Scrolled away it is captured no more; deleted, it goes.
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  await expect.poll(() => captured(server)).not.toContain(id);
  await page.keyboard.press('Home');
  await expect.poll(() => captured(server)).toContain(id);
  server.deleteNote(id);
  await expect(article).toHaveCount(0);
  await page.keyboard.press('1');
  await expect.poll(() => captured(server)).toEqual([]);
});

test('a timeline that the server does not send live says so, and is reloaded', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  server.refuseChannels(['localTimeline']);
  const page = await openHomeTimeline(misskey, tray);
  await choose(page, 'Local');
  await expect(feed(page, 'Local')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload', exact: true })).toBeVisible({
    timeout: 30_000,
  });
  server.postNote('akari', { text: 'Only after a reload.' });
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(page.getByText('Only after a reload.')).toBeVisible();
});
