import { type Note, noteSchema } from '../api/schemas.ts';
import { reactionKey } from '../notes/emoji.ts';
import { withMyReaction } from '../notes/note-update.ts';
import { type AnswerContext, ignored, isRefusedWith, meantId } from './context.ts';
import type { Lanes } from './lanes.ts';
import { AnswerRefused } from './refused.ts';

/** A reaction as it is sent, and the key under which the server will count it. */
interface Wanted {
  readonly code: string;
  readonly key: string;
}

/** What the user wants of one note, and what the server has, while the two differ. */
interface Wish {
  /** Null = none. */
  wanted: Wanted | null;
  /** As the server knows it; undefined where nobody holds the note, and so nobody sees it change. */
  confirmed: string | null | undefined;
  /** Counts the presses: only the last one of several is sent. */
  press: number;
}

/** The account's own reactions: shown at once, sent one after another, put back where they are refused. */
export class Reactions {
  readonly #context: AnswerContext;
  readonly #lanes: Lanes;
  readonly #wishes = new Map<string, Wish>();

  constructor(context: AnswerContext, lanes: Lanes) {
    this.#context = context;
    this.#lanes = lanes;
  }

  /**
   * Sets the reaction to a note: `👍` or `:name:`, null for none. One that is replaced by a later
   * press before it was sent is not sent, and its end is that of nothing.
   * @throws ApiError, AnswerRefused
   */
  async set(noteId: string, code: string | null): Promise<void> {
    const { notes } = this.#context;
    const id = meantId(this.#context, noteId);
    const held = notes.find(id);
    const wanted = code === null ? null : wantedOf(code, held?.reactionAcceptance ?? null);
    const wish = this.#wishes.get(id) ?? {
      wanted,
      confirmed: held === null ? undefined : normalized(held.myReaction),
      press: 0,
    };
    this.#wishes.set(id, wish);
    wish.wanted = wanted;
    wish.press += 1;
    const { press } = wish;
    notes.change(id, (note) => withMyReaction(note, keyOf(wanted)));
    const settled = notes.pending(id);
    try {
      await this.#lanes.run(id, () => this.#fulfil(id, wish, press));
    } finally {
      settled();
    }
  }

  async #fulfil(noteId: string, wish: Wish, press: number): Promise<void> {
    const { wanted } = wish;
    if (press !== wish.press) return;
    try {
      if (keyOf(wanted) !== wish.confirmed) await this.#send(noteId, wish, wanted);
    } catch (error) {
      // What a later press wants shows already; what becomes of it is its own matter.
      if (press !== wish.press) return;
      const { confirmed } = wish;
      if (confirmed !== undefined) {
        this.#context.notes.change(noteId, (note) =>
          normalized(note.myReaction) === keyOf(wanted) ? withMyReaction(note, confirmed) : note,
        );
      }
      throw error;
    } finally {
      if (press === wish.press) this.#wishes.delete(noteId);
    }
  }

  async #send(noteId: string, wish: Wish, wanted: Wanted | null): Promise<void> {
    if (wanted === null) {
      await this.#delete(noteId);
    } else {
      try {
        await this.#create(noteId, wanted);
      } catch (error) {
        if (!isRefusedWith(error, 'ALREADY_REACTED')) throw error;
        await this.#resolve(noteId, wish, wanted);
      }
    }
    wish.confirmed = keyOf(wanted);
  }

  /**
   * The server has a reaction of ours already. Current servers say so only of the very same one; those
   * of the v12 era of any, which is then to be taken away first (PROTOCOL §8).
   */
  async #resolve(noteId: string, wish: Wish, wanted: Wanted): Promise<void> {
    const { api, notes } = this.#context;
    const { reactions, reactionEmojis, myReaction } = await api.call(
      'notes/show',
      { noteId },
      noteSchema,
    );
    // A note that came by the stream does not say what one reacted with, so the counts may be off.
    notes.change(noteId, (note) =>
      withMyReaction({ ...note, reactions, reactionEmojis, myReaction }, keyOf(wish.wanted)),
    );
    wish.confirmed = normalized(myReaction);
    if (wish.confirmed === null || wish.confirmed === wanted.key) return;
    await this.#delete(noteId);
    wish.confirmed = null;
    await this.#create(noteId, wanted);
  }

  async #create(noteId: string, { code }: Wanted): Promise<void> {
    const parameters = { noteId, reaction: code };
    await this.#context.api.call('notes/reactions/create', parameters, ignored);
  }

  async #delete(noteId: string): Promise<void> {
    try {
      await this.#context.api.call('notes/reactions/delete', { noteId }, ignored);
    } catch (error) {
      if (!isRefusedWith(error, 'NOT_REACTED')) throw error;
    }
  }
}

/** @throws AnswerRefused */
function wantedOf(code: string, acceptance: Note['reactionAcceptance']): Wanted {
  const key = reactionKey(code);
  if (key.startsWith(':') && !key.endsWith('@.:')) {
    throw new AnswerRefused({ reason: 'foreign-emoji' });
  }
  // The server makes a heart of whatever is sent where its author takes nothing else (PROTOCOL §6).
  return { code: code.replace(/@\.:$/, ':'), key: acceptance === 'likeOnly' ? '❤' : key };
}

function keyOf(wanted: Wanted | null): string | null {
  return wanted === null ? null : wanted.key;
}

function normalized(reaction: string | null): string | null {
  return reaction === null ? null : reactionKey(reaction);
}
