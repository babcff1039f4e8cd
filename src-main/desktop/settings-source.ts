import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import type { Log } from '../engine/log.ts';
import { replacePrivateFile } from '../engine/private-file.ts';
import { type Content, isContent, migrated, profileVersion } from './settings-migrations.ts';
import { versionOf } from './settings-schema.ts';

/** Something about the file that the user should know. */
export type SettingsProblem =
  /** It was no JSON: moved aside to `savedAs`, and the last good one is used, or else defaults. */
  | { readonly kind: 'broken'; readonly savedAs: string; readonly restored: boolean }
  /** A newer Suzu wrote it: a copy is at `savedAs`, and what is understood is used. */
  | { readonly kind: 'newer'; readonly savedAs: string }
  /** Accounts in `file` cannot be used; they stay there, so that whoever edited it can correct them. */
  | { readonly kind: 'accounts-unread'; readonly file: string }
  /** The same for feeds. */
  | { readonly kind: 'feeds-unread'; readonly file: string }
  /** These `fields` of `file` (`settings.theme`) hold what Suzu cannot use, so it does without. */
  | { readonly kind: 'fields-unusable'; readonly file: string; readonly fields: readonly string[] }
  /** It cannot be read or written: changes hold until Suzu quits. */
  | { readonly kind: 'not-writable' };

export interface SettingsSourceOptions {
  /** The folder of the file `settings.json`. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  readonly onProblem: (problem: SettingsProblem) => void;
}

/** What the settings were found to be. */
export interface FoundSettings {
  /** In the shape of this version, or of a newer one. */
  readonly content: Content;
  /** What the file is to say: a newer file stays marked as such, so that the newer Suzu knows it. */
  readonly version: number;
  /** Whether the content does not stand in the file as it is here, and should. */
  readonly unwritten: boolean;
}

export const settingsPath = (folder: string) => `${folder}/settings.json`;
export const backupPath = (folder: string) => `${folder}/settings.backup.json`;

/**
 * Finds the settings of a profile: what the file says, or the last good one where it is broken; brought
 * to this version, with a copy of what another version wrote. Never throws.
 */
export function findSettings(options: SettingsSourceOptions): FoundSettings {
  const { folder } = options;
  const file = readContent(settingsPath(folder));
  switch (file.kind) {
    case 'missing':
      return { content: {}, version: profileVersion, unwritten: false };
    case 'content':
      return ofAnyVersion(file.content, options);
    case 'unreadable': {
      options.log.error('settings: could not be read', { error: file.error });
      const backup = readContent(backupPath(folder));
      const content = backup.kind === 'content' ? backup.content : {};
      return { ...ofThisVersion(content), unwritten: false };
    }
    case 'broken': {
      const backup = readContent(backupPath(folder));
      if (backup.kind === 'content') {
        restore(backup.content, options);
        return ofThisVersion(backup.content);
      }
      moveAside(options);
      return { ...ofThisVersion({}), unwritten: false };
    }
  }
}

function ofThisVersion(content: Content): FoundSettings {
  const version = versionOf(content);
  return {
    content: migrated(content, version),
    version: Math.max(version ?? profileVersion, profileVersion),
    unwritten: (version ?? 1) < profileVersion,
  };
}

/** Keeps what another version wrote, once: that copy is the one no other Suzu had its hands on. */
function ofAnyVersion(content: Content, options: SettingsSourceOptions): FoundSettings {
  const { folder, log, onProblem } = options;
  const found = ofThisVersion(content);
  const isNewer = found.version > profileVersion;
  if (isNewer || found.unwritten) {
    const savedAs = `${folder}/settings.version-${versionOf(content) ?? 1}.json`;
    try {
      if (!existsSync(savedAs)) {
        copyFileSync(settingsPath(folder), savedAs, constants.COPYFILE_EXCL);
      }
      if (isNewer) onProblem({ kind: 'newer', savedAs });
    } catch (error) {
      log.warn('settings: those of another version could not be copied', { error: String(error) });
    }
  }
  return found;
}

type Read =
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'missing' | 'broken' }
  | { readonly kind: 'unreadable'; readonly error: string };

function readContent(path: string): Read {
  if (!existsSync(path)) return { kind: 'missing' };
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { kind: 'unreadable', error: String(error) };
  }
  try {
    const content: unknown = JSON.parse(text);
    if (isContent(content)) return { kind: 'content', content };
  } catch {
    // Broken, as JSON that is no object is.
  }
  return { kind: 'broken' };
}

/**
 * Puts the last good content where the broken file is, which is kept beside it. On a disk that takes
 * nothing the broken file stays, so that the next start finds the same and tries again.
 */
function restore(content: Content, { folder, now, log, onProblem }: SettingsSourceOptions): void {
  const path = settingsPath(folder);
  const savedAs = asidePath(folder, now());
  try {
    keepAs(path, savedAs);
    try {
      replacePrivateFile(path, JSON.stringify(content));
    } catch (error) {
      rmSync(savedAs, { force: true });
      throw error;
    }
    onProblem({ kind: 'broken', savedAs, restored: true });
  } catch (error) {
    log.error('settings: the last good ones could not be put back', { error: String(error) });
  }
}

/** A second name for a file takes no room on the disk; not every disk knows such names. */
function keepAs(path: string, savedAs: string): void {
  try {
    linkSync(path, savedAs);
  } catch {
    copyFileSync(path, savedAs, constants.COPYFILE_EXCL);
  }
}

/** The store would refuse a file that is no JSON, and what is in it may be worth a look. */
function moveAside({ folder, now, log, onProblem }: SettingsSourceOptions): void {
  const savedAs = asidePath(folder, now());
  try {
    renameSync(settingsPath(folder), savedAs);
    onProblem({ kind: 'broken', savedAs, restored: false });
  } catch (error) {
    log.error('settings: the broken file could not be moved aside', { error: String(error) });
  }
}

function asidePath(folder: string, now: number): string {
  return `${folder}/settings.broken-${now}.json`;
}
