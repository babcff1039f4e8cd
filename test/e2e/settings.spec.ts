import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/suzu.ts';

const widths = '({ page: innerWidth, ratio: devicePixelRatio })';

interface Widths {
  /** CSS px. */
  readonly page: number;
  readonly ratio: number;
}

test('the text size is taken at once, kept, and leaves room for the page', async ({
  launch,
  profile,
}) => {
  const app = await launch({ userDataDir: profile, driveWindow: true });
  const page = await app.window();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Appearance' }).click();
  const before = await page.evaluate<Widths>(widths);
  await page.getByLabel('Text size').selectOption('200');
  await expect
    .poll(() => page.evaluate<Widths>(widths))
    .toEqual({ page: before.page / 2, ratio: before.ratio * 2 });
  await expect
    .poll(async () => JSON.parse(await readFile(join(profile, 'settings.json'), 'utf8')))
    .toMatchObject({ settings: { textSize: 200 } });
  await app.kill();

  const again = await launch({ userDataDir: profile, driveWindow: true });
  const shown = await again.window();
  await expect(shown.getByRole('button', { name: 'Settings' })).toBeVisible();
  expect(await shown.evaluate<Widths>(widths)).toMatchObject({ ratio: before.ratio * 2 });
});
