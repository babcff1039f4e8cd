import type { Clock } from '../../streaming/clock.ts';
import type { EndpointName, MisskeyApi } from '../api/api.ts';
import { noteSchema } from '../api/schemas.ts';
import type { LiveNotes } from '../notes/live-notes.ts';
import { type AnswerContext, ignored, isRefusedWith, meantId } from './context.ts';
import { Drafts, type Purpose, type StartedDraft } from './drafts.ts';
import { Lanes } from './lanes.ts';
import { withoutVote, withVote } from './note-changes.ts';
import { type PatientApi, patientApi } from './patient-api.ts';
import { People, type RelationListener } from './people.ts';
import { type FinishedDraft, Posts } from './posts.ts';
import { Reactions } from './reactions.ts';

/** What answers tell besides how they end. */
export interface AnswersListener extends RelationListener {
  /** The server said that the token may not post or react. */
  onForbidden(): void;
}

export interface AnswersOptions {
  readonly api: MisskeyApi;
  readonly notes: LiveNotes;
  readonly clock: Clock;
  /** The account's own user id; null while the server has not said it. */
  readonly userId: () => string | null;
  readonly listener: AnswersListener;
}

/**
 * What one account does to notes and people. Each answer shows at once through `notes` and the
 * listener; where the server refuses, that one change is taken back from whatever stands there by then,
 * and the call fails with an ApiError, or with AnswerRefused where it was not even sent. Answers to the
 * same note or person are sent one after another. A pure renote stands for the note inside it.
 */
export class Answers {
  readonly people: People;
  readonly #api: PatientApi;
  readonly #context: AnswerContext;
  readonly #lanes = new Lanes();
  readonly #drafts: Drafts;
  readonly #posts: Posts;
  readonly #reactions: Reactions;

  constructor({ api, notes, clock, userId, listener }: AnswersOptions) {
    this.#api = patientApi(
      watched(api, () => listener.onForbidden()),
      clock,
    );
    this.#context = { api: this.#api, notes, userId };
    this.people = new People({ api: this.#api, clock, lanes: this.#lanes, listener });
    this.#drafts = new Drafts(this.#context);
    this.#posts = new Posts(this.#context, this.#drafts);
    this.#reactions = new Reactions(this.#context, this.#lanes);
  }

  /** What waits for the server fails; nothing runs after this. */
  stop(): void {
    this.#api.stop();
  }

  /** Asks the server for what is answered and for its limits. */
  startDraft(purpose: Purpose): Promise<StartedDraft> {
    return this.#drafts.start(purpose);
  }

  /** Returns the id of the new note. */
  post(draft: FinishedDraft): Promise<string> {
    return this.#posts.post(draft);
  }

  /** Answers a note without asking its author anything: to its readers, under its warning, with its mentions. */
  async reply(noteId: string, text: string): Promise<string> {
    const purpose: Purpose = { kind: 'reply', noteId };
    const { visibility, cw, localOnly, text: mentions } = await this.startDraft(purpose);
    return this.post({ purpose, text: mentions + text, cw, visibility, localOnly });
  }

  /** Returns the id of the renote, which `deleteNote` takes back. */
  renote(noteId: string): Promise<string> {
    return this.#posts.renote(noteId);
  }

  deleteNote(noteId: string): Promise<void> {
    return this.#posts.delete(noteId);
  }

  /** @param reaction `👍` or `:name:`; null takes it back. */
  react(noteId: string, reaction: string | null): Promise<void> {
    return this.#reactions.set(noteId, reaction);
  }

  /** @param choice counts from 0. */
  async vote(noteId: string, choice: number): Promise<void> {
    const { api, notes } = this.#context;
    const id = meantId(this.#context, noteId);
    const before = notes.find(id);
    if (before?.poll?.choices[choice]?.isVoted) return;
    const isShown = notes.change(id, (note) => withVote(note, choice)) !== before;
    const settled = notes.pending(id);
    await this.#lanes.run(id, async () => {
      try {
        await api.call('notes/polls/vote', { noteId: id, choice }, ignored);
      } catch (error) {
        if (isShown) notes.change(id, (note) => withoutVote(note, choice));
        if (isRefusedWith(error, 'ALREADY_VOTED', 'ALREADY_EXPIRED')) await this.#refreshPoll(id);
        throw error;
      } finally {
        settled();
      }
    });
  }

  /** The votes as the server has them: what it refused tells that ours were out of date. */
  async #refreshPoll(noteId: string): Promise<void> {
    const { api, notes } = this.#context;
    const shown = await api.call('notes/show', { noteId }, noteSchema).catch(() => null);
    if (shown?.poll) notes.change(noteId, (note) => ({ ...note, poll: shown.poll }));
  }
}

/** What a token for answering must be allowed: other permissions are each missed by themselves. */
const necessary: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'notes/create',
  'notes/delete',
  'notes/reactions/create',
  'notes/reactions/delete',
]);

function watched(api: MisskeyApi, onForbidden: () => void): MisskeyApi {
  return {
    async call(endpoint, parameters, schema) {
      try {
        return await api.call(endpoint, parameters, schema);
      } catch (error) {
        if (necessary.has(endpoint) && isRefusedWith(error, 'PERMISSION_DENIED')) onForbidden();
        throw error;
      }
    },
  };
}
