import * as v from 'valibot';
import { handleOf } from '../api/links.ts';
import { type Note, noteLimitSchema, noteSchema, type User, userSchema } from '../api/schemas.ts';
import { meantNote } from '../notes/note-kind.ts';
import {
  type Visibility,
  visibilities,
  visibilitiesOfRenote,
  visibilitiesOfReply,
} from './audience.ts';
import type { AnswerContext } from './context.ts';
import { AnswerRefused } from './refused.ts';

/** What a note that is being written answers or quotes. */
export type Purpose =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly noteId: string }
  | { readonly kind: 'quote'; readonly noteId: string };

/** A note as its author starts with it. */
export interface StartedDraft {
  /** The note that is answered or quoted: the inner one of a pure renote. */
  readonly note: Note | null;
  /** The mentions that an answer begins with, with a space behind; else empty. */
  readonly text: string;
  readonly cw: string | null;
  readonly visibility: Visibility;
  /** From the widest to the narrowest that fit. */
  readonly visibilities: readonly Visibility[];
  readonly localOnly: boolean;
  /** Handles of those who may read it, where it is for named people. */
  readonly recipients: readonly string[];
  /** UTF-16 code units that the server takes at most. */
  readonly maxLength: number;
}

/** UTF-16 code units of a content warning at most (PROTOCOL §5). */
export const longestWarning = 100;

/** People whom an answer mentions at most: servers refuse more (PROTOCOL §5). */
const mostMentions = 20;

const peopleSchema = v.array(userSchema);

/** Starts notes, with what the server says of the note that is answered and of its limits. */
export class Drafts {
  readonly #context: AnswerContext;
  #maxLength: number | null = null;

  constructor(context: AnswerContext) {
    this.#context = context;
  }

  /** @throws ApiError, AnswerRefused where the note is not to be quoted */
  async start(purpose: Purpose): Promise<StartedDraft> {
    if (purpose.kind === 'new') {
      const maxLength = await this.maxLength();
      return { ...nothingAnswered, maxLength };
    }
    const { api } = this.#context;
    const [found, maxLength] = await Promise.all([
      api.call('notes/show', { noteId: purpose.noteId }, noteSchema),
      this.maxLength(),
    ]);
    const note = meantNote(found);
    return purpose.kind === 'reply'
      ? { ...(await this.#reply(note)), maxLength }
      : { ...this.#quote(note), maxLength };
  }

  /**
   * How long the text of a note may be. Misskey counts characters, Sharkey UTF-16 code units, of which
   * there are never fewer: so does Misskey's own client, and what fits here fits everywhere.
   * @throws ApiError
   */
  async maxLength(): Promise<number> {
    this.#maxLength ??= (
      await this.#context.api.call('meta', { detail: false }, noteLimitSchema)
    ).maxNoteTextLength;
    return this.#maxLength;
  }

  async #reply(note: Note): Promise<Omit<StartedDraft, 'maxLength'>> {
    const people = await this.#peopleOf(note);
    const handles = (ids: readonly string[]) =>
      [...new Set(ids)].flatMap((id) => {
        const person = people.get(id);
        return person === undefined ? [] : [handleOf(person)];
      });
    const mentioned = handles([note.user.id, ...note.mentions]);
    const fitting = visibilitiesOfReply(note);
    return {
      note,
      text: mentioned.map((handle) => `${handle} `).join(''),
      cw: warningOf(note),
      visibility: fitting[0],
      visibilities: fitting,
      localOnly: note.localOnly || note.channelId !== null,
      recipients:
        note.visibility === 'specified'
          ? handles([note.user.id, ...note.visibleUserIds])
          : mentioned,
    };
  }

  #quote(note: Note): Omit<StartedDraft, 'maxLength'> {
    const fitting = visibilitiesOfRenote(note, this.#context.userId());
    const [visibility] = fitting;
    if (visibility === undefined) throw new AnswerRefused({ reason: 'not-renotable' });
    return {
      ...nothingAnswered,
      note,
      visibility,
      visibilities: fitting,
      localOnly: note.localOnly || note.channelId !== null,
    };
  }

  /** The author and those whom the note names or is for, by id, without oneself. */
  async #peopleOf(note: Note): Promise<ReadonlyMap<string, User>> {
    const me = this.#context.userId();
    const people = new Map<string, User>();
    if (note.user.id !== me) people.set(note.user.id, note.user);
    const others = new Set([...note.mentions, ...note.visibleUserIds]);
    const userIds = [...others].filter((id) => id !== me && !people.has(id)).slice(0, mostMentions);
    if (userIds.length > 0) {
      const found = await this.#context.api.call('users/show', { userIds }, peopleSchema);
      for (const user of found) people.set(user.id, user);
    }
    return people;
  }
}

const nothingAnswered = {
  note: null,
  text: '',
  cw: null,
  visibility: 'public',
  visibilities,
  localOnly: false,
  recipients: [],
} as const;

/** The warning to take over; one from afar may be longer than this server lets anybody write. */
function warningOf({ cw }: Note): string | null {
  let warning = '';
  for (const character of cw?.trim() ?? '') {
    if (warning.length + character.length > longestWarning) break;
    warning += character;
  }
  return warning === '' ? null : warning;
}
