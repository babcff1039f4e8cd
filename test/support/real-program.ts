import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { findProgram, findSystemProgram } from '../../scripts/lib/run.mjs';
import { Recording } from './desktop-recording.ts';

/** Whether a server is there; where it is not, the tests that need it are left out. */
export const hasProgram = (name: string): boolean => findSystemProgram(name) !== undefined;

/** A running program that is not ours. */
export interface RealProgram {
  /** What it says, on both of its outputs. */
  readonly lines: Recording<string>;
  signal(name: NodeJS.Signals): void;
  /** Writes a line to it. */
  tell(line: string): void;
  /** Ends it and all its processes at once, as a crash would; a second call is harmless. */
  kill(): Promise<void>;
}

/** How to start one, and how to know that it is ready. */
export interface ProgramOptions {
  /** With its arguments; the program is found as an administrator would. */
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** What it says once it takes connections. */
  readonly ready: string;
  /** What the kernel sends it when this process is gone; some of them take their children along at one only. */
  readonly lastSignal?: 'TERM' | 'INT';
}

/** Starts a program and waits until it says that it is ready. @throws with its words when it ends instead. */
export async function startProgram(options: ProgramOptions): Promise<RealProgram> {
  const { command, env, ready, lastSignal = 'TERM' } = options;
  const [program, ...args] = command;
  const file = findSystemProgram(program) ?? program;
  const bound =
    findProgram('setpriv') === undefined ? [] : ['setpriv', '--pdeathsig', lastSignal, '--'];
  const [first = file, ...rest] = [...bound, file, ...args];
  const child = spawn(first, rest, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const lines = new Recording<string>(`line of ${program}`);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => lines.add(line));
  }
  // A program that has ended reads nothing; its exit tells.
  child.stdin.on('error', () => {});
  const exited = once(child, 'close');
  const signal = (name: NodeJS.Signals, whom: number) => {
    try {
      process.kill(whom, name);
    } catch {
      // It has ended.
    }
  };
  await once(child, 'spawn');
  const { pid = 0 } = child;
  const ended = exited.then(() => {
    throw new Error(`${program} ended: ${lines.all.join('\n')}`);
  });
  await Promise.race([lines.waitFor((line) => line.includes(ready)), ended]);
  // From here on it may end whenever a test wants it.
  ended.catch(() => {});
  return {
    lines,
    signal: (name) => signal(name, pid),
    tell: (line) => void child.stdin.write(`${line}\n`),
    async kill() {
      signal('SIGKILL', -pid);
      await exited;
    },
  };
}
