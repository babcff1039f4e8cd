import type { UpdateCalls } from '../contract.ts';
import type { Commands } from './commands.ts';

export interface UpdateCommandsOptions {
  /** What keeps Suzu up to date; a call that does not fit its state does nothing. */
  readonly updates: { check(): void; restart(): void };
}

/** What the window asks about updates. */
export function createUpdateCommands({ updates }: UpdateCommandsOptions): Commands<UpdateCalls> {
  return {
    checkForUpdate: () => updates.check(),
    installUpdate: () => updates.restart(),
  };
}
