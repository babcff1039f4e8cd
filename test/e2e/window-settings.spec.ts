import { expect, test } from '../support/window.ts';
import type { WindowDriver } from '../support/window-harness/driver.ts';
import { looked } from '../support/window-harness/fixtures/diagnostics.ts';

// The settings: the list and its pages, the search, and rows that are refused, put back and added to.

const search = ({ page }: WindowDriver) => page.getByRole('textbox', { name: 'Search settings' });

test('pages open one by one, and the focus goes with them and comes back', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings' });
  const privacy = page.getByRole('button', { name: 'Privacy' });
  await page.getByRole('button', { name: 'Accounts' }).focus();
  await page.keyboard.press('p');
  await expect(privacy).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Everything' })).toBeFocused();
  await expect
    .poll(async () => (await window.calls('reportPlace')).at(-1))
    .toMatchObject([{ view: 'settings', settingsPage: 'privacy' }]);
  await page.keyboard.press('Escape');
  await expect(privacy).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tablist')).toBeVisible();
});

test('stand beside their list in a wide window', async ({ window }) => {
  const { page } = window;
  await page.setViewportSize({ width: 900, height: 640 });
  await window.show({ state: 'settings' });
  const accounts = page.getByRole('button', { name: 'Accounts' });
  await expect(accounts).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Appearance' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tablist')).toBeVisible();
});

test.describe('the search', () => {
  test('leads to the row, marks it and gives it the focus', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings', locale: 'ja' });
    await page.keyboard.press('Control+f');
    await page.keyboard.insertText('full screen');
    await expect(page.getByRole('navigation').getByRole('status')).toHaveText(
      '設定が1件見つかりました',
    );
    await page.keyboard.press('Enter');
    const row = page.locator('#setting-full-screen');
    await expect(row).toBeInViewport();
    await expect(row).toHaveClass(/setting-found/);
    await expect(page.getByRole('switch', { name: '全画面の間は待つ' })).toBeFocused();
    await expect(row).not.toHaveClass(/setting-found/);
    // Bringing it into view moved the page, and not the window with its header.
    expect(await page.locator('header').first().boundingBox()).toMatchObject({ y: 0 });
  });

  test('says when nothing matches, and is cleared by Escape before anything closes', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'settings' });
    await search(window).fill('zzzz');
    await expect(page.getByRole('navigation').getByRole('status')).toHaveText(
      'No setting matches “zzzz”. Try another word.',
    );
    await page.keyboard.press('Escape');
    await expect(search(window)).toHaveValue('');
    await expect(page.getByRole('button', { name: 'Privacy' })).toBeVisible();
  });

  test('every result leads to a row that is there', async ({ window }) => {
    await window.page.setViewportSize({ width: 900, height: 640 });
    await window.show({ state: 'settings' });
    // Of each page, by what all its entries have in common: its title.
    const titles = await window.page.locator('.settings-entry').allTextContents();
    expect(titles.length).toBeGreaterThan(8);
    for (const title of titles) {
      await search(window).fill(title);
      const lost = await window.page.evaluate<readonly string[]>(`(() => {
        const results = () => [...document.querySelectorAll('.settings-entry')];
        return results().flatMap((_, index) => {
          document.querySelectorAll('.setting-found').forEach((row) => row.classList.remove('setting-found'));
          const result = results()[index];
          result.click();
          return document.querySelector('.setting-found') === null ? [result.textContent] : [];
        });
      })()`);
      expect(lost, title).toEqual([]);
    }
  });
});

test('a change that is refused is said and put back', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-notifications' });
  await window.fail('changeSettings');
  const onlyFollowed = page.getByRole('switch', { name: 'Only people I follow' });
  await onlyFollowed.click();
  await expect(page.getByRole('alert').first()).toContainText('could not be opened');
  await expect(onlyFollowed).not.toBeChecked();
  const mentions = page.getByLabel('How to tell of: Mentions');
  await mentions.selectOption('Only keep');
  await expect(mentions).toHaveValue('ring');
});

test('words are added by key, pasted in lines, and taken away', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-notifications' });
  const field = page.getByRole('textbox', { name: 'Muted words' });
  const words = page.getByRole('list', { name: 'Muted words' }).getByRole('listitem');
  await field.fill(' lottery ');
  await field.press('Enter');
  await expect(words).toHaveText(['lottery']);
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'lottery\\nfirst\\n\\nsecond');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
  await expect(words).toHaveText(['lottery', 'first', 'second']);
  await page.getByRole('button', { name: 'Remove lottery' }).press('Delete');
  await expect(page.getByRole('button', { name: 'Remove first' })).toBeFocused();
  await expect(words).toHaveText(['first', 'second']);

  const people = page.getByRole('textbox', { name: 'Muted people' });
  await people.fill('nobody in particular');
  await people.press('Enter');
  await expect(people).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Type a handle, for example')).toBeVisible();
});

test('quiet hours are set by days and times', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-notifications' });
  await page.getByRole('switch', { name: 'Quiet at set times' }).click();
  const first = page.getByRole('group', { name: 'Quiet hours 1' });
  await first.getByRole('checkbox', { name: 'Sunday' }).press('Space');
  await first.getByLabel('From').fill('23:30');
  await first.getByLabel('From').press('Enter');
  await page.getByRole('button', { name: 'Add quiet hours' }).click();
  await expect(page.getByRole('group', { name: 'Quiet hours 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove quiet hours 2' }).click();
  const [changes] = (await window.calls('changeSettings')).at(-1) ?? [];
  expect(changes).toMatchObject({
    rules: {
      quietHours: {
        on: true,
        spans: [{ days: [1, 2, 3, 4, 5, 6], from: 23 * 60 + 30, to: 7 * 60 }],
      },
    },
  });
});

test('what differs for one account is as for all again by one button', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-notifications-set' });
  const work = page.locator('details').filter({ hasText: 'alice_at_work' });
  await expect(work.locator('summary')).toContainText('1 differs');
  await work.locator('summary').click();
  await work.getByRole('button', { name: /^All as for all/ }).click();
  await expect(work.locator('summary')).toContainText('As for all');
  await expect(work.locator('summary')).toBeFocused();
  const [changes] = (await window.calls('changeSettings')).at(-1) ?? [];
  expect(changes).toMatchObject({ rules: { accounts: {} } });
});

test('a sound is chosen for one kind, and heard', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-notifications' });
  await page.getByRole('button', { name: /^Sound for Mentions/ }).click();
  await page.getByRole('menuitemradio', { name: 'Suzu’s bell' }).click();
  await page.getByRole('button', { name: 'Sound for Mentions: Suzu’s bell' }).click();
  await page.getByRole('menuitem', { name: 'Try it' }).click();
  expect(await window.calls('trySound')).toEqual([[{ kind: 'bell' }]]);
});

test('a proxy whose trial ends after another way was chosen is not used', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-network' });
  await page.getByText('Manual', { exact: true }).click();
  await page.getByLabel('Address of the proxy').fill('http://proxy.example:8080');
  await window.hold('checkProxy');
  await page.getByRole('button', { name: 'Try and use' }).click();
  await expect.poll(() => window.calls('checkProxy')).toHaveLength(1);
  await page.getByText('None', { exact: true }).click();
  await expect.poll(() => window.calls('changeSettings')).toHaveLength(1);
  await window.release('checkProxy');
  expect(await window.calls('useProxy')).toEqual([]);
});

test('a report that is read is read anew when everything was looked at again', async ({
  window,
}) => {
  const { page } = window;
  await window.show({ state: 'settings-diagnostics' });
  await page.getByText('Read it first').click();
  await expect(page.getByRole('textbox', { name: 'Report' })).toBeVisible();
  const before = (await window.calls('readReport')).length;
  const look = (running: boolean) =>
    window.send({ kind: 'slices', slices: { diagnostics: { ...looked, running } } });
  await look(true);
  await look(false);
  await expect.poll(async () => (await window.calls('readReport')).length).toBeGreaterThan(before);
});
