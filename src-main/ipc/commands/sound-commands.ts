import type { Sound, SoundCalls } from '../contract.ts';
import type { Commands } from './commands.ts';
import { done, fail } from './server-calls.ts';

/** Sounds, as the window may ask for them. What goes wrong is a sentence in the current language. */
export interface SoundParts {
  /** Asks the user for a file and checks it; a null path when they changed their mind. */
  choose(): Promise<{ readonly path: string | null } | { readonly problem: string }>;
  /** Lets a sound be heard; null when it was. */
  try(sound: Sound): Promise<string | null>;
}

export interface SoundCommandsOptions {
  readonly sounds: SoundParts;
}

/** What the window asks about sounds. */
export function createSoundCommands({ sounds }: SoundCommandsOptions): Commands<SoundCalls> {
  return {
    async chooseSoundFile() {
      const chosen = await sounds.choose();
      return 'problem' in chosen ? fail(chosen.problem) : { ok: true, data: chosen.path };
    },

    async trySound(sound) {
      const problem = await sounds.try(sound);
      return problem === null ? done : fail(problem);
    },
  };
}
