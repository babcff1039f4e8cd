import { expect, test } from '../support/window.ts';
import { allOfMfm } from '../support/window-harness/fixtures/text.ts';

// Texts and files in the window alone, on fixtures.

test.describe('a text', () => {
  test('looks up what it is told to, on the web', async ({ window }) => {
    await window.show({ state: 'text' });
    await window.page.getByRole('button', { name: 'Show more' }).first().click();
    await window.page
      .getByRole('button', { name: 'Search the web for how to ring a bell' })
      .click();
    expect(await window.calls('openLink')).toEqual([
      ['https://www.google.com/search?q=how+to+ring+a+bell'],
    ]);
  });

  test('says where its links lead, and leaves other addresses plain', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'text' });
    const note = page.getByRole('article').nth(1);
    await expect(note).toContainText('bank.example (evil.example)');
    await expect(note).toContainText('(xn--aypal-uye.com)');
    await expect(note).toContainText('xn--80ak6aa92e.com');
    await expect(note).toContainText('日本語.jp/鈴');
    await expect(note).toContainText('[javascript](javascript:alert(1))');
    await expect(note.getByRole('link', { name: /javascript/ })).toHaveCount(0);
    await note.getByRole('link', { name: 'bank.example' }).click();
    expect(await window.calls('openLink')).toEqual([['https://evil.example/login']]);
  });

  test('tells a moment in the reader’s words, and how far it is', async ({ window }) => {
    await window.show({ state: 'text', locale: 'ja' });
    const moment = window.page.locator('time.mfm-time');
    await expect(moment).toHaveAttribute('datetime', '2026-11-20T00:00:00.000Z');
    await expect(moment).toContainText('2026年');
    await expect(moment).toHaveAttribute('title', /./);
  });

  test('shows what is blurred to the pointer and to the keyboard', async ({ window }) => {
    await window.show({ state: 'text' });
    const blurred = window.page.locator('.mfm-blur');
    await blurred.scrollIntoViewIfNeeded();
    await expect(blurred).toHaveCSS('filter', /blur/);
    await blurred.hover();
    await expect(blurred).toHaveCSS('filter', 'none');
    await window.page.mouse.move(0, 0);
    await expect(blurred).toHaveCSS('filter', /blur/);
    await blurred.focus();
    await expect(blurred).toHaveCSS('filter', 'none');
  });

  test('moves nothing for those who asked for less motion', async ({ window }) => {
    const { page } = window;
    const running = () =>
      page.evaluate<number>(
        `document.getAnimations().filter(({ animationName }) => animationName?.startsWith('mfm-')).length`,
      );
    const minato = page.getByRole('article').filter({ hasText: 'jelly' });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await window.show({ state: 'text' });
    await minato.scrollIntoViewIfNeeded();
    await expect.poll(running).toBeGreaterThan(10);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(running).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });

  test('stands still while the window is not seen', async ({ window }) => {
    const { page } = window;
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await window.show({ state: 'text' });
    const jelly = page.locator('.mfm-jelly').first();
    // Not the word itself: it never rests.
    await page.getByRole('article').filter({ hasText: 'jelly' }).scrollIntoViewIfNeeded();
    await expect(jelly).toHaveCSS('animation-play-state', 'running');
    await page.evaluate(
      `Object.defineProperty(document, 'hidden', { value: true, configurable: true });
       document.dispatchEvent(new Event('visibilitychange'))`,
    );
    await expect(jelly).toHaveCSS('animation-play-state', 'paused');
    await page.evaluate(
      `delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))`,
    );
    await expect(jelly).toHaveCSS('animation-play-state', 'running');
    await page.emulateMedia({ reducedMotion: null });
  });

  test('stays inside its note, whatever its functions do', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'text' });
    const note = page.getByRole('article').nth(allOfMfm.length - 1);
    await note.scrollIntoViewIfNeeded();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const scroller =
      '[...document.querySelectorAll(".list-scroller")].find((one) => one.offsetParent)';
    expect(await page.evaluate(`${scroller}.scrollWidth <= ${scroller}.clientWidth`)).toBe(true);
    // What leans out of the text is not there for the pointer either: the name still is.
    await note.getByRole('button', { name: 'Tomáš' }).click();
    expect(await window.calls('openUser')).toHaveLength(1);
  });

  test('that is too long says so, and leads to the rest', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'text-hostile' });
    const endless = page.getByRole('article').filter({ hasText: 'wwwwwwwwww' }).last();
    await endless.scrollIntoViewIfNeeded();
    await endless.getByRole('button', { name: 'Show more' }).click();
    await endless.getByRole('link', { name: 'Read it in the browser' }).click();
    const [[url] = []] = await window.calls('openLink');
    expect(url).toMatch(/^https:\/\/misskey\.example\/notes\/note-\d+$/);
  });

  test('of a stranger brings only so much onto the page', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'text-hostile' });
    const articles = page.getByRole('article');
    for (let index = 0; index < (await articles.count()); index += 1) {
      const article = articles.nth(index);
      await article.scrollIntoViewIfNeeded();
      await expect(article.locator('.mfm')).toHaveCount(1);
      const size = await article.evaluate((element) => ({
        elements: element.querySelectorAll('*').length,
        images: element.querySelectorAll('.mfm img').length,
        height: element.getBoundingClientRect().height,
      }));
      expect(size.elements).toBeLessThan(1_600);
      expect(size.images).toBeLessThanOrEqual(250);
      expect(size.height).toBeLessThan(400);
    }
  });
});

test.describe('a file', () => {
  test('opens in the viewer, which goes on to the next and gives the focus back', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'media' });
    const sunset = page.getByRole('button', { name: /A red sky over the harbour/ });
    await sunset.click();
    const viewer = page.getByRole('dialog', { name: 'Image, 1 of 4' });
    await expect(viewer.getByRole('img', { name: 'A red sky over the harbour' })).toBeVisible();
    await expect(viewer.getByText('A red sky over the harbour')).toBeVisible();
    await viewer.getByRole('button', { name: 'Description' }).click();
    await expect(viewer.getByText('A red sky over the harbour')).toHaveCount(0);
    await expect(viewer.getByRole('button', { name: 'Previous file' })).toHaveCount(0);
    await viewer.getByRole('button', { name: 'Next file' }).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog', { name: 'Image, 4 of 4' })).toBeVisible();
    // At the end, and with the button gone that had the focus.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('dialog', { name: 'Image, 3 of 4' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(sunset).toBeFocused();
    expect(await window.calls('hideWindow')).toEqual([]);
    expect(await window.calls('openFile')).toEqual([]);
  });

  test('is zoomed by buttons, keys, the wheel and a double click, and moved', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'media' });
    await page.getByRole('button', { name: /A red sky over the harbour/ }).click();
    const viewer = page.getByRole('dialog');
    const image = viewer.getByRole('img', { name: 'A red sky over the harbour' });
    const percent = viewer.getByRole('button', { name: /^Zoom: / });
    await expect(image).toBeVisible();
    await viewer.getByRole('button', { name: 'Zoom in' }).click();
    await expect(percent).toHaveText('150%');
    await page.keyboard.press('+');
    await expect(percent).toHaveText('225%');
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    await expect(percent).toHaveText('100%');
    await expect(image).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 0, 0)');
    await image.dblclick();
    await expect(percent).toHaveText('225%');
    const before = await image.boundingBox();
    const stage = await viewer.locator('.viewer-picture').boundingBox();
    if (before === null || stage === null) throw new Error('nothing on the stage');
    const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y);
    await page.mouse.up();
    expect((await image.boundingBox())?.x).toBeCloseTo(before.x + 40, 0);
    await page.mouse.wheel(0, 2_000);
    await page.mouse.wheel(0, 2_000);
    await expect(percent).toHaveText('100%');
    await percent.click();
    await percent.click();
    expect(await window.calls('openFile')).toEqual([]);
  });

  test('that is sensitive stays veiled in the viewer, in quotes and in a detail', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'media' });
    await page.getByRole('button', { name: /A cat on a desk/ }).click();
    const viewer = page.getByRole('dialog');
    await viewer.getByRole('button', { name: 'Next file' }).click();
    await expect(viewer.locator('img')).toHaveCount(0);
    await expect(viewer.getByText('Not for all eyes')).toHaveCount(0);
    await viewer.getByRole('button', { name: 'Sensitive image. Show' }).click();
    await expect(viewer.getByRole('img', { name: 'Not for all eyes' })).toBeVisible();
    await page.keyboard.press('Escape');
    const quoted = page.locator('.quote .file');
    await quoted.scrollIntoViewIfNeeded();
    await expect(quoted.locator('img')).toHaveCSS('filter', /blur/);
    await quoted.getByRole('button', { name: 'Sensitive image. Show' }).click();
    await expect(quoted.locator('img')).toHaveCSS('filter', 'none');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('that moves or sounds waits to be started, and can be sought in', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'media' });
    await page.getByRole('button', { name: /A white ball on brass/ }).click();
    const facts = (kind: string) =>
      page.evaluate<{ paused: boolean; duration: number; ready: number }>(`(() => {
        const { paused, duration, readyState } = document.querySelector('${kind}');
        return { paused, duration, ready: readyState };
      })()`);
    await expect.poll(async () => (await facts('video')).ready).toBeGreaterThan(0);
    expect((await facts('video')).paused).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog', { name: 'Audio, 2 of 2' })).toBeVisible();
    await expect.poll(async () => (await facts('audio')).duration).toBe(1);
    expect((await facts('audio')).paused).toBe(true);
  });

  test('that does not come says so, and can be tried again or opened in the browser', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'media' });
    await page.getByRole('button', { name: 'Image: gone.png. Open' }).click();
    const viewer = page.getByRole('dialog');
    await expect(viewer.getByRole('alert')).toContainText('cannot be shown here');
    await viewer.getByRole('button', { name: 'Try again' }).click();
    await expect(viewer.getByRole('alert')).toContainText('cannot be shown here');
    await viewer.getByRole('alert').getByRole('button', { name: 'Open in the browser' }).click();
    expect((await window.calls('openFile')).map(([, , fileId]) => fileId)).toEqual(['gone']);
  });

  test('that the window does not show itself opens in the browser', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'media' });
    await page.getByRole('button', { name: 'File: paper.pdf. Open' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect((await window.calls('openFile')).map(([, , fileId]) => fileId)).toEqual(['paper']);
  });
});
