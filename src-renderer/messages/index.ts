import type { Locale } from '../../src-main/ipc/contract.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhCn } from './zh-CN.ts';

/** Every word that the window shows. A language that lacks one does not compile. */
export type Messages = typeof en;

const catalogues: Readonly<Record<Locale, Messages>> = { en, ja, ko, 'zh-CN': zhCn };

/** The catalogue of one language. */
export function messagesIn(locale: Locale): Messages {
  return catalogues[locale];
}

/** The catalogue for a BCP 47 tag such as `ja-JP`; English where Suzu does not speak the language. */
export function messagesFor(tag: string): Messages {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'ja' || language === 'ko') return catalogues[language];
    return language === 'zh' && script === 'Hans' ? catalogues['zh-CN'] : catalogues.en;
  } catch {
    return catalogues.en;
  }
}

/** The languages of the window. */
export const locales: readonly Locale[] = ['en', 'ja', 'ko', 'zh-CN'];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '简体中文',
};
