import { defaultSettings, type Settings } from '../../engine/settings/settings.ts';
import type { ProfileStore } from '../settings.ts';

/**
 * The settings of safe mode: the defaults, but for what it would be wrong or dangerous to decide otherwise than
 * the user did. A proxy may be there so that nobody sees the user's address; old notices must not be thrown away.
 */
export function safeSettings(stored: Settings): Settings {
  const { language, startAtLogin, privacy, network, history, updates } = stored;
  return { ...defaultSettings, language, startAtLogin, privacy, network, history, updates };
}

/** The profile as this run is to see it. */
export function profileFor(store: ProfileStore, safeMode: boolean): ProfileStore {
  return safeMode ? safeProfile(store) : store;
}

/**
 * The profile in safe mode: settings live in memory, and the file keeps those it has. Everything else
 * (accounts, the window's size) is kept as usual.
 */
function safeProfile(store: ProfileStore): ProfileStore {
  let settings = safeSettings(store.get().settings);
  return {
    ...store,
    get: () => ({ ...store.get(), settings }),
    change({ settings: changed, ...others }) {
      if (changed !== undefined) settings = changed;
      return Object.keys(others).length === 0 || store.change(others);
    },
  };
}

const option = '--safe-mode';

/** What was asked of that one run: the mode, the tray, requests to the Suzu that runs, links. */
const once = /^(?:suzu:|--(?:safe-mode|hidden|toggle|mark-read|quit|snooze)(?:=|$))/i;

/**
 * The arguments for starting again, in safe mode or not; the window opens, since the user asked for it.
 * @param given the arguments of this run, without the program.
 */
export function restartArguments(given: readonly string[], safe: boolean): readonly string[] {
  const others = given.filter((argument) => !once.test(argument));
  return safe ? [...others, option] : others;
}
