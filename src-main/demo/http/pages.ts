import type { DemoNote } from '../world/model.ts';
import { canSee } from '../world/visibility.ts';
import { findUser, requireUserById, type World } from '../world/world.ts';
import { type Answer, htmlAnswer } from './exchange.ts';
import { escapeHtml, htmlPage } from './html.ts';

/**
 * What a browser sees of the demo server: a plain page for a note and a person, and for every other address a
 * word on what this is. The real server answers any address with its web client in the same way.
 */
export function answerPage(world: World, pathname: string): Answer {
  const noteId = /^\/notes\/([^/]+)$/.exec(pathname)?.[1];
  const note = noteId === undefined ? undefined : world.notes.get(noteId);
  if (note !== undefined && canSee(world, note, null))
    return htmlAnswer(200, notePage(world, note));
  const handle = /^\/@([^/]+)$/.exec(pathname)?.[1];
  const user = handle === undefined ? null : findUser(world, handle);
  if (user !== null)
    return htmlAnswer(
      200,
      htmlPage(
        `${user.name ?? user.username} – Suzu Demo`,
        `<h1>${escapeHtml(user.name ?? user.username)}</h1>
<p class="faint">@${escapeHtml(user.username)}${user.host === null ? '' : `@${escapeHtml(user.host)}`}</p>
<p>${escapeHtml(user.description ?? '')}</p>${explanation}`,
      ),
    );
  return htmlAnswer(200, htmlPage('Suzu Demo', `<h1>Suzu Demo</h1>${explanation}`));
}

const explanation =
  '<p class="faint">This is the small demo server inside Suzu. It runs on this computer only, ' +
  'its people are made up, and it is gone when Suzu ends.</p>';

function notePage(world: World, note: DemoNote): string {
  const author = requireUserById(world, note.userId);
  const name = author.name ?? author.username;
  return htmlPage(
    `${name} – Suzu Demo`,
    `<h1>${escapeHtml(name)}</h1>
${note.cw === null ? '' : `<p><b>${escapeHtml(note.cw)}</b></p>`}
<p class="note">${escapeHtml(note.text ?? '')}</p>${explanation}`,
  );
}
