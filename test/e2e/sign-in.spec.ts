import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, isState, test } from '../support/suzu.ts';

/** Does what a person does in the browser: allows or denies, and follows where the page leads. */
async function decideInBrowser(address: string, decision: 'allow' | 'deny'): Promise<string> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `decision=${decision}`,
  });
  return answer.text();
}

const serverField = (page: Page) => page.getByRole('textbox').first();

test('a new user signs in through the browser', async ({
  misskey,
  launch,
  openedUrls,
  profile,
}) => {
  const app = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const page = await app.window();
  await serverField(page).fill(`  ${misskey.origin.toUpperCase()}/  `);
  await serverField(page).press('Enter');
  const consent = await openedUrls.waitFor();
  expect(consent.startsWith(`${misskey.origin}/miauth/`)).toBe(true);
  expect(new URL(consent).searchParams.get('permission')).toBe(
    'read:account,read:notifications,write:notifications,write:reactions,write:notes,write:following,write:votes,write:mutes,read:following,read:channels,read:chat',
  );
  expect(await decideInBrowser(consent, 'allow')).toContain('You are signed in');
  await app.trace.waitFor(isState('online'));
  await expect(page.getByRole('tab', { name: /Timeline/ })).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible();
  const settings = await readFile(join(profile, 'settings.json'), 'utf8');
  expect(settings).toContain('minato@');

  // Signing in raised a notification of its own; it is part of the baseline.
  expect(app.trace.all.filter((line) => line.at === 'toast')).toEqual([]);
});

test('a denial is never reported, so waiting can be cancelled', async ({
  misskey,
  launch,
  openedUrls,
}) => {
  const app = await launch({ args: ['--trace'], driveWindow: true });
  const page = await app.window();
  await serverField(page).fill(misskey.origin);
  await serverField(page).press('Enter');
  await decideInBrowser(await openedUrls.waitFor(), 'deny');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(serverField(page)).toBeVisible();
});

test('a server that is no Misskey is told before a browser opens', async ({
  launch,
  openedUrls,
}) => {
  const app = await launch({ args: ['--trace'], driveWindow: true });
  const page = await app.window();
  await serverField(page).fill('127.0.0.1:9');
  await serverField(page).press('Enter');
  await expect(page.getByText('cannot be reached')).toBeVisible();
  await page.getByRole('button', { name: 'Choose another server' }).click();
  await serverField(page).fill('not a server');
  await serverField(page).press('Enter');
  await expect(page.getByText('This is not a server’s address')).toBeVisible();
  expect(await openedUrls.all()).toEqual([]);
});

test('a pasted token signs in; signing out forgets it and shows where to revoke it', async ({
  misskey,
  launch,
  profile,
}) => {
  const app = await launch({ args: ['--trace'], userDataDir: profile, driveWindow: true });
  const page = await app.window();
  await page.getByText('Advanced').click();
  await serverField(page).fill(misskey.origin);
  await page.getByLabel(/token/i).fill(misskey.token);
  await page.getByLabel(/token/i).press('Enter');
  await app.trace.waitFor(isState('online'));
  await expect(page.getByRole('tab', { name: /Timeline/ })).toBeVisible();
  expect(await page.content()).not.toContain(misskey.token);
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out of')).toBeVisible();
  for (const name of ['settings.json', 'secrets.json', 'history.jsonl']) {
    const text = await readFile(join(profile, name), 'utf8').catch(() => '');
    expect(text).not.toContain('minato');
  }
});

test('without a keyring the token stays in memory until the user allows weaker storage', async ({
  misskey,
  launch,
  desktop,
  profile,
}) => {
  // As on a desktop that Electron knows no keyring for.
  const env = { XDG_CURRENT_DESKTOP: 'Nothing' };
  await desktop.stopKeyring();
  try {
    const app = await launch({
      args: [...misskey.args],
      env,
      userDataDir: profile,
      driveWindow: true,
    });
    await app.trace.waitFor(isState('online'));
    const second = await launch({ userDataDir: profile, env });
    await second.exited;
    const page = await app.window();
    await expect(page.getByText('Where should Suzu keep tokens and passwords?')).toBeVisible();
    const secrets = () => readFile(join(profile, 'secrets.json'), 'utf8').catch(() => '');
    expect(await secrets()).not.toContain('ciphertext');
    await page.getByRole('button', { name: /Keep them on this computer/ }).click();
    await expect.poll(secrets).toContain('ciphertext');
    expect(await secrets()).not.toContain(misskey.token);
    await app.quit();
    const again = await launch({ args: ['--trace', '--hidden'], env, userDataDir: profile });
    await again.trace.waitFor(isState('online'));
  } finally {
    await desktop.startKeyring();
  }
});

test('without an account, the demo is one click away, and rings beside its window', async ({
  launch,
}) => {
  const app = await launch({ args: ['--trace'], driveWindow: true });
  const page = await app.window();
  await page.getByRole('button', { name: 'Try without an account' }).click();
  await app.trace.waitFor(isState('online'));
  await expect(page.getByRole('article').first()).toBeVisible();
  await app.trace.waitFor((line) => line.at === 'toast' && line.result === 'shown');
});
