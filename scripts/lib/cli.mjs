// @ts-check
import { constants } from 'node:os';

/** An error whose message alone tells the reader what happened and what to do: shown without a stack. */
export class UserError extends Error {}

/**
 * Runs a script's main function and ends the process with the code that it returns. A `UserError`
 * ends it with 1 and one line on stderr; any other error keeps its stack, because it is a bug.
 * @param {() => number | Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function inWords(error) {
  if (error instanceof UserError) return `suzu: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * The words of an error on one line, for use inside another message.
 * @param {unknown} error
 */
export function oneLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The exit code a shell would give for how a child ended.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  return signal === null ? (code ?? 1) : 128 + constants.signals[signal];
}
