import type { Messages } from '../messages/index.ts';
import type { PrivacyLevel, Sound } from '../settings/settings.ts';
import type { Burst } from './burst-digests.ts';
import type { Row } from './groups.ts';
import type { Notice, Target } from './notice.ts';
import { iconsAt, wordBurstAt, wordDigestAt, wordRowAt } from './privacy.ts';
import { isPressing } from './rules.ts';
import { type DigestCause, type Wording, withLabel } from './wording.ts';

/** A toast to raise. */
export interface ToastRequest extends Wording {
  /** The id of the notice, or of the one that its group began with; one made up for a digest. */
  readonly id: string;
  readonly accountId: string;
  /** Pictures to try as its icon, best first. */
  readonly iconUrls: readonly string[];
  /** Where a click leads; null for a digest, which opens the list of notices. */
  readonly target: Target | null;
  /** What is to be heard with it; null = nothing. */
  readonly sound: Sound | null;
  /**
   * `critical` for what somebody may have to act on at once; such a toast stays until it is closed. Nothing
   * is less than `normal`: GNOME never shows a notification of low urgency, it only lists it.
   */
  readonly urgency: 'normal' | 'critical';
  /** Whether it may have buttons: they tell what happened, which the user may not want to be seen. */
  readonly answerable: boolean;
}

/** How toasts speak at this moment. */
export interface Speech {
  /** The language in use. */
  readonly messages: Messages;
  /** How to name the account; null while there is only one. */
  readonly label: string | null;
  /** How much they may tell. */
  readonly level: PrivacyLevel;
}

/** The toast of a notice, or of a group as it stands now: always under the id that the group began with. */
export function requestForRow(row: Row, speech: Speech, sound: Sound | null): ToastRequest {
  const [{ notice, group }] = row;
  return {
    id: group,
    accountId: notice.accountId,
    ...labelled(wordRowAt(speech.level, row, speech.messages), speech),
    iconUrls: iconsAt(speech.level, notice),
    target: notice.target,
    sound,
    urgency: urgencyOf([notice]),
    answerable: speech.level !== 'something',
  };
}

/** Many notices in one toast, which opens the list of notices. */
export function requestForDigest(
  accountId: string,
  notices: readonly Notice[],
  cause: DigestCause,
  speech: Speech,
  sound: Sound | null,
): ToastRequest {
  return digest({
    id: `${accountId}/digest/${notices.at(-1)?.sourceId ?? ''}`,
    accountId,
    ...labelled(wordDigestAt(speech.level, notices, cause, speech.messages), speech),
    sound,
    urgency: urgencyOf(notices),
  });
}

/** What a feed sent beyond what is shown one by one, in one toast, which opens the list of notices. */
export function requestForBurst(
  { toastId, accountId, fresh, count }: Burst,
  speech: Speech,
  sound: Sound | null,
): ToastRequest {
  return digest({
    id: toastId,
    accountId,
    ...labelled(wordBurstAt(speech.level, fresh, count, speech.messages), speech),
    sound,
    urgency: urgencyOf(fresh),
  });
}

function digest(request: Omit<ToastRequest, 'iconUrls' | 'target' | 'answerable'>): ToastRequest {
  return { ...request, iconUrls: [], target: null, answerable: false };
}

function urgencyOf(notices: readonly Notice[]): ToastRequest['urgency'] {
  return notices.some(isPressing) ? 'critical' : 'normal';
}

function labelled(wording: Wording, { label, level }: Speech): Wording {
  return label === null || level === 'something' ? wording : withLabel(wording, label);
}
