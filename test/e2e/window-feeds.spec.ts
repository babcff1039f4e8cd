import { expect, test } from '../support/window.ts';
import {
  builds,
  event,
  fediverse,
  feedEvents,
  sensors,
} from '../support/window-harness/fixtures/feeds.ts';

// The feeds in the window: their list, the ways to one, and how its notices are worded and tried.

const back = { name: 'Back', exact: true };

/** The element with the focus, if something else lies over the middle of its lower or upper edge; else null. */
const coveredFocus = `(() => {
  const focused = document.activeElement;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const isSeen = [top + 3, bottom - 3].every((y) =>
    focused.contains(document.elementFromPoint((left + right) / 2, y)),
  );
  return isSeen ? null : focused.outerHTML.slice(0, 200);
})()`;

test.describe('the list', () => {
  test('opens a feed and takes the focus back to it', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-feeds' });
    const builds = page.getByRole('button', { name: /^Builds/ });
    await builds.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Builds' })).toBeVisible();
    await expect(page.locator('.settings-body')).toBeFocused();
    await expect
      .poll(async () => (await window.calls('reportPlace')).at(-1))
      .toMatchObject([{ settingsPage: 'feeds', feedId: 'feed-buildsxx' }]);
    expect(await window.calls('watchFeed')).toEqual([['feed-buildsxx']]);
    await page.keyboard.press('Escape');
    await expect(builds).toBeFocused();
    await expect.poll(() => window.calls('watchFeed')).toEqual([['feed-buildsxx'], [null]]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Feeds', exact: true })).toBeFocused();
  });

  test('switches, tries again and orders', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-feeds' });
    await page.getByRole('switch', { name: 'Builds is on' }).click();
    await expect(page.getByRole('switch', { name: 'Builds is on' })).not.toBeChecked();
    await page.getByRole('button', { name: 'Try again now: Sensors at home' }).click();
    const down = page.getByRole('button', { name: 'Move Builds down' });
    await down.click();
    await expect(page.locator('.feed-open').nth(1)).toContainText('Builds');
    await expect(down).toBeFocused();
    expect(await window.calls('setFeedOn')).toEqual([[builds.id, false]]);
    expect(await window.calls('retryFeed')).toEqual([[sensors.id]]);
    expect(await window.calls('moveFeed')).toEqual([[builds.id, 1]]);
  });

  test('stands beside the settings in a wide window, with a way back of its own', async ({
    window,
  }) => {
    const { page } = window;
    await page.setViewportSize({ width: 900, height: 640 });
    await window.show({ state: 'settings-feed' });
    await expect(page.getByRole('heading', { level: 2, name: 'Builds' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to Feeds' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Feeds' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Builds/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tablist')).toBeVisible();
  });
});

test.describe('adding', () => {
  test('by a preset asks its fields alone, keeps what is refused, and opens the feed', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'settings-feeds-empty' });
    await page.getByRole('button', { name: 'Add a feed' }).click();
    await page.getByRole('button', { name: /^ntfy topic/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'ntfy topic' })).toBeVisible();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Topic' })).toBeFocused();
    await expect(page.getByText('Fill this in.')).toBeVisible();
    await page.keyboard.type('backups');
    await page.getByLabel('Access token').fill('tk_secret');
    await window.fail('addPresetFeed');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'could not be opened' })).toBeVisible();
    // Elsewhere and back: what was typed is still there.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^ntfy topic/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Topic' })).toHaveValue('backups');
    await expect(page.getByLabel('Access token')).toHaveValue('tk_secret');
    expect((await window.calls('addPresetFeed')).at(-1)).toEqual([
      'ntfy',
      { server: 'ntfy.sh', topic: 'backups', token: 'tk_secret', system: 'sse' },
    ]);
  });

  test('of one’s own names what is missing, and sends what each system takes', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'settings-feeds-empty' });
    await page.getByRole('button', { name: 'Add a feed' }).click();
    await page.getByRole('button', { name: /^MQTT/ }).click();
    const add = page.getByRole('button', { name: 'Add', exact: true });
    await add.click();
    await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused();
    await expect(page.getByText('Type the address.')).toBeVisible();
    await expect(page.getByText('Name at least one topic.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Address' }).fill('https://broker.example');
    await expect(page.getByText('it begins with wss:// or ws://')).toBeVisible();
    await page.getByRole('textbox', { name: 'Address' }).fill('ws://broker.example:9001/mqtt');
    await page.getByRole('textbox', { name: 'Topic 1' }).fill('home/#');
    await page.getByRole('button', { name: 'Add a topic' }).click();
    await expect(page.getByRole('textbox', { name: 'Topic 2' })).toBeFocused();
    await page.keyboard.type('garden/door');
    await page.getByLabel('Quality of service of topic 2').selectOption('Exactly once');
    await page.getByRole('button', { name: 'Add a topic' }).click();
    await page.getByRole('button', { name: 'Remove: Topic 3' }).click();
    await expect(page.getByRole('button', { name: 'Remove: Topic 2' })).toBeFocused();
    await page.getByRole('textbox', { name: 'User name' }).fill('suzu');
    await page.getByLabel('Password').fill('hush');
    await page.getByRole('button', { name: 'Add a header' }).click();
    await expect(page.getByLabel('Name of header 1')).toBeFocused();
    await page.keyboard.type('X-Token');
    await page.getByLabel('Value of header 1').fill('abc');
    await add.click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'broker.example:9001' }),
    ).toBeVisible();
    expect(await window.calls('addFeed')).toMatchObject([
      [
        {
          name: 'broker.example:9001',
          connection: {
            system: 'mqtt',
            topics: [
              { filter: 'home/#', qos: 1 },
              { filter: 'garden/door', qos: 2 },
            ],
            version: 5,
            clientId: expect.stringMatching(/^suzu-[a-z0-9]{10}$/),
          },
          rule: null,
          secrets: {
            headers: { 'X-Token': 'abc' },
            username: 'suzu',
            password: 'hush',
            keepPassword: false,
          },
        },
      ],
    ]);
  });
});

test('who leaves while a feed is added is not led back, and does not find it typed again', async ({
  window,
}) => {
  const { page } = window;
  await window.show({ state: 'settings-feeds-empty' });
  await page.getByRole('button', { name: 'Add a feed' }).click();
  const stream = page.getByRole('button', { name: /^Event stream/ });
  await stream.click();
  await page.getByRole('textbox', { name: 'Address' }).fill('https://late.example/events');
  await window.hold('addFeed');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Adding…' })).toBeDisabled();
  await page.getByRole('button', back).click();
  await window.release('addFeed');
  await stream.click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue('');
});

test('what is typed while a connection is saved is kept', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-feed' });
  await page.getByText('Address, access and what is asked for').click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Builds of all');
  await window.hold('changeFeed');
  const fold = page.locator('.feed-fold');
  await fold.getByRole('button', { name: 'Save' }).click();
  await expect(fold.getByRole('button', { name: 'Saving…' })).toBeDisabled();
  await name.fill('Builds of all branches');
  await window.release('changeFeed');
  await expect(fold.getByRole('button', { name: 'Save' })).toBeEnabled();
  await expect(name).toHaveValue('Builds of all branches');
});

test.describe('the words of a notice', () => {
  test('are tried while they are typed, on the event that the reader looks at', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'settings-feed' });
    const preview = page.getByRole('region', { name: 'Preview' });
    const title = page.getByRole('textbox', { name: 'Title' });
    await expect(preview.locator('.preview-title')).toHaveText('suzu: build failed');
    await title.fill('Build ');
    await page.getByRole('button', { name: '{status} failed' }).click();
    await expect(title).toBeFocused();
    await expect(title).toHaveValue('Build {status}');
    await expect(preview.locator('.preview-title')).toHaveText('Build failed');
    await page.keyboard.type(' of {');
    await expect(page.getByText('A brace is opened and not closed.')).toBeVisible();
    await expect(title).toHaveAttribute('aria-invalid', 'true');
    // What it last said stays meanwhile.
    await expect(preview.locator('.preview-title')).toHaveText('Build failed');
    await page.keyboard.type('project.name}');
    await expect(preview.locator('.preview-title')).toHaveText('Build failed of suzu');
    await expect(preview.getByRole('status')).toHaveText(/^Preview: Build failed of suzu\./);
    await preview.getByRole('button', { name: 'Older event' }).click();
    await expect(preview).toContainText('Does not ring: condition 1 is not met.');
    await preview.getByRole('button', { name: 'Newer event' }).click();
    await expect(preview.locator('.preview-title')).toHaveText('Build failed of suzu');
  });

  test('a press puts a field where the focus was last, and a bare name into a condition', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'settings-feed' });
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.fill('by  at last');
    await text.press('Home');
    for (let step = 0; step < 3; step += 1) await text.press('ArrowRight');
    await page.getByRole('button', { name: '{commit.author.name} Amélie Laurent' }).click();
    await expect(text).toHaveValue('by {commit.author.name} at last');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    const field = page.getByRole('combobox', { name: 'Field of condition 3' });
    await expect(field).toBeFocused();
    await page.getByRole('button', { name: '{project.name} suzu' }).click();
    await expect(field).toHaveValue('project.name');
    await page.getByLabel('Comparison of condition 3').selectOption('is there');
    await expect(page.getByRole('textbox', { name: 'Value of condition 3' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Save' }).click();
    const [[, draft] = []] = await window.calls('changeFeed');
    expect(draft).toMatchObject({
      name: 'Builds',
      rule: {
        body: 'by {commit.author.name} at last',
        when: [
          { field: 'status', is: 'is', value: 'failed' },
          { field: 'project.stars', is: 'above', value: '10' },
          { field: 'project.name', is: 'exists', value: '' },
        ],
      },
    });
    expect(draft).not.toHaveProperty('secrets');
    const save = page.getByRole('button', { name: 'Save' });
    await expect(save).toBeDisabled();
    await expect(save).toBeFocused();
    await page.keyboard.press('Enter');
    expect(await window.calls('changeFeed')).toHaveLength(1);
    await expect(page.getByText('It counts from the next event on.')).toBeVisible();
  });

  test('are kept while the reader moves about, are told as unsaved, and can be thrown away', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'settings-feed' });
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('Unfinished');
    await page.getByRole('button', back).click();
    const card = page.getByRole('button', { name: /^Builds/ });
    await expect(card).toContainText('Unsaved changes');
    // The window may be destroyed meanwhile.
    await window.show({ state: 'settings-feeds' });
    await expect(card).toContainText('Unsaved changes');
    await card.click();
    await expect(title).toHaveValue('Unfinished');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(title).toHaveValue('{project.name}: build {status}');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(title).toHaveValue('Unfinished');
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  test('nothing that the keyboard reaches lies below what stays in view', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-feed' });
    await page.getByText('Picture, grouping, urgency').click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('Unfinished');
    const end = page.getByRole('button', { name: 'Discard' });
    const hidden: unknown[] = [];
    for (let isPast = false; !isPast; ) {
      await page.keyboard.press('Tab');
      hidden.push(await page.evaluate(coveredFocus));
      isPast = await end.evaluate((button) => button.matches(':focus'));
    }
    expect(hidden.filter((covered) => covered !== null)).toEqual([]);
    await end.click();
  });

  test('that are refused say why and stay as they were typed', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-feed' });
    await window.fail('changeFeed');
    await page.getByRole('textbox', { name: 'Title' }).fill('Else');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'could not be opened' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Else');
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  test('of a preset can be written anew, and be the preset’s again', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-feed-preset' });
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.locator('.preview-title')).toHaveText('Bob mentioned you');
    await preview.getByRole('button', { name: 'Older event' }).click();
    await expect(preview).toContainText('the preset leaves this event out');
    await expect(page.getByText('“Mastodon notifications” says what rings')).toBeVisible();
    await page.getByRole('button', { name: 'Write your own words' }).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await expect(title).toHaveValue('{title || name || $name}');
    await page.getByRole('button', { name: 'Save' }).click();
    const again = page.getByRole('button', { name: 'As the preset says again' });
    await again.click();
    await expect(page.getByRole('button', { name: 'Write your own words' })).toBeVisible();
    const rules = (await window.calls('changeFeed')).map(([, draft]) => draft);
    expect(rules).toMatchObject([{ rule: { title: '{title || name || $name}' } }, { rule: null }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(title).toHaveValue('{title || name || $name}');
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  test('are tried on an example until an event comes', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'settings-feed-quiet' });
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('An example event');
    await expect(preview.locator('.preview-title')).toHaveText('Living room');
    await page.getByText('Try on an example').click();
    await page.getByRole('textbox', { name: 'The event' }).fill('{"name": "Cellar", "water": 3}');
    await expect(preview.locator('.preview-title')).toHaveText('Cellar');
    await expect(page.getByRole('button', { name: '{water} 3' })).toBeVisible();
    await window.send({
      kind: 'slices',
      slices: { feedEvents: { ...feedEvents(sensors.id), events: [event(1)] } },
    });
    await expect(preview).not.toContainText('An example event');
    await expect(page.getByRole('button', { name: '{status} passed' })).toBeVisible();
  });
});

test('events come in at the top, and the one that is open stays open', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-feed' });
  const rows = page.getByRole('list', { name: 'Last events, newest first' }).getByRole('listitem');
  await rows.nth(1).getByRole('button').click();
  await expect(page.locator('.event-text')).toContainText('"id":4205');
  const { events } = feedEvents(builds.id);
  await window.send({
    kind: 'slices',
    slices: {
      feedEvents: {
        feedId: builds.id,
        count: 1_205,
        events: [event(7, { text: 'brand new' }), ...events],
      },
    },
  });
  await expect(rows.first()).toContainText('brand new');
  await expect(page.getByText('1205 since this page was opened')).toBeVisible();
  await expect(rows.nth(2).locator('.event-text')).toContainText('"id":4205');
  await expect(rows.nth(2).getByRole('button')).toBeFocused();
});

test('a kept password is never shown, and is kept, replaced or forgotten', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-feed-quiet' });
  await page.getByText('Address, access and what is asked for').click();
  const password = page.getByLabel('Password');
  await expect(password).toHaveValue('');
  await expect(password).toHaveAttribute('placeholder', 'Kept');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Cellar');
  const save = page.locator('.feed-fold').getByRole('button', { name: 'Save' });
  await save.click();
  await page.getByRole('button', { name: 'Forget the password' }).click();
  await expect(password).toBeFocused();
  await save.click();
  const sent = (await window.calls('changeFeed')).map(([, draft]) => draft);
  expect(sent).toMatchObject([
    { name: 'Cellar', secrets: { username: 'suzu', password: null, keepPassword: true } },
    { name: 'Cellar', secrets: { username: 'suzu', password: null, keepPassword: false } },
  ]);
});

test('another server gets nothing of what is kept, and the form says so', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-feed-quiet' });
  await page.getByText('Address, access and what is asked for').click();
  const address = page.getByRole('textbox', { name: 'Address' });
  const before = await address.inputValue();
  const password = page.getByLabel('Password');
  const told = page.getByText('This is another server');
  await address.fill('wss://elsewhere.example/mqtt');
  await expect(told).toBeVisible();
  await expect(password).not.toHaveAttribute('placeholder', 'Kept');
  await address.fill(before);
  await expect(told).toBeHidden();
  await expect(password).toHaveAttribute('placeholder', 'Kept');
  await address.fill('wss://elsewhere.example/mqtt');
  await page.locator('.feed-fold').getByRole('button', { name: 'Save' }).click();
  expect((await window.calls('changeFeed'))[0]?.[1]).toMatchObject({
    connection: { url: 'wss://elsewhere.example/mqtt' },
    secrets: { password: null, keepPassword: false },
  });
});

test('how a feed is told is chosen for it alone', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-feed' });
  await page.getByLabel('How to tell of: Its events').selectOption('Only keep');
  const [changes] = (await window.calls('changeSettings')).at(-1) ?? [];
  expect(changes).toMatchObject({
    rules: { accounts: { [builds.id]: { event: { loudness: 'keep' } } } },
  });
  await window.show({ state: 'settings-feed-preset' });
  await expect(page.getByLabel('How to tell of: Mentions')).toBeVisible();
});

test('a feed is removed once that was asked', async ({ window }) => {
  const { page } = window;
  await window.show({ state: 'settings-feed-preset' });
  await page.getByRole('button', { name: 'Remove…' }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${fediverse.name}?` });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await window.calls('removeFeed')).toEqual([]);
  await page.getByRole('button', { name: 'Remove…' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Feeds' })).toBeVisible();
  await expect(page.getByText(fediverse.name, { exact: true })).toHaveCount(0);
  expect(await window.calls('removeFeed')).toEqual([[fediverse.id]]);
});

test.describe('beside the accounts', () => {
  test('notices of feeds are named and found, and a stopped feed leads to its page', async ({
    window,
  }) => {
    const { page } = window;
    await window.show({ state: 'feeds-notices' });
    const rows = page.getByRole('article');
    await expect(rows.first()).toContainText('Builds');
    await expect(rows.first().locator('img.notice-picture')).toBeVisible();
    await page.keyboard.press('Control+f');
    await page.getByRole('button', { name: 'From', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'Sensors at home' }).click();
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('home/door/front');
    await rows.first().hover();
    await rows.first().getByRole('button', { name: 'More about this notice' }).click();
    await page.getByRole('menuitem', { name: 'About this feed' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sensors at home' })).toBeVisible();
    await window.show({ state: 'feeds-notices' });
    await page.getByRole('button', { name: 'Look' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sensors at home' })).toBeVisible();
  });

  test('their menu leads to the feeds', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'feeds-notices' });
    await page.getByRole('button', { name: /^Account / }).click();
    await page.getByRole('menuitem', { name: /^Feeds/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Feeds' })).toBeVisible();
  });
});

test.describe('without any account', () => {
  test('the first screen leads to the feeds, and back', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'first' });
    await page.getByRole('button', { name: 'Or ring for something else' }).click();
    await expect(page.getByText('Ring for more than Misskey')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'Your server' })).toBeVisible();
  });

  test('feeds alone have their notices, and no timeline', async ({ window }) => {
    const { page } = window;
    await window.show({ state: 'feeds-alone' });
    await expect(page.getByRole('tab')).toHaveText([/^Notices/]);
    await expect(page.getByRole('article')).toHaveCount(3);
    await page.keyboard.press('2');
    await expect(page.getByRole('article').first()).toBeVisible();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Reload the timeline' })).toHaveCount(0);
    await page.getByRole('menuitem', { name: 'Add an account' }).click();
    await expect(page.getByRole('textbox', { name: 'Your server' })).toBeVisible();
    await page.getByRole('button', back).click();
    await page.getByRole('button', { name: /^Feeds, 3 feeds, 1 needs attention/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Feeds' })).toBeVisible();
  });
});
