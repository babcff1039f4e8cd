import type { Locale } from '../../src-main/ipc/contract.ts';
import { readTables, type UnicodeEmoji } from './tables.ts';

const nameTables = {
  en: () => import('virtual:unicode-emoji/en'),
  ja: () => import('virtual:unicode-emoji/ja'),
  ko: () => import('virtual:unicode-emoji/ko'),
  'zh-CN': () => import('virtual:unicode-emoji/zh-CN'),
} as const satisfies Record<Locale, () => Promise<{ readonly table: string }>>;

const loaded = new Map<Locale, Promise<readonly UnicodeEmoji[]>>();

/** Loads the emojis as they are called in a language, once; English finds them in every language. */
export function loadUnicode(locale: Locale): Promise<readonly UnicodeEmoji[]> {
  const known = loaded.get(locale);
  if (known !== undefined) return known;
  const languages: readonly Locale[] = locale === 'en' ? ['en'] : [locale, 'en'];
  const loading = Promise.all([
    import('virtual:unicode-emoji/characters'),
    ...languages.map((language) => nameTables[language]()),
  ])
    .then((modules) => Promise.all(modules.map(({ table }) => unpacked(table))))
    .then(([characters = '', ...names]) => readTables(characters, names));
  loaded.set(locale, loading);
  return loading;
}

async function unpacked(table: string): Promise<string> {
  const bytes = Uint8Array.from(atob(table), (character) => character.charCodeAt(0));
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(text).text();
}
