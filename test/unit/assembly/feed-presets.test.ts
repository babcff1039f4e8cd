import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { loadFeedPresets } from '../../../src-main/assembly/feed-presets.ts';
import { compilePresetRules } from '../../../src-main/engine/feeds/notices/compiled-rule.ts';
import { parseTemplate } from '../../../src-main/engine/feeds/notices/template.ts';
import { storedFeedSchema } from '../../../src-main/engine/feeds/stored-feed.ts';
import { locales } from '../../../src-main/engine/messages/index.ts';
import { presetFeed } from '../../support/preset-bench.ts';

const presets = loadFeedPresets();
const folder = new URL('../../../src-main/engine/feeds/presets/', import.meta.url);

/** What a person would type into fields that are empty at first, by their ids. */
const typed: Readonly<Record<string, string>> = {
  server: 'server.example',
  address: 'relay.example',
  topics: 'alerts',
  topic: 'home/+/temperature',
  token: 'tk_0123456789',
  username: 'suzu',
  password: 'tk_0123456789',
};

describe('the presets', () => {
  test('are all that the folder has, in their order', () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    expect(presets.all.map(({ id }) => id).sort()).toEqual(files.sort());
    const places = presets.all.map(({ place }) => place);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });

  describe.each(presets.all.map((preset) => [preset.id, preset] as const))('%s', (_id, preset) => {
    test('has words of its own in every language', () => {
      for (const locale of locales) {
        const { name, about, fields, options } = preset.words[locale];
        const labels = Object.values(fields).map(({ label }) => label);
        for (const word of [name, about, ...labels, ...Object.values(options)]) {
          expect(word.trim()).not.toBe('');
        }
        expect(Object.keys(fields).sort()).toEqual(preset.fields.map(({ id }) => id).sort());
        if (locale !== 'en') expect(about).not.toBe(preset.words.en.about);
      }
    });

    test('has choices that can be made', () => {
      for (const { kind, options = [], initial } of preset.fields) {
        if (kind === 'choice') expect(options).toContain(initial);
        else expect(options).toEqual([]);
      }
    });

    test('makes a feed that can be kept, without a secret in it', () => {
      const values = preset.fields.flatMap(({ id, kind, initial }) =>
        kind === 'choice' || initial !== '' ? [] : [[id, typed[id] ?? ''] as const],
      );
      const { name, connection, secrets, rule } = presetFeed(preset, Object.fromEntries(values));
      const stored = {
        id: 'feed-abcdefgh',
        name,
        color: '#123456',
        on: true,
        connection,
        preset: preset.id,
        rule: rule ?? null,
        proven: false,
        addedBy: 'user',
      };
      expect(v.is(storedFeedSchema, stored)).toBe(true);
      expect(JSON.stringify(stored)).not.toContain('tk_0123456789');
      if (preset.fields.some(({ kind }) => kind === 'secret')) {
        expect(JSON.stringify(secrets)).toContain('tk_0123456789');
      }
      expect(compilePresetRules(preset.rules(connection)).length).toBeGreaterThan(0);
      const catchUp = preset.catchUp?.(connection);
      if (catchUp !== undefined) {
        expect(URL.canParse(catchUp.url)).toBe(true);
        expect(parseTemplate(catchUp.mark)).not.toHaveProperty('problem');
      }
    });

    test('names the field that is wrong when nothing was typed', () => {
      const made = preset.make({}, 'abcdefgh');
      expect(preset.fields.map(({ id }) => id)).toContain('wrong' in made ? made.wrong : '');
    });
  });
});
