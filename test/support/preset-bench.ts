import * as v from 'valibot';
import type { FeedEvent } from '../../src-main/engine/feeds/feed-event.ts';
import { feedSecretsSchema } from '../../src-main/engine/feeds/feed-secrets.ts';
import {
  compilePresetRules,
  compileRule,
} from '../../src-main/engine/feeds/notices/compiled-rule.ts';
import { noticeOf } from '../../src-main/engine/feeds/notices/event-notice.ts';
import type { FeedPreset } from '../../src-main/engine/feeds/preset.ts';
import { feedConnectionSchema } from '../../src-main/engine/feeds/stored-feed.ts';
import { locales, messagesIn } from '../../src-main/engine/messages/index.ts';
import { wordNotice } from '../../src-main/engine/notices/wording.ts';

/** After everything that happens in the tests. */
export const presetNow = Date.UTC(2026, 5, 1);

/** A feed as a preset makes it of what was typed, as the settings would keep it. */
export function presetFeed(preset: FeedPreset, values: Readonly<Record<string, string>>) {
  const initial = Object.fromEntries(preset.fields.map((field) => [field.id, field.initial]));
  const made = preset.make({ ...initial, ...values }, 'abcdefgh');
  if ('wrong' in made) throw new Error(`wrong: ${made.wrong}`);
  const connection = v.parse(feedConnectionSchema, made.connection);
  const secrets = v.parse(feedSecretsSchema, made.secrets);
  const own = made.rule === undefined ? null : compileRule(made.rule);
  if (own !== null && 'problem' in own) throw new Error(own.problem);
  const rules = own === null ? compilePresetRules(preset.rules(connection)) : [own];
  const word = (event: FeedEvent) =>
    noticeOf(event, rules, { feedId: 'feed-abcdefgh', now: presetNow, fallbackId: 'event:1' });
  return {
    ...made,
    connection,
    secrets,
    word,
    /** The notice of an event, which must ring. */
    notice: (event: FeedEvent) => {
      const made = word(event);
      if (made.kind !== 'notice') throw new Error(`${made.kind}: ${event.text}`);
      return made.notice;
    },
    /** What the notice of an event says, in all languages. */
    said: (event: FeedEvent) => {
      const made = word(event);
      if (made.kind !== 'notice') return [made.kind];
      return locales.map((locale) => {
        const { title, body } = wordNotice(made.notice, messagesIn(locale));
        return body === '' ? title : `${title} | ${body.replaceAll('\n', ' / ')}`;
      });
    },
  };
}

/** Which field a preset finds wrong; null = none. */
export function wrongField(
  preset: FeedPreset,
  values: Readonly<Record<string, string>>,
): string | null {
  const initial = Object.fromEntries(preset.fields.map((field) => [field.id, field.initial]));
  const made = preset.make({ ...initial, ...values }, 'abcdefgh');
  return 'wrong' in made ? made.wrong : null;
}
