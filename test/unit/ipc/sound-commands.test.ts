import { expect, test } from 'vitest';
import {
  createSoundCommands,
  type SoundParts,
} from '../../../src-main/ipc/commands/sound-commands.ts';

const commandsWith = (parts: Partial<SoundParts>) =>
  createSoundCommands({
    sounds: { choose: async () => ({ path: null }), try: async () => null, ...parts },
  });

test.each<[Awaited<ReturnType<SoundParts['choose']>>, unknown]>([
  [{ path: '/a.ogg' }, { ok: true, data: '/a.ogg' }],
  [{ path: null }, { ok: true, data: null }],
  [{ problem: 'No sound.' }, { ok: false, error: 'No sound.' }],
])('a choice of %j answers %j', async (chosen, answer) => {
  expect(await commandsWith({ choose: async () => chosen }).chooseSoundFile()).toEqual(answer);
});

test.each([
  [null, { ok: true }],
  ['No player.', { ok: false, error: 'No player.' }],
])('a sound that is tried with the problem %j answers %j', async (problem, answer) => {
  const heard: unknown[] = [];
  const commands = commandsWith({
    async try(sound) {
      heard.push(sound);
      return problem;
    },
  });
  expect(await commands.trySound({ kind: 'bell' })).toEqual(answer);
  expect(heard).toEqual([{ kind: 'bell' }]);
});
