import { expect, test } from '../support/window.ts';

// The search among all kept notices, and the settings page about them.

test('a search is opened, narrowed down, read and closed by the keys alone', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'notices-several' });
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Search notices' });
  await expect(field).toBeFocused();
  await page.keyboard.type('lukas');
  const results = page.getByRole('feed', { name: 'Found notices' });
  await expect(results.getByRole('article')).toHaveCount(2);
  await expect(page.locator('search').getByRole('status')).toHaveText('2 notices found');
  // While one types, the letters are no commands; then the arrows lead into the list.
  expect(await window.calls('compose')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(results.getByRole('article').first()).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await window.calls('openNotice')).toHaveLength(1);
  await expect(results.getByRole('article').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(page.getByRole('feed', { name: 'Notices' })).toBeVisible();
  expect(await window.calls('hideWindow')).toEqual([]);
  // What had the focus is gone, and the reader stands where the search is opened.
  await expect(page.getByRole('button', { name: 'Search notices' })).toBeFocused();
});

test('who comes back to the notices is not drawn into the field of an open search', async ({
  window,
}) => {
  const { page } = window;
  await window.show({ state: 'notices-several' });
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Search notices' });
  await expect(field).toBeFocused();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(field).toHaveCount(0);
  await page.getByRole('tab', { name: 'Notices' }).click();
  await expect(field).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Notices' })).toBeFocused();
});

test('filters are asked for, told apart without colour, and taken back', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'notices-several' });
  await page.getByRole('button', { name: 'Search notices' }).click();
  await page.getByRole('button', { name: 'Kind' }).click();
  await page.getByRole('menuitemradio', { name: 'Reactions' }).click();
  await page.getByRole('button', { name: 'Did not ring' }).click();
  await expect(page.getByRole('button', { name: 'Kind: Reactions' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Did not ring', pressed: true })).toBeVisible();
  const calls = await window.calls('searchNotices');
  expect(calls.at(-1)?.[0]).toMatchObject({ kinds: ['reaction'], silentOnly: true });
  await page.getByRole('button', { name: 'Without filters' }).click();
  await expect(page.getByRole('button', { name: 'Kind', exact: true })).toBeFocused();
  expect((await window.calls('searchNotices')).at(-1)?.[0]).toMatchObject({ kinds: [] });
});

test('nothing found says so, and a failure can be tried again', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'notices' });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('zzz');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByRole('feed', { name: 'Found notices' })).toBeVisible();
  await window.fail('searchNotices');
  await page.keyboard.type('a');
  await expect(page.getByRole('heading', { name: 'The search failed.' })).toBeVisible();
});

test('a notice is deleted after a question, and its menu does not open it', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'notices' });
  const first = page.getByRole('article').first();
  await first.focus();
  await first.getByRole('button', { name: 'More about this notice' }).click();
  await page.getByRole('menuitem', { name: 'Delete from the history…' }).click();
  expect(await window.calls('deleteNotice')).toEqual([]);
  const dialog = page.getByRole('dialog', { name: 'Delete this notice?' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The notice was deleted')).toBeVisible();
  expect(await window.calls('deleteNotice')).toHaveLength(1);
  expect(await window.calls('openNotice')).toEqual([]);
});

test('what is kept is exported, bounded and erased, with a question before anything goes', async ({
  window,
}) => {
  const { page } = window;
  await window.show({ state: 'settings-history' });
  await expect(page.getByText(/12,345 notices since/)).toBeVisible();
  await page.getByRole('button', { name: 'As CSV…' }).click();
  await expect(page.getByText('Saved as /home/akari/notices.csv')).toBeVisible();
  await page.getByLabel('Keep notices for').selectOption('30 days');
  const shrink = page.getByRole('dialog', { name: 'Erase older notices now?' });
  await shrink.getByRole('button', { name: 'Cancel' }).click();
  expect(await window.calls('changeSettings')).toEqual([]);
  await page.getByLabel('Keep notices for').selectOption('30 days');
  await shrink.getByRole('button', { name: 'Erase' }).click();
  await expect
    .poll(() => window.calls('changeSettings'))
    .toEqual([[{ history: { days: 30, megabytes: 100 } }]]);
  const room = page.getByLabel('Use at most');
  await room.fill('5');
  await room.press('Enter');
  await shrink.getByRole('button', { name: 'Cancel' }).click();
  await expect(room).toHaveValue('100');
  expect(await window.calls('changeSettings')).toHaveLength(1);
  await page.getByLabel('Which notices').selectOption('Older than a year');
  await page.getByRole('button', { name: 'Erase…' }).click();
  const erase = page.getByRole('dialog', { name: 'Erase these notices?' });
  await erase.getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByText('The notices were erased')).toBeVisible();
  expect(await window.calls('eraseHistory')).toMatchObject([[{ accountId: null }]]);
});
