import { expect, test } from 'vitest';
import type { PlayerCommand } from '../../../../src-main/desktop/sound/players.ts';
import type { Played } from '../../../../src-main/desktop/sound/run-player.ts';
import { createSoundPlayer } from '../../../../src-main/desktop/sound/sound-player.ts';
import type { SoundFileProblem } from '../../../../src-main/desktop/sound/sound-problem.ts';
import { settle } from '../support/settle.ts';

const own = { kind: 'file', path: '/own.ogg' } as const;
const bell = { kind: 'bell' } as const;

/** @param answers what each player makes of each file; a player that is left out is absent. */
function setUp(answers: Readonly<Record<string, Played>>, problem: SoundFileProblem | null = null) {
  const runs: string[] = [];
  const waiting: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  let holds = false;
  const player = createSoundPlayer({
    bell: '/bell.wav',
    check: async () => problem,
    players: (file, volume): PlayerCommand[] => [
      { program: 'first', args: [file, String(volume)] },
      { program: 'second', args: [file, String(volume)] },
    ],
    async run({ program, args }, signal) {
      const [file] = args;
      runs.push(`${program} ${args.join(' ')}`);
      signals.push(signal);
      if (holds) await new Promise<void>((resolve) => waiting.push(resolve));
      return answers[`${program} ${file}`] ?? answers[program] ?? 'absent';
    },
  });
  return {
    player,
    runs,
    signals,
    hold() {
      holds = true;
      return () => {
        holds = false;
        for (const end of waiting) end();
      };
    },
  };
}

test('the best player that is there plays, at the volume', async () => {
  const { player, runs } = setUp({ second: 'played' });
  expect(await player.play(bell, 40)).toBe('played');
  expect(runs).toEqual(['first /bell.wav 40', 'second /bell.wav 40']);
  const { player: other, runs: once } = setUp({ first: 'played', second: 'played' });
  await other.play(own, 100);
  expect(once).toEqual(['first /own.ogg 100']);
});

test('what one player cannot play, the next one tries', async () => {
  const { player, runs } = setUp({ first: 'failed', second: 'played' });
  expect(await player.play(own, 100)).toBe('played');
  expect(runs).toEqual(['first /own.ogg 100', 'second /own.ogg 100']);
});

test('in place of a file that is no sound the bell is heard', async () => {
  const { player, runs } = setUp({ first: 'played' }, 'not-a-sound');
  expect(await player.play(own, 100)).toBe('not-a-sound');
  expect(runs).toEqual(['first /bell.wav 100']);
});

test('and in place of one that no player likes', async () => {
  const { player, runs } = setUp({ 'first /own.ogg': 'failed', 'first /bell.wav': 'played' });
  expect(await player.play(own, 100)).toBe('not-played');
  expect(runs.at(-1)).toBe('first /bell.wav 100');
});

test('without any player there is nothing to try twice', async () => {
  const { player, runs } = setUp({});
  expect(await player.play(own, 100)).toBe('no-player');
  expect(runs).toHaveLength(2);
});

test('a burst rings once, and the next one rings again', async () => {
  const { player, runs, hold } = setUp({ first: 'played' });
  const release = hold();
  const first = player.play(bell, 100);
  await settle();
  expect(await player.play(bell, 100)).toBe('skipped');
  expect(await player.play(own, 100)).toBe('skipped');
  expect(runs).toHaveLength(1);
  release();
  await first;
  await player.play(bell, 100);
  expect(runs).toHaveLength(2);
});

test.each([
  [{ kind: 'none' } as const, 100],
  [{ kind: 'system' } as const, 100],
  [bell, 0],
])('%j at %i percent is not played', async (sound, volume) => {
  const { player, runs } = setUp({ first: 'played' });
  expect(await player.play(sound, volume)).toBe('skipped');
  expect(runs).toEqual([]);
});

test('stopped, it ends what is playing and plays no more', async () => {
  const { player, runs, signals, hold } = setUp({ first: 'failed', second: 'played' });
  const release = hold();
  const playing = player.play(bell, 100);
  await settle();
  player.stop();
  expect(signals[0]?.aborted).toBe(true);
  release();
  await playing;
  await player.play(bell, 100);
  expect(runs).toHaveLength(1);
});
