import * as v from 'valibot';
import type { Clock, Timer } from '../../streaming/clock.ts';
import { type NoteUpdate, noteUpdateSchema } from '../notes/note-update.ts';

/** Who listens to a captured note. */
export interface CaptureListener {
  /** The server was asked for the note's events; on every new socket again. May come before `capture` returns. */
  onCaptured(): void;
  onUpdate(update: NoteUpdate): void;
}

/** A note that is captured until `release` was called. */
export interface CaptureHandle {
  release(): void;
}

export interface CapturesOptions {
  readonly clock: Clock;
  /** Sends a frame on the present socket. */
  readonly send: (frame: { readonly type: string; readonly body: { readonly id: string } }) => void;
}

/**
 * How quickly notes are captured and let go. Sharkey silently drops what goes beyond 100 messages a
 * second (PROTOCOL §8), and channels need some of those too.
 */
export const capturePace = { burst: 20, perTick: 5, tickMs: 100 } as const;

/**
 * The note captures of one stream: each note is asked for once a socket however many listen, renewed on
 * each new socket, and let go when nobody listens any more. What is withdrawn before its turn is never
 * sent.
 */
export class Captures {
  readonly #options: CapturesOptions;
  readonly #listeners = new Map<string, Set<CaptureListener>>();
  /** Asked for on the present socket. */
  readonly #live = new Set<string>();
  readonly #toCapture = new Set<string>();
  readonly #toRelease = new Set<string>();
  #isOnline = false;
  /** Frames that may be sent at once. */
  #allowance: number = capturePace.burst;
  #tick: Timer | null = null;

  constructor(options: CapturesOptions) {
    this.#options = options;
  }

  /** The socket takes captures from now on. */
  online(): void {
    this.#isOnline = true;
    this.#send();
  }

  /** The socket is gone, and all that was asked for on it. */
  offline(): void {
    this.#isOnline = false;
    this.#live.clear();
    this.#toRelease.clear();
    for (const noteId of this.#listeners.keys()) this.#toCapture.add(noteId);
  }

  /** Nothing runs after this. */
  stop(): void {
    this.offline();
    this.#tick?.cancel();
    this.#tick = null;
    this.#allowance = capturePace.burst;
  }

  /** Captures a note now, and again on each new socket, until the handle is released. */
  capture(noteId: string, listener: CaptureListener): CaptureHandle {
    const listeners = this.#listeners.get(noteId) ?? new Set();
    // One object may listen twice: each of its captures is to be released by itself.
    const own: CaptureListener = {
      onCaptured: () => listener.onCaptured(),
      onUpdate: (update) => listener.onUpdate(update),
    };
    this.#listeners.set(noteId, listeners.add(own));
    this.#toRelease.delete(noteId);
    if (this.#live.has(noteId)) own.onCaptured();
    else this.#toCapture.add(noteId);
    this.#send();
    return { release: () => this.#release(noteId, own) };
  }

  /** A frame `noteUpdated`. Returns false when it cannot be read. */
  onFrame(body: unknown): boolean {
    const parsed = v.safeParse(noteUpdateSchema, body);
    if (!parsed.success) return false;
    if (!this.#live.has(parsed.output.id)) return true;
    for (const listener of [...(this.#listeners.get(parsed.output.id) ?? [])]) {
      listener.onUpdate(parsed.output);
    }
    return true;
  }

  #release(noteId: string, listener: CaptureListener): void {
    const listeners = this.#listeners.get(noteId);
    listeners?.delete(listener);
    if (listeners === undefined || listeners.size > 0) return;
    this.#listeners.delete(noteId);
    this.#toCapture.delete(noteId);
    if (this.#live.has(noteId)) this.#toRelease.add(noteId);
    this.#send();
  }

  /** As much as may be sent now; what somebody waits for first. */
  #send(): void {
    while (this.#isOnline && this.#allowance > 0) {
      const captured = first(this.#toCapture);
      const released = captured ?? first(this.#toRelease);
      if (released === undefined) return;
      this.#allowance -= 1;
      this.#toCapture.delete(released);
      this.#toRelease.delete(released);
      this.#refillLater();
      this.#options.send({
        type: captured === undefined ? 'unsubNote' : 'subNote',
        body: { id: released },
      });
      if (captured === undefined) {
        this.#live.delete(released);
      } else {
        this.#live.add(captured);
        for (const listener of [...(this.#listeners.get(captured) ?? [])]) listener.onCaptured();
      }
    }
  }

  /** The allowance belongs to the user rather than to the socket: a new one starts with what is left. */
  #refillLater(): void {
    this.#tick ??= this.#options.clock.setTimeout(() => {
      this.#tick = null;
      this.#allowance = Math.min(capturePace.burst, this.#allowance + capturePace.perTick);
      if (this.#allowance < capturePace.burst) this.#refillLater();
      this.#send();
    }, capturePace.tickMs);
  }
}

function first(ids: ReadonlySet<string>): string | undefined {
  for (const id of ids) return id;
  return undefined;
}
