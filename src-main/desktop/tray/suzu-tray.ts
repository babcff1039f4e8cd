import { Menu, nativeImage, nativeTheme, type Rectangle, screen, Tray } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { createTrayIcon, type TrayIcon, type TrayLook } from './tray.ts';
import { type TrayHost, whenKnown } from './tray-host.ts';
import { createTrayImages, type Panel } from './tray-images.ts';
import type { TrayCommand } from './tray-menu.ts';

export interface SuzuTrayOptions {
  readonly host: TrayHost;
  readonly clock: Clock;
  readonly log: Log;
  /** The folder `assets/tray`. */
  readonly picturesDir: string;
  /** What the icon is to look like now. */
  readonly look: () => TrayLook;
  readonly onClick: () => void;
  readonly onCommand: (command: TrayCommand) => void;
  /** Whether this desktop shows tray icons; called once it is known, and at each change. */
  readonly onHost: (isPresent: boolean) => void;
}

/** Suzu's icon in the tray of a real desktop: there from `start` to `stop`, through panels that come and go. */
export class SuzuTray {
  readonly #options: SuzuTrayOptions;
  #icon: TrayIcon | null = null;

  constructor(options: SuzuTrayOptions) {
    this.#options = options;
  }

  /** Puts the icon into the tray. */
  async start(): Promise<void> {
    const { host, clock, log, picturesDir, look, onClick, onCommand, onHost } = this.#options;
    // Electron registers its icon only with a panel that is there when the icon is made.
    await whenKnown(host, clock);
    const icon = createTrayIcon(
      {
        makeTray: (image) => new Tray(image),
        buildMenu: (template) => Menu.buildFromTemplate(template),
        images: createTrayImages({ nativeImage, directory: picturesDir }),
        panel: panelNow,
        log,
        onClick,
        onCommand,
      },
      look(),
    );
    this.#icon = icon;
    nativeTheme.on('updated', () => icon.refreshImage());
    screen.on('display-metrics-changed', () => icon.refreshImage());
    onHost(host.state() !== 'absent');
    host.onChange((state) => {
      if (state === 'unknown') return;
      if (state === 'present') icon.recreate();
      onHost(state === 'present');
    });
  }

  /** Makes the icon look as it should now. */
  update(): void {
    this.#icon?.update(this.#options.look());
  }

  /** Where the icon stands, in screen coordinates (DIP); null where the system does not tell. */
  bounds(): Rectangle | null {
    return this.#icon?.bounds() ?? null;
  }

  stop(): void {
    this.#options.host.stop();
    this.#icon?.destroy();
    this.#icon = null;
  }
}

function panelNow(): Panel {
  return {
    platform: process.platform,
    // The panel's own theme, which may not be the window's; Electron 33 does not tell it.
    dark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ?? nativeTheme.shouldUseDarkColors,
    scale: Math.max(...screen.getAllDisplays().map(({ scaleFactor }) => scaleFactor)),
  };
}
