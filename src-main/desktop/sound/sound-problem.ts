import type { Messages } from '../../engine/messages/index.ts';

/** Why a sound of the user's own was not to be heard. */
export type SoundFileProblem =
  | 'missing'
  /** A folder, a device, a pipe. */
  | 'not-a-file'
  /** On another computer, or not named from the root: what its name reaches may differ each time. */
  | 'not-local'
  | 'too-large'
  | 'unreadable'
  /** It is none of the formats that are known. */
  | 'not-a-sound';

/** Why a sound was not to be heard. */
export type SoundProblem =
  | SoundFileProblem
  /** Nothing on this system plays sounds. */
  | 'no-player'
  /** What plays sounds here did not like this one. */
  | 'not-played';

/** Says what is wrong with a sound and what to do about it. `name`: the file's. */
export function wordSoundProblem(problem: SoundProblem, name: string, words: Messages): string {
  const { sound } = words;
  switch (problem) {
    case 'no-player':
      return sound.noPlayer;
    case 'not-played':
      return sound.notPlayed(name);
    case 'missing':
      return sound.missing(name);
    case 'not-a-file':
      return sound.notAFile(name);
    case 'not-local':
      return sound.notLocal(name);
    case 'too-large':
      return sound.tooLarge(name);
    case 'unreadable':
      return sound.unreadable(name);
    case 'not-a-sound':
      return sound.notASound(name);
  }
}
