import { extract, parse } from 'mfm-js';
import * as v from 'valibot';
import { handleOf } from '../api/links.ts';
import { type Note, userSchema } from '../api/schemas.ts';
import { type Visibility, visibilitiesOfRenote, visibilitiesOfReply } from './audience.ts';
import { type AnswerContext, ignored, isRefusedWith, meantNoteOf } from './context.ts';
import { type Drafts, longestWarning, type Purpose } from './drafts.ts';
import { Once } from './lanes.ts';
import { withMyRenote } from './note-changes.ts';
import { AnswerRefused } from './refused.ts';

/** A note to post. */
export interface FinishedDraft {
  readonly purpose: Purpose;
  readonly text: string;
  readonly cw: string | null;
  readonly visibility: Visibility;
  readonly localOnly: boolean;
}

const createdSchema = v.object({ createdNote: v.object({ id: v.string() }) });

/** Renotes that are kept in mind, so that the count follows when one is taken back. */
const mostRenotes = 100;

/** Writes, renotes and deletes notes. */
export class Posts {
  readonly #context: AnswerContext;
  readonly #drafts: Drafts;
  readonly #posting = new Once<string>();
  readonly #deleting = new Once<void>();
  /** The renoted note's id by the renote's, for renotes that nobody may hold yet. */
  readonly #renoted = new Map<string, string>();

  constructor(context: AnswerContext, drafts: Drafts) {
    this.#context = context;
    this.#drafts = drafts;
  }

  /**
   * Posts a note, once however often it is asked for meanwhile. Returns its id.
   * @throws ApiError, AnswerRefused
   */
  post(draft: FinishedDraft): Promise<string> {
    return this.#posting.run(`post ${JSON.stringify(draft)}`, () => this.#post(draft));
  }

  /**
   * Renotes a note to those who may read it, in its channel where it has one. Returns the renote's id.
   * @throws ApiError, AnswerRefused
   */
  renote(noteId: string): Promise<string> {
    return this.#posting.run(`renote ${noteId}`, async () => {
      const note = await meantNoteOf(this.#context, noteId);
      const [visibility] = visibilitiesOfRenote(note, this.#context.userId());
      if (visibility === undefined) throw new AnswerRefused({ reason: 'not-renotable' });
      return this.#create({ ...placeOf(note), visibility, renoteId: note.id }, note.id);
    });
  }

  /**
   * Deletes a note of the account: it disappears at once, and comes back where the server refuses.
   * @throws ApiError
   */
  delete(noteId: string): Promise<void> {
    return this.#deleting.run(noteId, async () => {
      const { api, notes } = this.#context;
      const renotedId = notes.find(noteId)?.renoteId ?? this.#renoted.get(noteId) ?? null;
      const putBack = notes.takeAway(noteId);
      this.#countRenote(renotedId, -1);
      try {
        await api.call('notes/delete', { noteId }, ignored);
        this.#renoted.delete(noteId);
      } catch (error) {
        if (isRefusedWith(error, 'NO_SUCH_NOTE')) return;
        // In this order: what is put back was never counted down.
        this.#countRenote(renotedId, 1);
        putBack();
        throw error;
      }
    });
  }

  async #post({ purpose, ...draft }: FinishedDraft): Promise<string> {
    const text = draft.text.trim();
    const cw = draft.cw?.trim() || null;
    if (text === '' && purpose.kind !== 'quote') throw new AnswerRefused({ reason: 'empty' });
    const longest = await this.#drafts.maxLength();
    if (text.length > longest) throw new AnswerRefused({ reason: 'too-long', longest });
    if (cw !== null && cw.length > longestWarning) {
      throw new AnswerRefused({ reason: 'warning-too-long', longest: longestWarning });
    }
    const content = { ...(text === '' ? {} : { text }), ...(cw === null ? {} : { cw }) };
    if (purpose.kind === 'new') {
      const { visibility, localOnly } = draft;
      const audience = await this.#audience(visibility, text, null);
      return this.#create({ ...content, ...audience, localOnly }, null);
    }
    const note = await meantNoteOf(this.#context, purpose.noteId);
    const fitting =
      purpose.kind === 'reply'
        ? visibilitiesOfReply(note)
        : visibilitiesOfRenote(note, this.#context.userId());
    const visibility = fitting.find((one) => one === draft.visibility) ?? fitting[0];
    if (visibility === undefined) throw new AnswerRefused({ reason: 'not-renotable' });
    const place = placeOf(note);
    const localOnly = place.localOnly || draft.localOnly;
    const isReply = purpose.kind === 'reply';
    const audience = await this.#audience(visibility, text, isReply ? note : null);
    return isReply
      ? this.#create({ ...content, ...audience, ...place, localOnly, replyId: note.id }, null)
      : this.#create({ ...content, ...audience, ...place, localOnly, renoteId: note.id }, note.id);
  }

  /** @param renotedId the note that is renoted or quoted; its count shows the new one at once. */
  async #create(
    parameters: Readonly<Record<string, unknown>>,
    renotedId: string | null,
  ): Promise<string> {
    this.#countRenote(renotedId, 1);
    const settled = renotedId === null ? nothing : this.#context.notes.pending(renotedId);
    try {
      const { createdNote } = await this.#context.api.call(
        'notes/create',
        parameters,
        createdSchema,
      );
      if (renotedId !== null) this.#remember(createdNote.id, renotedId);
      return createdNote.id;
    } catch (error) {
      this.#countRenote(renotedId, -1);
      throw error;
    } finally {
      settled();
    }
  }

  /**
   * The visibility, and for a direct note whom it is for: those for whom the answered one was, and
   * whomever the text names. The server adds nobody by itself, so a name that it does not know would
   * be left out in silence.
   */
  async #audience(visibility: Visibility, text: string, answered: Note | null) {
    if (visibility !== 'specified') return { visibility };
    const me = this.#context.userId();
    const ids = new Set(answered === null ? [] : [answered.user.id, ...answered.visibleUserIds]);
    const named = await Promise.all(mentionsOf(text).map((handle) => this.#idOf(handle, answered)));
    for (const id of named) ids.add(id);
    // Oneself alone is a note to oneself.
    if (ids.size === 0) throw new AnswerRefused({ reason: 'no-recipients' });
    return { visibility, visibleUserIds: [...ids].filter((id) => id !== me) };
  }

  async #idOf(handle: string, answered: Note | null): Promise<string> {
    if (answered !== null && handleOf(answered.user) === handle) return answered.user.id;
    const [, username = '', host = null] = handle.split('@');
    try {
      return (await this.#context.api.call('users/show', { username, host }, userSchema)).id;
    } catch (error) {
      if (!isRefusedWith(error, 'NO_SUCH_USER', 'FAILED_TO_RESOLVE_REMOTE_USER')) throw error;
      throw new AnswerRefused({ reason: 'unknown-recipient', handle });
    }
  }

  #countRenote(renotedId: string | null, by: 1 | -1): void {
    if (renotedId === null) return;
    const userId = this.#context.userId();
    this.#context.notes.change(renotedId, (note) => withMyRenote(note, by, userId));
  }

  #remember(renoteId: string, renotedId: string): void {
    this.#renoted.set(renoteId, renotedId);
    for (const id of this.#renoted.keys()) {
      if (this.#renoted.size <= mostRenotes) break;
      this.#renoted.delete(id);
    }
  }
}

function nothing(): void {}

/** Where what belongs to a note is posted: in its channel, and no further than its server where it is so. */
function placeOf({ channelId, localOnly }: Note) {
  return channelId === null ? { localOnly } : { localOnly: true, channelId };
}

/** The people whom a text names, each once, as the server finds them: by the parse tree. */
function mentionsOf(text: string): string[] {
  const found = extract(parse(text), (node) => node.type === 'mention');
  return [...new Set(found.flatMap((node) => (node.type === 'mention' ? [node.props.acct] : [])))];
}
