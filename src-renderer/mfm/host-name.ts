import { decodePunycode } from './punycode.ts';

/**
 * The letters that a label of a host name may be shown in: those of one language's writing, none of
 * which passes for letters of another. Whatever mixes them otherwise, or is written in letters that
 * look like Latin ones (Cyrillic, Greek, …), stays as the DNS has it, `xn--…`.
 */
const writings: readonly RegExp[] = [
  // Western European; without the letters that are hard to tell from plain ones, such as `ı` and `ạ`.
  /^[a-z0-9ß-öø-ÿœ-]+$/,
  // Japanese and Chinese.
  /^[a-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々-]+$/u,
  // Korean.
  /^[a-z0-9\p{sc=Hangul}-]+$/u,
  // Right to left, and others that stand for themselves.
  /^[0-9\p{sc=Arabic}-]+$/u,
  /^[0-9\p{sc=Hebrew}-]+$/u,
  /^[0-9\p{sc=Thai}-]+$/u,
  /^[0-9\p{sc=Devanagari}-]+$/u,
];

/** Signs of these writings that pass for a slash, a dot or a dash. */
const deceiving = /[\u30ce\u30fb\u3007\u4e36\u4e3f\u4e28\u3033-\u3035]/u;

/**
 * A host as a person reads it, from how the URL standard writes it (ASCII, with port). A label that
 * could be taken for another one is left in ASCII.
 */
export function readableHost(host: string): string {
  return host
    .split('.')
    .map((label) => {
      if (!label.startsWith('xn--')) return label;
      const letters = decodePunycode(label.slice('xn--'.length));
      return letters !== null && isPlain(letters) ? letters : label;
    })
    .join('.');
}

function isPlain(letters: string): boolean {
  return !deceiving.test(letters) && writings.some((writing) => writing.test(letters));
}
