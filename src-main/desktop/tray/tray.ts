import type { MenuItemConstructorOptions, Rectangle } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { TrayIconState } from './tray-icon.ts';
import type { Panel, TrayImages } from './tray-images.ts';
import type { TrayCommand, TrayMenuItem } from './tray-menu.ts';

/** What the tray icon is to look like. */
export interface TrayLook {
  readonly state: TrayIconState;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

/** The icon in the tray. */
export interface TrayIcon {
  /** Changes only what differs from before, so that nothing flickers and an open menu stays. */
  update(look: TrayLook): void;
  /** Looks at the panel's theme and scale again, which may ask for another picture. */
  refreshImage(): void;
  /** Makes the icon anew, for a panel that does not know it yet. */
  recreate(): void;
  /** Where the icon stands, in screen coordinates (DIP); null where the system does not tell (Linux). */
  bounds(): Rectangle | null;
  destroy(): void;
}

/** The part of Electron's `Tray` that is used. */
interface RawTray<Image, Menu> {
  on(event: 'click' | 'right-click', listener: () => void): unknown;
  setImage(image: Image): void;
  setToolTip(text: string): void;
  setContextMenu(menu: Menu): void;
  popUpContextMenu(menu: Menu): void;
  getBounds(): Rectangle;
  isDestroyed(): boolean;
  destroy(): void;
}

export interface TrayParts<Image, Menu> {
  readonly makeTray: (image: Image) => RawTray<Image, Menu>;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  readonly images: TrayImages<Image>;
  /** The panel as it is now. */
  readonly panel: () => Panel;
  readonly log: Log;
  /** A click on the icon itself, on systems that have one beside the menu. */
  readonly onClick: () => void;
  readonly onCommand: (command: TrayCommand) => void;
}

/** Menus take a lone `&` for the mark of an access key. */
function menuLabel(text: string): string {
  return text.replaceAll('&', '&&');
}

type OnCommand = (command: TrayCommand) => void;

function toTemplateItem(item: TrayMenuItem, onCommand: OnCommand): MenuItemConstructorOptions {
  if (item.type === 'separator') return { type: 'separator' };
  const label = menuLabel(item.label);
  if (item.type === 'text') return { label, enabled: false };
  if (item.type === 'submenu') return { label, submenu: toTemplate(item.items, onCommand) };
  return { label, enabled: item.enabled, click: () => onCommand(item.command) };
}

function toTemplate(items: readonly TrayMenuItem[], onCommand: OnCommand) {
  return items.map((item) => toTemplateItem(item, onCommand));
}

/** Puts the icon into the tray. On a desktop without one this does no harm: nothing is shown. */
export function createTrayIcon<Image, Menu>(
  parts: TrayParts<Image, Menu>,
  first: TrayLook,
): TrayIcon {
  const { makeTray, buildMenu, images, panel, log, onClick, onCommand } = parts;
  let look = first;
  let menu: Menu | null = null;
  let image = images.image(look.state, panel());
  let tray: RawTray<Image, Menu> | null = null;

  function create(): void {
    try {
      tray = makeTray(image);
    } catch (error) {
      // Seen where the panel goes away at that very moment; the next `recreate` mends it.
      log.warn('The tray icon could not be made', { error: String(error) });
      return;
    }
    tray.setToolTip(look.tooltip);
    tray.on('click', onClick);
    // With a menu set, macOS opens it on a plain click too and tells no click.
    if (panel().platform === 'darwin') {
      tray.on('right-click', () => menu !== null && tray?.popUpContextMenu(menu));
    }
    setMenu();
  }

  function setMenu(): void {
    menu = buildMenu(toTemplate(look.menu, onCommand));
    // A menu is never changed in place: Linux shows changes only when the menu is set again.
    if (panel().platform !== 'darwin') tray?.setContextMenu(menu);
  }

  function setImage(): void {
    const next = images.image(look.state, panel());
    if (next === image) return;
    image = next;
    tray?.setImage(image);
  }

  function destroy(): void {
    const old = tray;
    tray = null;
    if (old !== null && !old.isDestroyed()) old.destroy();
  }

  create();
  return {
    update(next) {
      const before = look;
      look = next;
      setImage();
      if (before.tooltip !== next.tooltip) tray?.setToolTip(next.tooltip);
      if (JSON.stringify(before.menu) !== JSON.stringify(next.menu)) setMenu();
    },
    refreshImage: setImage,
    recreate() {
      destroy();
      create();
    },
    bounds() {
      const bounds = tray?.getBounds();
      return bounds === undefined || bounds.width === 0 || bounds.height === 0 ? null : bounds;
    },
    destroy,
  };
}
