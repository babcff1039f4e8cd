import type { Locale } from '../messages/index.ts';

/**
 * What a person may set. Every field has a default that needs no change. What a field may hold is said
 * once, in `schema.ts`.
 */
export interface Settings {
  readonly language: 'system' | Locale;
  readonly theme: 'system' | 'light' | 'dark';
  /** How large the window draws everything, in percent. */
  readonly textSize: (typeof textSizes)[number];
  /** Where a click on a toast or a notice leads. */
  readonly clickOpens: 'browser' | 'window';
  /** How Suzu starts when the user logs in; `unasked` until the user has said so. */
  readonly startAtLogin: 'unasked' | 'off' | 'tray' | 'window';
  readonly rules: Rules;
  readonly sound: SoundSettings;
  readonly privacy: PrivacySettings;
  readonly shortcuts: Shortcuts;
  readonly network: NetworkSettings;
  readonly saving: SavingSettings;
  readonly history: HistorySettings;
  readonly updates: 'automatic' | 'off';
}

export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

export const loudnesses = ['ring', 'silent', 'keep'] as const;
/** `ring`: a toast with its sound; `silent`: a toast without; `keep`: in the history only. */
export type Loudness = (typeof loudnesses)[number];

/** What is to be heard. `system`: whatever the desktop plays for a toast; `file`: one of the user's own. */
export type Sound =
  | { readonly kind: 'system' | 'bell' | 'none' }
  | { readonly kind: 'file'; readonly path: string };

/** How one type of notice is told; what is left out is as for all. */
export interface TypeRule {
  readonly loudness?: Loudness;
  readonly sound?: Sound;
}

/** Rules by type of notice (`reaction`, `follow`, …); types without one ring. */
export type TypeRules = Readonly<Record<string, TypeRule>>;

/** A day of the week as `Date.getDay` counts: 0 = Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Quiet hours that begin on these days; past midnight they last into the day after. */
export interface QuietSpan {
  readonly days: readonly Weekday[];
  /** Minutes since midnight, by the clock of this computer. */
  readonly from: number;
  /** As `from`; the same as `from` means the whole day round. */
  readonly to: number;
}

/** What rings, when, and how. */
export interface Rules {
  readonly types: TypeRules;
  /** By account; what is left out is as in `types`. */
  readonly accounts: Readonly<Record<string, TypeRules>>;
  /** A notice whose text holds one of these, in whatever case, is only kept. */
  readonly mutedWords: readonly string[];
  /** `@name` (of the account's own server) or `@name@host`. */
  readonly mutedUsers: readonly string[];
  /** Only people whom the account follows ring; what nobody sent rings all the same. */
  readonly onlyFollowed: boolean;
  readonly quietHours: { readonly on: boolean; readonly spans: readonly QuietSpan[] };
  readonly heedDoNotDisturb: boolean;
  /** Hold while a full-screen program or a presentation runs. */
  readonly holdInFullScreen: boolean;
  /** No toasts while Suzu's own window has the focus. */
  readonly quietWhileFocused: boolean;
}

export interface SoundSettings {
  /** For types that have no sound of their own. */
  readonly general: Sound;
  /** Of Suzu's bell and of own files, in percent. */
  readonly volume: number;
}

export const privacyLevels = ['all', 'who', 'something'] as const;
/** How much a toast tells: everything, who did what, or only that something happened. */
export type PrivacyLevel = (typeof privacyLevels)[number];

export interface PrivacySettings {
  readonly level: PrivacyLevel;
  /** While the screen is locked, the stricter of the two counts. */
  readonly levelWhileLocked: PrivacyLevel;
}

/** Global shortcuts in Electron's notation (`CommandOrControl+Shift+S`); null = none. */
export interface Shortcuts {
  readonly toggleWindow: string | null;
  readonly snooze: string | null;
}

export interface NetworkSettings {
  readonly proxy: ProxySettings;
  /** Paths of PEM files with certificate authorities to trust besides the usual ones. */
  readonly certificates: readonly string[];
}

export type ProxySettings =
  | { readonly mode: 'system' | 'direct' }
  /** `server`: `http://host:port`, `https://…` or `socks5://…`; `bypass`: hosts, by comma. */
  | { readonly mode: 'manual'; readonly server: string; readonly bypass: string }
  | { readonly mode: 'pac'; readonly url: string };

/** When to load no pictures by itself and to capture fewer notes. */
export interface SavingSettings {
  readonly onBattery: boolean;
  readonly onMetered: boolean;
}

/** Notices are kept so long and in so much room, whichever is reached first. */
export interface HistorySettings {
  /** Null = without end. */
  readonly days: number | null;
  readonly megabytes: number;
}

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  textSize: 100,
  clickOpens: 'browser',
  startAtLogin: 'unasked',
  rules: {
    types: {},
    accounts: {},
    mutedWords: [],
    mutedUsers: [],
    onlyFollowed: false,
    quietHours: { on: false, spans: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 22 * 60, to: 7 * 60 }] },
    heedDoNotDisturb: true,
    holdInFullScreen: true,
    quietWhileFocused: false,
  },
  sound: { general: { kind: 'system' }, volume: 100 },
  privacy: { level: 'all', levelWhileLocked: 'who' },
  shortcuts: { toggleWindow: null, snooze: null },
  network: { proxy: { mode: 'system' }, certificates: [] },
  saving: { onBattery: false, onMetered: true },
  history: { days: 365, megabytes: 100 },
  updates: 'automatic',
};
