import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { expect, test } from '../support/window.ts';
import type { WindowDriver } from '../support/window-harness/driver.ts';
import { states } from '../support/window-harness/fixtures/states.ts';

const quick: RunOptions = { resultTypes: ['violations'], iframes: false, preload: false };
const all: RunOptions = {
  ...quick,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const contrast: RunOptions = { ...quick, runOnly: ['color-contrast'] };

/** What axe finds in the page as it is now: the rule, and where it is broken. */
async function findings(window: WindowDriver, options: RunOptions): Promise<readonly string[]> {
  const { violations } = await window.page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${target} ${html.slice(0, 200)}`),
  );
}

/** In both themes; only colours depend on them. */
async function expectNoFindings(window: WindowDriver, name: string): Promise<void> {
  await window.page.evaluate(axe.source);
  expect.soft(await findings(window, all), name).toEqual([]);
  await window.page.evaluate(`document.documentElement.dataset.theme = 'dark'`);
  expect.soft(await findings(window, contrast), `${name}, dark`).toEqual([]);
}

test.beforeEach(async ({ window }) => {
  // Colours that are on their way from one to another are neither.
  await window.page.emulateMedia({ reducedMotion: 'reduce' });
});

test.afterEach(async ({ window }) => {
  await window.page.emulateMedia({ reducedMotion: null });
});

test('axe finds nothing in any view and theme', async ({ window }) => {
  test.slow();
  for (const state of Object.keys(states)) {
    await window.show({ state });
    await expectNoFindings(window, state);
  }
});

test('axe finds nothing in what opens over the views, and in a wide window', async ({ window }) => {
  test.slow();
  const { page } = window;
  const open: readonly (readonly [string, () => Promise<void>])[] = [
    ['timeline-several', () => page.getByRole('button', { name: /^Account / }).click()],
    [
      'timeline-pinned',
      () =>
        page
          .getByRole('button', { name: /Friends/ })
          .first()
          .click(),
    ],
    ['timeline', () => page.keyboard.press('?')],
    ['timeline', () => page.getByRole('button', { name: 'Pause notifications' }).click()],
    [
      'settings-accounts',
      () =>
        page
          .getByRole('button', { name: /^Sign out: / })
          .first()
          .click(),
    ],
    [
      'settings-notifications',
      () => page.getByRole('button', { name: /^Sound for Mentions/ }).click(),
    ],
    ['settings-notifications', () => page.locator('summary').first().click()],
    ['settings', () => page.getByRole('textbox', { name: 'Search settings' }).fill('sound')],
    ['media', () => page.locator('.file-open').first().click()],
  ];
  for (const [state, act] of open) {
    await window.show({ state });
    await act();
    await expectNoFindings(window, `${state}, opened`);
  }
  await page.setViewportSize({ width: 1100, height: 700 });
  for (const state of ['columns', 'settings-notifications']) {
    await window.show({ state });
    await expectNoFindings(window, `${state}, wide`);
  }
});
