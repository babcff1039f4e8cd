import type { Clock, Timer } from '../../../engine/streaming/clock.ts';
import type { Fact, Told } from '../fact.ts';
import type { RunLines } from './run-lines.ts';

/** A key of GSettings, and which of its values means do-not-disturb. */
export interface QuietSetting {
  readonly schema: string;
  readonly key: string;
  readonly whenQuiet: 'true' | 'false';
}

const gnome: QuietSetting = {
  schema: 'org.gnome.desktop.notifications',
  key: 'show-banners',
  whenQuiet: 'false',
};

/** By the names in `XDG_CURRENT_DESKTOP`. */
const settings: ReadonlyMap<string, QuietSetting> = new Map([
  ['GNOME', gnome],
  ['Unity', gnome],
  ['Budgie', gnome],
  [
    'X-Cinnamon',
    {
      schema: 'org.cinnamon.desktop.notifications',
      key: 'display-notifications',
      whenQuiet: 'false',
    },
  ],
  ['MATE', { schema: 'org.mate.NotificationDaemon', key: 'do-not-disturb', whenQuiet: 'true' }],
  ['Pantheon', { schema: 'io.elementary.notifications', key: 'do-not-disturb', whenQuiet: 'true' }],
]);

/**
 * Where a desktop keeps do-not-disturb as a setting; null for one that does not.
 *
 * @param desktops as in `XDG_CURRENT_DESKTOP`: names with colons between, the most special first.
 */
export function quietSettingOf(desktops: string | undefined): QuietSetting | null {
  for (const name of (desktops ?? '').split(':')) {
    const found = settings.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** How long (ms) until a monitor that ended is started again. */
const againAfter = 60_000;

/**
 * What a setting tells. There is no reading GSettings over D-Bus (the portal for settings leaves these
 * out), so the desktop's own `gsettings monitor` runs beside Suzu, which tells changes alone: the value
 * is asked once the monitor is there.
 */
export function settingFact(run: RunLines, clock: Clock, setting: QuietSetting): Fact {
  const { schema, key, whenQuiet } = setting;
  return (tell) => {
    let stopped = false;
    let again: Timer | null = null;
    let ends: readonly (() => void)[] = [];

    function start(): void {
      let hasTold = false;
      const hear = (value: string) => {
        const told = readValue(value, whenQuiet);
        hasTold ||= told !== null;
        if (!stopped) tell(told);
      };
      const monitor = run('gsettings', ['monitor', schema, key], {
        onLine: (line) => hear(line.slice(line.indexOf(':') + 1)),
        onEnd() {
          if (stopped) return;
          tell(null);
          // One that never told anything has no such setting.
          if (hasTold) again = clock.setTimeout(start, againAfter);
        },
      });
      const asked = run('gsettings', ['get', schema, key], {
        onLine: (line) => {
          if (!hasTold) hear(line);
        },
        onEnd() {
          if (!hasTold) monitor();
        },
      });
      ends = [monitor, asked];
    }

    start();
    return () => {
      stopped = true;
      again?.cancel();
      for (const end of ends) end();
    };
  };
}

function readValue(text: string, whenQuiet: 'true' | 'false'): Told {
  const value = text.trim();
  if (value !== 'true' && value !== 'false') return null;
  return value === whenQuiet;
}
