import type { UpdateView } from '../../src-main/ipc/contract.ts';
import { expect, test } from '../support/window.ts';
import type { WindowDriver } from '../support/window-harness/driver.ts';

const set = (window: WindowDriver, update: UpdateView) =>
  window.send({ kind: 'slices', slices: { update } });
const ready: UpdateView = { name: 'ready', version: '2.0.0' };

test('the menu offers a restart once a new version is ready, and not before', async ({
  window,
}) => {
  const { page } = window;
  await window.show({ state: 'timeline' });
  const more = page.getByRole('button', { name: 'More', exact: true }).first();
  const offer = page.getByRole('menuitem', { name: 'Restart to update to 2.0.0' });
  await more.click();
  await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await page.keyboard.press('Escape');
  await set(window, ready);
  await more.click();
  await offer.click();
  expect(await window.calls('installUpdate')).toEqual([[]]);
});

test('the settings tell how updates stand, and what can be done about it', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-about' });
  const group = page.getByRole('region', { name: 'Updates' });
  const check = group.getByRole('button', { name: 'Check now' });
  await check.click();
  expect(await window.calls('checkForUpdate')).toEqual([[]]);
  await set(window, { name: 'checking' });
  await expect(check).toBeDisabled();
  await set(window, { name: 'downloading', version: '2.0.0', percent: 41 });
  await expect(group.getByText('Downloading 2.0.0: 41%')).toBeVisible();
  // Read out would be each percent.
  await expect(group.getByRole('status')).toHaveText('');
  await set(window, ready);
  await expect(group.getByRole('status')).toContainText('2.0.0 is ready.');
  await group.getByRole('button', { name: 'Restart now' }).click();
  expect(await window.calls('installUpdate')).toEqual([[]]);
  await group.getByRole('switch', { name: 'Update automatically' }).click();
  expect(await window.calls('changeSettings')).toEqual([[{ updates: 'off' }]]);
  await set(window, { name: 'unsupported', reason: 'managed' });
  await expect(group.getByText('package manager or store').first()).toBeVisible();
  await expect(group.getByRole('switch')).toHaveCount(0);
  await expect(group.getByRole('button')).toHaveCount(0);
});
