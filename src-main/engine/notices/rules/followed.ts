import type { Rules } from '../../settings/settings.ts';
import type { Notice } from '../notice.ts';
import { loudnessOf } from './loudness.ts';

/**
 * What anybody can send. Types that nobody sends are not among them, nor is what is about following
 * itself, nor a type that only a newer server knows: where it is doubtful, it rings.
 */
const sentByAnybody: readonly string[] = [
  'mention',
  'reply',
  'quote',
  'renote',
  'reaction',
  'note',
  'pollVote',
  'renote:grouped',
  'reaction:grouped',
  'note:grouped',
  'newChatMessage',
  'chatRoomInvitationReceived',
  'groupInvited',
];

/**
 * Whether it depends on the account's following its sender that a notice rings. Several people at once
 * do: only one of them is named, and another may be followed.
 */
export function asksForFollowed(rules: Rules, notice: Notice): boolean {
  return (
    rules.onlyFollowed &&
    notice.person !== null &&
    notice.others === 0 &&
    sentByAnybody.includes(notice.type) &&
    loudnessOf(rules, notice) !== 'keep'
  );
}
