/** What is said about sounds. `name`: the file's. */
export interface SoundMessages {
  readonly missing: (name: string) => string;
  readonly notAFile: (name: string) => string;
  readonly notLocal: (name: string) => string;
  readonly tooLarge: (name: string) => string;
  readonly unreadable: (name: string) => string;
  readonly notASound: (name: string) => string;
  readonly notPlayed: (name: string) => string;
  readonly noPlayer: string;
  readonly choose: string;
  /** What the dialog calls the files that can be chosen. */
  readonly files: string;
  /** The toast by which the desktop's own sound is tried. */
  readonly sampleTitle: string;
  readonly sampleBody: string;
}

export const soundsEn: SoundMessages = {
  missing: (name) => `The sound ${name} is no longer there. Choose another one in the settings.`,
  notAFile: (name) => `${name} is not a file. Choose a sound file.`,
  notLocal: (name) =>
    `The sound ${name} is not on this computer. Copy it here and choose it again.`,
  tooLarge: (name) => `The sound ${name} is larger than 10 MB. Choose a shorter one.`,
  unreadable: (name) =>
    `The sound ${name} may not be read. Change its permissions or choose another one.`,
  notASound: (name) =>
    `${name} is not a sound that Suzu knows. Choose a WAV, Ogg, FLAC, MP3, M4A or AIFF file.`,
  notPlayed: (name) =>
    `The sound ${name} could not be played on this computer. Choose another one; WAV works everywhere.`,
  noPlayer:
    'No program that plays sounds was found. Install pw-play (PipeWire) or paplay (PulseAudio), or choose the sound of the desktop.',
  choose: 'Choose a sound',
  files: 'Sounds',
  sampleTitle: 'Suzu',
  sampleBody: 'This is how a notification sounds.',
};
