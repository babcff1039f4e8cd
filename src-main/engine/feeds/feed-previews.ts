import type { Notice } from '../notices/notice.ts';
import type { FeedEvent } from './feed-event.ts';
import type { RunningRules } from './feed-rules.ts';
import type { RuleProblem } from './notices/compiled-rule.ts';
import { type NoticeMarks, noticeOf } from './notices/event-notice.ts';
import { jsonOf } from './payload.ts';
import type { SeenEvent } from './seen-events.ts';

/** What rules make of an event. */
export type RulePreview =
  /** The notice is never to ring; its id is not one of the feed's. */
  | { readonly kind: 'notice'; readonly notice: Notice; readonly marks: NoticeMarks }
  /** A condition is not met, by its place in the last rule's `when`. */
  | { readonly kind: 'filtered'; readonly condition: number }
  | { readonly kind: 'wordless' }
  | { readonly kind: 'unreadable'; readonly problem: RuleProblem };

/** What rules make of one of the last events, which `n` names. */
export interface EventPreview {
  readonly n: SeenEvent['n'];
  readonly preview: RulePreview;
}

/** What rules would make of events, in their order. `now`: ms since the epoch. */
export function previewsOf(
  events: readonly SeenEvent[],
  rules: RunningRules,
  now: number,
): readonly EventPreview[] {
  return events.map(({ n, event }) => ({ n, preview: previewOf(event, rules, now) }));
}

/** An event that somebody made up, as a feed would bring it. */
export function sampleEvent({ name, text }: Pick<FeedEvent, 'name' | 'text'>): FeedEvent {
  return { name, id: null, text, data: jsonOf(text), retained: false };
}

/** What rules would make of one event. `now`: ms since the epoch. */
export function previewOf(
  event: FeedEvent,
  { rules, problem }: RunningRules,
  now: number,
): RulePreview {
  if (problem !== null) return { kind: 'unreadable', problem };
  return noticeOf(event, rules, { feedId: 'feed', now, fallbackId: '' });
}
