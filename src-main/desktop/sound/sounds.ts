import { basename } from 'node:path';
import type { Messages } from '../../engine/messages/index.ts';
import type { Sound } from '../../engine/settings/settings.ts';
import type { SoundPlayer } from './sound-player.ts';
import { type SoundFileProblem, type SoundProblem, wordSoundProblem } from './sound-problem.ts';

export interface SoundsParts {
  readonly player: SoundPlayer;
  readonly check: (path: string) => Promise<SoundFileProblem | null>;
  readonly ask: (words: Messages['sound']) => Promise<string | null>;
  readonly messages: () => Messages;
  /** In percent. */
  readonly volume: () => number;
  /** Shows a toast that sounds as the desktop wants, so that the user hears it. */
  readonly showSample: (toast: { readonly title: string; readonly body: string }) => void;
  /** Tells the user about a sound that could not be heard; null: it was heard again. */
  readonly onProblem: (sentence: string | null) => void;
}

/** Everything that is to be heard beside what the desktop plays itself. */
export interface Sounds {
  /** Plays what comes with a toast; null = nothing. A problem is told once until it is over. */
  ring(sound: Sound | null): void;
  /** Lets the user hear a sound; to a sentence that says why not, or null. */
  try(sound: Sound): Promise<string | null>;
  /** Lets the user choose a file of their own; a null path when they changed their mind. */
  choose(): Promise<{ readonly path: string | null } | { readonly problem: string }>;
  stop(): void;
}

/** Whether a toast is to make no sound itself: nothing is to be heard, or Suzu plays it. */
export function isToastSilent(sound: Sound | null): boolean {
  return sound?.kind !== 'system';
}

export function createSounds(parts: SoundsParts): Sounds {
  const { player, check, ask, messages, volume, showSample, onProblem } = parts;
  /** What the user was told last, and is not to be told with each toast. */
  let told: { readonly path: string; readonly problem: SoundProblem } | null = null;

  const word = (problem: SoundProblem, path: string) =>
    wordSoundProblem(problem, basename(path), messages());
  const pathOf = (sound: Sound) => (sound.kind === 'file' ? sound.path : '');

  async function playAndTell(sound: Sound): Promise<void> {
    const outcome = await player.play(sound, volume());
    const path = pathOf(sound);
    if (outcome === 'skipped') return;
    if (outcome !== 'played') {
      if (told?.path === path && told.problem === outcome) return;
      told = { path, problem: outcome };
      onProblem(word(outcome, path));
    } else if (told?.path === path) {
      told = null;
      onProblem(null);
    }
  }

  return {
    ring(sound) {
      if (sound?.kind === 'bell' || sound?.kind === 'file') void playAndTell(sound);
    },
    async try(sound) {
      if (sound.kind === 'system') {
        const { sampleTitle, sampleBody } = messages().sound;
        showSample({ title: sampleTitle, body: sampleBody });
        return null;
      }
      const outcome = await player.play(sound, volume());
      const isProblem = outcome !== 'played' && outcome !== 'skipped';
      return isProblem ? word(outcome, pathOf(sound)) : null;
    },
    async choose() {
      const path = await ask(messages().sound);
      const problem = path && (await check(path));
      return path && problem ? { problem: word(problem, path) } : { path };
    },
    stop: () => player.stop(),
  };
}
