import type { ServerResponse } from 'node:http';
import { toastSays } from '../support/feeds.ts';
import { httpServer } from '../support/http-server.ts';
import { expect, test } from '../support/suzu.ts';

// A feed from its first click to its ringing, in the whole app: no account, no file but the profile.

/** A message as a topic of ntfy streams it (https://docs.ntfy.sh/subscribe/api/#json-message-format). */
const message = (id: string, title: string, text: string) => {
  const data = {
    id,
    time: 1_760_000_000,
    event: 'message',
    topic: 'backups',
    title,
    message: text,
  };
  return `event: message\ndata: ${JSON.stringify(data)}\n\n`;
};

test('a feed is added by name without any account, worded while its events are looked at, and rings so', async ({
  launch,
  notifications,
}) => {
  const server = await httpServer();
  const open: ServerResponse[] = [];
  server.answer = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(': welcome\n\n');
    open.push(response);
  };
  const say = (text: string) => {
    for (const response of open) response.write(text);
  };
  const app = await launch({ driveWindow: true, args: ['--trace'] });
  const page = await app.window();
  await page.getByRole('button', { name: 'Or ring for something else' }).click();
  await page.getByRole('button', { name: 'Add a feed' }).click();
  await page.getByRole('button', { name: /^ntfy/ }).click();
  const add = page.getByRole('button', { name: 'Add', exact: true });

  // What cannot be is said at the form, which keeps what was typed.
  await page.getByRole('textbox', { name: 'Topics' }).fill('not a topic!');
  await page.getByRole('textbox', { name: 'Server' }).fill(`http://127.0.0.1:${server.port}`);
  await page.getByLabel('Access token').fill('tk_hush');
  await add.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Topics' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Topics' }).fill('backups');
  await add.click();
  await expect(page.getByRole('heading', { level: 1, name: 'backups' })).toBeVisible();
  await expect(page.locator('.feed-head')).toContainText('Online');
  expect(server.requests.at(-1)?.request.headers.authorization).toBe('Bearer tk_hush');

  // By the preset's words first.
  say(message('one', 'Backup', 'done'));
  await app.trace.waitFor(toastSays('Backup'));
  const events = page.getByRole('list', { name: 'Last events, newest first' });
  await expect(events.getByRole('listitem')).toContainText('"message":"done"');
  await expect(events.getByRole('listitem')).toContainText('Notice');

  await page.getByRole('button', { name: 'Write your own words' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await page.getByRole('textbox', { name: 'Title' }).fill('');
  await page.getByRole('button', { name: '{topic} backups' }).click();
  await page.keyboard.type(': {message');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await page.keyboard.type('}');
  await expect(preview.locator('.preview-title')).toHaveText('backups: done');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.keyboard.type('message');
  await page.getByLabel('Comparison of condition').last().selectOption('is not');
  await page
    .getByRole('textbox', { name: /^Value of condition/ })
    .last()
    .fill('done');
  await expect(preview).toContainText('Does not ring: condition');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It counts from the next event on.')).toBeVisible();

  say(message('two', 'Backup', 'done') + message('three', 'Backup', 'failed'));
  await app.trace.waitFor(toastSays('backups: failed'));
  await expect(events.getByRole('listitem').nth(1)).toContainText('Left out');
  expect(notifications.calls.all.map(({ summary }) => summary)).toEqual([
    'Backup',
    'backups: failed',
  ]);
  // Its notices stand in the list, which is all that there is without an account.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article').first()).toContainText('backups: failed');
  await server.close();
});
