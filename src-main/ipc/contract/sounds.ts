import type { Sound } from '../../engine/settings/settings.ts';
import type { CallAnswer, CallResult } from './basics.ts';

export type { Sound } from '../../engine/settings/settings.ts';

export interface SoundCalls {
  /** Lets the user pick a sound file of their own; null when they changed their mind. */
  chooseSoundFile(): CallAnswer<string | null>;
  /** Lets a sound be heard, at the volume that is set; answers when it has ended. */
  trySound(sound: Sound): CallResult;
}
