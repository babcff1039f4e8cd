import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultSettings, type Rules } from '../../src-main/engine/settings/settings.ts';
import type { FeedDraft } from '../../src-main/ipc/contract.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { sse, test, toastSays } from '../support/feeds.ts';
import { expect, isState } from '../support/suzu.ts';
import type { TraceLine } from '../support/trace.ts';

// A feed is a source like any other: rules, history, window, tray; and what it proves itself with stays secret.

const secret = 'Xq7-not-for-anybody-else';

async function addFeed(page: Page, draft: FeedDraft): Promise<void> {
  const answer = await page.evaluate(`suzu.addFeed(${JSON.stringify(draft)})`);
  expect(answer).toMatchObject({ ok: true });
}

async function setRules(page: Page, rules: Partial<Rules>): Promise<void> {
  const changes = { rules: { ...defaultSettings.rules, ...rules } };
  const answer = await page.evaluate(`suzu.changeSettings(${JSON.stringify(changes)})`);
  expect(answer).toEqual({ ok: true });
}

/** What became of the notices so far, oldest first. */
const decisions = (app: RunningApp) =>
  app.trace.all.flatMap((line) =>
    line.at === 'decision' ? [`${line.decision} ${line.reason}`] : [],
  );

const isDecision = (words: string) => (line: TraceLine) =>
  line.at === 'decision' && `${line.decision} ${line.reason}` === words;

/** Names of the files below a folder that hold these words as they are or as base64. */
async function filesWith(folder: string, words: string): Promise<readonly string[]> {
  const shapes = [words, ...[0, 1, 2].map((shift) => base64Inside(words, shift))];
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of files) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    // Chromium takes files of its own away meanwhile.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (shapes.some((shape) => bytes.includes(shape))) found.push(path);
  }
  return found;
}

/** The part of any base64 with the words in it that does not depend on what stands around them. */
function base64Inside(words: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(words)]);
  return bytes.toString('base64').slice(Math.ceil((shift * 4) / 3), -4);
}

test('a feed with a secret is added in the window, obeys the rules, is in history and list, and tells nobody its secret', async ({
  launchFeeds,
  notifications,
  openedUrls,
  profile,
  servers,
  tray,
}) => {
  const php = await servers.php(secret);
  const app = await launchFeeds([], { driveWindow: true });
  await (await tray.itemOf(app.pid)).choose('Open Suzu');
  const page = await app.window();
  await addFeed(page, {
    name: 'The build server',
    connection: sse(php.url()),
    rule: null,
    secrets: {
      headers: { Authorization: `Bearer ${secret}` },
      username: null,
      password: null,
      keepPassword: false,
    },
  });
  await app.trace.waitFor(isState('online'));
  const say = (id: number, title: string) =>
    php.publish({ id: String(id), data: { title, url: `https://ci.example/${id}` } });

  await setRules(page, { mutedWords: ['spoiler'] });
  await say(1, 'SPOILER: it failed');
  await app.trace.waitFor(isDecision('suppressed muted-word'));
  const always = { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 } as const;
  await setRules(page, { quietHours: { on: true, spans: [always] } });
  await say(2, 'In the night');
  await app.trace.waitFor(isDecision('held quiet-hours'));
  await setRules(page, {});
  await say(3, 'In the morning');
  await app.trace.waitFor(toastSays('In the morning'));
  expect(decisions(app)).toEqual(['suppressed muted-word', 'held quiet-hours', 'shown live']);

  await page.getByRole('tab', { name: /^Notices/ }).click();
  for (const title of ['SPOILER: it failed', 'In the night', 'In the morning']) {
    await expect(page.getByText(title, { exact: true }).first()).toBeVisible();
  }
  await page.getByText('In the night', { exact: true }).first().click();
  expect(await openedUrls.waitFor()).toBe('https://ci.example/2');
  await page.getByRole('button', { name: /^Feeds, 1 feed/ }).click();
  await page.getByRole('button', { name: /^The build server/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The build server' })).toBeVisible();

  const lines = app.processes().map(async ({ pid }) => {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const env = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    return words + env;
  });
  expect((await Promise.all(lines)).filter((text) => text.includes(secret))).toEqual([]);
  expect(JSON.stringify(await page.evaluate('suzu.getSnapshot()'))).not.toContain(secret);
  expect(await page.content()).not.toContain(secret);
  await app.kill();
  const heard = [...app.trace.all.map((line) => JSON.stringify(line)), ...app.stderr.all];
  expect(heard.filter((line) => line.includes(secret))).toEqual([]);
  expect(app.strangers.all).toEqual([]);
  expect(await filesWith(profile, 'The build server')).not.toEqual([]);
  expect(await filesWith(profile, secret)).toEqual([]);

  // It is still known after that, though nobody types it again.
  const again = await launchFeeds();
  await say(4, 'After the restart');
  await again.trace.waitFor(toastSays('After the restart'));
  await expect
    .poll(() => notifications.calls.all.map(({ summary }) => summary))
    .toEqual(expect.arrayContaining(['In the morning', 'After the restart']));
});

test('a feed that cannot be kept on the disk rings, and the window says that it is only for now', async ({
  launchFeeds,
  profile,
  servers,
  tray,
}) => {
  const php = await servers.php();
  const app = await launchFeeds([], { driveWindow: true });
  await (await tray.itemOf(app.pid)).choose('Open Suzu');
  const page = await app.window();
  await expect(page.getByRole('textbox', { name: 'Your server' })).toBeVisible();
  // What nobody can write, whoever runs the test.
  await rm(join(profile, 'settings.json'));
  await mkdir(join(profile, 'settings.json'));
  await addFeed(page, { name: 'Kept nowhere', connection: sse(php.url()), rule: null });
  await expect(page.getByText('The settings cannot be written')).toBeVisible();
  await app.trace.waitFor(isState('online'));
  await php.publish({ id: '1', data: { title: 'All the same' } });
  await app.trace.waitFor(toastSays('All the same'));
});
