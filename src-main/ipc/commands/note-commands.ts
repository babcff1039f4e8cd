import type { Accounts } from '../../engine/misskey/accounts.ts';
import type { TimelineCalls } from '../contract.ts';
import type { Commands } from './commands.ts';

/** What the window tells of the notes in view. */
export function createNoteCommands(
  accounts: Accounts,
): Commands<Pick<TimelineCalls, 'watchNotes'>> {
  return {
    watchNotes(notes) {
      accounts.notes.watch(notes);
    },
  };
}
