// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { exitCodeOf, UserError } from './cli.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** Ctrl-C arrives twice, from the terminal and from npm. Electron's second SIGINT ends it hard. */
const SAME_SIGNAL_MS = 1000;
const PARENT_EVERY_MS = 500;

/**
 * @param {string} name
 * @returns {string | undefined} the program's file, as PATH finds it
 */
export function findProgram(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/**
 * @param {string} name
 * @returns {string | undefined} the program's file, also where only an administrator's PATH leads
 */
export function findSystemProgram(name) {
  const folders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
  return findProgram(name) ?? folders.map((folder) => join(folder, name)).find(existsSync);
}

/**
 * Runs a program to its end and passes on the signals that this process gets.
 * @param {readonly [string, ...string[]]} command the program and its arguments
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.cwd]
 * @param {import('node:child_process').StdioOptions} [options.stdio] all inherited by default
 * @param {boolean} [options.apart] keep the terminal's own signals from the program, so that it gets
 *   each once, from here; for programs that do not read the terminal
 * @param {(child: import('node:child_process').ChildProcess) => void} [options.onStart] gets the process,
 *   to read its piped output or to end it
 * @returns {Promise<number>} its exit code, or 128 and the number of the signal that ended it
 * @throws {UserError} when the program cannot be started
 */
export async function runProgram(
  command,
  { env = process.env, cwd, stdio = 'inherit', apart = false, onStart = () => {} } = {},
) {
  const detached = apart && process.platform !== 'win32';
  const [program, ...args] = detached ? endingWithUs(command) : command;
  const child = spawn(program, args, {
    env,
    stdio,
    detached,
    ...(cwd === undefined ? {} : { cwd }),
  });
  onStart(child);
  const stopPassing = passSignals(child, detached);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', (error) =>
        reject(new UserError(`${command[0]} could not be started: ${error.message}`)),
      );
      child.once('exit', (code, signal) => resolve(exitCodeOf(code, signal)));
    });
  } finally {
    stopPassing();
    if (detached) endGroup(child.pid);
  }
}

/**
 * Ends what the program left behind, so that nothing writes into a session that is being cleared away.
 * @param {number | undefined} leader
 */
function endGroup(leader) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing was left.
  }
}

/**
 * A program apart from the terminal would outlive a killed script; Linux can end it then.
 * @param {readonly [string, ...string[]]} command
 * @returns {readonly [string, ...string[]]}
 */
function endingWithUs(command) {
  if (process.platform !== 'linux' || findProgram('setpriv') === undefined) return command;
  return ['setpriv', '--pdeathsig', 'TERM', '--', ...command];
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} detached
 */
function passSignals(child, detached) {
  let last = { signal: '', at: Number.NEGATIVE_INFINITY };
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    const at = performance.now();
    if (signal === last.signal && at - last.at < SAME_SIGNAL_MS) return;
    last = { signal, at };
    // A program that shares our terminal has had the terminal's Ctrl-C already.
    if (signal === 'SIGINT' && !detached && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const stopWatching = watchNpm(() => pass('SIGTERM'));
  return () => {
    stopWatching();
    for (const signal of SIGNALS) process.off(signal, pass);
  };
}

/**
 * npm hands a SIGTERM to the shell that it runs scripts in, and that shell dies of it without a word to
 * the script. The script can tell by its parent.
 * @param {() => void} onEnd called once npm is gone; never when npm did not start this process
 */
function watchNpm(onEnd) {
  if (process.env['npm_lifecycle_event'] === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, PARENT_EVERY_MS);
  return () => clearInterval(timer);
}
