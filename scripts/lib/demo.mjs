// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from './cli.mjs';
import { inWords } from './demo-words.mjs';
import { takeDesktopPicture } from './desktop-picture.mjs';
import { runTracedApp } from './traced-app.mjs';

/** @typedef {import('./demo-words.mjs').TraceLine} TraceLine */

const PICTURE_PATIENCE_MS = 120_000;
/** For the window to load its pictures and the desktop to paint. */
const PAINT_MS = 3000;
const NOTES_IN_PICTURE = 5;
/** Ctrl-C, as a shell counts it. */
const INTERRUPTED = 130;

/**
 * Runs the app on its embedded demo server and says what happens, until it is ended.
 * @param {{ env: NodeJS.ProcessEnv, say: (line: string) => void }} options `env` of the desktop
 * @returns {Promise<number>} an exit code
 * @throws {UserError} when the app fails
 */
export async function runDemo({ env, say }) {
  const { code, lastWords } = await runTracedApp({
    env,
    args: ['--demo'],
    onLine: (line) => tell(line, say),
    until: new AbortController().signal,
  });
  if (code === 0 || code === INTERRUPTED) return 0;
  throw new UserError(`The app ended with ${code}. Its last words:\n${lastWords}`);
}

/**
 * Runs the demo until the desktop shows a toast and a timeline, and takes a picture of it.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env of the desktop
 * @param {(line: string) => void} options.say
 * @param {string} options.file the PNG
 * @param {Record<string, unknown>} [options.settings] see `runTracedApp`
 * @throws {UserError} when the app or the picture fails
 */
export async function pictureDemo({ env, say, file, settings = {} }) {
  const sight = watchForSight();
  const end = new AbortController();
  const app = runTracedApp({
    env,
    args: ['--demo'],
    onLine(line) {
      tell(line, say);
      sight.see(line);
    },
    until: end.signal,
    settings,
  });
  const endedEarly = app.then(({ code, lastWords }) => {
    throw new UserError(
      `The app ended with ${code} before the picture. Its last words:\n${lastWords}`,
    );
  });
  try {
    await Promise.race([sight.complete, tooLate(sight, end.signal), endedEarly]);
    await Promise.race([delay(PAINT_MS), endedEarly]);
    await takeDesktopPicture(file, env);
    say(`Picture   ${file}`);
  } finally {
    end.abort();
    await app;
    await endedEarly.catch(() => {});
  }
}

/**
 * @param {TraceLine} line
 * @param {(line: string) => void} say
 */
function tell(line, say) {
  const said = inWords(line);
  if (said !== undefined) say(said);
}

/** Counts what has to be on the screen before a picture of it is worth taking. */
function watchForSight() {
  let toasts = 0;
  let notes = 0;
  /** @type {() => void} */
  let completed = () => {};
  /** @type {Promise<void>} */
  const complete = new Promise((resolve) => {
    completed = resolve;
  });
  return {
    complete,
    /** @param {TraceLine} line */
    see(line) {
      if (line.at === 'toast' && line['result'] === 'shown') toasts += 1;
      if (line.at === 'timeline' && line['change'] === 'insert') notes += 1;
      if (toasts > 0 && notes >= NOTES_IN_PICTURE) completed();
    },
    soFar: () => `${toasts} toasts and ${notes} new notes`,
  };
}

/**
 * @param {{ soFar(): string }} sight
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
async function tooLate(sight, signal) {
  await delay(PICTURE_PATIENCE_MS, undefined, { signal, ref: false }).catch(() => {});
  throw new UserError(
    `No picture: after ${PICTURE_PATIENCE_MS / 1000} s the demo had shown ${sight.soFar()}; ` +
      `one toast and ${NOTES_IN_PICTURE} notes are needed.`,
  );
}
