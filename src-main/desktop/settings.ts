import { readFileSync } from 'node:fs';
import type { Log } from '../engine/log.ts';
import { replacePrivateFile } from '../engine/private-file.ts';
import { unusableSettings } from '../engine/settings/repair.ts';
import { isContent, profileVersion } from './settings-migrations.ts';
import { type EntryList, type Profile, parseProfile, unreadEntries } from './settings-schema.ts';
import {
  backupPath,
  findSettings,
  type SettingsSourceOptions,
  settingsPath,
} from './settings-source.ts';

export type { SettingsProblem } from './settings-source.ts';

/** The profile of this user: read once, kept in memory, written at each change. */
export interface ProfileStore {
  get(): Profile;
  /** Returns false when the change could not be written; it is in effect all the same. */
  change(changes: Partial<Profile>): boolean;
  /**
   * Keeps the file as it is now as the last good one, which a broken file is replaced by at the next
   * start. To be called once Suzu runs well with it, and when it ends.
   */
  backUp(): void;
}

/** Writes `settings.json`. */
export interface SettingsFile {
  /**
   * Replaces these top-level fields and leaves all others; the file is whole at every moment.
   * @throws when the disk does not take it; the old content stands then.
   */
  set(fields: Readonly<Record<string, unknown>>): void;
}

export interface ProfileStoreOptions extends SettingsSourceOptions {
  /** @throws when the file is there and cannot be read, or is no JSON object. */
  readonly openFile: (folder: string) => SettingsFile;
}

/** Opens the profile. Never throws: whatever is wrong with the file, Suzu starts. */
export function openProfile(options: ProfileStoreOptions): ProfileStore {
  const { folder, log, onProblem } = options;
  const { content, version, unwritten } = findSettings(options);
  let profile = parseProfile(content);
  const unread = {
    accounts: unreadEntries(content, 'accounts'),
    feeds: unreadEntries(content, 'feeds'),
  };
  for (const list of ['accounts', 'feeds'] as const) {
    const count = unread[list].length;
    if (count === 0) continue;
    log.warn(`settings: ${list} could not be read`, { count });
    onProblem({ kind: `${list}-unread`, file: settingsPath(folder) });
  }
  // What a newer Suzu allows is not wrong, and that it wrote the file is told already.
  const unusable = version > profileVersion ? [] : unusableSettings(content['settings'] ?? {});
  if (unusable.length > 0) {
    log.warn('settings: values could not be used', { count: unusable.length });
    onProblem({ kind: 'fields-unusable', file: settingsPath(folder), fields: unusable });
  }
  const file = openFile(options);
  let told = false;

  /** A list as it is to be written: with what could not be read of it, but for what took its place. */
  const withUnread = (
    changes: Partial<Profile>,
    list: EntryList,
  ): Partial<Record<EntryList, unknown[]>> => {
    const entries = changes[list];
    if (entries === undefined) return {};
    const kept = unread[list].filter((entry) => !entries.some(({ id }) => id === idOf(entry)));
    return { [list]: [...entries, ...kept] };
  };
  const tellOnce = () => {
    if (!told) onProblem({ kind: 'not-writable' });
    told = true;
  };
  const write = (fields: Readonly<Record<string, unknown>>): boolean => {
    if (file === null) {
      tellOnce();
      return false;
    }
    try {
      file.set({ ...fields, version });
      return true;
    } catch (error) {
      log.error('settings: could not be written', { error: String(error) });
      tellOnce();
      return false;
    }
  };
  if (file === null) tellOnce();
  else if (unwritten) write(content);

  return {
    get: () => profile,
    change(changes) {
      profile = { ...profile, ...changes };
      // Field by field, so that what a newer Suzu wrote beside them stays.
      return write({
        ...changes,
        ...withUnread(changes, 'accounts'),
        ...withUnread(changes, 'feeds'),
      });
    },
    backUp() {
      if (file !== null) copyGood(folder, log);
    },
  };
}

function idOf(entry: unknown): unknown {
  return isContent(entry) ? entry['id'] : undefined;
}

function openFile({ folder, openFile: open, log }: ProfileStoreOptions): SettingsFile | null {
  try {
    return open(folder);
  } catch (error) {
    log.error('settings: could not be opened', { error: String(error) });
    return null;
  }
}

/** Copies the file over the backup, if it is good and says anything new. */
function copyGood(folder: string, log: Log): void {
  const current = readText(settingsPath(folder));
  if (current === null || current === readText(backupPath(folder))) return;
  try {
    JSON.parse(current);
    replacePrivateFile(backupPath(folder), current);
  } catch (error) {
    log.warn('settings: no backup could be made', { error: String(error) });
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
