import type { NoteExcerpt, Notice, Person, Urgency } from '../../notices/notice.ts';
import type { FeedEvent } from '../feed-event.ts';
import type { CompiledNote, CompiledPerson, CompiledRule } from './compiled-rule.ts';
import { eventTime } from './event-time.ts';
import { contentName, shortName, urgencyOf, webAddressOf } from './marks.ts';
import { lineOf, linesOf, unitsFor } from './notice-text.ts';
import { type Scope, scopeOf } from './scope.ts';
import { renderTemplate, type Template } from './template.ts';

/** Lengths in user-perceived characters. */
const longest = { title: 200, body: 1_000, name: 60, excerpt: 200, reaction: 130 } as const;
/** UTF-16 units of what is not shown; more of a key counts for nothing. */
const longestMark = 65_536;

/** What the templates of a rule that are not words came to. Empty: nothing. */
export interface NoticeMarks {
  readonly link: string;
  readonly icon: string;
  readonly key: string;
  readonly group: string;
  readonly urgency: Urgency;
}

/** What becomes of an event. */
export type WordedEvent =
  | { readonly kind: 'notice'; readonly notice: Notice; readonly marks: NoticeMarks }
  /** No rule fits; of the last one, this condition is not met. */
  | { readonly kind: 'filtered'; readonly condition: number }
  /** Neither title nor body say anything. */
  | { readonly kind: 'wordless' };

/** What a notice is made with, besides the event. */
export interface NoticeFrame {
  readonly feedId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The source's id of a notice whose event has neither key nor id: another one for each event. */
  readonly fallbackId: string;
}

/**
 * Makes a notice of an event by the first rule that fits. Never throws, whatever came, and costs next to
 * nothing for events that no rule fits.
 *
 * The notice's `sourceId` is its key (`key:…`), else the event's id with what it says (`id:…`), so that what comes
 * again is known.
 */
export function noticeOf(
  event: FeedEvent,
  rules: readonly CompiledRule[],
  frame: NoticeFrame,
): WordedEvent {
  const scope = scopeOf(event);
  let condition = 0;
  for (const rule of rules) {
    condition = rule.when.findIndex((holds) => !holds(scope));
    if (condition === -1) return worded(event, rule, scope, frame);
  }
  return { kind: 'filtered', condition };
}

function worded(
  event: FeedEvent,
  rule: CompiledRule,
  scope: Scope,
  { feedId, now, fallbackId }: NoticeFrame,
): WordedEvent {
  const isPlain = rule.type === 'event';
  const heading = isPlain ? line(rule.title, scope, longest.title) : null;
  const detail = linesOf(rendered(rule.body, scope, unitsFor(longest.body)), longest.body);
  if (isPlain && heading === null && detail === null) return { kind: 'wordless' };
  const link = webAddressOf(rendered(rule.link, scope));
  const iconUrl = webAddressOf(rendered(rule.icon, scope));
  const key = shortName(rendered(rule.key, scope).trim());
  const group = shortName(rendered(rule.group, scope).trim());
  const urgency = urgencyOf(rendered(rule.urgency, scope, 100));
  const sourceId = sourceIdOf(event, key, fallbackId);
  const reaction = line(rule.reaction, scope, longest.reaction);
  return {
    kind: 'notice',
    notice: {
      id: `${feedId}/${sourceId}`,
      accountId: feedId,
      sourceId,
      type: rule.type,
      createdAt: eventTime(rendered(rule.time, scope, 100), now),
      person: rule.person && personOf(rule.person, scope),
      others: 0,
      reaction: reaction === null ? null : { code: reaction, url: null },
      note: rule.note && excerptOf(rule.note, scope),
      detail,
      heading,
      nuance: null,
      iconUrl,
      target: link === null ? { kind: 'list' } : { kind: 'link', url: link },
      feed: { urgency, group: group === '' ? null : group },
    },
    marks: {
      link: link ?? '',
      icon: iconUrl ?? '',
      key,
      group,
      urgency,
    },
  };
}

/**
 * Never one of those that come beside an account's notifications (`chat:`, `announcement:`). An id alone is not
 * enough: many a server counts from 1 again after a restart, or on each connection, and would be heard no more.
 */
function sourceIdOf(event: FeedEvent, key: string, fallbackId: string): string {
  if (key !== '') return `key:${key}`;
  const { id } = event;
  return id === null || id === '' ? fallbackId : `id:${shortName(id)}:${contentName(event)}`;
}

function personOf(templates: CompiledPerson, scope: Scope): Person | null {
  const userId = shortName(rendered(templates.id, scope).trim());
  if (userId === '') return null;
  const username = line(templates.username, scope, longest.name) ?? '';
  return {
    userId,
    username,
    host: line(templates.host, scope, 253),
    name: line(templates.name, scope, longest.name) ?? username,
    avatarUrl: webAddressOf(rendered(templates.avatar, scope)),
    emojis: {},
    isBot: false,
    isCat: false,
  };
}

function excerptOf(templates: CompiledNote, scope: Scope): NoteExcerpt | null {
  const id = shortName(rendered(templates.id, scope).trim());
  if (id === '') return null;
  const cw = line(templates.cw, scope, longest.excerpt);
  const files = Number(rendered(templates.files, scope, 10));
  return {
    id,
    // What a content warning covers is not kept at all.
    text: cw === null ? (line(templates.text, scope, longest.excerpt) ?? '') : '',
    cw,
    hidden: false,
    direct: templates.direct,
    files: Number.isSafeInteger(files) && files > 0 ? files : 0,
    poll: rendered(templates.poll, scope) !== '',
  };
}

function line(template: Template | null, scope: Scope, characters: number): string | null {
  return template && lineOf(rendered(template, scope, unitsFor(characters)), characters);
}

function rendered(template: Template | null, scope: Scope, most: number = longestMark): string {
  return template === null ? '' : renderTemplate(template, scope, most);
}
