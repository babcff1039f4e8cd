import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, type Settings } from '../../src-main/engine/settings/settings.ts';
import { httpServer } from '../support/http-server.ts';
import { connectProxy, tlsFront } from '../support/proxy-server.ts';
import { expect, isState, test } from '../support/suzu.ts';
import { testAuthority, testServer } from '../support/test-certificates.ts';

test('a proxy script leads to a server whose authority is unknown, which is said, until it is added', async ({
  launch,
  misskey,
  profile,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'suzu-network-'));
  const [tokenFile, authority] = [join(folder, 'token'), join(folder, 'authority.pem')];
  await writeFile(tokenFile, misskey.token, { mode: 0o600 });
  await writeFile(authority, testAuthority);
  const front = await tlsFront(testServer, Number(new URL(misskey.origin).port));
  const proxy = await connectProxy(new Map([['example.social:443', front.port]]));
  const scripts = await httpServer();
  scripts.answer = (response) =>
    response.end(`function FindProxyForURL(url, host) {
      return shExpMatch(host, '*.social') ? 'PROXY 127.0.0.1:1; PROXY 127.0.0.1:${proxy.port}' : 'DIRECT';
    }`);
  const network = (certificates: readonly string[]): Settings['network'] => ({
    proxy: { mode: 'pac', url: `${scripts.origin}/proxy.pac` },
    certificates,
  });
  await writeFile(
    join(profile, 'settings.json'),
    JSON.stringify({ version: 1, settings: { ...defaultSettings, network: network([]) } }),
  );
  try {
    const app = await launch({
      userDataDir: profile,
      driveWindow: true,
      args: ['--account=https://example.social', `--token-file=${tokenFile}`, '--trace'],
    });
    await app.trace.waitFor(isState('waiting', 'certificate-authority'));
    expect(proxy.asked).toContain('example.social:443');
    // Started again, it shows its window.
    await (await launch({ userDataDir: profile })).exited;
    const page = await app.window();
    await expect(page.locator('.state-words')).toContainText('that this computer does not trust');

    const change = JSON.stringify({ network: network([authority]) });
    expect(await page.evaluate(`suzu.changeSettings(${change})`)).toEqual({ ok: true });
    await app.trace.waitFor(isState('online'));
  } finally {
    await Promise.all([front.close(), proxy.stop(), scripts.close()]);
    await rm(folder, { recursive: true, force: true });
  }
});

test('a picture that a dead server owed is there when it answers again', async ({
  misskey,
  tray,
}) => {
  const app = await misskey.launchOnline({ args: ['--hidden'], driveWindow: true });
  await misskey.server.kill();
  await (await tray.itemOf(app.pid)).choose('Open Suzu');
  const avatar = (await app.window()).getByRole('banner').locator('.avatar').first();
  await expect(avatar.locator('.avatar-initial')).toBeVisible();
  await misskey.server.start();
  await expect(avatar.locator('img')).toBeVisible();
});
