import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { type Flood, showsItsWords, startFlood } from '../support/flood.ts';
import { openHomeTimeline } from '../support/home-timeline.ts';
import { followCaptures } from '../support/seen-captures.ts';
import { expect, test } from '../support/suzu.ts';

// A timeline at 200 notes a second on a real app. How smoothly it runs is measured elsewhere
// (flood.bench.ts); here it is that nothing grows, nothing is lost and the reader is left in peace.

const perSecond = 200;
/** Of each kind, on a window of the usual size: all the notes, and those near the screen with all they hold. */
const mostItems = 400;
const mostElements = 12_000;
/** Notes of which a part is on the screen, with their quotes and a few that are on their way out. */
const mostOnScreen = 20;

/** Until so many more notes were posted. */
async function posted(flood: Flood, more: number): Promise<void> {
  const until = flood.posted.length + more;
  await expect.poll(() => flood.posted.length, { timeout: 30_000 }).toBeGreaterThan(until);
}

const count = async (page: Page, selector: string) =>
  v.parse(v.number(), await page.evaluate(`document.querySelectorAll('${selector}').length`));

const scroller = '.list:not([hidden]) > .list-scroller';

/** The first item that begins on the screen, and where. */
const firstOnScreen = `(() => {
  const scroller = document.querySelector('${scroller}');
  const { top } = scroller.getBoundingClientRect();
  const item = [...scroller.querySelectorAll('article')].find(
    (article) => article.getBoundingClientRect().top >= top,
  );
  return { text: item.textContent, top: item.getBoundingClientRect().top };
})()`;
const placeSchema = v.object({ text: v.string(), top: v.number() });
const placeOf = async (page: Page) => v.parse(placeSchema, await page.evaluate(firstOnScreen));

/** Leaves the top with the wheel, as a reader does, and comes to rest. */
async function scrollDown(page: Page): Promise<void> {
  const box = await page.locator(scroller).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 200);
  for (let step = 0; step < 5; step += 1) await page.mouse.wheel(0, 120);
  await expect
    .poll(async () =>
      v.parse(v.number(), await page.evaluate(`document.querySelector('${scroller}').scrollTop`)),
    )
    .toBeGreaterThan(0);
}

test('at the top nothing grows, and in the end the newest are there', async ({ misskey, tray }) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const captures = followCaptures(server);
  const flood = startFlood(server, perSecond);
  for (let part = 0; part < 4; part += 1) {
    await posted(flood, 500);
    expect(await count(page, 'article')).toBeLessThanOrEqual(mostItems);
    expect(await count(page, '*')).toBeLessThanOrEqual(mostElements);
  }
  // What goes by is not even asked for.
  expect(captures.frames).toBeLessThan(flood.posted.length / 20);
  flood.stop();
  const posts = [...flood.posted.keys()].filter(showsItsWords);
  const own = page.locator(`${scroller} article:not(:has(.renote-head))`);
  await expect
    .poll(async () => numbersIn(await own.allTextContents()).slice(0, 5))
    .toEqual(posts.slice(-5).reverse());
  // What went by is let go again, and what stays is captured.
  await expect.poll(() => captures.now.size).toBeGreaterThan(0);
  expect(captures.most).toBeLessThanOrEqual(mostOnScreen);
  await expect
    .poll(() => [...captures.now].every((id) => flood.posted.slice(-20).includes(id)))
    .toBe(true);
  captures.stop();
});

/** The numbers of the flood's notes in these texts. */
function numbersIn(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => {
    const number = /Flood note (\d+)\./.exec(text)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

test('who reads further down stays there to the pixel, and comes back to the newest', async ({
  misskey,
  tray,
}) => {
  const { server } = misskey;
  const page = await openHomeTimeline(misskey, tray);
  const flood = startFlood(server, perSecond);
  await posted(flood, 300);
  await scrollDown(page);
  const captures = followCaptures(server);
  await posted(flood, 100);
  const place = await placeOf(page);
  await posted(flood, 1_500);
  const later = await placeOf(page);
  expect(later.text).toBe(place.text);
  expect(Math.abs(later.top - place.top)).toBeLessThanOrEqual(1);
  expect(await count(page, 'article')).toBeLessThanOrEqual(mostItems);
  expect(captures.most).toBeLessThanOrEqual(mostOnScreen);
  captures.stop();

  await page.getByRole('button', { name: 'New notes', exact: true }).click();
  flood.stop();
  const last = server.postNote('akari', { text: 'The last one of all.' });
  expect(last).not.toBe('');
  await expect(page.locator(`${scroller} article`).first()).toContainText('The last one of all.');
});

test('the window answers a click meanwhile', async ({ misskey, tray }) => {
  const page = await openHomeTimeline(misskey, tray);
  const flood = startFlood(misskey.server, perSecond);
  await posted(flood, 500);
  await page.getByRole('tab', { name: /Notices/ }).click();
  await expect(page.getByRole('tab', { name: /Notices/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: /Timeline/ }).click();
  await page.getByRole('button', { name: /Choose a timeline/ }).click();
  await expect(page.getByRole('menuitemradio').first()).toBeVisible();
  await page.keyboard.press('Escape');
  flood.stop();
  expect(flood.posted.length).toBeGreaterThan(500);
});
