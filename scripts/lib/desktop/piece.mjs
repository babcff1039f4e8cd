// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { UserError } from '../cli.mjs';

const LAST_WORDS = 2000;
const READY_PATIENCE_MS = 20_000;
const STOP_PATIENCE_MS = 3000;

/**
 * One program of the virtual desktop while it runs.
 * @typedef {object} Piece
 * @property {Readable} extra what the program writes to file descriptor 3
 * @property {Promise<void>} done resolves when the program ended well, rejects when it did not
 * @property {<T>(ready: Promise<T>) => Promise<T>} until waits for `ready`; throws a `UserError` with the
 *   program's last words when it ends before that or takes too long
 * @property {() => Promise<void>} stop ends the program and what it started; a second call is harmless
 */

/**
 * Starts a program of the virtual desktop. It gets a process group of its own, so that Ctrl-C reaches
 * the app alone and the desktop outlives it, and the kernel ends it should this process be killed.
 * @param {{ name: string, command: readonly [string, ...string[]], env: NodeJS.ProcessEnv, stdin?: string }} options
 *   `name` for messages; `command` with its arguments
 * @returns {Piece}
 */
export function startPiece({ name, command, env, stdin }) {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', ...command], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const lastWords = gather([child.stdout, child.stderr]);
  // A program that ends before it has read its input tells of that by its exit.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const exited = once(child, 'exit').catch((/** @type {unknown} */ error) => [error]);

  const failure = (/** @type {string} */ what) =>
    new UserError(
      `The virtual desktop has no ${name}: ${command[0]} ${what}. ${lastWords()}`.trim(),
    );
  const done = exited.then(([how, signal]) => {
    if (how !== 0) throw failure(`ended with ${how ?? signal}`);
  });
  // Whoever waits for it gets the error; whoever does not must not be ended by it.
  done.catch(() => {});

  return {
    extra: child.stdio[3] instanceof Readable ? child.stdio[3] : Readable.from([]),
    done,
    until(ready) {
      const ended = done.then(() => Promise.reject(failure('ended too early')));
      return Promise.race([
        ready,
        ended,
        tooLate(failure(`is not ready after ${READY_PATIENCE_MS} ms`)),
      ]);
    },
    async stop() {
      if (child.pid === undefined) return;
      const group = -child.pid;
      signal(group, 'SIGTERM');
      const timer = setTimeout(() => signal(group, 'SIGKILL'), STOP_PATIENCE_MS);
      await exited;
      clearTimeout(timer);
      // What it started may be slower than it, or may not have been told.
      signal(group, 'SIGKILL');
      for (const stream of child.stdio) stream?.destroy();
    },
  };
}

/** @param {readonly Readable[]} streams */
function gather(streams) {
  let text = '';
  for (const stream of streams) {
    stream.on('data', (chunk) => {
      text = (text + chunk).slice(-LAST_WORDS);
    });
  }
  return () => text.trim();
}

/**
 * @param {Error} error
 * @returns {Promise<never>}
 */
function tooLate(error) {
  return new Promise((_, reject) => {
    setTimeout(() => reject(error), READY_PATIENCE_MS).unref();
  });
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} name
 */
function signal(group, name) {
  try {
    process.kill(group, name);
  } catch {
    // No process of the group is left.
  }
}
