import { expect, test } from '../support/window.ts';

// The accounts' page, and servers that are watched without signing in.

test('accounts are put in order, and the button keeps the focus', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-accounts' });
  const names = page.locator('.account-card-name');
  const down = page.getByRole('button', { name: 'Move @alice@misskey.example down' });
  await expect(
    page.getByRole('button', { name: 'Move @alice@misskey.example up' }),
  ).toHaveAttribute('aria-disabled', 'true');
  await down.click();
  await expect(names.nth(1)).toContainText('Alice');
  await expect(down).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names.nth(2)).toContainText('Alice');
  expect(await window.calls('moveAccount')).toEqual([
    ['alice', 1],
    ['alice', 2],
  ]);
});

test('low presence is switched for each account, and explained', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-accounts' });
  const alice = page.getByLabel('Low presence for @alice@misskey.example');
  await expect(alice).not.toBeChecked();
  await expect(alice).toHaveAccessibleDescription(/everything still rings, only later/);
  await alice.check();
  await page.getByLabel('Low presence for @alice_at_work@sushi.example:8443').uncheck();
  expect(await window.calls('setPresence')).toEqual([
    ['alice', 'polling'],
    ['work', 'stream'],
  ]);
  // Nothing rings for a guest, now or later.
  await expect(page.getByLabel(/Low presence for misskey.example/)).toHaveCount(0);
});

test('a watched server is left without talk of tokens', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-accounts' });
  await page.getByRole('button', { name: 'Stop watching: misskey.example' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop watching misskey.example?' });
  await expect(dialog).not.toContainText('token');
  await dialog.getByRole('button', { name: 'Stop watching' }).click();
  expect(await window.calls('signOut')).toEqual([['guest']]);
});

test('a server is watched without signing in, or the form says why not', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'first' });
  const watch = page.getByRole('button', { name: 'Watch a server without signing in' });
  await watch.click();
  await expect(page.getByText('Type the name of your server')).toBeVisible();
  await page.getByLabel('Your server').fill('misskey.example');
  await watch.click();
  expect(await window.calls('watchServer')).toEqual([['misskey.example']]);
  await window.show({ state: 'first' });
  await window.fail('watchServer');
  await page.getByLabel('Your server').fill('misskey.example');
  await watch.click();
  await expect(page.getByRole('alert').getByText('could not be opened')).toBeVisible();
});

test('a guest is told what signing in would add', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'guest' });
  await expect(page.getByText('You are watching misskey.example.')).toBeVisible();
  await expect(page.getByRole('feed', { name: 'Local timeline' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText('Nothing can ring here yet')).toBeVisible();
  await expect(page.getByText('You are watching misskey.example.')).toHaveCount(1);
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(await window.calls('startSignIn')).toEqual([['misskey.example']]);
});
