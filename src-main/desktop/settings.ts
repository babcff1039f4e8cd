import { constants, copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import type { Log } from '../engine/log.ts';
import { type Profile, parseProfile, profileVersion, versionOf } from './settings-schema.ts';

/** Something about the file that the user should know. */
export type SettingsProblem =
  /** It was no JSON: moved aside to `savedAs`, and defaults are used. */
  | { readonly kind: 'broken'; readonly savedAs: string }
  /** A newer Suzu wrote it: a copy is at `savedAs`, and what is understood is used. */
  | { readonly kind: 'newer'; readonly savedAs: string }
  /** It cannot be read or written: changes hold until Suzu quits. */
  | { readonly kind: 'not-writable' };

/** The profile of this user: read once, kept in memory, written at each change. */
export interface ProfileStore {
  get(): Profile;
  /** Returns false when the change could not be written; it is in effect all the same. */
  change(changes: Partial<Profile>): boolean;
}

/** Writes `settings.json`. */
export interface SettingsFile {
  /**
   * Replaces these top-level fields and leaves all others; the file is whole at every moment.
   * @throws when the disk does not take it; the old content stands then.
   */
  set(fields: Readonly<Record<string, unknown>>): void;
}

export interface ProfileStoreOptions {
  /** The folder of the file `settings.json`. */
  readonly folder: string;
  /** @throws when the file is there and cannot be read, or is no JSON object. */
  readonly openFile: (folder: string) => SettingsFile;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  readonly onProblem: (problem: SettingsProblem) => void;
}

/** Opens the profile. Never throws: whatever is wrong with the file, Suzu starts. */
export function openProfile(options: ProfileStoreOptions): ProfileStore {
  const { folder, now, log, onProblem } = options;
  const path = `${folder}/settings.json`;
  const content = readJson(path, now, log, onProblem);
  let profile = parseProfile(content);
  const file = openFile(options);
  // A newer file stays marked as such, so that the newer Suzu knows what it finds.
  const version = Math.max(versionOf(content) ?? profileVersion, profileVersion);
  let told = false;

  const tellOnce = () => {
    if (!told) onProblem({ kind: 'not-writable' });
    told = true;
  };
  if (file === null) tellOnce();
  if (version > profileVersion) {
    const savedAs = `${folder}/settings.version-${version}.json`;
    try {
      // The first copy is the one that no older Suzu had its hands on.
      if (!existsSync(savedAs)) copyFileSync(path, savedAs, constants.COPYFILE_EXCL);
      onProblem({ kind: 'newer', savedAs });
    } catch (error) {
      log.warn('settings: the newer file could not be copied', { error: String(error) });
    }
  }

  return {
    get: () => profile,
    change(changes) {
      profile = { ...profile, ...changes };
      try {
        if (file === null) return false;
        // Field by field, so that what a newer Suzu wrote beside them stays.
        file.set({ version, ...changes });
        return true;
      } catch (error) {
        log.error('settings: could not be written', { error: String(error) });
        tellOnce();
        return false;
      }
    },
  };
}

function openFile({ folder, openFile: open, log }: ProfileStoreOptions): SettingsFile | null {
  try {
    return open(folder);
  } catch (error) {
    log.error('settings: could not be opened', { error: String(error) });
    return null;
  }
}

/** What is in the file; a file that is no JSON is moved aside, because the store would refuse it. */
function readJson(
  path: string,
  now: () => number,
  log: Log,
  onProblem: (problem: SettingsProblem) => void,
): unknown {
  if (!existsSync(path)) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    log.error('settings: could not be read', { error: String(error) });
    return undefined;
  }
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  } catch {
    // Told below, together with JSON that is no object.
  }
  const savedAs = path.replace(/\.json$/, `.broken-${now()}.json`);
  try {
    renameSync(path, savedAs);
    onProblem({ kind: 'broken', savedAs });
  } catch (error) {
    log.error('settings: the broken file could not be moved aside', { error: String(error) });
  }
  return undefined;
}
