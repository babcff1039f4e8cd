import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { frontServer } from '../support/front-server.ts';
import { httpServer } from '../support/http-server.ts';
import { rawNote, rawUser } from '../support/samples.ts';
import { expect, isState, test } from '../support/suzu.ts';

const film = fileURLToPath(new URL('../support/media/film.webm', import.meta.url));

/** A picture whose header claims more pixels than fit into any memory. */
async function bomb(): Promise<Buffer> {
  const bytes = await sharp({
    create: { width: 8, height: 8, channels: 3, background: '#f00' },
  })
    .png()
    .toBuffer();
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  return bytes;
}

/** What the account's server has besides Misskey; each answer tries to leave a cookie behind. */
async function ownFiles(elsewhere: string) {
  const picture = await sharp({
    create: { width: 64, height: 48, channels: 3, background: '#966208' },
  })
    .png()
    .toBuffer();
  const files: Readonly<Record<string, { readonly type: string; readonly body: Buffer }>> = {
    '/own/avatar.png': { type: 'image/png', body: picture },
    '/own/thumbnail.png': { type: 'image/png', body: picture },
    '/own/picture.png': { type: 'image/png', body: picture },
    '/own/named.png': { type: 'image/png', body: picture },
    '/own/page.png': { type: 'image/png', body: Buffer.from('<script>hacked = true</script>') },
    '/own/drawing.svg': {
      type: 'image/svg+xml',
      body: Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg"><image href="${elsewhere}/svg"/></svg>`,
      ),
    },
    '/own/bomb.png': { type: 'image/png', body: await bomb() },
    '/own/film.webm': { type: 'video/webm', body: await readFile(film) },
  };
  return ({ url = '' }: IncomingMessage, response: ServerResponse): boolean => {
    if (!url.startsWith('/own/')) return false;
    const cookie = { 'set-cookie': 'who=alice; Path=/' };
    const file = files[url];
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': file.type, ...cookie }).end(file.body);
    } else {
      response.writeHead(302, { location: `${elsewhere}/redirected.png`, ...cookie }).end();
    }
    return true;
  };
}

/** A note in which everything tries to get out. `own` and `elsewhere` are origins. */
function hostileNote(own: string, elsewhere: string) {
  const text = [
    'The hostile note',
    `<img src="${elsewhere}/img.png" onerror="hacked = true"> <script src="${elsewhere}/script.js">hacked = true</script>`,
    `<style>@import url(${elsewhere}/style.css)</style> <iframe src="${elsewhere}/frame"></iframe>`,
    `![picture](${elsewhere}/markdown.png) [link](${elsewhere}/link) ${elsewhere}/bare <${elsewhere}/alt>`,
    '[script](javascript:hacked=true) [file](file:///etc/passwd) javascript:hacked=true file:///etc/passwd',
    `$[fg.color=url(${elsewhere}/fg) fg] $[bg.color=url(${elsewhere}/bg) bg] $[border.style=url(${elsewhere}/b) b]`,
    `$[font.family=url(${elsewhere}/font) font] $[spin.speed=url(${elsewhere}/speed) spin]`,
    `:named: :stranger: :${elsewhere}/emoji: :../../stranger@127.0.0.1:`,
    `@x@${new URL(elsewhere).host} #tag$[unixtime ${'9'.repeat(300)}]`,
    '$[x4 '.repeat(400),
  ].join('\n');
  const file = (id: string, fields: Readonly<Record<string, unknown>>) => ({
    id,
    name: `${id}.png`,
    type: 'image/png',
    isSensitive: false,
    comment: id,
    properties: { width: 64, height: 48 },
    ...fields,
  });
  return rawNote({
    id: 'zzhostile1',
    createdAt: new Date().toISOString(),
    user: rawUser({
      id: 'mallory',
      username: 'mallory',
      name: `<b>Mallory</b> \u202e${'m'.repeat(100_000)}`,
      avatarUrl: `${own}/own/avatar.png`,
      emojis: { stranger: `${elsewhere}/name-emoji.png` },
    }),
    text,
    emojis: { named: `${own}/own/named.png`, stranger: `${elsewhere}/note-emoji.png` },
    reactions: { ':far@far.example:': 2, '👍': 1 },
    reactionEmojis: { 'far@far.example': `${elsewhere}/reaction.png` },
    files: [
      file('fine', {
        url: `${own}/own/picture.png`,
        thumbnailUrl: `${own}/own/thumbnail.png`,
      }),
      file('elsewhere', {
        url: `${elsewhere}/file.png`,
        thumbnailUrl: `${elsewhere}/thumbnail.png`,
      }),
      file('page', { url: `${own}/own/page.png`, thumbnailUrl: `${own}/own/page.png` }),
      file('drawing', {
        type: 'image/svg+xml',
        url: `${own}/own/drawing.svg`,
        thumbnailUrl: null,
      }),
      file('bomb', { url: `${own}/own/bomb.png`, thumbnailUrl: `${own}/own/bomb.png` }),
      file('away', { url: `${own}/own/away`, thumbnailUrl: `${own}/own/away` }),
      file('film', { type: 'video/webm', name: 'film.webm', url: `${own}/own/film.webm` }),
    ],
  });
}

test('a hostile note fetches nothing by itself, and only what its server named is fetched for it', async ({
  launch,
  misskey,
  tray,
}) => {
  const stranger = await httpServer();
  const own = await frontServer(misskey.origin, await ownFiles(stranger.origin));
  const folder = await mkdtemp(join(tmpdir(), 'suzu-token-'));
  const tokenFile = join(folder, 'token');
  await writeFile(tokenFile, misskey.token, { mode: 0o600 });
  const app = await launch({
    args: [`--account=${own.origin}`, `--token-file=${tokenFile}`, '--trace'],
    driveWindow: true,
  });
  await app.trace.waitFor(isState('online'));

  await (await tray.itemOf(app.pid)).activate();
  const page = await app.window();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('article').first().waitFor();

  const connect = misskey.server.frames.find(({ text }) => text.includes('"homeTimeline"'));
  const { id } = Object(Object(connect?.json).body);
  const body = { id, type: 'note', body: hostileNote(own.origin, stranger.origin) };
  misskey.server.sendRaw(JSON.stringify({ type: 'channel', body }));
  const note = page.getByRole('article').filter({ hasText: 'The hostile note' });
  await note.scrollIntoViewIfNeeded();
  await note.getByRole('button', { name: 'Show more' }).click();

  const pathsAsked = () =>
    own.requests.flatMap(({ url = '' }) => (url.startsWith('/own/') ? [url] : []));
  await expect
    .poll(() => [...new Set(pathsAsked())].sort())
    .toEqual([
      '/own/avatar.png',
      '/own/away',
      '/own/bomb.png',
      '/own/drawing.svg',
      '/own/named.png',
      '/own/page.png',
      '/own/thumbnail.png',
    ]);

  // What it can show is shown; the rest stands there by its name.
  await expect(note.getByRole('img', { name: 'fine' })).toBeVisible();
  await expect(note.getByRole('img', { name: ':named:' })).toBeVisible();
  for (const name of ['elsewhere', 'page', 'drawing', 'bomb', 'away']) {
    await expect(note.getByText(`${name}.png`)).toBeVisible();
  }
  await expect(note).toContainText('<script src=');
  await expect(note).toContainText('[script](javascript:hacked=true)');

  // The viewer asks for whole files the same way.
  await note.getByRole('button', { name: /^Image: fine/ }).click();
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByRole('img', { name: 'fine' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('alert')).toContainText('cannot be shown here');
  await page.keyboard.press('Escape');
  await note.getByRole('button', { name: /^Video: film/ }).click();
  await expect
    .poll(() => page.evaluate('document.querySelector("video")?.readyState ?? 0'))
    .toBeGreaterThan(0);
  await page.keyboard.press('Escape');

  // The window answers, and nothing of the note was carried out in it.
  await page.getByRole('tab', { name: 'Notices' }).click();
  await expect(page.getByRole('tab', { name: 'Notices' })).toHaveAttribute('aria-selected', 'true');
  expect(await page.evaluate('"hacked" in globalThis')).toBe(false);

  expect(stranger.requests.map(({ request }) => request.url)).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith('suzu://app/'))).toEqual([]);
  const forPictures = own.requests.filter(({ url = '' }) => url.startsWith('/own/'));
  for (const { headers, url } of forPictures) {
    expect(Object.keys(headers), url).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(cookie|authorization|referer|origin)$/)]),
    );
    expect(headers['user-agent'], url).toMatch(/^Suzu\//);
    expect(JSON.stringify(headers) + url).not.toContain(misskey.token);
  }
  await rm(folder, { recursive: true });
  await own.close();
  await stranger.close();
});
