import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests: the built app on a real Electron. Each worker has a virtual desktop session of its
 * own, as windows, toasts and the keyboard's focus belong to a desktop.
 */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/desktop-setup.ts',
  workers: 2,
  retries: 0,
  // Far more than any test takes: a busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'line',
});
