import { previewOf, sampleEvent } from '../../engine/feeds/feed-previews.ts';
import { rulesOf } from '../../engine/feeds/feed-rules.ts';
import {
  type FeedSecrets,
  noSecrets,
  type SecretsChange,
  secretsAfter,
} from '../../engine/feeds/feed-secrets.ts';
import type { Feeds } from '../../engine/feeds/feeds.ts';
import type { FeedPreset, PresetField } from '../../engine/feeds/preset.ts';
import type { FeedPresets } from '../../engine/feeds/preset-list.ts';
import type { Locale, Messages } from '../../engine/messages/index.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { CallAnswer, FeedCalls, FeedId } from '../contract.ts';
import { readFeedDraft } from '../feed-draft.ts';
import { fieldsView, rulePreview } from '../views/feed-events-view.ts';
import { presetView } from '../views/feed-view.ts';
import type { WindowFeed } from '../window-feed.ts';
import type { Commands } from './commands.ts';
import { done, fail } from './server-calls.ts';

export interface FeedCommandsOptions {
  readonly feeds: Feeds;
  readonly presets: FeedPresets;
  readonly feed: WindowFeed;
  readonly clock: Pick<Clock, 'now'>;
  readonly messages: () => Messages;
  readonly locale: () => Locale;
  /** A few letters that no other program has, another time others. */
  readonly unique: () => string;
}

/** What the window asks of feeds. */
export function createFeedCommands(options: FeedCommandsOptions): Commands<FeedCalls> {
  const { feeds, presets, feed: window, clock, messages, locale, unique } = options;
  const words = () => messages().feeds;
  const gone = () => fail(words().gone);

  function wordField(preset: FeedPreset, id: string): string {
    return preset.words[locale()].fields[id]?.label ?? id;
  }

  function addByPreset(
    preset: FeedPreset,
    values: Readonly<Record<string, string>>,
  ): CallAnswer<FeedId> {
    const empty = preset.fields.find((field) => isMissing(field, values));
    if (empty !== undefined) return fail(words().fieldEmpty(wordField(preset, empty.id)));
    const made = preset.make(values, unique());
    if ('wrong' in made) return fail(words().fieldWrong(wordField(preset, made.wrong)));
    const { name, connection, secrets, rule = null } = made;
    const read = readFeedDraft(
      { name, connection, rule, secrets: { ...secrets, keepPassword: false } },
      null,
    );
    if ('problem' in read) return fail(read.problem(words()));
    const feed = { ...read.change, preset: preset.id, addedBy: 'user' } as const;
    return { ok: true, data: feeds.add(feed, secretsOf(read.secrets)) };
  }

  return {
    listPresets: () => ({
      ok: true,
      data: presets.all.map((preset) => presetView(preset, locale())),
    }),

    addPresetFeed(presetId, values) {
      const preset = presets.get(presetId);
      return preset === undefined ? fail(words().presetGone) : addByPreset(preset, values);
    },

    addFeed(draft) {
      const read = readFeedDraft(draft, null);
      if ('problem' in read) return fail(read.problem(words()));
      const feed = { ...read.change, preset: null, addedBy: 'user' } as const;
      return { ok: true, data: feeds.add(feed, secretsOf(read.secrets)) };
    },

    async changeFeed(feedId, draft) {
      const before = feeds.get(feedId);
      if (before === undefined) return gone();
      const read = readFeedDraft(draft, before);
      if ('problem' in read) return fail(read.problem(words()));
      await feeds.change(feedId, read.change, read.secrets);
      return done;
    },

    async removeFeed(feedId) {
      await feeds.remove(feedId);
    },

    moveFeed: (feedId, index) => feeds.move(feedId, index),
    setFeedOn: (feedId, on) => feeds.setOn(feedId, on),
    retryFeed: (feedId) => feeds.retry(feedId),

    watchFeed(feedId) {
      feeds.watch(feedId);
      window.watchFeed(feedId);
    },

    previewRule(feedId, rule) {
      if (feeds.get(feedId) === undefined) return gone();
      const previews = feeds.preview(feedId, rule);
      return {
        ok: true,
        data: previews.map(({ n, preview }) => ({ n, preview: rulePreview(preview, messages()) })),
      };
    },

    previewSample(feedId, rule, sample) {
      const feed = feeds.get(feedId);
      if (feed === undefined) return gone();
      const event = sampleEvent(sample);
      const rules = rulesOf({ ...feed.stored, rule }, presets);
      const preview = previewOf(event, rules, clock.now());
      return {
        ok: true,
        data: { fields: fieldsView(event), preview: rulePreview(preview, messages()) },
      };
    },
  };
}

function isMissing(
  { id, optional }: PresetField,
  values: Readonly<Record<string, string>>,
): boolean {
  const value = Object.hasOwn(values, id) ? values[id] : undefined;
  return !optional && (value ?? '').trim() === '';
}

/** What a new feed proves itself with: there is nothing that it could keep. */
function secretsOf(typed: SecretsChange | null): FeedSecrets {
  return typed === null ? noSecrets : secretsAfter(typed, noSecrets);
}
