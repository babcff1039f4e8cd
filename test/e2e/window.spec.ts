import type { NoteView } from '../../src-main/ipc/contract.ts';
import { messagesIn } from '../../src-renderer/messages/index.ts';
import { expect, test } from '../support/window.ts';
import type { ReadPlace } from '../support/window-harness/driver.ts';
import { everyday } from '../support/window-harness/fixtures/everyday.ts';
import { note } from '../support/window-harness/fixtures/note.ts';
import { states } from '../support/window-harness/fixtures/states.ts';

const newNote = (id: string, given: Partial<NoteView> = {}) => ({
  kind: 'timeline-insert' as const,
  timeline: { accountId: 'alice', key: 'home' },
  note: note({ id, createdAt: Date.now(), text: `New ${id}.`, ...given }),
  most: 400,
});

/** A place that is taken up is rounded to whole pixels. */
function expectSamePlace(place: ReadPlace, expected: Pick<ReadPlace, 'item' | 'out'>): void {
  expect(place.item).toBe(expected.item);
  expect(Math.abs(place.out - expected.out)).toBeLessThan(1);
}

test('every state shows in every language without a complaint, and goes from one to the next', async ({
  window,
}) => {
  test.slow();
  const { page } = window;
  for (const state of Object.keys(states)) {
    await window.show({ state });
    for (const locale of ['zh-CN', 'ja', 'ko', 'en'] as const) {
      await window.send({ kind: 'slices', slices: { locale } });
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      const { itemBroken } = messagesIn(locale).app;
      await expect(page.getByText(itemBroken), `${state} in ${locale}`).toHaveCount(0);
      expect(window.complaints, `${state} in ${locale}`).toEqual([]);
    }
  }
});

test.describe('the keyboard', () => {
  test('switches the views and steps through notes', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    const tab = (name: string) => page.getByRole('tab', { name });
    await expect(tab('Timeline')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('1');
    await expect(tab('Notices')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('feed', { name: 'Notices' })).toBeVisible();
    await page.keyboard.press('2');
    const notes = page.getByRole('feed', { name: 'Home timeline' }).getByRole('article');
    await expect(notes).toHaveCount(everyday.length);

    await page.keyboard.press('j');
    await expect(notes.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(notes.nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(notes.nth(0)).toBeFocused();
    await page.keyboard.press('End');
    await expect(notes.last()).toBeFocused();
    await expect(notes.last()).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(notes.nth(0)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('F5');
    await page.keyboard.press('Escape');
    expect(await window.calls('openNote')).toEqual([['alice', everyday[0]?.id]]);
    expect(await window.calls('reloadTimeline')).toHaveLength(1);
    expect(await window.calls('hideWindow')).toHaveLength(1);
  });

  test('goes by Tab through a note’s parts, and past the other notes', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await page.keyboard.press('j');
    const first = page.getByRole('article').nth(0);
    await page.keyboard.press('Tab');
    await expect(first.getByRole('button', { name: '港' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(first.getByRole('link', { name: '#朝の一枚' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(first.getByRole('button', { name: /A red sky over the harbour/ })).toBeFocused();
    // Its reactions and answers, and then what comes after the list.
    const isIn = (selector: string) =>
      page.evaluate<boolean>(`!!document.activeElement.closest('${selector}')`);
    while (await isIn('article:first-child')) await page.keyboard.press('Tab');
    expect(await isIn('article')).toBe(false);
    expect(await window.calls('openHashtag')).toEqual([['alice', '朝の一枚']]);
  });

  test('leaves what is typed alone', async ({ window }) => {
    await window.show({ state: 'sign-in-another' });
    await window.page.getByLabel('Your server').pressSequentially('jkr12?');
    await expect(window.page.getByLabel('Your server')).toHaveValue('jkr12?');
    expect(await window.calls('reloadTimeline')).toEqual([]);
  });

  test('opens a menu, steps round in it, and closes it without closing the window', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    const button = page.getByRole('banner').getByRole('button', { name: 'More', exact: true });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Mark all as read' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
    await page.keyboard.press('s');
    await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(page.getByRole('menu')).toHaveCount(0);
    expect(await window.calls('hideWindow')).toEqual([]);
  });

  test('lists its keys on ?, and Escape closes the list alone', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('tab', { name: 'Timeline' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(await window.calls('hideWindow')).toEqual([]);
  });

  test('goes on where it was when a detail is closed', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await window.send({ kind: 'slices', slices: { detail: { kind: 'loading' } } });
    await expect(page.getByRole('region', { name: 'Note' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('article').nth(1)).toBeFocused();
  });

  test('closes a detail before the window', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'detail-note' });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Note' })).toHaveCount(0);
    expect(await window.calls('closeDetail')).toHaveLength(1);
    expect(await window.calls('hideWindow')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await window.calls('hideWindow')).toHaveLength(1);
  });
});

test.describe('a note', () => {
  test('shows what a content warning folds, by click and by Space', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    const warned = page.getByRole('article').filter({ hasText: '飯テロ注意' });
    const inside = warned.getByText('スープがとにかく濃い');
    await expect(inside).toHaveCount(0);
    await warned.getByRole('button', { name: /Show/ }).click();
    await expect(inside).toBeVisible();
    await warned.focus();
    await page.keyboard.press('Space');
    await expect(inside).toHaveCount(0);
  });

  test('is folded only where it is long, and unfolds', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(1);
    const long = page.getByRole('article').filter({ hasText: 'Notes from a long walk' });
    await expect(long.getByText('Bring bread.')).not.toBeInViewport();
    await long.getByRole('button', { name: 'Show more' }).click();
    const height = (await long.boundingBox())?.height ?? 0;
    await long.getByRole('button', { name: 'Show less' }).click();
    expect((await long.boundingBox())?.height ?? 0).toBeLessThan(height);
  });

  test('blurs what is sensitive until it is asked for, and again', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline-hostile' });
    const file = page.locator('[data-columns="1"] > .file').first();
    await file.scrollIntoViewIfNeeded();
    await expect(file.locator('img')).toHaveCSS('filter', /blur/);
    await file.getByRole('button', { name: 'Sensitive image. Show' }).click();
    await expect(file.locator('img')).toHaveCSS('filter', 'none');
    expect(await window.calls('openFile')).toEqual([]);
    await file.getByRole('button', { name: /Open$/ }).click();
    expect(await window.calls('openFile')).toHaveLength(1);
    await file.getByRole('button', { name: 'Hide again' }).click();
    await expect(file.locator('img')).toHaveCSS('filter', /blur/);
  });

  test('opens its links, people and files by calls, and never navigates', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    const at = page.url();
    await page.getByRole('link', { name: 'example.com/places' }).click();
    await page.getByRole('link', { name: '@akari' }).first().click();
    await page.getByRole('link', { name: 'post office' }).click();
    await page.getByRole('button', { name: 'Amélie Laurent' }).first().click();
    await page.getByRole('button', { name: /A red sky/ }).click();
    await page
      .getByRole('button', { name: /^Open the note/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Replying to @amelie' }).click();
    expect(await window.calls('openLink')).toEqual([
      ['https://example.com/places/bakeries?near=station&open=now'],
      ['https://maps.example/post-office'],
    ]);
    expect(await window.calls('openUser')).toEqual([
      // In a note from another server a bare mention is that server's person.
      ['alice', '@akari@mastodon.example'],
      ['alice', '@amelie@mastodon.example'],
    ]);
    expect(await window.calls('openFile')).toEqual([['alice', everyday[0]?.id, 'sunset']]);
    expect(await window.calls('openNote')).toEqual([
      ['alice', everyday[0]?.id],
      ['alice', 'elsewhere'],
    ]);
    expect(page.url()).toBe(at);
  });

  test('is updated in place: what the reader opened stays open', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    const warned = everyday.find(({ cw }) => cw !== null);
    if (warned === undefined) throw new Error('no such fixture');
    const article = page.getByRole('article').filter({ hasText: '飯テロ注意' });
    await article.getByRole('button', { name: /Show/ }).click();
    const element = await article.elementHandle();
    await window.send({ kind: 'note-update', note: { ...warned, repliesCount: 41 } });
    await expect(article.getByRole('button', { name: /41 replies/ })).toBeAttached();
    await expect(article.getByText('スープがとにかく濃い')).toBeVisible();
    expect(await element?.evaluate((one) => one.isConnected)).toBe(true);
  });
});

test.describe('the place', () => {
  test('is kept to the pixel while notes arrive, and a pill counts them', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline-long' });
    await window.scrollTo(2_345);
    const before = await window.readingPlace();
    for (const id of ['a', 'b', 'c']) {
      await window.send(newNote(id));
      await window.painted();
      expect(await window.readingPlace()).toMatchObject({ item: before.item, out: before.out });
    }
    await page.getByRole('button', { name: '3 new notes' }).click();
    await expect(page.getByRole('button', { name: /new note/ })).toHaveCount(0);
    expect(await window.readingPlace()).toEqual({ item: 'New c', out: 0, top: 0 });
  });

  test('lets new notes flow in at the very top', async ({ window }) => {
    await window.show({ state: 'timeline-long' });
    await window.send(newNote('a'));
    await window.painted();
    expect(await window.readingPlace()).toEqual({ item: 'New a', out: 0, top: 0 });
    await expect(window.page.getByRole('button', { name: /new note/ })).toHaveCount(0);
  });

  test('is taken up where it was left, and told', async ({ window }) => {
    await window.show({ state: 'timeline-anchored' });
    await window.painted();
    const place = await window.readingPlace();
    expectSamePlace(place, { item: 'Note 40', out: 13 });
    await window.scrollTo(place.top + 500);
    await expect.poll(async () => (await window.calls('reportPlace')).length).toBeGreaterThan(0);
    const [told] = (await window.calls('reportPlace')).at(-1) ?? [];
    expect(told).toMatchObject({ view: 'timeline', accountId: 'alice' });
  });

  test('outlasts a visit to the other view and to the settings', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline-long' });
    await window.scrollTo(3_210);
    const before = await window.readingPlace();
    await page.keyboard.press('1');
    await window.send(newNote('unseen', { text: `${'Tall. '.repeat(80)}` }));
    await page.keyboard.press('2');
    await window.painted();
    expectSamePlace(await window.readingPlace(), before);
    await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await window.painted();
    expectSamePlace(await window.readingPlace(), before);
  });

  test('follows the main process', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await page.keyboard.press('1');
    await window.send({ kind: 'go', to: { view: 'settings' } });
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  });

  test('near the end brings the older notes, once', async ({ window }) => {
    await window.show({ state: 'timeline-long' });
    await window.page.keyboard.press('j');
    await window.page.keyboard.press('End');
    await expect(window.page.getByRole('article')).toHaveCount(240);
    await window.painted();
    expect(await window.calls('loadOlderNotes')).toHaveLength(1);
  });
});

test.describe('the frame', () => {
  test('opens notices by click and by Enter', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'notices' });
    await page.getByText('Lukas Brandt followed you').click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const opened = await window.calls('openNotice');
    expect(opened).toHaveLength(2);
    expect(opened[0]).not.toEqual(opened[1]);
  });

  test('switches timelines and accounts', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline-several' });
    await page.getByRole('button', { name: 'Choose a timeline: Home' }).click();
    await page.getByRole('menuitemradio', { name: 'Global' }).click();
    await expect(page.getByRole('feed', { name: 'Global timeline' })).toBeVisible();
    await page.getByRole('button', { name: /Switch account/ }).click();
    await page.getByRole('menuitemradio', { name: /仕事用/ }).click();
    await expect(page.getByRole('button', { name: /Account @alice_at_work/ })).toBeVisible();
    expect(await window.calls('selectTimeline')).toEqual([['alice', 'global']]);
    // What is left is disconnected: one timeline at a time is watched.
    await expect
      .poll(() => window.calls('watchTimelines'))
      .toEqual(
        [
          { accountId: 'alice', key: 'home' },
          { accountId: 'alice', key: 'global' },
          { accountId: 'work', key: 'home' },
        ].map((timeline) => [[timeline]]),
      );
  });

  test('leads to signing in again where only that helps', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'state-refused' });
    await expect(page.getByText('Access was withdrawn. Sign in again.')).toBeVisible();
    await page.getByRole('button', { name: 'Sign in again', exact: true }).click();
    await expect(page.getByText('Looking for misskey.example')).toBeVisible();
    expect(await window.calls('startSignIn')).toEqual([['misskey.example']]);
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(page.getByRole('tab', { name: 'Timeline' })).toBeVisible();
  });

  test('pauses and resumes', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await page.getByRole('button', { name: 'Pause notifications' }).click();
    await page.getByRole('menuitem', { name: 'For 30 minutes' }).click();
    await page.getByRole('button', { name: /^Paused until/ }).click();
    await page.getByRole('menuitem', { name: 'Resume now' }).click();
    await expect(page.getByRole('button', { name: 'Pause notifications' })).toBeVisible();
    expect(await window.calls('pause')).toEqual([['30-minutes'], ['resume']]);
  });

  test('asks before it signs out', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-accounts' });
    const button = page.getByRole('button', { name: 'Sign out: @alice@misskey.example' });
    await button.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await window.calls('signOut')).toEqual([]);
    await button.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    expect(await window.calls('signOut')).toEqual([['alice']]);
  });

  test('changes the language and the theme at once', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-appearance' });
    await page.getByLabel('Language').selectOption('日本語');
    await expect(page.getByRole('heading', { name: '外観' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await page.getByText('ダーク').click();
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
    expect(await window.calls('changeSettings')).toEqual([
      [{ language: 'ja' }],
      [{ theme: 'dark' }],
    ]);
  });

  test('says why something did not happen', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    await window.fail('openLink');
    await page.getByRole('link', { name: 'example.com/places' }).click();
    await expect(page.getByRole('alert')).toContainText('The browser could not be opened.');
  });

  test('puts banners away', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'banners' });
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(page.getByText('This desktop shows no tray icons')).toHaveCount(0);
    expect(await window.calls('dismissBanner')).toEqual([['no-tray']]);
  });

  test('lets no one pass the question about storage', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'consent' });
    const dialog = page.getByRole('dialog', { name: /Where should Suzu keep/ });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: /Keep them on this computer/ }).click();
    await expect(dialog).toHaveCount(0);
    expect(await window.calls('chooseWeakStorage')).toEqual([[true]]);
    expect(await window.calls('hideWindow')).toEqual([]);
  });
});

test.describe('signing in', () => {
  test('takes a server, and says what is missing', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'first' });
    await expect(page.getByLabel('Your server')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Type the name' })).toBeVisible();
    await page.keyboard.type(' Example.Social/');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Looking for Example.Social/')).toBeVisible();
    expect(await window.calls('startSignIn')).toEqual([[' Example.Social/']]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByLabel('Your server')).toBeVisible();
  });

  test('takes a token, and shows its failure where it was typed', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'first' });
    await window.fail('signInWithToken');
    await page.getByLabel('Your server').fill('example.social');
    await page.getByText('Advanced').click();
    await page.getByLabel('Access token').fill(' secret ');
    await page.getByRole('button', { name: 'Sign in with the token' }).click();
    await expect(page.getByText('The browser could not be opened.')).toBeVisible();
    expect(await window.calls('signInWithToken')).toEqual([['example.social', 'secret']]);
  });

  test('lets the address be copied without any permission', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'sign-in-waiting' });
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    await page.getByRole('button', { name: 'Open the page again' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect((await window.allCalls()).map(({ name }) => name)).toEqual([
      'reopenSignInPage',
      'cancelSignIn',
    ]);
  });

  test('offers the form again after a failure', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'sign-in-failed' });
    await page.getByRole('button', { name: 'Choose another server' }).click();
    await expect(page.getByLabel('Your server')).toBeVisible();
  });
});

test.describe('a defect', () => {
  test('of one note leaves the others on the screen', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'timeline' });
    // What the contract forbids: a note without its author.
    const { note: whole, ...patch } = newNote('broken');
    await window.send(JSON.parse(JSON.stringify({ ...patch, note: { ...whole, author: null } })));
    await expect(page.getByText('This entry could not be shown.')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(everyday.length + 1);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(page.getByRole('article').nth(1)).toBeFocused();
  });

  test('of the whole says so, and the window can be loaded again', async ({ window }) => {
    const { page } = window;
    // Without a query: only the page's plain address may be loaded again.
    await page.goto('suzu://app/index.html');
    await page.getByRole('tab', { name: 'Timeline' }).waitFor();
    const impossible = JSON.parse('{"kind":"slices","slices":{"accounts":null}}');
    await window.send(impossible);
    await expect(page.getByRole('alert')).toContainText('Something in this window went wrong.');
    expect(window.complaints.length).toBeGreaterThan(0);
    window.complaints.length = 0;
    await page.getByRole('button', { name: 'Load again' }).click();
    await expect(page.getByRole('tab', { name: 'Timeline' })).toBeVisible();
  });
});
