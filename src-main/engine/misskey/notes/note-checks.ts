import type { Log } from '../../log.ts';
import type { Clock, Timer } from '../../streaming/clock.ts';
import { ApiError, type MisskeyApi } from '../api/api.ts';
import { type Note, noteSchema } from '../api/schemas.ts';
import type { LiveNotes } from './live-notes.ts';
import type { Mark } from './note-freshness.ts';

export interface NoteChecksOptions {
  readonly clock: Clock;
  readonly api: MisskeyApi;
  readonly notes: LiveNotes;
  readonly log: Log;
}

/** How politely notes are asked for; times in milliseconds. */
export const checkPace = {
  /** What was asked for longer ago than this when it was captured may well have changed since. */
  oldAfter: 3_000,
  /** Who scrolls past asks for nothing; and a capture that was just sent has arrived by then. */
  oldIn: 1_000,
  /** What is new is made sure of too, once it has been in view for a while. */
  newIn: 10_000,
  atOnce: 2,
  burst: 5,
  refillMs: 500,
  /** An answer that an event overtook says nothing for sure: so often it is asked for again soon. */
  tries: 4,
  againIn: 1_000,
  /** An event so soon after an answer may be in it already. */
  overlap: 2_000,
  /** A note that changes all the time is left alone so long. */
  calmAfter: 30_000,
  /** After a failure, doubled with each. */
  failedIn: 5_000,
  failedMost: 60_000,
} as const;

interface Check {
  /** An answer to a question asked later than this is the truth. Monotonic ms, as all here. */
  since: number;
  dueAt: number;
  state: 'due' | 'asking' | 'done';
  doneAt: number;
  tries: number;
  failures: number;
}

/**
 * Makes sure that captured notes are what the server has: whatever happened before the capture, or while
 * there was no connection, came with no event. Few at once, and only what is still in view.
 */
export class NoteChecks {
  readonly #options: NoteChecksOptions;
  readonly #checks = new Map<string, Check>();
  #timer: Timer | null = null;
  #refill: Timer | null = null;
  #allowance: number = checkPace.burst;
  #asking = 0;
  /** The server asked to be left alone until then. */
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(options: NoteChecksOptions) {
    this.#options = options;
  }

  /** The note was captured just now: events of it are told from here on. */
  captured(noteId: string): void {
    const since = this.#options.clock.monotonic();
    // Captured anew: there was a time without a connection, and so without events.
    const isAgain = this.#checks.has(noteId);
    const isOld = isAgain || since - this.#options.notes.askedAt(noteId) > checkPace.oldAfter;
    const dueAt = since + (isOld ? checkPace.oldIn : checkPace.newIn);
    this.#checks.set(noteId, { since, dueAt, state: 'due', doneAt: since, tries: 0, failures: 0 });
    this.#ask();
  }

  /**
   * An event of a captured note was told. One that comes soon after an answer may be in it already, and
   * would count twice: then the server is asked once more.
   * @param isPartial the event does not tell all that changed.
   */
  happened(noteId: string, isPartial: boolean): void {
    const check = this.#checks.get(noteId);
    if (check?.state !== 'done') return;
    const now = this.#options.clock.monotonic();
    const isDoubtful = now - this.#options.notes.answeredAt(noteId) < checkPace.overlap;
    if (!isDoubtful && !isPartial) return;
    if (now - check.doneAt > checkPace.calmAfter) check.tries = 0;
    this.#again(check);
    this.#ask();
  }

  /** The note is out of view: it is not asked for any more. */
  left(noteId: string): void {
    this.#checks.delete(noteId);
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#checks.clear();
    this.#timer?.cancel();
    this.#timer = null;
    this.#refill?.cancel();
    this.#refill = null;
    this.#allowance = checkPace.burst;
  }

  /** Asks for what is due, as far as the pace allows, and comes back for the rest. */
  #ask(): void {
    const { clock, notes } = this.#options;
    this.#timer?.cancel();
    this.#timer = null;
    let next = Number.POSITIVE_INFINITY;
    for (const [noteId, check] of this.#checks) {
      if (check.state !== 'due') continue;
      const dueAt = Math.max(check.dueAt, this.#notBefore);
      if (notes.askedAt(noteId) > check.since) this.#done(check);
      else if (dueAt > clock.monotonic()) next = Math.min(next, dueAt);
      else if (!this.#isComing(noteId) && this.#mayAsk()) void this.#check(noteId, check);
    }
    if (next === Number.POSITIVE_INFINITY) return;
    this.#timer = clock.setTimeout(() => this.#ask(), next - clock.monotonic());
  }

  /** Whether it comes with the note that renotes it. */
  #isComing(noteId: string): boolean {
    for (const [otherId, { state }] of this.#checks) {
      if (state === 'asking' && this.#options.notes.find(otherId)?.renoteId === noteId) return true;
    }
    return false;
  }

  #mayAsk(): boolean {
    if (this.#asking >= checkPace.atOnce || this.#allowance <= 0) return false;
    this.#allowance -= 1;
    this.#refillLater();
    return true;
  }

  #refillLater(): void {
    this.#refill ??= this.#options.clock.setTimeout(() => {
      this.#refill = null;
      this.#allowance += 1;
      if (this.#allowance < checkPace.burst) this.#refillLater();
      this.#ask();
    }, checkPace.refillMs);
  }

  async #check(noteId: string, check: Check): Promise<void> {
    const { api, notes, log } = this.#options;
    // Out of view, or captured anew on another socket.
    const isWanted = () => this.#checks.get(noteId) === check;
    const mark = notes.mark();
    check.state = 'asking';
    this.#asking += 1;
    try {
      const note = await api.call('notes/show', { noteId }, noteSchema);
      if (isWanted()) this.#take(note, mark, check);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code !== 'NO_SUCH_NOTE') {
        log.warn('a note could not be made sure of', { error: error.message });
        this.#failed(check, error);
      } else if (isWanted()) {
        this.#done(check);
        notes.remove(noteId);
      }
    } finally {
      this.#asking -= 1;
      this.#ask();
    }
  }

  #take(note: Note, mark: Mark, check: Check): void {
    const { notes } = this.#options;
    const isTrue = notes.isTrue(note.id, mark);
    notes.fromAnswer([note], mark);
    if (isTrue) this.#done(check);
    else this.#again(check);
  }

  /** Soon; later where so many tries have shown that the note changes all the time. */
  #again(check: Check): void {
    check.since = this.#options.clock.monotonic();
    check.tries += 1;
    const isBusy = check.tries >= checkPace.tries;
    if (isBusy) check.tries = 0;
    check.dueAt = check.since + (isBusy ? checkPace.calmAfter : checkPace.againIn * check.tries);
    check.state = 'due';
  }

  #failed(check: Check, { kind, retryAfterMs }: ApiError): void {
    const now = this.#options.clock.monotonic();
    if (kind === 'rate-limited') this.#notBefore = now + (retryAfterMs ?? checkPace.failedIn);
    check.dueAt = now + Math.min(checkPace.failedMost, checkPace.failedIn * 2 ** check.failures);
    check.failures += 1;
    check.state = 'due';
    const isFinal = kind === 'rejected' || kind === 'permission-denied' || kind === 'token-invalid';
    if (isFinal) this.#done(check);
  }

  #done(check: Check): void {
    check.state = 'done';
    check.doneAt = this.#options.clock.monotonic();
  }
}
