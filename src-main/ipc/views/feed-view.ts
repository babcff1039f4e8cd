import type { Feed } from '../../engine/feeds/feeds.ts';
import { type PresetRule, plainRule } from '../../engine/feeds/notices/notice-rule.ts';
import { plainSecretOf } from '../../engine/feeds/plain-secrets.ts';
import type { FeedPreset } from '../../engine/feeds/preset.ts';
import type { FeedPresets } from '../../engine/feeds/preset-list.ts';
import type { StoredFeed } from '../../engine/feeds/stored-feed.ts';
import type { Locale, Messages } from '../../engine/messages/index.ts';
import { isLoopback } from '../../engine/misskey/api/server-name.ts';
import { isCutOff } from '../../engine/streaming/cut-off.ts';
import type { FeedView, NoticeRule, PresetView } from '../contract.ts';
import { stateText } from './account-view.ts';
import { boundedLine } from './bounded.ts';
import { wordRuleProblem } from './feed-words.ts';

/** In which words feeds are shown. */
export interface FeedWords {
  readonly messages: Messages;
  readonly locale: Locale;
  readonly presets: Pick<FeedPresets, 'get'>;
}

/** A feed as the window and the tray show it. `isOffline`: see `isOffline` of the engine. */
export function feedView(
  feed: Feed,
  unread: number,
  { messages, locale, presets }: FeedWords,
  isOffline = false,
): FeedView {
  const { stored, state, secrets } = feed;
  const preset = stored.preset === null ? undefined : presets.get(stored.preset);
  const presetRules = preset?.rules(stored.connection) ?? [];
  return {
    id: stored.id,
    name: stored.name,
    color: stored.color,
    on: stored.on,
    preset: preset?.words[locale].name ?? null,
    connection: stored.connection,
    host: feedHost(stored),
    has: {
      headers: secrets.headers,
      username: secrets.username,
      password: secrets.hasPassword,
      lost: state?.name === 'refused' && state.reason === 'feed-secrets',
    },
    rule: stored.rule,
    startRule: startRule(presetRules),
    types: typesOf(stored.rule === null ? presetRules : []),
    state: state?.name ?? null,
    stateText: feedStateText(feed, messages, isOffline),
    caution: cautionOf(feed, messages.feeds),
    unread,
    demo: stored.addedBy === 'demo',
  };
}

/** Host with port. */
export function feedHost({ connection }: Pick<StoredFeed, 'connection'>): string {
  return new URL(connection.url).host;
}

/** The state of a feed in one sentence, with what to do where the user can act. */
export function feedStateText(
  { state }: Pick<Feed, 'state'>,
  messages: Messages,
  isOffline = false,
): string {
  if (state === null) return messages.feeds.off;
  if (isOffline && isCutOff(state)) return messages.state.offline;
  const isInsecure = state.name === 'waiting' && state.reason === 'tls';
  return isInsecure ? messages.feeds.notSecure : stateText(state, messages);
}

/** A preset as the window offers it. */
export function presetView({ id, fields, words }: FeedPreset, locale: Locale): PresetView {
  const { name, about, fields: labels, options } = words[locale];
  return {
    id,
    name,
    about,
    fields: fields.map((field) => ({
      id: field.id,
      kind: field.kind,
      label: labels[field.id]?.label ?? field.id,
      hint: labels[field.id]?.hint ?? '',
      initial: field.initial,
      optional: field.optional,
      options: (field.options ?? []).map((value) => ({ value, label: options[value] ?? value })),
    })),
  };
}

function cautionOf(feed: Feed, words: Messages['feeds']): string | null {
  const plain = plainSecretOf(feed.stored.connection);
  const cautions = [
    plain && words.plainSecret[plain.where](boundedLine(plain.name, 60)),
    feed.ruleProblem && words.ruleUnreadable(wordRuleProblem(feed.ruleProblem, words)),
    sendsSecretsInTheClear(feed) ? words.notEncrypted : null,
  ].filter((caution) => caution !== null);
  return cautions.length === 0 ? null : cautions.join(' ');
}

function sendsSecretsInTheClear({ stored: { connection }, secrets }: Feed): boolean {
  const { protocol, hostname } = new URL(connection.url);
  const isClear = protocol === 'http:' || protocol === 'ws:';
  const hasSecrets = secrets.headers.length > 0 || secrets.username !== null || secrets.hasPassword;
  return isClear && hasSecrets && !isLoopback(hostname);
}

function typesOf(rules: readonly PresetRule[]): readonly string[] {
  return rules.length === 0 ? ['event'] : [...new Set(rules.map(({ type }) => type ?? 'event'))];
}

/**
 * What to begin one's own rule with: the preset's, or the first that words its notices itself where there are
 * several. What Suzu words (a mention, a follow) is told by who did it.
 */
function startRule(rules: readonly PresetRule[]): NoticeRule {
  const [first] = rules;
  const rule = rules.find(({ type }) => type === undefined || type === 'event') ?? first;
  if (rule === undefined) return plainRule;
  const { title, body, link, icon, key, group, urgency, person, note } = rule;
  return {
    // Of several, each is for other events; one's own is for all that ring.
    when: rules.length === 1 ? (rule.when ?? []) : [],
    title: title || person?.name || plainRule.title,
    body: body || note?.text || plainRule.body,
    link: link ?? '',
    icon: icon || person?.avatar || '',
    key: key ?? '',
    group: group ?? '',
    urgency: urgency ?? '',
  };
}
