import type { Timer } from '../engine/streaming/clock.ts';
import type { DemoActs } from './acts/types.ts';
import { between, type Random } from './random.ts';
import { createScript } from './script.ts';
import type { DemoUser } from './world/model.ts';
import type { World } from './world/world.ts';

/** The demo's life going on by itself. */
export interface Play {
  /** Starts, or goes on where it was paused. */
  play(): void;
  pause(): void;
  readonly playing: boolean;
}

/** How many notes the demo remembers while it plays; it may play for days. */
const keptNotes = 1000;

/**
 * Lets the community live: every 2 to 4 seconds a note, every 5 to 8 seconds a notification of another kind
 * than the last, and every 1 to 3 seconds a reaction to what stands on the timeline. The same random source
 * and clock give the same life.
 */
export function createPlay(world: World, account: DemoUser, acts: DemoActs, random: Random): Play {
  const script = createScript(world, account, acts, random);
  const timers = new Map<string, Timer>();

  function repeat(act: () => void, name: string, fromMs: number, toMs: number): void {
    const again = () => {
      // First the next time, so that an act that throws does not end the play.
      repeat(act, name, fromMs, toMs);
      act();
    };
    timers.set(name, world.clock.setTimeout(again, between(random, fromMs, toMs)));
  }

  function postNext(): void {
    script.postNext();
    forgetOldest(world, keptNotes);
  }

  return {
    play() {
      if (timers.size > 0) return;
      repeat(postNext, 'notes', 2000, 4000);
      repeat(script.notifyNext, 'notifications', 5000, 8000);
      repeat(script.reactNext, 'reactions', 1000, 3000);
    },
    pause() {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
    get playing() {
      return timers.size > 0;
    },
  };
}

/** Forgets the oldest notes without a word, and their files with them. */
function forgetOldest(world: World, kept: number): void {
  for (const note of world.notes.values()) {
    if (world.notes.size <= kept) return;
    world.notes.delete(note.id);
    for (const fileId of note.fileIds) world.files.delete(fileId);
  }
}
