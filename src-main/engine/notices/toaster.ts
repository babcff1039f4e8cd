import type { Messages } from '../messages/index.ts';
import type { Settings, Sound } from '../settings/settings.ts';
import type { Clock } from '../streaming/clock.ts';
import { type Burst, BurstDigests } from './burst-digests.ts';
import type { DesktopState } from './desktop-state.ts';
import { foldGroups } from './groups.ts';
import type { History } from './history.ts';
import type { Notice } from './notice.ts';
import { type OpenGroup, OpenGroups } from './open-groups.ts';
import { privacyNow } from './privacy.ts';
import { soundOf } from './rules/loudness.ts';
import {
  type StandingToast,
  StandingToasts,
  type StandingToastsListener,
} from './standing-toasts.ts';
import { requestForBurst, requestForDigest, requestForRow, type Speech } from './toast-requests.ts';
import type { DigestCause } from './wording.ts';

export interface ToasterOptions {
  readonly clock: Clock;
  readonly history: Pick<History, 'group'>;
  /** The catalogue of the language in use. */
  readonly messages: () => Messages;
  /** How to name an account on its toasts; null while there is only one. */
  readonly accountLabel: (accountId: string) => string | null;
  readonly settings: () => Pick<Settings, 'rules' | 'sound' | 'privacy'>;
  readonly desktop: () => DesktopState;
  readonly listener: StandingToastsListener;
}

/**
 * Makes toasts of notices that are kept: in the language, with the sound, and with as much told as fits
 * the moment. What happens again and again to one note is one toast that is renewed.
 */
export class Toaster {
  readonly #options: ToasterOptions;
  readonly #toasts: StandingToasts;
  readonly #groups: OpenGroups;
  readonly #bursts: BurstDigests;

  /** @param mayTell whether a toast may tell of a burst that is due, or something keeps it back. */
  constructor(options: ToasterOptions, mayTell: (burst: Burst) => boolean) {
    this.#options = options;
    this.#bursts = new BurstDigests(
      options.clock,
      (burst) => mayTell(burst) && this.#showBurst(burst),
    );
    this.#toasts = new StandingToasts(options.listener);
    this.#groups = new OpenGroups(options.clock, (groupId, sounds) =>
      this.#showRow(groupId, sounds),
    );
  }

  /** The group that a notice may join; null when it stands alone or begins one. */
  groupFor(notice: Notice): OpenGroup | null {
    return this.#groups.find(notice);
  }

  /** Takes a notice into the group that `groupFor` answers, or lets it begin one. */
  addToGroup(notice: Notice, joins: boolean): void {
    this.#groups.add(notice, joins);
  }

  /** Shows a notice's group, or the notice alone, as it is by now. */
  raise(notice: Notice, sounds: boolean): void {
    this.#groups.raise(notice, sounds);
  }

  /**
   * Shows several notices of an account in one toast; one alone is shown as itself, none not at all.
   * @param sounding the one that it is to be heard with; null = none.
   */
  raiseTogether(
    accountId: string,
    notices: readonly Notice[],
    cause: DigestCause,
    sounding: Notice | null,
  ): void {
    const [only] = notices;
    if (only === undefined) return;
    if (notices.length === 1) {
      this.raise(only, sounding !== null);
      return;
    }
    const sound = sounding && this.#soundOf(sounding);
    const request = requestForDigest(accountId, notices, cause, this.#speech(accountId), sound);
    this.#toasts.show(request, null);
  }

  /** One more of a feed that is too much: it is told with others of them. `key`: what is told together. */
  addToBurst(key: string, notice: Notice, sounds: boolean): void {
    this.#bursts.add(key, notice, sounds);
  }

  standing(toastId: string): StandingToast | undefined {
    return this.#toasts.get(toastId);
  }

  /** The desktop said that it is there no more. */
  gone(toastId: string): void {
    this.#toasts.gone(toastId);
    this.#bursts.gone(toastId);
  }

  close(toastId: string): void {
    this.#toasts.close(toastId);
  }

  /** Closes the toasts of an account that are about many notices at once. */
  closeDigests(accountId: string): void {
    this.#bursts.drop(accountId);
    this.#toasts.closeAll(
      ({ request, noticeId }) => request.accountId === accountId && noticeId === null,
    );
  }

  /** Closes all toasts of an account. */
  closeAll(accountId: string): void {
    this.#bursts.drop(accountId);
    this.#toasts.closeAll(({ request }) => request.accountId === accountId);
  }

  /** These groups were read, or are gone: what comes next begins anew. */
  endGroups(groupIds: ReadonlySet<string>): void {
    this.#groups.close(groupIds);
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#groups.stop();
    this.#bursts.stop();
  }

  #showRow(groupId: string, sounds: boolean): void {
    const [row] = foldGroups(this.#options.history.group(groupId));
    if (row === undefined) return;
    const [{ notice }] = row;
    const sound = sounds ? this.#soundOf(notice) : null;
    this.#toasts.show(requestForRow(row, this.#speech(notice.accountId), sound), notice.id);
  }

  /** One alone is shown as itself. Returns whether the toast of the burst stands. */
  #showBurst(burst: Burst): boolean {
    const { accountId, fresh, count, sounding } = burst;
    const [newest] = fresh;
    if (newest !== undefined && count === 1) {
      this.raise(newest, sounding !== null);
      return false;
    }
    const sound = sounding && this.#soundOf(sounding);
    this.#toasts.show(requestForBurst(burst, this.#speech(accountId), sound), null);
    return true;
  }

  #soundOf(notice: Notice): Sound | null {
    const { rules, sound } = this.#options.settings();
    return soundOf(rules, sound, notice);
  }

  #speech(accountId: string): Speech {
    const { messages, accountLabel, settings, desktop } = this.#options;
    return {
      messages: messages(),
      label: accountLabel(accountId),
      level: privacyNow(settings().privacy, desktop().locked),
    };
  }
}
