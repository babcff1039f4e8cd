import { win32 } from 'node:path';

/** A program that plays one sound and ends. */
export interface PlayerCommand {
  /** A name to look for in `PATH`, or where it is. */
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What PulseAudio calls full volume. */
const pulseFull = 0x1_0000;

/**
 * Plays with what Windows itself has. File and volume come in the environment, so that no name can
 * become a part of the script.
 */
const windowsScript = [
  "$ErrorActionPreference = 'Stop'",
  'Add-Type -AssemblyName PresentationCore',
  '$player = New-Object System.Windows.Media.MediaPlayer',
  '$player.Volume = [double]$env:SUZU_SOUND_VOLUME',
  '$player.Open([Uri]$env:SUZU_SOUND_FILE)',
  'for ($i = 0; $i -lt 100 -and -not $player.NaturalDuration.HasTimeSpan; $i++) { Start-Sleep -Milliseconds 50 }',
  'if (-not $player.NaturalDuration.HasTimeSpan) { exit 1 }',
  '$player.Play()',
  'Start-Sleep -Milliseconds ($player.NaturalDuration.TimeSpan.TotalMilliseconds + 200)',
].join('; ');

/**
 * What may play a sound on a system, the best first: each is tried where the one before it is not
 * there or fails.
 *
 * @param file an absolute path.
 * @param volume in percent, above 0.
 */
export function playersFor(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  file: string,
  volume: number,
): readonly PlayerCommand[] {
  const part = volume / 100;
  if (platform === 'darwin') {
    return [{ program: '/usr/bin/afplay', args: ['-v', part.toFixed(2), file] }];
  }
  if (platform === 'win32') {
    return [
      {
        program: win32.join(
          environment['SystemRoot'] ?? 'C:\\Windows',
          'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
        ),
        args: ['-NoProfile', '-NonInteractive', '-Command', windowsScript],
        env: { SUZU_SOUND_FILE: file, SUZU_SOUND_VOLUME: part.toFixed(2) },
      },
    ];
  }
  const percent = String(Math.round(volume));
  const decibels = (20 * Math.log10(part)).toFixed(1);
  return [
    { program: 'pw-play', args: [`--volume=${part.toFixed(2)}`, file] },
    { program: 'paplay', args: [`--volume=${Math.round(part * pulseFull)}`, file] },
    {
      program: 'ffplay',
      args: ['-nodisp', '-autoexit', '-loglevel', 'quiet', '-volume', percent, file],
    },
    {
      program: 'mpv',
      args: ['--no-config', '--no-video', '--no-terminal', `--volume=${percent}`, '--', file],
    },
    { program: 'canberra-gtk-play', args: [`--volume=${decibels}`, `--file=${file}`] },
    // It has no volume, and knows WAV alone.
    { program: 'aplay', args: ['-q', file] },
  ];
}
