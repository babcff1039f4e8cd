import { avatarUrl } from '../pack/user.ts';
import { emojiKey } from '../world/emojis.ts';
import type { DemoNote, DemoUser } from '../world/model.ts';
import { canSee } from '../world/visibility.ts';
import { findUser, requireUserById, type World } from '../world/world.ts';
import { type Answer, htmlAnswer } from './exchange.ts';
import { escapeHtml, htmlPage } from './html.ts';

/**
 * What a browser sees of the demo server: a plain page for a note and a person, and for every other address a
 * word on what this is. The real server answers any address with its web client in the same way.
 */
export function answerPage(world: World, pathname: string): Answer {
  return htmlAnswer(200, htmlPage('Suzu Demo', `${contentOf(world, pathname)}${explanation}`));
}

const explanation =
  '<p class="faint">This is the small demo server inside Suzu. It runs on this computer only, ' +
  'its people are made up, and it is gone when Suzu ends.</p>';

function contentOf(world: World, pathname: string): string {
  const noteId = /^\/notes\/([^/]+)$/.exec(pathname)?.[1];
  const note = noteId === undefined ? undefined : world.notes.get(noteId);
  if (note !== undefined && canSee(world, note, null)) return noteHtml(world, note);
  const handle = /^\/@([^/]+)$/.exec(pathname)?.[1];
  const user = handle === undefined ? null : findUser(world, handle);
  if (user !== null) return `${personHtml(world, user)}<p>${textHtml(world, user.description)}</p>`;
  return '<h1>Suzu Demo</h1>';
}

/** A person's picture and name. */
export function personHtml(world: World, user: DemoUser): string {
  const { pathname, search } = new URL(avatarUrl(world, user));
  const handle = user.host === null ? user.username : `${user.username}@${user.host}`;
  return `<div class="person"><img src="${escapeHtml(pathname + search)}" alt="">
<div><b>${textHtml(world, user.name ?? user.username)}</b><br><span class="faint">@${escapeHtml(handle)}</span></div></div>`;
}

function noteHtml(world: World, note: DemoNote): string {
  const photos = note.fileIds
    .map((fileId) => world.files.get(fileId))
    .filter((file) => file !== undefined && file.width !== null && !file.isSensitive)
    .map(
      (file) => `<img src="/files/photo-${file?.name}" alt="${escapeHtml(file?.comment ?? '')}">`,
    );
  return `${personHtml(world, requireUserById(world, note.userId))}
${note.cw === null ? '' : `<p><b>${textHtml(world, note.cw)}</b></p>`}
<p class="note">${textHtml(world, note.text)}</p>${photos.join('')}`;
}

/** Text with the pictures of the emojis that the server has. */
function textHtml(world: World, text: string | null): string {
  return escapeHtml(text ?? '').replace(/:(\w+):/g, (code, name) =>
    world.emojis.has(emojiKey(name, null))
      ? `<img class="emoji" src="/files/emoji-${name}" alt="${code}">`
      : code,
  );
}
