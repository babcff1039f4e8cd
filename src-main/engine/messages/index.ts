import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';

/** Every sentence that the main process shows. A language that lacks one does not compile. */
export type Messages = typeof en;

/** The languages Suzu speaks, as BCP 47 primary subtags. */
export const locales = ['en', 'ja', 'ko', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

const catalogues: Readonly<Record<Locale, Messages>> = { en, ja, ko, 'zh-CN': en };

/** The catalogue of one language. */
export function messagesIn(locale: Locale): Messages {
  return catalogues[locale];
}

/**
 * The language to use: the chosen one, else the first of the system's preferred languages that Suzu
 * speaks, else English. `preferred` holds BCP 47 tags, best first.
 */
export function chooseLocale(chosen: Locale | 'system', preferred: readonly string[]): Locale {
  if (chosen !== 'system') return chosen;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    const match = locales.find((locale) => locale === primary);
    if (match !== undefined) return match;
  }
  return 'en';
}
