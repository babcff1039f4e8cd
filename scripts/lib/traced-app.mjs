// @ts-check
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { appCommand } from './app.mjs';
import { readTraceLine } from './demo-words.mjs';
import { runProgram } from './run.mjs';

const LAST_WORDS = 20;

/**
 * Runs the app with `--trace` and a profile of its own, which is gone afterwards.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env of the desktop to run in
 * @param {readonly string[]} options.args
 * @param {(line: import('./demo-words.mjs').TraceLine) => void} options.onLine
 * @param {AbortSignal} options.until ends the app
 * @param {Record<string, unknown>} [options.settings] what its `settings.json` says at the start
 * @returns {Promise<{ code: number, lastWords: string }>} the exit code, and the end of what the app said
 *   on stderr: Chromium says much there that is harmless, so it is for failures only
 */
export async function runTracedApp({ env, args, onLine, until, settings = {} }) {
  const profile = await mkdtemp(join(tmpdir(), 'suzu-profile-'));
  /** @type {string[]} */
  const lastWords = [];
  try {
    await writeFile(join(profile, 'settings.json'), JSON.stringify(settings));
    const app = await appCommand(['--trace', `--user-data-dir=${profile}`, ...args]);
    const code = await runProgram(app.command, {
      env: { ...env, ...app.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      apart: true,
      onStart(child) {
        until.addEventListener('abort', () => child.kill());
        eachLine(child.stdout, (text) => {
          const line = readTraceLine(text);
          if (line !== undefined) onLine(line);
        });
        eachLine(child.stderr, (text) => {
          lastWords.push(text);
          if (lastWords.length > LAST_WORDS) lastWords.shift();
        });
      },
    });
    return { code, lastWords: lastWords.join('\n') };
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * @param {import('node:stream').Readable | null} stream
 * @param {(line: string) => void} listener
 */
function eachLine(stream, listener) {
  if (stream !== null) createInterface({ input: stream }).on('line', listener);
}
