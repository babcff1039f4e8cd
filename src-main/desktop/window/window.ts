import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import { createHealing, type Healing } from '../crash/healing.ts';
import { pageUrl } from './security.ts';
import { placeWindow, type Size, smallestWindow } from './window-place.ts';

export interface SuzuWindowOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly preload: string;
  readonly icon: string;
  /** Device-independent pixels; what the user left it at. */
  readonly size: () => Size;
  readonly rememberSize: (size: Size) => void;
  /** How large the page is drawn; 1 = 100 %. */
  readonly scale: () => number;
  /** The tray icon's rectangle; null where the system does not tell. */
  readonly trayBounds: () => Rectangle | null;
  /** Whether anybody can see the window, told when that changes. */
  readonly onSeen: (isSeen: boolean) => void;
  /** Whether what the user types goes to the window, told when that may have changed. */
  readonly onFocus: (isFocused: boolean) => void;
  /** The renderer is gone. */
  readonly onDestroyed: () => void;
  /** The window died while it was wanted, and was made again where it stood. */
  readonly onHealed: () => void;
  /** It died so often that it is not made again by itself; `show` tries anew. */
  readonly onGivenUp: () => void;
}

/** A hidden window lives this long (ms), so that opening it again at once is quick. */
const destroyAfterMs = 10_000;

/** A window that died is made again, but not more often than this in so many milliseconds. */
const healingLimits = { most: 3, within: 60_000 } as const;

/** A page that does not answer for this long (ms) after Chromium noticed is given up. */
const hangsForMs = 15_000;

/** What Chromium calls a load that something else took the place of. */
const loadAborted = -3;

/**
 * Suzu's only window: made when it is first opened, hidden when it is closed, destroyed soon after.
 * Everything it shows lives in the main process, so nothing is lost with it.
 */
export class SuzuWindow {
  readonly #options: SuzuWindowOptions;
  #window: BrowserWindow | null = null;
  #destroying: Timer | null = null;
  /** Whether the page has painted; until then showing waits. */
  #ready = false;
  #wanted = false;
  readonly #healing: Healing = createHealing(healingLimits);
  /** Where a window that died stood; the next one stands there. */
  #lastPlace: Rectangle | null = null;

  constructor(options: SuzuWindowOptions) {
    this.#options = options;
  }

  /** Whether a message comes from the window's own page. */
  isOwn(frame: Electron.WebFrameMain | null): boolean {
    const contents = this.#window?.webContents;
    return frame !== null && frame === contents?.mainFrame && frame.url === pageUrl;
  }

  /** Opens the window, or brings it to the front. */
  show(): void {
    this.#destroying?.cancel();
    this.#destroying = null;
    this.#wanted = true;
    if (this.#window === null) this.#window = this.#create();
    else if (this.#ready) this.#present(this.#window);
  }

  /** Hides the window; it is destroyed soon after. */
  hide(): void {
    this.#wanted = false;
    if (this.#window === null) return;
    if (this.#window.isVisible()) this.#options.rememberSize(this.#window.getBounds());
    this.#window.hide();
    this.#destroying?.cancel();
    this.#destroying = this.#options.clock.setTimeout(() => this.destroy(), destroyAfterMs);
  }

  /** Hides a window that is open, or about to be. */
  toggle(): void {
    if (this.#wanted) this.hide();
    else this.show();
  }

  send(channel: string, message: unknown): void {
    this.#window?.webContents.send(channel, message);
  }

  /** Draws the page at the scale that is set now; the window grows where it would be too small for that. */
  scaleChanged(): void {
    const window = this.#window;
    if (window === null) return;
    const scale = this.#options.scale();
    const smallest = smallestWindow(scale);
    const { width, height } = window.getBounds();
    window.setMinimumSize(smallest.width, smallest.height);
    if (width < smallest.width || height < smallest.height) window.setBounds(this.#place());
    window.webContents.setZoomFactor(scale);
  }

  /** Ends the renderer at once. */
  destroy(): void {
    this.#destroying?.cancel();
    this.#destroying = null;
    this.#window?.destroy();
  }

  #create(): BrowserWindow {
    const { icon, preload, scale } = this.#options;
    const smallest = smallestWindow(scale());
    const window = new BrowserWindow({
      ...this.#place(),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: 'Suzu',
      icon,
      autoHideMenuBar: true,
      fullscreenable: false,
      maximizable: false,
      // The page's own background, so that nothing flashes before it has painted.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1d1c1a' : '#fbfaf8',
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        zoomFactor: scale(),
      },
    });
    this.#ready = false;
    window.removeMenu();
    // What Chromium remembers of an earlier scale must not win.
    window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(scale()));
    window.once('ready-to-show', () => {
      this.#ready = true;
      if (this.#wanted) this.#present(window);
    });
    this.#watchPresence(window);
    this.#watchHealth(window);
    // A page that cannot be loaded is told by `did-fail-load`.
    window.loadURL(pageUrl).catch(() => {});
    return window;
  }

  /** Tells whether the window is there to be seen and typed into. */
  #watchPresence(window: BrowserWindow): void {
    const { onSeen, onFocus, onDestroyed } = this.#options;
    window.on('close', (event) => {
      event.preventDefault();
      this.hide();
    });
    window.on('show', () => onSeen(true));
    window.on('restore', () => onSeen(true));
    window.on('hide', () => {
      onSeen(false);
      // Not every window manager takes the focus from what it hides.
      onFocus(false);
    });
    window.on('focus', () => onFocus(true));
    window.on('blur', () => onFocus(false));
    window.on('minimize', () => onSeen(false));
    window.on('closed', () => {
      this.#window = null;
      onFocus(false);
      onDestroyed();
    });
  }

  #watchHealth(window: BrowserWindow): void {
    const { clock, log } = this.#options;
    const { webContents } = window;
    let hanging: Timer | null = null;
    webContents.once('render-process-gone', (_event, { reason }) => {
      hanging?.cancel();
      this.#heal(window, reason);
    });
    webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
      if (isMainFrame && code !== loadAborted) this.#heal(window, description);
    });
    webContents.on('unresponsive', () => {
      log.warn('the window does not answer');
      hanging ??= clock.setTimeout(() => endRenderer(webContents), hangsForMs);
    });
    webContents.on('responsive', () => {
      hanging?.cancel();
      hanging = null;
    });
    window.once('closed', () => hanging?.cancel());
  }

  /** A window that nobody wants to see is only cleared away: it is made anew when it is opened. */
  #heal(window: BrowserWindow, reason: string): void {
    if (window !== this.#window) return;
    const { clock, log, onHealed, onGivenUp } = this.#options;
    const wanted = this.#wanted;
    const again = wanted && this.#healing.mayHeal(clock.monotonic());
    log.error('the window died', { reason, again });
    if (again && window.isVisible()) this.#lastPlace = window.getBounds();
    this.#wanted = false;
    this.destroy();
    if (again) {
      onHealed();
      this.show();
    } else if (wanted) {
      // Whoever opens it again wants all tries.
      this.#healing.reset();
      onGivenUp();
    }
  }

  #present(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore();
    else if (!window.isVisible()) window.setBounds(this.#place());
    this.#lastPlace = null;
    window.show();
    window.focus();
  }

  #place(): Rectangle {
    if (this.#lastPlace !== null) return this.#lastPlace;
    const icon = this.#options.trayBounds();
    const point = icon ?? screen.getCursorScreenPoint();
    const smallest = smallestWindow(this.#options.scale());
    const size = this.#window?.isVisible() ? this.#window.getBounds() : this.#options.size();
    return placeWindow(
      {
        width: Math.max(size.width, smallest.width),
        height: Math.max(size.height, smallest.height),
      },
      screen.getDisplayNearestPoint(point),
      icon,
    );
  }
}

/** Ends a page that hangs, which is then told as `render-process-gone`. */
function endRenderer(contents: Electron.WebContents): void {
  // `forcefullyCrashRenderer` asks the page's process, which may not answer that either.
  const pid = contents.getOSProcessId();
  // 0 stands for no process, and would be this one's whole group.
  if (pid <= 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
