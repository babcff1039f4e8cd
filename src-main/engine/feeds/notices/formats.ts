import { textOfHtml } from './html-text.ts';
import { jsonFields } from './json-fields.ts';

/** Forms in which a template can put what it names. */
const forms = {
  /** The words of HTML, without its markup. */
  plain: textOfHtml,
  /** The first line that says anything: the subject of a commit's message. */
  line: (text: string) => text.trimStart().split(/[\n\r]/, 1)[0] ?? '',
  /** Words of a program for people: `pull_request` becomes `pull request`. */
  words: (text: string) => text.replaceAll('_', ' '),
  /** JSON as words, field by field. */
  fields: jsonFields,
  /** Where an address is from: `example.org` of `https://example.org/x`, and of `alice@example.org`. */
  host: hostOf,
  /** What a Git reference names: `main` of `refs/heads/main`. */
  ref: (text: string) => text.replace(/^refs\/(?:heads|tags|remotes)\//, ''),
} as const satisfies Readonly<Record<string, (text: string) => string>>;

export type Format = keyof typeof forms;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(forms, name);
}

/** A text in another form; costs no more than its length. */
export function formatText(format: Format, text: string): string {
  return forms[format](text);
}

function hostOf(text: string): string {
  if (/^[a-z]+:\/\//i.test(text) && URL.canParse(text)) return new URL(text).host;
  const at = text.lastIndexOf('@');
  return at === -1 ? '' : text.slice(at + 1);
}
