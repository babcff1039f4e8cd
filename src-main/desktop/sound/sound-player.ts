import type { Sound } from '../../engine/settings/settings.ts';
import type { PlayerCommand } from './players.ts';
import type { RunPlayer } from './run-player.ts';
import type { SoundFileProblem, SoundProblem } from './sound-problem.ts';

export interface SoundPlayerParts {
  /** The file of Suzu's own bell. */
  readonly bell: string;
  readonly check: (path: string) => Promise<SoundFileProblem | null>;
  /** What may play a file at a volume in percent, the best first. */
  readonly players: (file: string, volume: number) => readonly PlayerCommand[];
  readonly run: RunPlayer;
}

/** `skipped`: nothing was to be played now; or why it could not be. */
export type PlayOutcome = 'played' | 'skipped' | SoundProblem;

/** Plays Suzu's bell and the user's own sounds. */
export interface SoundPlayer {
  /**
   * Plays a sound, unless another is still to be heard: a burst of notices rings once. Resolves when it
   * has ended. An own file that could not be played has the bell in its place. The desktop's own sound is
   * the toast's affair. Never rejects.
   *
   * @param volume in percent; at 0 nothing is played.
   */
  play(sound: Sound, volume: number): Promise<PlayOutcome>;
  /** Ends what is being played, for good. */
  stop(): void;
}

export function createSoundPlayer({ bell, check, players, run }: SoundPlayerParts): SoundPlayer {
  const ending = new AbortController();
  let isPlaying = false;

  async function playFile(file: string, volume: number): Promise<PlayOutcome> {
    let isThere = false;
    for (const command of players(file, volume)) {
      if (ending.signal.aborted) return 'skipped';
      const played = await run(command, ending.signal);
      if (played === 'played') return 'played';
      isThere ||= played === 'failed';
    }
    return isThere ? 'not-played' : 'no-player';
  }

  async function playOwn(path: string, volume: number): Promise<PlayOutcome> {
    const outcome = (await check(path)) ?? (await playFile(path, volume));
    const isToReplace = outcome !== 'played' && outcome !== 'skipped' && outcome !== 'no-player';
    if (isToReplace) await playFile(bell, volume);
    return outcome;
  }

  return {
    async play(sound, volume) {
      const isOurs = sound.kind === 'bell' || sound.kind === 'file';
      if (!isOurs || volume <= 0 || isPlaying || ending.signal.aborted) return 'skipped';
      isPlaying = true;
      try {
        return await (sound.kind === 'file' ? playOwn(sound.path, volume) : playFile(bell, volume));
      } finally {
        isPlaying = false;
      }
    },
    stop: () => ending.abort(),
  };
}
