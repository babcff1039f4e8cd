import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { expect, test } from '../support/window.ts';
import type { WindowDriver } from '../support/window-harness/driver.ts';
import { states } from '../support/window-harness/fixtures/states.ts';

const quick: RunOptions = { resultTypes: ['violations'], iframes: false, preload: false };
const all: RunOptions = {
  ...quick,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const unfold = `document.querySelectorAll('details').forEach((one) => { one.open = true; })`;
const contrast: RunOptions = { ...quick, runOnly: ['color-contrast'] };

/** What axe finds in the page as it is now, but for what is to be left out: the rule, and where it is broken. */
async function findings(window: WindowDriver, options: RunOptions): Promise<readonly string[]> {
  const { violations } = await window.page.evaluate<AxeResults>(
    `axe.run({ exclude: '[data-looked-at]' }, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${target} ${html.slice(0, 200)}`),
  );
}

/**
 * Leaves out the notes that were looked at in an earlier state and stand here as they stood there: the
 * same ones are the ground of most states, and axe takes long for them. `lookedAt` learns this page's.
 */
async function leaveOut(window: WindowDriver, lookedAt: Set<string>): Promise<void> {
  const here = await window.page.evaluate<readonly string[]>(`((lookedAt) =>
    [...document.querySelectorAll('article')].map((article) => {
      // Ids are numbered anew on each page, and each page is loaded at another time.
      const markup = article.outerHTML.replace(/ [\\w-]+="cl-\\d[^"]*"|<time [^>]*/g, '');
      let hash = 0;
      for (const character of markup) hash = (Math.imul(hash, 31) + character.codePointAt(0)) | 0;
      const key = markup.length + ' ' + hash;
      if (lookedAt.has(key)) article.dataset.lookedAt = '';
      return key;
    }))(new Set(${JSON.stringify([...lookedAt])}))`);
  for (const key of here) lookedAt.add(key);
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
  const lookedAt = new Set<string>();
  for (const state of Object.keys(states)) {
    await window.show({ state });
    await leaveOut(window, lookedAt);
    await expectNoFindings(window, state);
  }
});

test('axe finds nothing in what opens over the views, and in a wide window', async ({ window }) => {
  test.slow();
  const { page } = window;
  /** Sends a form with nothing typed into it, all of it seen. */
  const addFeed = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Add a feed' }).click();
    await page.getByRole('button', { name }).click();
    await page.evaluate(unfold);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  };
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
    ['settings-feeds', () => page.getByRole('button', { name: 'Add a feed' }).click()],
    ['settings-feeds-empty', () => addFeed(/^ntfy topic/)],
    ['settings-feeds-empty', () => addFeed(/^WebSocket/)],
    ['settings-feeds-empty', () => addFeed(/^MQTT/)],
    ['settings-feed', () => page.evaluate(unfold)],
    ['settings-feed', () => page.getByRole('textbox', { name: 'Title' }).fill('{')],
    ['settings-feed-quiet', () => page.evaluate(unfold)],
    ['settings-feed-preset', () => page.getByRole('button', { name: 'Remove…' }).click()],
  ];
  for (const [state, act] of open) {
    await window.show({ state });
    await act();
    await expectNoFindings(window, `${state}, opened`);
  }
  await page.setViewportSize({ width: 1100, height: 700 });
  for (const state of ['columns', 'settings-notifications', 'settings-feed']) {
    await window.show({ state });
    await expectNoFindings(window, `${state}, wide`);
  }
});
