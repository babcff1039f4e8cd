import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { PlayerCommand } from './players.ts';

/** `absent`: there is no such program; `failed`: it could not play this. */
export type Played = 'played' | 'absent' | 'failed';

/** Runs a player until it has ended, or `signal` ends it. Never rejects. */
export type RunPlayer = (command: PlayerCommand, signal: AbortSignal) => Promise<Played>;

/** A sound for notifications is short; what goes on longer (ms) is ended. */
const longestPlay = 20_000;

/** Runs players without a shell and without a window. */
export function playerRunner(environment: NodeJS.ProcessEnv): RunPlayer {
  return async (command, signal) => {
    const program = await locate(command.program, environment['PATH'] ?? '');
    if (program === null) return 'absent';
    try {
      const child = spawn(program, command.args, {
        env: { ...environment, ...command.env },
        stdio: 'ignore',
        windowsHide: true,
        timeout: longestPlay,
        signal,
        // One that hangs may not listen to anything less, and would be left behind.
        killSignal: 'SIGKILL',
      });
      return await outcomeOf(child);
    } catch {
      // For some errors (no memory) Node throws.
      return 'failed';
    }
  };
}

function outcomeOf(child: ChildProcess): Promise<Played> {
  return new Promise((resolve) => {
    child.on('error', () => resolve('failed'));
    // One that was ended (no code) had been playing.
    child.on('close', (code) => resolve(code === 0 || code === null ? 'played' : 'failed'));
  });
}

/** Starting a program that is not there costs a copy of this process; looking for it costs nothing. */
async function locate(program: string, path: string): Promise<string | null> {
  const candidates = isAbsolute(program)
    ? [program]
    : path
        .split(delimiter)
        .filter(isAbsolute)
        .map((folder) => join(folder, program));
  for (const candidate of candidates) {
    const isThere = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
  }
  return null;
}
