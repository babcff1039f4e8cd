import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Measurements of the built app on a real desktop session: they print tables and judge nothing. */
export default defineConfig({
  ...tests,
  // Nothing else is to run beside what is measured.
  workers: 1,
  testMatch: '**/*.bench.ts',
  timeout: 10 * 60_000,
  reporter: [['list', { printSteps: false }]],
});
