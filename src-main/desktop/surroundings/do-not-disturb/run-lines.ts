import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a program and tells what it writes, line by line, and that it has ended or could not be run, once.
 * Returns what ends it.
 */
export type RunLines = (
  program: string,
  args: readonly string[],
  events: { readonly onLine: (line: string) => void; readonly onEnd: () => void },
) => () => void;

/** Runs programs from `PATH`, without a shell. */
export const runLines: RunLines = (program, args, { onLine, onEnd }) => {
  const child = start(program, args);
  if (child === null) {
    queueMicrotask(onEnd);
    return () => {};
  }
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    onEnd();
  };
  child.on('error', end);
  child.on('close', end);
  createInterface({ input: child.stdout }).on('line', onLine);
  return () => {
    child.kill();
  };
};

function start(program: string, args: readonly string[]) {
  try {
    return spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // For some errors (no memory) Node throws.
    return null;
  }
}
