import type { Page } from '@playwright/test';
import { test as base, expect } from './desktop.ts';
import { launchSuzu } from './electron-app.ts';
import { harnessFolder } from './window-harness/build.mjs';
import { WindowDriver } from './window-harness/driver.ts';

interface TestThings {
  window: WindowDriver;
}
interface WorkerThings {
  /** One app for all tests: each loads the page anew. */
  harness: Page;
}

/** The window alone, on fixtures and a bridge that notes its calls, served as Suzu serves it. */
export const test = base.extend<TestThings, WorkerThings>({
  harness: [
    async ({ desktop }, use) => {
      const app = await launchSuzu({
        desktop: desktop.env,
        directory: harnessFolder,
        driveWindow: true,
      });
      await use(await app.window());
      await app.kill();
    },
    { scope: 'worker' },
  ],
  window: async ({ harness }, use) => {
    const driver = new WindowDriver(harness);
    await harness.setViewportSize({ width: 400, height: 640 });
    await use(driver);
    driver.stop();
    expect(driver.complaints).toEqual([]);
  },
});

export { expect };
