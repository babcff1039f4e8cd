import { type Accessor, createSignal } from 'solid-js';
import type { AccountId, NoteView, ReactionView } from '../../src-main/ipc/contract.ts';
import type { Actions } from '../app/actions.ts';
import type { Say } from '../app/say.ts';
import { type EmojiRef, reactionText } from '../emoji/reaction-text.ts';
import type { Messages } from '../messages/index.ts';
import { like, reactionChoice } from './acceptance.ts';

/** Asks the reader for an emoji. */
export interface PickRequest {
  readonly accountId: AccountId;
  /** Where the picker opens. */
  readonly anchor: Element;
  /** Whether emojis that the server marks as sensitive may be chosen. */
  readonly sensitive: boolean;
  /** The picker stays open for more. */
  readonly stays: boolean;
  /** @param text the emoji as a reaction is written */
  readonly onPick: (text: string, emoji: EmojiRef) => void;
}

/** What a reader does to notes, as the parts of the window ask for it. */
export interface Answers {
  /** Null while the picker is closed. */
  readonly picking: Accessor<PickRequest | null>;
  readonly pick: (request: PickRequest | null) => void;
  /** Opens the picker at `anchor`, or gives the one reaction that the note takes. */
  readonly react: (note: NoteView, anchor: Element) => void;
  /** Gives a reaction that others gave, or takes one's own back. */
  readonly toggle: (note: NoteView, reaction: Pick<ReactionView, 'key' | 'name' | 'mine'>) => void;
  /** Opens the composer for a new note. */
  readonly write: (accountId: AccountId) => void;
  readonly reply: (note: Pick<NoteView, 'accountId' | 'id'>) => void;
  readonly quote: (note: Pick<NoteView, 'accountId' | 'id'>) => void;
  readonly renote: (note: Pick<NoteView, 'accountId' | 'id'>) => Promise<void>;
  /** The id of the renote that was made of a note since the window was opened; null = none. */
  readonly renoteOf: (note: Pick<NoteView, 'accountId' | 'id'>) => string | null;
  readonly undoRenote: (accountId: AccountId, renoteId: string) => Promise<void>;
}

/** Makes the answers out of the calls. */
export function createAnswers({
  actions,
  say,
  m,
}: {
  readonly actions: Actions;
  readonly say: Say;
  readonly m: Accessor<Messages>;
}): Answers {
  const [picking, pick] = createSignal<PickRequest | null>(null);
  const [renotes, setRenotes] = createSignal<ReadonlyMap<string, string>>(new Map());
  const keyOf = (note: Pick<NoteView, 'accountId' | 'id'>) => `${note.accountId} ${note.id}`;

  const setReaction = (note: NoteView, reaction: string) => {
    const own = note.reactions.find(({ mine }) => mine);
    const isSame = own !== undefined && writtenReaction(own) === reaction;
    void (isSame
      ? actions.unreact(note.accountId, note.id)
      : actions.react(note.accountId, note.id, reaction));
  };

  const undoRenote = async (accountId: AccountId, renoteId: string) => {
    const result = await actions.deleteNote(accountId, renoteId);
    if (!result.ok) return;
    setRenotes((known) => new Map([...known].filter(([, id]) => id !== renoteId)));
  };

  return {
    picking,
    pick,
    react(note, anchor) {
      const choice = reactionChoice(note);
      if (choice === 'like') setReaction(note, like);
      else {
        pick({
          accountId: note.accountId,
          anchor,
          sensitive: choice === 'any',
          stays: false,
          onPick: (text) => setReaction(note, text),
        });
      }
    },
    toggle: (note, reaction) => setReaction(note, writtenReaction(reaction)),
    write: (accountId) => void actions.compose(accountId, { kind: 'new' }),
    reply: ({ accountId, id }) => void actions.compose(accountId, { kind: 'reply', noteId: id }),
    quote: ({ accountId, id }) => void actions.compose(accountId, { kind: 'quote', noteId: id }),
    async renote(note) {
      const result = await actions.renote(note.accountId, note.id);
      if (!result.ok) return;
      setRenotes((known) => new Map(known).set(keyOf(note), result.data));
      say({
        kind: 'done',
        sentence: m().answers.note.renoted,
        undo: () => void undoRenote(note.accountId, result.data),
      });
    },
    renoteOf: (note) => renotes().get(keyOf(note)) ?? null,
    undoRenote,
  };
}

/** A reaction as the account would write it. */
function writtenReaction({ key, name }: Pick<ReactionView, 'key' | 'name'>): string {
  return reactionText(
    name === null ? { kind: 'unicode', character: key } : { kind: 'custom', name },
  );
}
