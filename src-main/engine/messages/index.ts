import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhCn } from './zh-CN.ts';

/** Every sentence that the main process shows. A language that lacks one does not compile. */
export type Messages = typeof en;

/** The languages Suzu speaks, as BCP 47 tags. */
export const locales = ['en', 'ja', 'ko', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

const catalogues: Readonly<Record<Locale, Messages>> = { en, ja, ko, 'zh-CN': zhCn };

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
    const spoken = localeOf(tag);
    if (spoken !== undefined) return spoken;
  }
  return 'en';
}

/** What Suzu speaks of a tag's language and script: `zh-SG` is written as in China, `zh-TW` is not. */
function localeOf(tag: string): Locale | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'zh') return script === 'Hans' ? 'zh-CN' : undefined;
    return locales.find((locale) => locale === language);
  } catch {
    // Systems also hand over what is no tag, such as `C`.
    return undefined;
  }
}
