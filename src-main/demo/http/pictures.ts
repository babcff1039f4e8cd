import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { avatarUrl } from '../pack/user.ts';
import { emojiKey, emojiUrl } from '../world/emojis.ts';
import { findUser, type World } from '../world/world.ts';
import type { Answer } from './exchange.ts';
import { identicon } from './identicon.ts';

const notFound: Answer = { status: 404 };
const forAYear = 'max-age=31536000, immutable';
const forADay = 'public, max-age=86400';

/** A file's name at `/files/`: which folder of the pictures it is in, and its name there. */
const fileForm = /^(?:thumbnail-)?(avatar|emoji|photo)-([a-z0-9_]+)$/;
const folders: Readonly<Record<string, string>> = {
  avatar: 'avatars',
  emoji: 'emoji',
  photo: 'photos',
};

/** Answers the addresses under which pictures are; undefined = none of those. */
export async function answerPicture(
  world: World,
  picturesDir: string,
  url: URL,
): Promise<Answer | undefined> {
  const [, area = '', ...rest] = url.pathname.split('/');
  const name = decode(rest.join('/'));
  if (name === null) return notFound;
  switch (area) {
    case 'identicon':
      return picture(identicon(name), 'image/png', forADay);
    case 'avatar':
      return redirectToAvatar(world, name);
    case 'emoji':
      return redirectToEmoji(world, name, url);
    case 'proxy':
      return proxied(world, picturesDir, url);
    case 'files':
      return file(picturesDir, name);
    default:
      return undefined;
  }
}

function redirectToAvatar(world: World, name: string): Answer {
  const user = name.startsWith('@') ? findUser(world, name) : null;
  return user === null ? notFound : redirect(302, avatarUrl(world, user));
}

function redirectToEmoji(world: World, name: string, url: URL): Answer {
  const [, emojiName = '', host = '.'] = /^([\w+-]+)(?:@([\w.-]+?))?\.webp$/.exec(name) ?? [];
  const emoji = world.emojis.get(emojiKey(emojiName, host === '.' ? null : host));
  if (emoji !== undefined) {
    const source = encodeURIComponent(emojiUrl(world, emoji));
    return redirect(301, `${world.origin}/proxy/emoji.webp?url=${source}&emoji=1`);
  }
  if (url.searchParams.has('fallback')) return redirect(302, '/static-assets/emoji-unknown.png');
  return { status: 404, headers: { 'cache-control': forADay } };
}

/** Only files of this server are passed on; a demo server must not fetch from anywhere. */
async function proxied(world: World, picturesDir: string, url: URL): Promise<Answer> {
  const source = url.searchParams.get('url') ?? '';
  const prefix = `${world.origin}/files/`;
  return source.startsWith(prefix) ? file(picturesDir, source.slice(prefix.length)) : notFound;
}

async function file(picturesDir: string, name: string): Promise<Answer> {
  const [, kind = '', base = ''] = fileForm.exec(name) ?? [];
  const folder = folders[kind];
  if (folder === undefined) return notFound;
  try {
    return picture(
      await readFile(join(picturesDir, folder, `${base}.webp`)),
      'image/webp',
      forAYear,
    );
  } catch {
    return notFound;
  }
}

function picture(bytes: Buffer, type: string, caching: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': caching,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
    body: bytes,
  };
}

function redirect(status: 301 | 302, location: string): Answer {
  return { status, headers: { location, 'cache-control': forADay } };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
