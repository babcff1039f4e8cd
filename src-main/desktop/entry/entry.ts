import type { Messages } from '../../engine/messages/index.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type {
  Banner,
  CallFailure,
  CallResult,
  DesktopView,
  ShortcutName,
  StartAtLogin,
} from '../../ipc/contract.ts';
import type { Autostart, AutostartState } from '../autostart/autostart.ts';
import type { CommandLine, CommandLineError } from '../command-line.ts';
import { type CommandLineRequest, startsHidden } from '../command-line-requests.ts';
import type { DeepLink } from '../deep-links/deep-link.ts';
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import { type Snooze, snoozeEnd } from '../snooze.ts';
import {
  spokenKeys,
  startAtLoginView,
  wordAutostartProblem,
  wordShortcutProblem,
} from './words.ts';

export interface EntryOptions {
  /** Null in the demo, which does not start at login. */
  readonly autostart: Autostart | null;
  readonly shortcuts: GlobalShortcuts;
  /** Whether the desktop may not let programs have shortcuts (Wayland). */
  readonly shortcutsAreDoubtful: boolean;
  readonly clock: Clock;
  readonly messages: () => Messages;
  readonly settings: () => Settings;
  /** Returns false when the settings could not be kept on disk. */
  readonly changeSettings: (changes: Partial<Settings>) => boolean;
  /** Whether somebody has signed in here, for whom it is worth to start. */
  readonly hasOwnAccount: () => boolean;
  readonly setBanner: (banner: Banner) => void;
  readonly removeBanner: (id: string) => void;
  readonly onChange: () => void;
  readonly actions: EntryActions;
}

/** What can be asked of Suzu from outside of its window. */
export interface EntryActions {
  readonly toggleWindow: () => void;
  readonly showWindow: () => void;
  /** Milliseconds since the epoch; null resumes. */
  readonly pauseUntil: (until: number | null) => void;
  readonly markAllRead: () => void;
  readonly quit: () => void;
  readonly hasAccount: (accountId: string) => boolean;
  readonly offerSignIn: (server: string) => void;
  readonly showNote: (accountId: string, noteId: string) => void;
  readonly showPerson: (accountId: string, handle: string) => void;
}

const shortcutNames: readonly ShortcutName[] = ['toggleWindow', 'snooze'];
/**
 * The process that asked waits for a sign (ms) that it was heard; without one it takes this Suzu for dead
 * and becomes the first one itself.
 */
const quitAfter = 300;
const linkBanner = 'link';
const startBanner = 'start-at-login';
/** What the system says about programs at login is asked for anew after so many ms. */
const autostartFreshFor = 2_000;

/** The ways in: at login, by shortcut, by link, by the command line. */
export class Entry {
  readonly #options: EntryOptions;
  #autostart: { readonly state: AutostartState; readonly at: number } | null = null;

  constructor(options: EntryOptions) {
    this.#options = options;
  }

  /** To be called once at the start, when the window can be told. */
  start(): void {
    const { autostart, settings } = this.#options;
    const { startAtLogin } = settings();
    if (startAtLogin !== 'unasked') autostart?.refresh(startAtLogin);
    this.#applyShortcuts();
  }

  stop(): void {
    this.#options.shortcuts.stop();
  }

  /** Whether this run begins in the tray: asked for, or because the system started it at login. */
  startsHidden(commandLine: CommandLine): boolean {
    const { autostart, settings } = this.#options;
    const isAtLogin = settings().startAtLogin === 'tray' && autostart?.startedAtLogin() === true;
    return isAtLogin || startsHidden(commandLine);
  }

  view(): DesktopView {
    const { settings, messages, hasOwnAccount, autostart, shortcutsAreDoubtful } = this.#options;
    const { startAtLogin } = settings();
    return {
      startAtLogin: startAtLoginView(this.autostartState(), startAtLogin, messages()),
      asksStartAtLogin: startAtLogin === 'unasked' && autostart !== null && hasOwnAccount(),
      shortcuts: {
        problems: {
          toggleWindow: this.#shortcutProblem('toggleWindow'),
          snooze: this.#shortcutProblem('snooze'),
        },
        note: shortcutsAreDoubtful ? messages().entry.shortcut.wayland : null,
      },
    };
  }

  /** Carries out how Suzu is to start, and keeps it. */
  setStartAtLogin(choice: StartAtLogin): CallResult {
    const { autostart, settings, messages } = this.#options;
    // Who answers the first question with no leaves things as they are.
    const isNothing = choice === 'off' && settings().startAtLogin === 'unasked';
    const problem = autostart === null ? { kind: 'demo' as const } : autostart.apply(choice);
    this.#autostart = null;
    if (problem !== null && !isNothing) {
      this.#options.onChange();
      return fail(wordAutostartProblem(problem, messages()));
    }
    return this.#keep({ startAtLogin: choice });
  }

  /** Brings a shortcut into effect and keeps it; where it does not work the old one stays. */
  setShortcut(name: ShortcutName, accelerator: string | null): CallResult {
    const { shortcuts, settings, messages } = this.#options;
    const problem = shortcuts.change(name, accelerator);
    if (problem !== null) {
      return fail(wordShortcutProblem(problem, accelerator ?? '', messages()));
    }
    this.#options.removeBanner(shortcutBanner(name));
    return this.#keep({ shortcuts: { ...settings().shortcuts, [name]: accelerator } });
  }

  /** Other settings are in effect: brings the desktop in line with them. */
  settingsChanged(before: Settings, after: Settings): void {
    if (before.shortcuts !== after.shortcuts) this.#applyShortcuts();
    if (before.startAtLogin !== after.startAtLogin) this.#applyStart(after.startAtLogin);
  }

  /** Carries out what this Suzu was started for; its window opens by itself, and nothing else is there yet. */
  launchedFirst({ requests, errors }: CommandLine): void {
    if (errors.some(isBadLink)) this.follow(null);
    this.carryOut(requests.filter(({ kind }) => kind === 'link' || kind === 'snooze'));
  }

  /** Somebody started Suzu once more: to ask for something, or to see it. */
  launchedAgain({ requests, errors, hidden, accounts }: CommandLine): void {
    if (errors.some(isBadLink)) this.follow(null);
    else if (requests.length > 0) this.carryOut(requests);
    else if (!hidden && accounts.length === 0) this.#options.actions.showWindow();
  }

  /** Carries out what the command line, or a shortcut, asks of this running Suzu. */
  carryOut(requests: readonly CommandLineRequest[]): void {
    const { actions, clock } = this.#options;
    for (const request of requests) {
      switch (request.kind) {
        case 'toggle':
          actions.toggleWindow();
          break;
        case 'snooze':
          this.#snooze(request.snooze);
          break;
        case 'mark-read':
          actions.markAllRead();
          break;
        case 'quit':
          clock.setTimeout(actions.quit, quitAfter);
          break;
        case 'link':
          this.follow(request.link);
          break;
      }
    }
  }

  /** Goes where a link leads; null = it was none. */
  follow(link: DeepLink | null): void {
    const { actions, messages, setBanner, removeBanner } = this.#options;
    const text = this.#whyNot(link, messages().entry.link);
    if (text !== null) setBanner({ id: linkBanner, severity: 'warning', text });
    else removeBanner(linkBanner);
    if (text !== null || link === null) {
      actions.showWindow();
      return;
    }
    switch (link.kind) {
      case 'sign-in':
        actions.offerSignIn(link.server);
        actions.showWindow();
        break;
      case 'note':
        actions.showNote(link.accountId, link.noteId);
        break;
      case 'user':
        actions.showPerson(link.accountId, link.handle);
        break;
    }
  }

  #whyNot(link: DeepLink | null, words: Messages['entry']['link']): string | null {
    if (link === null) return words.malformed;
    const isAbroad = link.kind !== 'sign-in' && !this.#options.actions.hasAccount(link.accountId);
    return isAbroad ? words.unknownAccount(link.accountId) : null;
  }

  #snooze(snooze: Snooze): void {
    const { actions, clock } = this.#options;
    actions.pauseUntil(snoozeEnd(snooze, clock.now()));
  }

  #keep(changes: Partial<Settings>): CallResult {
    const { changeSettings, messages } = this.#options;
    const kept = changeSettings(changes);
    this.#options.onChange();
    return kept ? { ok: true } : fail(messages().error.settingsNotKept);
  }

  /** For choices that come with other settings; the window's own were carried out by then, and once more does no harm. */
  #applyStart(choice: Settings['startAtLogin']): void {
    const { autostart, messages, setBanner, removeBanner } = this.#options;
    const problem = choice === 'unasked' ? null : (autostart?.apply(choice) ?? null);
    this.#autostart = null;
    if (problem === null || choice === 'off') removeBanner(startBanner);
    else {
      const text = wordAutostartProblem(problem, messages());
      setBanner({ id: startBanner, severity: 'warning', text, settingsPage: 'start-up' });
    }
  }

  /** Tells what was lost since: nobody looks at the settings by themselves. */
  #applyShortcuts(): void {
    const { shortcuts, settings, messages, setBanner, removeBanner } = this.#options;
    const wanted = settings().shortcuts;
    shortcuts.applyAll(wanted);
    for (const name of shortcutNames) {
      const keys = wanted[name];
      const id = shortcutBanner(name);
      if (keys === null || !shortcuts.problems.has(name)) removeBanner(id);
      else {
        const { lost, names } = messages().entry.shortcut;
        const text = lost(names[name], spokenKeys(keys));
        setBanner({ id, severity: 'warning', text, settingsPage: 'shortcuts' });
      }
    }
    this.#options.onChange();
  }

  #shortcutProblem(name: ShortcutName): string | null {
    const { shortcuts, settings, messages } = this.#options;
    const problem = shortcuts.problems.get(name);
    return problem === undefined
      ? null
      : wordShortcutProblem(problem, settings().shortcuts[name] ?? '', messages());
  }

  /** Whether the desktop starts Suzu; what was found a moment ago is taken for true. */
  autostartState(): AutostartState {
    const { autostart, clock } = this.#options;
    const now = clock.monotonic();
    if (this.#autostart === null || now - this.#autostart.at > autostartFreshFor) {
      this.#autostart = { state: autostart?.state() ?? { kind: 'off' }, at: now };
    }
    return this.#autostart.state;
  }
}

const shortcutBanner = (name: ShortcutName) => `shortcut-${name}`;

const isBadLink = ({ kind }: CommandLineError) => kind === 'bad-link';

function fail(error: string): CallFailure {
  return { ok: false, error };
}
