import { addEmoji, deleteEmoji, updateEmoji } from '../world/emoji-admin.ts';
import { editNote } from '../world/notes.ts';
import { requireNote, type World } from '../world/world.ts';
import type { DemoActs } from './types.ts';

type AdminActs = Pick<DemoActs, 'addEmoji' | 'updateEmoji' | 'deleteEmoji' | 'editNote'>;

/** What is done to the server itself, and what only forks can do. */
export function adminActs(world: World): AdminActs {
  return {
    addEmoji: (name, input) => addEmoji(world, name, input),
    updateEmoji: (name, input) => updateEmoji(world, name, input),
    deleteEmoji: (name) => deleteEmoji(world, name),
    editNote: (noteId, text, cw = null) => editNote(world, requireNote(world, noteId), text, cw),
  };
}
