import type { Messages } from '../../engine/messages/index.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { CallResult, DesktopView, ShortcutName, StartAtLogin } from '../../ipc/contract.ts';
import type { AutostartState } from '../autostart/autostart.ts';
import type { CommandLine, CommandLineError } from '../command-line.ts';
import { type CommandLineRequest, startsHidden } from '../command-line-requests.ts';
import type { DeepLink } from '../deep-links/deep-link.ts';
import { type Snooze, snoozeEnd } from '../snooze.ts';
import type { EntryOptions } from './entry-options.ts';
import { LoginStart } from './login-start.ts';
import { ShortcutChoices } from './shortcut-choices.ts';

/**
 * The process that asked waits for a sign (ms) that it was heard; without one it takes this Suzu for dead
 * and becomes the first one itself.
 */
const quitAfter = 300;
const linkBanner = 'link';

/** The ways in: at login, by shortcut, by link, by the command line. */
export class Entry {
  readonly #options: EntryOptions;
  readonly #login: LoginStart;
  readonly #shortcuts: ShortcutChoices;

  constructor(options: EntryOptions) {
    this.#options = options;
    this.#login = new LoginStart(options);
    this.#shortcuts = new ShortcutChoices(options);
  }

  /** To be called once at the start, when the window can be told. */
  start(): void {
    this.#login.refresh();
    this.#shortcuts.apply();
  }

  stop(): void {
    this.#options.shortcuts.stop();
  }

  /** Whether this run begins in the tray: asked for, or because the system started it at login. */
  startsHidden(commandLine: CommandLine): boolean {
    return this.#login.isHiddenLogin() || startsHidden(commandLine);
  }

  view(): DesktopView {
    return { ...this.#login.view(), shortcuts: this.#shortcuts.view() };
  }

  /** Whether the desktop starts Suzu. */
  autostartState(): AutostartState {
    return this.#login.state();
  }

  /** Carries out how Suzu is to start, and keeps it. */
  setStartAtLogin(choice: StartAtLogin): CallResult {
    return this.#login.choose(choice);
  }

  /** Brings a shortcut into effect and keeps it; where it does not work the old one stays. */
  setShortcut(name: ShortcutName, accelerator: string | null): CallResult {
    return this.#shortcuts.choose(name, accelerator);
  }

  /** Other settings are in effect: brings the desktop in line with them. */
  settingsChanged(before: Settings, after: Settings): void {
    if (before.shortcuts !== after.shortcuts) this.#shortcuts.apply();
    if (before.startAtLogin !== after.startAtLogin) this.#login.apply(after.startAtLogin);
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
}

const isBadLink = ({ kind }: CommandLineError) => kind === 'bad-link';
