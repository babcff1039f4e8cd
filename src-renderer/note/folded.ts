import type { NoteView } from '../../src-main/ipc/contract.ts';

/** What lies behind a content warning. */
export interface FoldedParts {
  /** As a person counts them, not UTF-16 units. */
  readonly characters: number;
  readonly files: number;
  readonly poll: boolean;
}

/** The size of what a note's content warning folds away. */
export function foldedParts(note: Pick<NoteView, 'text' | 'files' | 'poll'>): FoldedParts {
  return {
    characters: [...(note.text ?? '')].length,
    files: note.files.length,
    poll: note.poll !== null,
  };
}
