import type { Page } from '@playwright/test';
import { expect, test } from '../support/window.ts';
import type { WindowDriver } from '../support/window-harness/driver.ts';
import { everyday } from '../support/window-harness/fixtures/everyday.ts';

// Timelines side by side, what is told to be in view, and what an account has pinned.

const wide = { width: 1_000, height: 640 };
const narrow = { width: 400, height: 640 };
const ref = (key: string, accountId = 'alice') => ({ accountId, key });
const last = async (window: WindowDriver, name: 'watchTimelines' | 'watchNotes' | 'reportPlace') =>
  (await window.calls(name)).at(-1)?.[0];
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Opens the dialog about an account's timelines. */
async function openPins(window: WindowDriver) {
  const { page } = window;
  await page.getByRole('button', { name: /Choose a timeline/ }).click();
  await page.getByRole('menuitem', { name: 'Add a timeline…' }).click();
  return page.getByRole('dialog', { name: 'Timelines of @alice@misskey.example' });
}

test.describe('columns', () => {
  test('stand side by side where there is room, and only those in view are watched', async ({
    window,
  }) => {
    const { page } = window;
    await page.setViewportSize(wide);
    await window.show({ state: 'columns' });
    const all = [ref('home'), ref('local?withReplies', 'work'), ref('channel:c1')];
    await expect(page.getByRole('feed')).toHaveCount(3);
    await expect.poll(() => last(window, 'watchTimelines')).toEqual(all);
    for (const feed of await page.getByRole('feed').all()) {
      expect((await feed.boundingBox())?.width).toBeGreaterThanOrEqual(320 - 12);
    }
    await page.setViewportSize({ ...wide, width: 800 });
    await expect.poll(() => last(window, 'watchTimelines')).toEqual(all.slice(0, 2));
    await page.setViewportSize(narrow);
    await expect(page.getByRole('feed')).toHaveCount(1);
    await expect.poll(() => last(window, 'watchTimelines')).toEqual(all.slice(0, 1));
    await page.keyboard.press('1');
    await expect.poll(() => last(window, 'watchTimelines')).toEqual([]);
  });

  test('are opened, moved and closed, and the main process is told', async ({ window }) => {
    const { page } = window;
    await page.setViewportSize(wide);
    await window.show({ state: 'timeline-pinned' });
    await page.getByRole('button', { name: /Choose a timeline/ }).click();
    await page.getByRole('menuitem', { name: 'Open beside…' }).click();
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.getByRole('menuitem', { name: 'Moderators' }).click();
    await expect(column(page, 'Moderators').getByRole('feed')).toBeVisible();
    await page.getByRole('button', { name: /Choose a timeline/ }).click();
    await page.getByRole('menuitem', { name: 'Open beside…' }).click();
    await page.getByRole('menuitem', { name: 'Global' }).click();
    await expect
      .poll(() => last(window, 'reportPlace'))
      .toMatchObject({
        columns: [ref('global', 'work'), ref('role:r1')],
      });
    await page.getByRole('button', { name: 'Move Moderators to the left' }).click();
    await expect
      .poll(() => last(window, 'reportPlace'))
      .toMatchObject({
        columns: [ref('role:r1'), ref('global', 'work')],
      });
    await page.getByRole('button', { name: 'Close Moderators' }).click();
    await expect(column(page, 'Moderators')).toHaveCount(0);
    await expect
      .poll(() => last(window, 'reportPlace'))
      .toMatchObject({
        columns: [ref('global', 'work')],
      });
  });

  test('have the keys and a place of their own', async ({ window }) => {
    const { page } = window;
    await page.setViewportSize(wide);
    await window.show({ state: 'columns' });
    const [home, local] = [column(page, 'Home'), column(page, 'Local')];
    await page.keyboard.press('j');
    await expect(home.getByRole('article').first()).toBeFocused();
    await local.getByRole('article').nth(2).focus();
    await page.keyboard.press('j');
    await expect(local.getByRole('article').nth(3)).toBeFocused();
    await page.keyboard.press('F5');
    expect(await window.calls('reloadTimeline')).toEqual([[ref('local?withReplies', 'work')]]);
    await page.keyboard.press('End');
    await expect(local.getByRole('article').last()).toBeInViewport();
    await expect
      .poll(() => last(window, 'reportPlace'))
      .toMatchObject({
        anchors: { timelines: [ref('local?withReplies', 'work')] },
      });
    await expect(home.getByRole('article').first()).toBeInViewport();
  });

  test('go with what they show', async ({ window }) => {
    const { page } = window;
    await page.setViewportSize(wide);
    await window.show({ state: 'columns' });
    const dialog = await openPins(window);
    await dialog.getByRole('button', { name: /^Unpin 天気/ }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('feed')).toHaveCount(2);
    await expect
      .poll(() => last(window, 'reportPlace'))
      .toMatchObject({
        columns: [ref('local?withReplies', 'work')],
      });
  });
});

test.describe('what is seen', () => {
  const contentIds = everyday.map((one) => one.renote?.id ?? one.id);

  test('are the notes on the screen, by what has content, and no others', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await expect.poll(() => last(window, 'watchNotes')).toBeDefined();
    const seen = async () => JSON.stringify(await last(window, 'watchNotes'));
    expect(await seen()).toContain(contentIds[0]);
    expect(await seen()).not.toContain(contentIds.at(-1));
    await page.keyboard.press('j');
    await page.keyboard.press('End');
    await expect.poll(seen).toContain(contentIds.at(-1));
    expect(await seen()).not.toContain(contentIds[0]);
    // A pure renote is nothing of its own.
    const told = JSON.stringify(await window.calls('watchNotes'));
    const renote = everyday.find(({ kind }) => kind === 'renote');
    expect(told).not.toContain(`"${renote?.id}"`);
    await page.keyboard.press('1');
    await expect.poll(() => last(window, 'watchNotes')).toEqual([]);
  });

  test('are both the quote and what it quotes', async ({ window }) => {
    await window.show({ state: 'timeline' });
    const quote = everyday.find(({ kind }) => kind === 'quote');
    const article = window.page.getByRole('article').filter({ hasText: 'This. Exactly this.' });
    await article.scrollIntoViewIfNeeded();
    await expect
      .poll(async () => JSON.stringify(await last(window, 'watchNotes')))
      .toContain(`"${quote?.id}","${quote?.renote?.id}"`);
  });

  test('is the note alone that covers the list', async ({ window }) => {
    await window.show({ state: 'detail-note' });
    await expect
      .poll(() => last(window, 'watchNotes'))
      .toEqual([{ accountId: 'alice', noteIds: [everyday[1]?.id, everyday[9]?.id] }]);
  });

  test('is nothing in a hidden window, and all again when it is shown', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await expect.poll(() => last(window, 'watchNotes')).not.toEqual(undefined);
    const hide = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));`);
    await hide(true);
    await expect.poll(() => last(window, 'watchNotes')).toEqual([]);
    await expect.poll(() => last(window, 'watchTimelines')).toEqual([]);
    await hide(false);
    await expect.poll(() => last(window, 'watchNotes')).toHaveLength(1);
    await expect.poll(() => last(window, 'watchTimelines')).toEqual([ref('home')]);
    // What was there is there at once.
    await expect(page.getByRole('article')).toHaveCount(everyday.length);
  });
});

test.describe('the pinned timelines', () => {
  const names = ['Home', 'Local', 'Friends', 'Bells & trams', /^天気/, 'Moderators', /#cats/];

  test('are listed with the chosen one marked, and one is chosen', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline-pinned' });
    await page.getByRole('button', { name: 'Choose a timeline: Friends' }).click();
    await expect(page.getByRole('menuitemradio')).toHaveText([
      'Home',
      'Localno renotes, with replies',
      ...names.slice(2),
    ]);
    await expect(page.getByRole('menuitemradio', { checked: true })).toHaveText('Friends');
    // No room beside in a narrow window.
    await expect(page.getByRole('menuitem', { name: 'Open beside…' })).toHaveCount(0);
    await page.getByRole('menuitemradio', { name: '#cats' }).click();
    expect(await window.calls('selectTimeline')).toEqual([
      ['alice', 'hashtag:cats+photography,birds'],
    ]);
    await expect(
      page.getByRole('feed', { name: '#cats + #photography, #birds timeline' }),
    ).toBeVisible();
  });

  test('are put in order by buttons, which keep the focus, and by dragging', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline-pinned' });
    const dialog = await openPins(window);
    const rows = dialog.locator('.pin .pin-name');
    const down = dialog.getByRole('button', { name: 'Move Home down' });
    await down.focus();
    await page.keyboard.press('Enter');
    await expect(rows.nth(1)).toHaveText('Home');
    await expect(down).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rows.nth(2)).toHaveText('Home');
    await dialog
      .locator('.pin')
      .nth(2)
      .dragTo(dialog.locator('.pin').nth(0), {
        targetPosition: { x: 40, y: 4 },
      });
    await expect(rows.nth(0)).toHaveText('Home');
    expect(await window.calls('moveTimeline')).toEqual([
      ['alice', 'home', 1],
      ['alice', 'home', 2],
      ['alice', 'home', 0],
    ]);
  });

  test('are switched at their place, where a column shows them too', async ({ window }) => {
    const { page } = window;
    await page.setViewportSize(wide);
    await window.show({ state: 'timeline-pinned' });
    await page.getByRole('button', { name: /Choose a timeline/ }).click();
    await page.getByRole('menuitem', { name: 'Open beside…' }).click();
    await page.getByRole('menuitem', { name: 'Home' }).first().click();
    const dialog = await openPins(window);
    const renotes = dialog.getByRole('group', { name: 'What Home shows' }).getByLabel('Renotes');
    await renotes.click();
    await expect(renotes).not.toBeChecked();
    await expect(renotes).toBeFocused();
    expect(await window.calls('switchTimeline')).toEqual([
      ['alice', 'home', { withRenotes: false, withReplies: false, withFiles: false }],
    ]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(column(page, 'Home').getByText('no renotes')).toBeVisible();
  });

  test('stay as they are when that is refused, and the dialog says why', async ({ window }) => {
    await window.show({ state: 'timeline-pinned' });
    await window.fail('switchTimeline');
    await window.fail('unpinTimeline');
    const dialog = await openPins(window);
    const renotes = dialog.getByRole('group', { name: 'What Home shows' }).getByLabel('Renotes');
    await renotes.click();
    await expect(dialog.getByRole('alert').getByText('could not be opened')).toBeVisible();
    await expect(renotes).toBeChecked();
    await dialog.getByRole('button', { name: 'Unpin Local' }).click();
    await expect(dialog.locator('.pin')).toHaveCount(names.length);
  });

  test('get more: what the server offers, once each', async ({ window }) => {
    await window.show({ state: 'timeline-pinned' });
    const dialog = await openPins(window);
    await expect(dialog.getByText('You follow no channels on this server.')).toBeVisible();
    await expect(dialog.getByText(/does not let Suzu read your roles/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Friends: Pinned' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Pin 同僚' }).click();
    await expect(dialog.getByRole('button', { name: /同僚.*: Pinned/ })).toBeVisible();
    // Local is pinned with other switches: as it usually is, it is another timeline.
    await dialog.getByRole('button', { name: 'Pin Local', exact: true }).click();
    const switches = { withRenotes: true, withReplies: false, withFiles: false };
    expect(await window.calls('pinTimeline')).toEqual([
      ['alice', { kind: 'list', id: 'list-2', switches }],
      ['alice', { kind: 'local', switches }],
    ]);
  });

  test('get hashtags: all of them, or any', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    const dialog = await openPins(window);
    const field = dialog.getByLabel('Tags, with spaces in between');
    await field.press('Enter');
    await expect(dialog.getByText('Type a tag, for example cats.')).toBeVisible();
    await field.fill('#cats  ＃Dogs, cats');
    await dialog.getByLabel('Any of them').check();
    await field.press('Enter');
    await expect(field).toHaveValue('');
    await field.fill('birds bells');
    await dialog.getByLabel('All of them').check();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('#birds + #bells')).toBeVisible();
    const pinned = (await window.calls('pinTimeline')).map(([, spec]) => spec);
    expect(pinned).toMatchObject([
      { anyOf: [['cats'], ['Dogs']] },
      { anyOf: [['birds', 'bells']] },
    ]);
  });

  test('wait for the server, and can be asked for again', async ({ window }) => {
    await window.show({ state: 'timeline' });
    await window.hold('listTimelines');
    const waiting = await openPins(window);
    await expect(waiting.getByRole('status', { name: 'Asking the server…' })).toHaveCount(5);
    await window.show({ state: 'timeline' });
    await window.fail('listTimelines');
    const dialog = await openPins(window);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(dialog.getByRole('alert').first()).toContainText('could not be opened');
    expect(await window.calls('listTimelines')).toEqual([['alice'], ['alice']]);
  });
});

test('a timeline that is not live says so, and is reloaded', async ({ window }) => {
  await window.show({ state: 'timeline-not-live' });
  await expect(window.page.getByText('does not send these notes live')).toBeVisible();
  await window.page.getByRole('button', { name: 'Reload', exact: true }).click();
  expect(await window.calls('reloadTimeline')).toEqual([[ref('home')]]);
});

test('a timeline that is gone can be unpinned, and another is shown', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'timeline-refused' });
  await expect(page.getByText('no longer has this antenna')).toBeVisible();
  await page.getByRole('button', { name: 'Unpin' }).click();
  expect(await window.calls('unpinTimeline')).toEqual([['alice', 'antenna:antenna-1']]);
  await expect(page.getByRole('feed', { name: 'Home timeline' })).toBeVisible();
});
