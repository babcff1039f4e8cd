import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { createTrayIcon, type TrayLook } from '../../../../src-main/desktop/tray/tray.ts';
import type { TrayCommand } from '../../../../src-main/desktop/tray/tray-menu.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';

type Template = MenuItemConstructorOptions[];

/** Plays Electron's Tray; pictures are their names, menus their templates. */
class PlayedTray extends EventEmitter {
  readonly done: string[] = [];
  menu: Template | null = null;
  popped: Template | null = null;
  destroyed = false;
  bounds = { x: 0, y: 0, width: 0, height: 0 };
  constructor(image: string) {
    super();
    this.done.push(`image ${image}`);
  }
  setImage(image: string): void {
    this.done.push(`image ${image}`);
  }
  setToolTip(text: string): void {
    this.done.push(`tooltip ${text}`);
  }
  setContextMenu(menu: Template): void {
    this.menu = menu;
    this.done.push('menu');
  }
  popUpContextMenu(menu: Template): void {
    this.popped = menu;
  }
  getBounds() {
    return this.bounds;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  destroy(): void {
    if (this.destroyed) throw new Error('destroyed twice');
    this.destroyed = true;
  }
}

const look: TrayLook = {
  state: 'online',
  tooltip: 'Suzu',
  menu: [
    { type: 'command', label: 'Open R&D', enabled: true, command: { kind: 'open' } },
    { type: 'separator' },
    { type: 'submenu', label: 'More', items: [{ type: 'text', label: 'T' }] },
  ],
};

function setUp(platform: NodeJS.Platform = 'linux', failing = 0) {
  const trays: PlayedTray[] = [];
  const commands: TrayCommand[] = [];
  const panel = { platform, dark: false, scale: 1 };
  let clicks = 0;
  let failures = failing;
  const icon = createTrayIcon<string, Template>(
    {
      makeTray(image) {
        failures -= 1;
        if (failures >= 0) throw new Error('no panel');
        const tray = new PlayedTray(image);
        trays.push(tray);
        return tray;
      },
      buildMenu: (template) => template,
      images: { image: (state, at) => `${state}@${at.scale}` },
      panel: () => panel,
      log: silentLog,
      onClick: () => {
        clicks += 1;
      },
      onCommand: (command) => commands.push(command),
    },
    look,
  );
  return { icon, trays, commands, panel, clicks: () => clicks };
}

test('the icon starts with its picture, tooltip and menu', () => {
  const { trays } = setUp();
  expect(trays[0]?.done).toEqual(['image online@1', 'tooltip Suzu', 'menu']);
});

test('an update with nothing new touches nothing', () => {
  const { icon, trays } = setUp();
  icon.update(structuredClone(look));
  expect(trays[0]?.done).toHaveLength(3);
});

test('an update changes only what differs', () => {
  const { icon, trays } = setUp();
  icon.update({ ...look, state: 'unread' });
  icon.update({ ...look, state: 'unread', tooltip: 'new' });
  icon.update({ ...look, state: 'unread', tooltip: 'new', menu: [] });
  expect(trays[0]?.done.slice(3)).toEqual(['image unread@1', 'tooltip new', 'menu']);
});

test('a panel with another scale gets another picture', () => {
  const { icon, trays, panel } = setUp();
  panel.scale = 2;
  icon.refreshImage();
  expect(trays[0]?.done.at(-1)).toBe('image online@2');
});

test('choosing in the menu gives its command, and & is shown as written', () => {
  const { trays, commands } = setUp();
  const [open, , more] = trays[0]?.menu ?? [];
  expect(open?.label).toBe('Open R&&D');
  expect(more).toMatchObject({ label: 'More', submenu: [{ label: 'T', enabled: false }] });
  Reflect.apply(open?.click ?? (() => {}), undefined, []);
  expect(commands).toEqual([{ kind: 'open' }]);
});

test('a click on the icon is told', () => {
  const { trays, clicks } = setUp();
  trays[0]?.emit('click');
  expect(clicks()).toBe(1);
});

test('on macOS the menu comes with the right button only, so that a click stays a click', () => {
  const { trays } = setUp('darwin');
  expect(trays[0]?.menu).toBeNull();
  trays[0]?.emit('right-click');
  expect(trays[0]?.popped).toHaveLength(3);
});

test('made anew it looks as it did last', () => {
  const { icon, trays } = setUp();
  icon.update({ ...look, state: 'refused', tooltip: 'x' });
  icon.recreate();
  expect(trays[0]?.destroyed).toBe(true);
  expect(trays[1]?.done).toEqual(['image refused@1', 'tooltip x', 'menu']);
});

test('where the icon cannot be made nothing breaks, and the next try may do', () => {
  const { icon, trays } = setUp('linux', 1);
  icon.update({ ...look, state: 'unread' });
  expect(trays).toEqual([]);
  icon.recreate();
  expect(trays[0]?.done[0]).toBe('image unread@1');
});

test('empty bounds mean that the system does not tell', () => {
  const { icon, trays } = setUp();
  expect(icon.bounds()).toBeNull();
  const known = { x: 5, y: 6, width: 22, height: 22 };
  if (trays[0] !== undefined) trays[0].bounds = known;
  expect(icon.bounds()).toEqual(known);
});

test('it is destroyed once, and is gone then', () => {
  const { icon, trays } = setUp();
  icon.destroy();
  icon.destroy();
  icon.update({ ...look, state: 'unread' });
  expect(trays[0]?.destroyed).toBe(true);
  expect(icon.bounds()).toBeNull();
  expect(trays[0]?.done).toHaveLength(3);
});
