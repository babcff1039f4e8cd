import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type Bus, connectBus, variant } from './desktop-bus.ts';
import { poll } from './desktop-recording.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';

/** What a tray icon shows. */
export interface TrayLook {
  readonly title: string;
  readonly tooltip: string;
  /** The icon's pictures, the smallest first; the hash is of the pixels. */
  readonly pictures: readonly TrayPicture[];
}

export interface TrayPicture {
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}

/** A row of a tray icon's menu. */
export interface TrayMenuRow {
  readonly id: number;
  /** Without the mnemonic's underscore; empty for a separator. */
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly rows: readonly TrayMenuRow[];
}

/** An icon that is in the tray. */
export interface TrayItem {
  /** Of the process that shows the icon. */
  readonly pid: number;
  look(): Promise<TrayLook>;
  menu(): Promise<readonly TrayMenuRow[]>;
  /** The icon's primary click. */
  activate(): Promise<void>;
  /** Chooses a row of the menu, for example `choose('Pause', '1 hour')`. */
  choose(...labels: readonly string[]): Promise<void>;
}

/** The tray of a desktop, asked over the session bus. */
export interface TrayView {
  /** Whether something shows tray icons. */
  hasHost(): Promise<boolean>;
  /** The icons that are in the tray now. */
  items(): Promise<readonly TrayItem[]>;
  /** The icon of that process, once it is there. */
  itemOf(pid: number, timeoutMs?: number): Promise<TrayItem>;
  close(): void;
}

/** Looks at the tray of the desktop that `env` names. */
export async function viewTray(env: NodeJS.ProcessEnv): Promise<TrayView> {
  const bus = await connectBus(env);
  const items = async () => {
    if (!(await bus.hasOwner(watcher))) return [];
    const properties = await bus.properties(watcher, '/StatusNotifierWatcher', watcher);
    const names = v.parse(v.array(v.string()), properties['RegisteredStatusNotifierItems']);
    // An icon whose program just ended is still listed for a moment, and cannot be asked.
    const found = await Promise.allSettled(names.map((name) => trayItem(bus, name)));
    return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  };
  return {
    async hasHost() {
      if (!(await bus.hasOwner(watcher))) return false;
      const properties = await bus.properties(watcher, '/StatusNotifierWatcher', watcher);
      return properties['IsStatusNotifierHostRegistered'] === true;
    },
    items,
    itemOf: (pid, timeoutMs) =>
      poll(
        `tray icon of process ${pid}`,
        async () => (await items()).find((item) => item.pid === pid),
        timeoutMs,
      ),
    close: () => bus.close(),
  };
}

/** `name` is a bus name with the object's path behind it, or without it for the usual path. */
async function trayItem(bus: Bus, name: string): Promise<TrayItem> {
  const slash = name.indexOf('/');
  const destination = slash === -1 ? name : name.slice(0, slash);
  const path = slash === -1 ? '/StatusNotifierItem' : name.slice(slash);
  const properties = () => bus.properties(destination, path, itemInterface);
  const menu = async () => {
    const { Menu } = await properties();
    const menuPath = v.parse(v.string(), Menu);
    return { menuPath, ...(await readMenu(bus, destination, menuPath)) };
  };
  return {
    pid: await ownerPid(bus, destination),
    look: async () => readLook(await properties()),
    menu: async () => (await menu()).rows,
    async activate() {
      await bus.call({
        destination,
        path,
        interface: itemInterface,
        member: 'Activate',
        signature: 'ii',
        body: [0, 0],
      });
    },
    async choose(...labels) {
      const click = async ({ menuPath, rows }: Awaited<ReturnType<typeof menu>>) => {
        await bus.call({
          destination,
          path: menuPath,
          interface: menuInterface,
          member: 'Event',
          signature: 'isvu',
          body: [findRow(rows, labels).id, 'clicked', variant('i', 0), 0],
        });
      };
      for (let seen = await menu(); ; ) {
        try {
          return await click(seen);
        } catch (error) {
          // The rows of a menu that was replaced since it was read are gone: a panel reads the new one, too.
          const now = await menu();
          if (now.revision === seen.revision) throw error;
          seen = now;
        }
      }
    },
  };
}

async function ownerPid(bus: Bus, name: string): Promise<number> {
  const [pid] = await bus.call({
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
    member: 'GetConnectionUnixProcessID',
    signature: 's',
    body: [name],
  });
  return v.parse(v.number(), pid);
}

const pictureSchema = v.tuple([v.number(), v.number(), v.instance(Uint8Array)]);
const lookSchema = v.object({
  Title: v.optional(v.string(), ''),
  ToolTip: v.optional(v.looseTuple([v.string(), v.unknown(), v.string(), v.string()]), [
    '',
    [],
    '',
    '',
  ]),
  IconPixmap: v.optional(v.array(pictureSchema), []),
});

function readLook(properties: Record<string, unknown>): TrayLook {
  const { Title, ToolTip, IconPixmap } = v.parse(lookSchema, properties);
  const pictures = IconPixmap.map(([width, height, pixels]) => ({
    width,
    height,
    sha256: createHash('sha256').update(pixels).digest('hex'),
  }));
  return {
    title: Title,
    tooltip: [ToolTip[2], ToolTip[3]].filter((part) => part !== '').join('\n'),
    pictures: pictures.sort((a, b) => a.width - b.width),
  };
}

interface TrayMenu {
  /** Another one after each change. */
  readonly revision: number;
  readonly rows: readonly TrayMenuRow[];
}

async function readMenu(bus: Bus, destination: string, path: string): Promise<TrayMenu> {
  const [revision, layout] = await bus.call({
    destination,
    path,
    interface: menuInterface,
    member: 'GetLayout',
    signature: 'iias',
    body: [0, -1, []],
  });
  return { revision: v.parse(v.number(), revision), rows: readRow(layout).rows };
}

const rowSchema = v.tuple([v.number(), v.record(v.string(), v.unknown()), v.array(v.unknown())]);

function readRow(value: unknown): TrayMenuRow {
  const [id, properties, children] = v.parse(rowSchema, value);
  const label = typeof properties['label'] === 'string' ? properties['label'] : '';
  return {
    id,
    label: label.replace(/_(.)/g, '$1'),
    enabled: properties['enabled'] !== false,
    checked: properties['toggle-state'] === 1,
    rows: children.map(readRow),
  };
}

function findRow(rows: readonly TrayMenuRow[], labels: readonly string[]): TrayMenuRow {
  const [label, ...rest] = labels;
  const row = rows.find((candidate) => candidate.label === label);
  if (row === undefined) {
    const there = rows.map((candidate) => candidate.label).join(', ');
    throw new Error(`the tray's menu has no "${label}" but: ${there}`);
  }
  return rest.length === 0 ? row : findRow(row.rows, rest);
}
