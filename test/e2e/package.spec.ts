import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, projectRoot } from '../../scripts/lib/project.mjs';
import { type PackagedApp, packApp, readFuses } from '../support/packaged-app.ts';
import { playUpdate } from '../support/played-update.ts';
import { test as base, expect, isState, isToast } from '../support/suzu.ts';

/** The package is made once for all its tests. */
const test = base.extend<object, { packaged: PackagedApp }>({
  packaged: [
    async ({ desktop: _desktop }, use) => {
      const packaged = await packApp();
      await use(packaged);
      await packaged.remove();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

/** Everything that may be in the archive; what is in no line does not ship. */
const expected = [
  /^package\.json$/,
  /^out\/main\/(main\.cjs|updater\.cjs|mqtt\.cjs|webp_dec\.wasm)$/,
  /^out\/THIRD-PARTY-NOTICES\.txt$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/window\/index\.html$/,
  /^out\/window\/assets\/[\w-]+\.(js|css|svg)$/,
  /^assets\/icons\/icon\.png$/,
  /^assets\/toast\/bell\.png$/,
  /^assets\/sounds\/\w+\.wav$/,
  /^assets\/tray\/\w+-both(@[\d.]+x)?\.png$/,
  /^assets\/demo\/(avatars|emoji|photos)\/\w+\.webp$/,
];

test('holds the app and nothing else: no dependencies, no maps, no path of this computer', ({
  packaged,
}) => {
  const { files } = packaged;
  expect(files.filter((file) => !expected.some((shape) => shape.test(file)))).toEqual([]);
  expect(expected.filter((shape) => !files.some((file) => shape.test(file)))).toEqual([]);
  const telling = files.filter((file) => {
    if (!/\.(cjs|js|css|html|json)$/.test(file)) return false;
    const content = packaged.read(file).toString();
    return content.includes('sourceMappingURL') || content.includes(projectRoot);
  });
  expect(telling).toEqual([]);
  const about: unknown = JSON.parse(packaged.read('package.json').toString());
  expect(about).toMatchObject({ name: 'suzu', desktopName: 'suzu.desktop' });
  expect(about).not.toHaveProperty('devDependencies');
  expect(about).not.toHaveProperty('scripts');
  expect(readdirSync(join(packaged.folder, 'resources')).sort()).toEqual([
    'LICENSE.txt',
    'app.asar',
    'app.asar.unpacked',
  ]);
  expect(readdirSync(join(packaged.folder, 'locales')).sort()).toEqual([
    'en-US.pak',
    'ja.pak',
    'ko.pak',
    'zh-CN.pak',
  ]);
});

test('has its fuses as they are written', ({ packaged }) => {
  const config = readFileSync(inProject('electron-builder.yml'), 'utf8');
  const fuses = readFuses(packaged.program);
  const written = Object.keys(fuses).map((name) => {
    const value = new RegExp(`^  ${name}: (true|false)$`, 'm').exec(config)?.[1];
    return [name, value === undefined ? 'not written' : value === 'true'];
  });
  expect(fuses).toEqual(Object.fromEntries(written));
  expect(fuses).toMatchObject({ runAsNode: false, onlyLoadAppFromAsar: true });
});

test('starts, comes online, sits in the tray, rings, and shows its window', async ({
  packaged,
  misskey,
  notifications,
  tray,
}) => {
  const app = await misskey.launchOnline({ program: packaged.program, driveWindow: true });
  const icon = await tray.itemOf(app.pid);
  const { notificationId } = misskey.server.follow('amelie');
  await app.trace.waitFor(isToast(notificationId));
  const call = await notifications.calls.waitFor(({ id }) => id !== null);
  expect(call.summary).toBe('Amélie 🌸 followed you');
  await icon.choose('Open Suzu');
  const page = await app.window();
  await page.getByRole('tab', { name: 'Notices' }).click();
  await expect(page.getByRole('feed', { name: 'Notices' })).toContainText('Amélie');
  expect(app.trace.all.filter(isState('online'))).not.toEqual([]);
  expect(app.strangers.all).toEqual([]);
});

test('downloads a new version when asked to check, and a restart installs it', async ({
  packaged,
  misskey,
  tray,
}) => {
  const update = await playUpdate(packaged);
  try {
    const app = await misskey.launchOnline({
      program: packaged.program,
      env: update.env,
      driveWindow: true,
    });
    const icon = await tray.itemOf(app.pid);
    await icon.choose('Settings');
    const page = await app.window();
    await page.getByText('About', { exact: true }).click();
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByText(`${update.version} is ready.`).first()).toBeVisible();
    await icon.choose(`Restart to update to ${update.version}`);
    expect(await app.exited).toEqual({ code: 0, signal: null });
    // Started in the place of the old one, by its name.
    expect(await update.started()).toBe(`${update.env['APPIMAGE']} true\n`);
  } finally {
    await update.remove();
  }
});
