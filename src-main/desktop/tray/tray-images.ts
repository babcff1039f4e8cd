import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrayIconState } from './tray-icon.ts';

/** Where the icon will stand. */
export interface Panel {
  readonly platform: NodeJS.Platform;
  /** Whether the panel is dark. Known on Windows only; macOS tints by itself, Linux does not tell. */
  readonly dark: boolean;
  /** The highest scale factor among the displays. */
  readonly scale: number;
}

/** Pictures of the tray icon. */
export interface TrayImages<Image> {
  /** The picture for a state. Throws when its file is missing: a broken installation. */
  image(state: TrayIconState, panel: Panel): Image;
}

export interface TrayImagesParts<Image> {
  /** Electron's `nativeImage`. */
  readonly nativeImage: {
    createFromPath(path: string): Image;
    createFromBuffer(buffer: Buffer): Image;
  };
  /** The folder that holds the pictures, `assets/tray`. */
  readonly directory: string;
}

/** Scales that the pictures are drawn for, with what their file names end in. */
const scales = [
  { factor: 1, suffix: '' },
  { factor: 1.25, suffix: '@1.25x' },
  { factor: 1.5, suffix: '@1.5x' },
  { factor: 2, suffix: '@2x' },
  { factor: 3, suffix: '@3x' },
] as const;
const largestSuffix = '@3x';

/**
 * The file to load for a state on a panel; see assets/tray/README.md for the names. On macOS and
 * Windows it is the picture at scale 1, beside which Electron finds the others. On Linux Electron
 * hands the panel a single bitmap, the one of the largest scale it has, and a panel that must shrink
 * it blurs it: there the one picture that fits the displays is used alone.
 */
export function trayImageFile(state: TrayIconState, { platform, dark, scale }: Panel): string {
  if (platform === 'darwin') return `${state}Template.png`;
  if (platform === 'win32') return `${state}-${dark ? 'dark' : 'light'}-16.png`;
  const fitting = scales.find(({ factor }) => factor >= scale);
  return `${state}-both${fitting?.suffix ?? largestSuffix}.png`;
}

/** Loads pictures on first use and keeps them: they change with every state, and are small. */
export function createTrayImages<Image>({
  nativeImage,
  directory,
}: TrayImagesParts<Image>): TrayImages<Image> {
  const loaded = new Map<string, Image>();
  return {
    image(state, panel) {
      const file = trayImageFile(state, panel);
      const known = loaded.get(file);
      if (known !== undefined) return known;
      const path = join(directory, file);
      // From its bytes it has scale 1 whatever its name says; else GNOME's panel would get it shrunk.
      const image =
        panel.platform === 'linux'
          ? nativeImage.createFromBuffer(readFileSync(path))
          : nativeImage.createFromPath(path);
      loaded.set(file, image);
      return image;
    },
  };
}
