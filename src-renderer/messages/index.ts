import type { Locale } from '../../src-main/ipc/contract.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';

/** Every word that the window shows. A language that lacks one does not compile. */
export type Messages = typeof en;

const catalogues: Readonly<Record<Locale, Messages>> = { en, ja, ko, 'zh-CN': en };

/** The catalogue of one language. */
export function messagesIn(locale: Locale): Messages {
  return catalogues[locale];
}

/** The catalogue for a BCP 47 tag such as `ja-JP`; English where Suzu does not speak the language. */
export function messagesFor(tag: string): Messages {
  const primary = tag.toLowerCase().split('-')[0];
  if (primary === 'ja' || primary === 'ko') return catalogues[primary];
  return catalogues.en;
}

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '简体中文',
};
