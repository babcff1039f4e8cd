// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { inProject } from './lib/project.mjs';

/** Enough for the highest partial, and half the bytes of CD quality. Hertz. */
const RATE = 22_050;
const SECONDS = 1.25;
const FADE_SECONDS = 0.12;
const LOUDEST = 0.7;

/** Two small bells, one after the other: a fifth up, as a suzu that swings twice. */
const STRIKES = [
  { at: 0, hertz: 1396.91, loudness: 0.8 },
  { at: 0.13, hertz: 2093, loudness: 1 },
];

/** How a small metal bar rings: higher partials are quieter and die sooner. `life` in seconds. */
const PARTIALS = [
  { ratio: 1, loudness: 1, life: 0.42 },
  { ratio: 1.004, loudness: 0.35, life: 0.5 },
  { ratio: 2.756, loudness: 0.22, life: 0.14 },
  { ratio: 4.07, loudness: 0.1, life: 0.07 },
];

/** Without it the strike would click. Seconds. */
const ATTACK = 0.003;

/**
 * The bell at a moment.
 * @param {number} seconds
 */
function bellAt(seconds) {
  let sum = 0;
  for (const strike of STRIKES) {
    const since = seconds - strike.at;
    if (since < 0) continue;
    const attack = Math.min(1, since / ATTACK);
    for (const { ratio, loudness, life } of PARTIALS) {
      const swing = Math.sin(2 * Math.PI * strike.hertz * ratio * since);
      sum += strike.loudness * loudness * attack * Math.exp(-since / life) * swing;
    }
  }
  return sum * Math.min(1, (SECONDS - seconds) / FADE_SECONDS);
}

/**
 * A WAV file with one channel of 16 bits.
 * @param {readonly number[]} samples between -1 and 1
 */
function wav(samples) {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of samples.entries()) {
    bytes.writeInt16LE(Math.round(sample * 0x7fff), 44 + index * 2);
  }
  return bytes;
}

/** Makes Suzu's own sound, `assets/sounds/bell.wav`. */
export async function drawSounds() {
  const samples = Array.from({ length: Math.round(RATE * SECONDS) }, (_, index) =>
    bellAt(index / RATE),
  );
  const peak = Math.max(...samples.map(Math.abs));
  const folder = inProject('assets/sounds');
  await mkdir(folder, { recursive: true });
  const even = samples.map((sample) => (sample * LOUDEST) / peak);
  await writeFile(`${folder}/bell.wav`, wav(even));
}
