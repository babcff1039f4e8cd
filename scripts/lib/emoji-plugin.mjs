// @ts-check
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { characterTable, nameTable } from './emoji-tables.mjs';

const require = createRequire(import.meta.url);
/** @type {Readonly<Record<string, string>>} */
const files = {
  en: require.resolve('emojibase-data/en/data.json'),
  ja: require.resolve('emojibase-data/ja/data.json'),
  ko: require.resolve('emojibase-data/ko/data.json'),
  'zh-CN': require.resolve('emojibase-data/zh/data.json'),
};
const prefix = 'virtual:unicode-emoji/';

/**
 * Offers the tables of Unicode emojis to the window as modules of their own, so that it loads only the
 * languages it needs, and only when the picker is opened: `virtual:unicode-emoji/characters`, and
 * `…/en`, `…/ja`, `…/ko`, `…/zh-CN`. Each exports its `table` as base64 of a raw deflate: a package is not compressed.
 * @returns {import('vite').Plugin}
 */
export function unicodeEmoji() {
  return {
    name: 'suzu-unicode-emoji',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const name = id.slice(prefix.length + 1);
      const file = files[name === 'characters' ? 'en' : name];
      if (file === undefined) throw new Error(`No emoji table is called ${name}.`);
      const data = JSON.parse(readFileSync(file, 'utf8'));
      const table = name === 'characters' ? characterTable(data) : nameTable(data);
      const packed = deflateRawSync(table, { level: 9 }).toString('base64');
      return `export const table = ${JSON.stringify(packed)};`;
    },
  };
}
