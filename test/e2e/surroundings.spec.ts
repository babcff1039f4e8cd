import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { profileVersion } from '../../src-main/desktop/settings-migrations.ts';
import { defaultSettings, type Settings } from '../../src-main/engine/settings/settings.ts';
import { poll } from '../support/desktop-recording.ts';
import { playScreenLock, setDoNotDisturb } from '../support/desktop-states.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { openFullScreenWindow } from '../support/full-screen-window.ts';
import { expect, type Misskey, test } from '../support/suzu.ts';
import type { TraceLine } from '../support/trace.ts';

type Decided = Extract<TraceLine, { at: 'decision' }>;

/** Sends notices until one is decided so: the desktop's signals take a way of their own. */
async function ringUntil(app: RunningApp, { server }: Misskey, reason: string): Promise<Decided> {
  let count = 0;
  return poll(`decision for ${reason}`, async () => {
    count += 1;
    const { notificationId } = server.app(`${reason} ${count}`, 'An app');
    const line = await app.trace.waitFor(
      ({ at, ...rest }) =>
        at === 'decision' && 'id' in rest && rest.id.endsWith(`/${notificationId}`),
    );
    return line.at === 'decision' && line.reason === reason ? line : undefined;
  });
}

const quietCauses = [
  {
    name: 'the desktop’s do-not-disturb',
    reason: 'do-not-disturb',
    async begin(env: NodeJS.ProcessEnv) {
      await setDoNotDisturb(env, true);
      return () => setDoNotDisturb(env, false);
    },
  },
  {
    name: 'a full-screen program',
    reason: 'full-screen',
    begin: openFullScreenWindow,
  },
] as const;

for (const { name, reason, begin } of quietCauses) {
  test(`${name} holds toasts back until it ends`, async ({ desktop, misskey }) => {
    const app = await misskey.launchOnline({ args: ['--hidden'] });
    const end = await begin(desktop.env);
    try {
      const held = await ringUntil(app, misskey, reason);
      const isItsToast = (line: TraceLine) => line.at === 'toast' && line.id === held.id;
      expect(held.decision).toBe('held');
      expect(app.trace.all.filter(isItsToast)).toEqual([]);
      await end();
      expect(await app.trace.waitFor(isItsToast)).toMatchObject({ result: 'shown' });
    } finally {
      await end();
    }
  });
}

test('while the screen is locked a toast says who, and not what', async ({
  desktop,
  misskey,
  notifications,
}) => {
  const lock = await playScreenLock(desktop.env);
  try {
    lock.setLocked(true);
    const app = await misskey.launchOnline({ args: ['--hidden'] });
    const secret = 'meet me at the station';
    const rung = async () => {
      const before = notifications.calls.all.length;
      misskey.server.mention('akari', secret);
      await notifications.calls.waitFor((call) => notifications.calls.all.indexOf(call) >= before);
      return notifications.calls.all.at(-1)?.body.includes(secret);
    };
    await poll('toast that keeps the secret', async () => ((await rung()) ? undefined : true));
    lock.setLocked(false);
    await poll('toast that tells it', async () => ((await rung()) ? true : undefined));
    expect(app.strangers.all).toEqual([]);
  } finally {
    await lock.stop();
  }
});

test('the user’s own sound is played beside a silent toast; the bell where it is none', async ({
  desktop,
  misskey,
  notifications,
  profile,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'suzu-played-'));
  const played = join(folder, 'played');
  const own = join(folder, 'own sound.wav');
  await writeFile(join(folder, 'pw-play'), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${played}'\n`);
  await chmod(join(folder, 'pw-play'), 0o755);
  await writeFile(own, 'no sound yet');
  const sound: Settings['sound'] = { general: { kind: 'file', path: own }, volume: 40 };
  await writeFile(
    join(profile, 'settings.json'),
    JSON.stringify({ version: profileVersion, settings: { ...defaultSettings, sound } }),
  );
  await misskey.launchOnline({
    args: ['--hidden'],
    userDataDir: profile,
    env: { PATH: [folder, desktop.env['PATH']].join(delimiter) },
  });
  const heard = () => readFile(played, 'utf8').catch(() => '');
  const bell = `--volume=0.40\n${resolve('assets/sounds/bell.wav')}\n`;
  misskey.server.app('one', 'An app');
  await expect.poll(heard).toBe(bell);
  await writeFile(own, await readFile(resolve('assets/sounds/bell.wav')));
  // While one sound is still to be heard, there is no other.
  await expect(async () => {
    misskey.server.app('another', 'An app');
    await expect.poll(heard, { timeout: 3_000 }).not.toBe(bell);
  }).toPass({ timeout: 60_000 });
  expect((await heard()).split(`--volume=0.40\n${own}\n`).join('')).toBe(bell);
  const silent = notifications.calls.all.map(({ hints }) => hints['suppress-sound']);
  expect([...new Set(silent)]).toEqual([true]);
  await rm(folder, { recursive: true, force: true });
});
