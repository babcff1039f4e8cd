import type { Messages } from '../../engine/messages/index.ts';
import type { Account } from '../../engine/misskey/account-list.ts';
import type { ApiError } from '../../engine/misskey/api/api.ts';
import type { StoredAccount } from '../../engine/misskey/stored-account.ts';
import { findPin, type Pin, pinKey } from '../../engine/misskey/timelines/pins.ts';
import type { TimelineFeed } from '../../engine/misskey/timelines/timeline-feed.ts';
import { switchesOf } from '../../engine/misskey/timelines/timelines.ts';
import type { TimelineChange } from '../../engine/timeline/timeline.ts';
import type { Patch, PinnedTimeline, TimelineKey, TimelineRef, TimelineView } from '../contract.ts';
import { wordApiError } from './error-words.ts';
import type { ImageAddresses } from './images.ts';
import { noteView } from './note-view.ts';

/** An open timeline as the window shows it. */
export function timelineView(
  account: Account,
  feed: TimelineFeed,
  messages: Messages,
  images: ImageAddresses,
): TimelineView {
  const { stored } = account;
  const { status, timeline, notLive, key, spec } = feed;
  return {
    accountId: stored.id,
    key,
    spec,
    name: findPin(stored.timelines, key)?.name ?? null,
    state: status.state,
    error: status.state === 'failed' ? loadError(status.error, stored, messages) : null,
    notLive: notLive && messages.timeline.notLive[notLive],
    notes: timeline.notes.map((note) => noteView(stored, note, images)),
    hasOlder: timeline.hasOlder,
    gapAfter: timeline.gapAfter,
    behind: timeline.isBehind,
  };
}

/** A pinned timeline as the window shows it in the account's list. */
export function pinnedTimeline(pin: Pin): PinnedTimeline {
  const { spec, name } = pin;
  return { key: pinKey(pin), spec, name, switches: switchesOf(spec.kind) };
}

/**
 * What the window is told of a change to a timeline. Null for a note that changed or went: that is
 * told once for all places, with `note-update` and `note-remove`.
 */
export function timelinePatch(
  { stored }: Account,
  key: TimelineKey,
  change: Exclude<TimelineChange, { kind: 'reset' }>,
  images: ImageAddresses,
): Patch | null {
  const timeline: TimelineRef = { accountId: stored.id, key };
  switch (change.kind) {
    case 'insert':
      return {
        kind: 'timeline-insert',
        timeline,
        note: noteView(stored, change.note, images),
        most: change.most,
      };
    case 'behind':
      return { kind: 'timeline-behind', timeline };
    case 'older':
      return {
        kind: 'timeline-older',
        timeline,
        notes: change.notes.map((note) => noteView(stored, note, images)),
        hasOlder: change.hasOlder,
      };
    case 'update':
    case 'remove':
      return null;
  }
}

/** What could not be loaded, in words, with what to do. */
function loadError(error: ApiError, { origin }: StoredAccount, messages: Messages): string {
  const { timeline, error: words } = messages;
  switch (error.code) {
    case 'NO_SUCH_LIST':
      return timeline.gone.list;
    case 'NO_SUCH_ANTENNA':
      return timeline.gone.antenna;
    case 'NO_SUCH_CHANNEL':
      return timeline.gone.channel;
    case 'NO_SUCH_ROLE':
      return timeline.gone.role;
  }
  if (error.code?.endsWith('TL_DISABLED')) return words.timelineForbidden;
  return wordApiError(error, new URL(origin).host, words);
}
