import { expect, test } from 'vitest';
import { playersFor } from '../../../../src-main/desktop/sound/players.ts';

const file = '/home/akari/a sound; rm -rf "$HOME".ogg';

test.each([
  ['linux', 6],
  ['darwin', 1],
  ['win32', 1],
] as const)('on %s the file is one argument, or a variable', (platform, count) => {
  const players = playersFor(platform, {}, file, 50);
  expect(players).toHaveLength(count);
  for (const { args, env } of players) {
    const whole = [...args, ...Object.values(env ?? {})].filter((word) => word.includes(file));
    expect(whole).toHaveLength(1);
    expect(whole[0]?.replace(/^--file=/, '')).toBe(file);
  }
});

test.each([
  [100, ['--volume=1.00', '--volume=65536', '100', '--volume=100', '--volume=0.0']],
  [50, ['--volume=0.50', '--volume=32768', '50', '--volume=50', '--volume=-6.0']],
  [1, ['--volume=0.01', '--volume=655', '1', '--volume=1', '--volume=-40.0']],
])('a volume of %i percent is told as each player counts', (volume, expected) => {
  const told = playersFor('linux', {}, file, volume).map(({ args }) => args);
  for (const [index, word] of expected.entries()) expect(told[index]).toContain(word);
});

test('on Windows the system’s own PowerShell is run, with a script that is always the same', () => {
  const [player] = playersFor('win32', { SystemRoot: 'D:\\Windows' }, file, 30);
  expect(player).toMatchObject({
    program: 'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    env: { SUZU_SOUND_FILE: file, SUZU_SOUND_VOLUME: '0.30' },
  });
  const [other] = playersFor('win32', {}, 'C:\\other.wav', 90);
  expect(other?.args).toEqual(player?.args);
});
