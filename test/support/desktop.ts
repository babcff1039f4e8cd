import { test as base } from '@playwright/test';
import { startVirtualDesktop, type VirtualDesktop } from '../../scripts/lib/virtual-desktop.mjs';
import { type LaunchOptions, launchSuzu, type RunningApp } from './electron-app.ts';
import { type NotificationDaemon, watchNotifications } from './notification-daemon.ts';
import { type OpenedUrls, recordOpenedUrls } from './opened-urls.ts';
import { type TrayView, viewTray } from './tray.ts';

/** Starts the app in the test's desktop; it is ended with the test, at the latest. */
export type Launch = (options?: Omit<LaunchOptions, 'desktop'>) => Promise<RunningApp>;

interface WorkerThings {
  /** In pixels; for `test.use`. */
  desktopSize: string;
  /** A whole desktop, shared by the tests of a worker. A test leaves it as it found it. */
  desktop: VirtualDesktop;
}

interface TestThings {
  /** What the notification daemon gets during this test; the screen is empty at its start. */
  notifications: NotificationDaemon;
  tray: TrayView;
  /** What the apps of this test wanted to open in a browser. */
  openedUrls: OpenedUrls;
  launch: Launch;
}

/** Playwright's `test` with a real desktop session. */
export const test = base.extend<TestThings, WorkerThings>({
  desktopSize: ['1280x800', { option: true, scope: 'worker' }],
  desktop: [
    async ({ desktopSize }, use) => {
      const desktop = await startVirtualDesktop({ size: desktopSize });
      await use(desktop);
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
  notifications: async ({ desktop }, use) => {
    const notifications = await watchNotifications(desktop.env);
    await notifications.dismissAll();
    await use(notifications);
    notifications.stop();
  },
  tray: async ({ desktop }, use) => {
    const tray = await viewTray(desktop.env);
    await use(tray);
    tray.close();
  },
  openedUrls: async ({ desktop }, use) => {
    const openedUrls = recordOpenedUrls(desktop.env);
    await use(openedUrls);
    await openedUrls.remove();
  },
  launch: async ({ desktop, openedUrls }, use, testInfo) => {
    const apps: RunningApp[] = [];
    await use(async (options = {}) => {
      const env = { ...openedUrls.env, ...options.env };
      const app = await launchSuzu({ ...options, env, desktop: desktop.env });
      apps.push(app);
      return app;
    });
    await Promise.all(apps.map((app) => app.kill()));
    if (testInfo.status === testInfo.expectedStatus) return;
    for (const [index, app] of apps.entries()) {
      const body = [...app.stderr.all, ...app.trace.all.map((line) => JSON.stringify(line))].join(
        '\n',
      );
      await testInfo.attach(`app ${index + 1}`, { body, contentType: 'text/plain' });
    }
  },
});

export { expect } from '@playwright/test';
