import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests: the built app on a real Electron in a virtual desktop session, one per worker.
 * One worker, because windows, toasts and the keyboard's focus belong to a desktop, and the tests of
 * reconnecting would see another worker's load.
 */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/desktop-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'line',
});
