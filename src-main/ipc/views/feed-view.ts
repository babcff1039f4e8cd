import type { FeedPreset } from '../../engine/feeds/preset.ts';
import type { FeedPresets } from '../../engine/feeds/preset-list.ts';
import type { Locale, Messages } from '../../engine/messages/index.ts';
import { isLoopback } from '../../engine/misskey/api/server-name.ts';
import { isCutOff } from '../../engine/misskey/offline.ts';
import type { FeedView, PresetView } from '../contract.ts';
import type { ShownFeed } from '../feed-parts.ts';
import { stateText } from './account-view.ts';

/** In which words feeds are shown. */
export interface FeedWords {
  readonly messages: Messages;
  readonly locale: Locale;
  readonly presets: FeedPresets;
}

/** A feed as the window and the tray show it. `isOffline`: see `isOffline` of the engine. */
export function feedView(
  feed: ShownFeed,
  unread: number,
  { messages, locale, presets }: FeedWords,
  isOffline = false,
): FeedView {
  const { stored, state, secrets } = feed;
  const preset = stored.preset === null ? undefined : presets.get(stored.preset);
  return {
    id: stored.id,
    name: stored.name,
    color: stored.color,
    on: stored.on,
    preset: preset?.words[locale].name ?? null,
    connection: stored.connection,
    host: feedHost(feed),
    has: {
      headers: secrets.headers,
      username: secrets.username,
      password: secrets.hasPassword,
    },
    rule: stored.rule,
    state: state?.name ?? null,
    stateText: feedStateText(feed, messages, isOffline),
    caution: sendsSecretsInTheClear(feed) ? messages.feeds.notEncrypted : null,
    unread,
    demo: stored.addedBy === 'demo',
  };
}

/** Host with port. */
export function feedHost({ stored }: Pick<ShownFeed, 'stored'>): string {
  return new URL(stored.connection.url).host;
}

/** The state of a feed in one sentence, with what to do where the user can act. */
export function feedStateText(
  { state }: Pick<ShownFeed, 'state'>,
  messages: Messages,
  isOffline = false,
): string {
  if (state === null) return messages.feeds.off;
  return isOffline && isCutOff(state) ? messages.state.offline : stateText(state, messages);
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

function sendsSecretsInTheClear({ stored: { connection }, secrets }: ShownFeed): boolean {
  const { protocol, hostname } = new URL(connection.url);
  const isClear = protocol === 'http:' || protocol === 'ws:';
  const hasSecrets = secrets.headers.length > 0 || secrets.username !== null || secrets.hasPassword;
  return isClear && hasSecrets && !isLoopback(hostname);
}
