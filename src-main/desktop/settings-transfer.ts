import { readFile, stat, writeFile } from 'node:fs/promises';
import type { PortableFeed } from '../engine/feeds/stored-feed.ts';
import type { Settings } from '../engine/settings/settings.ts';
import {
  type ExchangedSettings,
  exportedSettings,
  type ReadExchange,
  readExchange,
} from './settings-exchange.ts';
import type { Profile } from './settings-schema.ts';

/** Files of settings are small; whatever is larger (bytes) is none. */
const largest = 1_000_000;

export const exportFileName = 'suzu-settings.json';

/** The dialogs of the desktop in which a file is chosen; null = cancelled. */
export interface FileDialogs {
  readonly chooseTarget: (name: string) => Promise<string | null>;
  readonly chooseSource: () => Promise<string | null>;
}

export interface SettingsTransferOptions {
  readonly dialogs: FileDialogs;
  readonly profile: () => Profile;
  /** Keeps the settings as they are, before others take their place. */
  readonly backUp: () => void;
  readonly changeSettings: (changes: Partial<Settings>) => void;
  /** Gives an account its timelines and emojis. False when it is not there. */
  readonly restoreAccount: (taste: ExchangedSettings['accounts'][number]) => boolean;
  /** Puts a feed in place, over the same one here or as a new one. True where it is off until the user looks at it. */
  readonly restoreFeed: (feed: PortableFeed) => boolean;
}

export type Exported =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'exported' | 'not-written'; readonly file: string };

export type Imported =
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'imported';
      /** Accounts of the file that are not signed in here. */
      readonly missing: readonly string[];
      /** How many feeds are off until the user looks at them. */
      readonly feedsOff: number;
    }
  | { readonly kind: 'not-read'; readonly file: string }
  | (Exclude<ReadExchange, { kind: 'read' }> & { readonly file: string });

/** Takes settings to and from files that the user chooses. */
export class SettingsTransfer {
  readonly #options: SettingsTransferOptions;

  constructor(options: SettingsTransferOptions) {
    this.#options = options;
  }

  async export(): Promise<Exported> {
    const { dialogs, profile } = this.#options;
    const file = await dialogs.chooseTarget(exportFileName);
    if (file === null) return { kind: 'cancelled' };
    try {
      await writeFile(file, exportedSettings(profile()), { mode: 0o600 });
      return { kind: 'exported', file };
    } catch {
      return { kind: 'not-written', file };
    }
  }

  async import(): Promise<Imported> {
    const { dialogs, backUp, changeSettings, restoreAccount, restoreFeed } = this.#options;
    const file = await dialogs.chooseSource();
    if (file === null) return { kind: 'cancelled' };
    let text: string;
    try {
      const about = await stat(file);
      if (!about.isFile() || about.size > largest) return { kind: 'not-ours', file };
      text = await readFile(file, 'utf8');
    } catch {
      return { kind: 'not-read', file };
    }
    const read = readExchange(text);
    if (read.kind !== 'read') return { ...read, file };
    const { settings, accounts, feeds } = read.exchanged;
    backUp();
    changeSettings(settings);
    const feedsOff = feeds.filter((feed) => restoreFeed(feed)).length;
    const missing = accounts.filter((taste) => !restoreAccount(taste));
    return { kind: 'imported', missing: missing.map(({ id }) => id), feedsOff };
  }
}
