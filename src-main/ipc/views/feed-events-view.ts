import type { FeedEvent } from '../../engine/feeds/feed-event.ts';
import type {
  RulePreview as EngineRulePreview,
  Feeds,
  SeenEvent,
} from '../../engine/feeds/feeds.ts';
import { fieldsOf } from '../../engine/feeds/notices/fields.ts';
import type { Messages } from '../../engine/messages/index.ts';
import { wordNotice } from '../../engine/notices/wording.ts';
import type { FeedEventsView, FeedEventView, FeedId, RulePreview } from '../contract.ts';
import { bounded, boundedLine } from './bounded.ts';
import { wordTemplateProblem } from './feed-words.ts';

const mostEvents = 20;
const mostFields = 60;
const longestText = 4_096;

/** The last events of a feed as the window shows them, newest first. */
export function feedEventsView(
  feedId: FeedId,
  { events, count }: ReturnType<Feeds['seen']>,
): FeedEventsView {
  return { feedId, events: events.slice(0, mostEvents).map(eventView), count };
}

/** What a template can name of an event. */
export function fieldsView(event: FeedEvent): FeedEventView['fields'] {
  return fieldsOf(event, mostFields);
}

/** What a rule makes of an event, with Suzu's words where they are Suzu's. */
export function rulePreview(preview: EngineRulePreview, messages: Messages): RulePreview {
  switch (preview.kind) {
    case 'notice': {
      const { notice, marks } = preview;
      const icon = marks.icon || (notice.person?.avatarUrl ?? '');
      return { kind: 'notice', ...wordNotice(notice, messages), ...marks, icon };
    }
    case 'unreadable': {
      const { problem } = preview;
      return {
        kind: 'unreadable',
        part: problem.part,
        problem: wordTemplateProblem(problem, messages.feeds),
      };
    }
    default:
      return preview;
  }
}

function eventView({ n, at, event, outcome }: SeenEvent): FeedEventView {
  return {
    n,
    at,
    name: boundedLine(event.name),
    text: bounded(event.text, longestText),
    fields: fieldsView(event),
    outcome,
  };
}
