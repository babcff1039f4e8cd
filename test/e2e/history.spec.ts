import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, isState, isToast, test } from '../support/suzu.ts';

test('what rang is found after a kill, opens, and once erased is on the disk no more', async ({
  misskey,
  launch,
  profile,
  openedUrls,
}) => {
  const { server, origin } = misskey;
  const kept = () => readFile(join(profile, 'history.jsonl'), 'utf8');
  const first = await misskey.launchOnline({ args: ['--hidden'], userDataDir: profile });
  const { notificationId } = server.mention('akari', '@minato the kumquats are ripe');
  await first.trace.waitFor(isToast(notificationId));
  server.app('Something else', 'Noise');
  await first.kill();
  expect(await kept()).toContain('kumquats');

  const app = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  await app.trace.waitFor(isState('online'));
  const page = await app.window();
  await page.getByRole('tab', { name: /Notices/ }).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('KUMQUATS');
  const found = page.getByRole('feed', { name: 'Found notices' }).getByRole('article');
  await expect(found).toHaveCount(1);
  await found.click();
  expect(await openedUrls.waitFor()).toMatch(new RegExp(`^${origin}/notes/`));

  await found.getByRole('button', { name: 'More about this notice' }).click();
  await page.getByRole('menuitem', { name: 'Delete from the history…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  expect(await kept()).not.toContain('kumquats');
  await expect.poll(kept).toContain('Noise');
});
