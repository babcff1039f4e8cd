import { chooseSoundFile } from './choose-sound-file.ts';
import { outsideArchive } from './outside-archive.ts';
import { playersFor } from './players.ts';
import { playerRunner } from './run-player.ts';
import { checkSoundFile } from './sound-file.ts';
import { createSoundPlayer } from './sound-player.ts';
import { createSounds, type Sounds, type SoundsParts } from './sounds.ts';

export interface StartSoundsParts extends Omit<SoundsParts, 'player' | 'check' | 'ask'> {
  /** The file of Suzu's own bell; may name one in the app's archive that is packed beside it. */
  readonly bell: string;
}

/** Sounds on the system that this process runs on. */
export function startSounds({ bell, ...parts }: StartSoundsParts): Sounds {
  const { env, platform } = process;
  const player = createSoundPlayer({
    bell: outsideArchive(bell),
    check: checkSoundFile,
    players: (file, volume) => playersFor(platform, env, file, volume),
    run: playerRunner(env),
  });
  return createSounds({ ...parts, player, check: checkSoundFile, ask: chooseSoundFile });
}
