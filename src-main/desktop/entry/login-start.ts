import type { Settings } from '../../engine/settings/settings.ts';
import type { CallResult, DesktopView, StartAtLogin } from '../../ipc/contract.ts';
import type { AutostartState } from '../autostart/autostart.ts';
import { type EntryOptions, failed, keepSettings } from './entry-options.ts';
import { startAtLoginView, wordAutostartProblem } from './words.ts';

const startBanner = 'start-at-login';
/** What the system says about programs at login is asked for anew after so many ms. */
const freshForMs = 2_000;

/** Starting at login: what the user wants, what the system has, and what to say where they differ. */
export class LoginStart {
  readonly #options: EntryOptions;
  #known: { readonly state: AutostartState; readonly at: number } | null = null;

  constructor(options: EntryOptions) {
    this.#options = options;
  }

  /** To be called at each start: an entry that points to where Suzu was before is brought up to date. */
  refresh(): void {
    const { autostart, settings } = this.#options;
    const { startAtLogin } = settings();
    if (startAtLogin !== 'unasked') autostart?.refresh(startAtLogin);
  }

  /** Whether the system started this run at login, and the user wants it in the tray then. */
  isHiddenLogin(): boolean {
    const { autostart, settings } = this.#options;
    return settings().startAtLogin === 'tray' && autostart?.startedAtLogin() === true;
  }

  /** What the system has; an answer of a moment ago is taken for true. */
  state(): AutostartState {
    const { autostart, clock } = this.#options;
    const now = clock.monotonic();
    if (this.#known === null || now - this.#known.at > freshForMs) {
      this.#known = { state: autostart?.state() ?? { kind: 'off' }, at: now };
    }
    return this.#known.state;
  }

  view(): Pick<DesktopView, 'startAtLogin' | 'asksStartAtLogin'> {
    const { settings, messages, hasOwnSource, autostart } = this.#options;
    const { startAtLogin } = settings();
    return {
      startAtLogin: startAtLoginView(this.state(), startAtLogin, messages()),
      asksStartAtLogin: startAtLogin === 'unasked' && autostart !== null && hasOwnSource(),
    };
  }

  /** Carries out what the user chose in the window, and keeps it. */
  choose(choice: StartAtLogin): CallResult {
    const { autostart, settings, messages, onChange } = this.#options;
    // Who answers the first question with no leaves things as they are.
    const isNothing = choice === 'off' && settings().startAtLogin === 'unasked';
    const problem = autostart === null ? { kind: 'demo' as const } : autostart.apply(choice);
    this.#known = null;
    if (problem !== null && !isNothing) {
      onChange();
      return failed(wordAutostartProblem(problem, messages()));
    }
    return keepSettings(this.#options, { startAtLogin: choice });
  }

  /**
   * Carries out a choice that came with other settings. One of the window was carried out by then, and once
   * more does no harm.
   */
  apply(choice: Settings['startAtLogin']): void {
    const { autostart, messages, setBanner, removeBanner } = this.#options;
    const problem = choice === 'unasked' ? null : (autostart?.apply(choice) ?? null);
    this.#known = null;
    if (problem === null || choice === 'off') removeBanner(startBanner);
    else {
      const text = wordAutostartProblem(problem, messages());
      setBanner({ id: startBanner, severity: 'warning', text, settingsPage: 'start-up' });
    }
  }
}
