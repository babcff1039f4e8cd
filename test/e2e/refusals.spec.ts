import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, isState, isToast, test } from '../support/suzu.ts';

test('a revoked token stops the account, with the icon and the words for it', async ({
  misskey,
  tray,
}) => {
  const { server, token } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const item = await tray.itemOf(app.pid);
  const online = (await item.look()).pictures;
  server.revokeToken(token);
  server.dropConnections();
  await app.trace.waitFor(isState('refused', 'token-invalid'));
  await expect.poll(async () => (await item.look()).tooltip).toContain('Sign in again');
  expect((await item.look()).pictures).not.toEqual(online);
  expect((await item.menu()).map(({ label }) => label).join('\n')).toContain('Access was revoked');
});

test('a suspended account stops, with the icon and the words for it', async ({ misskey, tray }) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  const item = await tray.itemOf(app.pid);
  const online = (await item.look()).pictures;
  server.suspend(server.account);
  server.dropConnections();
  await app.trace.waitFor(isState('refused', 'suspended'));
  await expect.poll(async () => (await item.look()).tooltip).toContain('suspended');
  expect((await item.look()).pictures).not.toEqual(online);
});

test('a 403 that the account does not confirm is an outage, and passes', async ({ misskey }) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  server.refuseUpgradesWith(403);
  server.dropConnections();
  await app.trace.waitFor(isState('waiting', 'rejected'));
  server.refuseUpgradesWith(null);
  const { notificationId } = server.app('missed meanwhile', 'An app');
  await app.trace.waitFor(isToast(notificationId), 40_000);
});

test('a server that is no Misskey is told as such', async ({ launch, profile }) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const tokenFile = join(profile, 'token');
  await writeFile(tokenFile, 'whatever', { mode: 0o600 });
  const app = await launch({
    args: [
      `--account=http://127.0.0.1:${address.port}`,
      `--token-file=${tokenFile}`,
      '--trace',
      '--hidden',
    ],
  });
  await app.trace.waitFor(isState('refused', 'not-misskey'));
  server.close();
});

test('garbage, a frame of 20 MB, and a notification with no user leave the bell in order', async ({
  misskey,
}) => {
  const { server } = misskey;
  const app = await misskey.launchOnline({ args: ['--hidden'] });
  for (const frame of ['', 'null', '{"type":', '[]', '{"type":"channel"}', 'pong', '\u0000']) {
    server.sendRaw(frame);
  }
  const userless = server.notify('follow', { user: null, userId: null });
  await app.trace.waitFor(isToast(userless.notificationId));
  server.sendRaw(`"${'x'.repeat(20_000_000)}"`);
  await app.trace.waitFor(isState('waiting', 'closed'));
  const { notificationId } = server.app('still here', 'An app');
  await app.trace.waitFor(isToast(notificationId), 30_000);
});

test('what is wrong with the command line and the token file is said, and Suzu starts', async ({
  launch,
  profile,
  misskey,
}) => {
  const exposed = join(profile, 'exposed');
  await writeFile(exposed, misskey.token, { mode: 0o644 });
  const app = await launch({
    args: [
      '--hidden',
      '--nonsense',
      '--trace',
      `--account=${misskey.origin}`,
      `--token-file=${exposed}`,
      '--account=https://example.social',
      `--token-file=${join(profile, 'missing')}`,
    ],
  });
  await app.trace.waitFor(isState('online'));
  await app.stderr.waitFor((line) => line.includes('--nonsense is not an option of Suzu'));
  await app.stderr.waitFor((line) => line.includes('chmod 600'));
  await app.stderr.waitFor((line) => line.includes('missing does not exist'));
  expect(app.strangers.all).toEqual([]);
  expect(app.stderr.all.join('\n')).not.toContain(misskey.token);
});
