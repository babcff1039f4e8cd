import type { Page } from '@playwright/test';
import { expect, type Misskey } from './suzu.ts';
import type { TrayView } from './tray.ts';

/** Starts Suzu with an account, and opens its window from the tray on the home timeline. */
export async function openHomeTimeline(misskey: Misskey, tray: TrayView): Promise<Page> {
  const app = await misskey.launchOnline({ driveWindow: true });
  const item = await tray.itemOf(app.pid);
  await item.choose('Open Suzu');
  const page = await app.window();
  await page.getByRole('tab', { name: /Timeline/ }).click();
  await expect(page.getByRole('feed', { name: 'Home timeline' })).toBeVisible();
  return page;
}
