import type { FeedEvent } from '../../engine/feeds/feed-event.ts';
import type {
  RulePreview as EngineRulePreview,
  Feeds,
  SeenEvent,
} from '../../engine/feeds/feeds.ts';
import { fieldsOf } from '../../engine/feeds/notices/fields.ts';
import type { Messages } from '../../engine/messages/index.ts';
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

/** What a rule makes of an event, in words where it cannot be read. */
export function rulePreview(preview: EngineRulePreview, words: Messages['feeds']): RulePreview {
  switch (preview.kind) {
    case 'notice':
      return { kind: 'notice', ...preview.preview };
    case 'unreadable': {
      const { problem } = preview;
      return {
        kind: 'unreadable',
        part: problem.part,
        problem: wordTemplateProblem(problem, words),
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
