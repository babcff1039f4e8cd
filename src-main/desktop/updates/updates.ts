import type { Log } from '../../engine/log.ts';
import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import type { UnsupportedUpdates, UpdateView } from '../../ipc/contract.ts';
import { nextUpdateState, type UpdateEvent } from './update-state.ts';

const minute = 60_000;
const hour = 60 * minute;
/** The first look waits until the accounts are online; a crowd of clients does not come at once. */
const firstLook = { after: minute, spread: 4 * minute };
const nextLook = { after: 12 * hour, spread: 2 * hour };
const lookAfterFailure = { after: hour, spread: hour };

/** What fetches and puts in new versions. */
export interface Updater {
  /** The version that is newer than this one, or null. Rejects when that cannot be told. */
  check(): Promise<string | null>;
  /** Resolves once the version that `check` found is on the disk and its hash was checked. */
  download(onPercent: (percent: number) => void): Promise<void>;
  /** Gives up a download; nothing that was downloaded is put in when Suzu quits. */
  cancel(): void;
  /** Quits, puts the downloaded version in, and starts it. */
  restart(): void;
}

export interface UpdatesOptions {
  /** Why this install cannot renew itself; null when it can. */
  readonly unsupported: UnsupportedUpdates | null;
  /** Loads the updater; asked for once, when it is first needed. */
  readonly loadUpdater: () => Promise<Updater>;
  /** Whether the user wants updates. */
  readonly isOn: () => boolean;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  readonly onChange: () => void;
}

/**
 * Keeps Suzu up to date without a word: looks now and then, downloads in the background, and has the
 * new version put in when Suzu quits. What goes wrong is logged and tried again at the next look.
 */
export class Updates {
  readonly #options: UpdatesOptions;
  #state: UpdateView;
  #updater: Promise<Updater> | null = null;
  #timer: Timer | null = null;
  /** Answers to what was asked before a `cancel` are no longer waited for. */
  #round = 0;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    const { unsupported } = options;
    this.#state =
      unsupported === null ? { name: 'off' } : { name: 'unsupported', reason: unsupported };
  }

  get state(): UpdateView {
    return this.#state;
  }

  /** Begins to look now and then, if the user wants updates. */
  start(): void {
    this.#on({ kind: 'switched', on: this.#options.isOn() });
    this.#lookLater(firstLook);
  }

  /** Follows a change of the user's wish: on means a look right now, off ends everything. */
  settingsChanged(): void {
    const isOn = this.#options.isOn();
    const wasOff = this.#state.name === 'off';
    this.#on({ kind: 'switched', on: isOn });
    if (isOn && wasOff) this.check();
  }

  /** Looks now, unless one is under way or a new version is here already. */
  check(): void {
    this.#on({ kind: 'due' });
    this.#lookLater(nextLook);
  }

  /** Restarts into the new version; nothing happens while there is none. */
  restart(): void {
    if (this.#state.name !== 'ready') return;
    void this.#load().then((updater) => updater.restart());
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #lookLater({ after, spread }: typeof nextLook): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#state.name === 'unsupported') return;
    const delay = after + Math.floor(spread * this.#options.random());
    this.#timer = this.#options.clock.setTimeout(() => this.check(), delay);
  }

  #on(event: UpdateEvent): void {
    const { state, effect } = nextUpdateState(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onChange();
    if (effect === 'check') void this.#perform((updater) => this.#check(updater));
    if (effect === 'download') void this.#perform((updater) => this.#download(updater));
    if (effect === 'cancel') this.#cancel();
  }

  async #check(updater: Updater): Promise<UpdateEvent> {
    const version = await updater.check();
    return version === null ? { kind: 'current' } : { kind: 'found', version };
  }

  async #download(updater: Updater): Promise<UpdateEvent> {
    const round = this.#round;
    await updater.download((percent) => {
      if (round === this.#round) this.#on({ kind: 'progress', percent: Math.floor(percent) });
    });
    return { kind: 'downloaded' };
  }

  /** Does something with the updater and takes up what comes of it, unless it was given up meanwhile. */
  async #perform(act: (updater: Updater) => Promise<UpdateEvent>): Promise<void> {
    const round = this.#round;
    let event: UpdateEvent;
    try {
      event = await act(await this.#load());
    } catch (error) {
      event = { kind: 'failed' };
      if (round === this.#round) {
        this.#options.log.warn('no update now', { error: String(error) });
        this.#lookLater(lookAfterFailure);
      }
    }
    if (round === this.#round) this.#on(event);
  }

  #cancel(): void {
    this.#round += 1;
    // What was never loaded has nothing to give up.
    void this.#updater?.then(
      (updater) => updater.cancel(),
      () => {},
    );
  }

  #load(): Promise<Updater> {
    this.#updater ??= this.#options.loadUpdater().catch((error: unknown) => {
      this.#updater = null;
      throw error;
    });
    return this.#updater;
  }
}
