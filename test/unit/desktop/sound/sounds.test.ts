import { expect, test } from 'vitest';
import type { PlayOutcome } from '../../../../src-main/desktop/sound/sound-player.ts';
import { createSounds, isToastSilent } from '../../../../src-main/desktop/sound/sounds.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { Sound } from '../../../../src-main/engine/settings/settings.ts';
import { settle } from '../support/settle.ts';

const own = { kind: 'file', path: '/home/akari/chime.ogg' } as const;

function setUp(chosen: string | null = own.path) {
  let outcome: PlayOutcome = 'played';
  const played: string[] = [];
  const told: (string | null)[] = [];
  const samples: string[] = [];
  const sounds = createSounds({
    player: {
      async play(sound, volume) {
        played.push(`${sound.kind} at ${volume}`);
        return outcome;
      },
      stop() {},
    },
    check: async () => (outcome === 'not-a-sound' ? outcome : null),
    ask: async () => chosen,
    messages: () => messagesIn('en'),
    volume: () => 70,
    showSample: ({ body }) => samples.push(body),
    onProblem: (sentence) => told.push(sentence),
  });
  return {
    sounds,
    played,
    told,
    samples,
    becomes(next: PlayOutcome) {
      outcome = next;
    },
  };
}

test.each<[Sound | null, boolean]>([
  [{ kind: 'system' }, false],
  [{ kind: 'bell' }, true],
  [{ kind: 'none' }, true],
  [own, true],
  [null, true],
])('a toast with %j is silent itself: %s', (sound, silent) => {
  expect(isToastSilent(sound)).toBe(silent);
});

test('what is Suzu’s own is played beside the toast', () => {
  const { sounds, played } = setUp();
  for (const sound of [
    { kind: 'bell' },
    own,
    { kind: 'system' },
    { kind: 'none' },
    null,
  ] as const) {
    sounds.ring(sound);
  }
  expect(played).toEqual(['bell at 70', 'file at 70']);
});

test('a problem is told once, and taken back when it is over', async () => {
  const { sounds, told, becomes } = setUp();
  becomes('missing');
  for (let toast = 0; toast < 3; toast += 1) {
    sounds.ring(own);
    await settle();
  }
  expect(told).toEqual([
    'The sound chime.ogg is no longer there. Choose another one in the settings.',
  ]);
  // While the bell still rings in its place, nothing is known of the next one.
  becomes('skipped');
  sounds.ring(own);
  await settle();
  expect(told).toHaveLength(1);
  becomes('played');
  sounds.ring({ kind: 'bell' });
  await settle();
  expect(told).toHaveLength(1);
  sounds.ring(own);
  await settle();
  expect(told.at(-1)).toBeNull();
});

test('trying a sound says what is wrong with it where it was tried', async () => {
  const { sounds, told, becomes } = setUp();
  expect(await sounds.try(own)).toBeNull();
  becomes('no-player');
  expect(await sounds.try(own)).toContain('pw-play');
  expect(told).toEqual([]);
});

test('the desktop’s own sound is tried with a toast', async () => {
  const { sounds, samples, played } = setUp();
  expect(await sounds.try({ kind: 'system' })).toBeNull();
  expect(samples).toEqual(['This is how a notification sounds.']);
  expect(played).toEqual([]);
});

test('a file is checked when it is chosen', async () => {
  const { sounds, becomes } = setUp();
  expect(await sounds.choose()).toEqual({ path: own.path });
  becomes('not-a-sound');
  expect(await sounds.choose()).toEqual({ problem: expect.stringContaining('chime.ogg') });
});

test('whoever chooses nothing keeps what there was', async () => {
  expect(await setUp(null).sounds.choose()).toEqual({ path: null });
});
