/** Stands where something secret was. */
const gone = '[…]';

/** Names of fields and headers whose values are secrets: `proxyPassword`, `accessToken`, `set-cookie`, `i`. */
const secretKey =
  /(?:authori[sz]ation|cookies?|pass(?:word|wd|phrase)|(?:^|[-_ ])pass|secret|api[-_]?key|^i|token)$/i;

/** Each finds a secret by what stands around it; what stays is named by the replacement. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // The name and password of a server, as `http://user:word@proxy:8080`.
  [/(\b[a-z][a-z\d+.-]{0,30}:\/\/)[^\s/?#"'<>@]*(?:@[^\s/?#"'<>@]*)*@/gi, `$1${gone}@`],
  // Query and fragment of an address: tokens, sessions, searches.
  [/(\b[a-z][a-z\d+.-]{0,30}:\/\/[^\s?#"'<>]*)[?#][^\s"'<>)]*/gi, `$1?${gone}`],
  // The session of a sign-in, which is as good as a token until it is used.
  [/(\bmiauth\/)[\w-]+/gi, `$1${gone}`],
  [
    /\b(authorization["']?\s*[:=]\s*["']?)(?:(?:bearer|basic|digest|token)\s+)?[^\s"',;}]+/gi,
    `$1${gone}`,
  ],
  [/\b((?:set-)?cookie["']?\s*[:=]\s*["']?)[^\r\n"'}]+/gi, `$1${gone}`],
  [/\b(bearer)\s+[\w.~+/=-]{4,}/gi, `$1 ${gone}`],
  // A word of everyday English: what follows it has to look like Base64.
  [/\b([Bb]asic|BASIC)\s+(?=[a-z+/-]*[A-Z\d=])[\w+/=-]{4,}/g, `$1 ${gone}`],
  [
    /(["']?\b(?:[\w-]{0,40}token|pass(?:word|wd|phrase)?|secret|api[-_]?key|i)["']?\s*=\s*["']?)[^\s"',;&}]+/gi,
    `$1${gone}`,
  ],
  [
    /(["'](?:[\w-]{0,40}token|pass(?:word|wd|phrase)?|secret|api[-_]?key|i)["']\s*:\s*["'])(?:[^"'\\]|\\.)+/gi,
    `$1${gone}`,
  ],
  [
    /\b((?:[\w-]{0,40}token|password|passwd|passphrase|secret|api[-_]?key)\s*:\s+)[^\s"',;&}]+/gi,
    `$1${gone}`,
  ],
  // Errors of JSON.parse and valibot quote what they met, which may be what somebody wrote.
  [
    /(unexpected (?:non-whitespace character|token)[^,]{0,40},\s*)[\s\S]*?( is not valid json)/gi,
    `$1${gone}$2`,
  ],
  [/(\bbut received )(?:"(?:[^"\\]|\\.)*"?|'[^']*'?)/gi, `$1${gone}`],
];

/** What is longer was never meant for a line of a log. */
const longest = 4_096;

/** Makes texts fit for a log or a report. */
export interface Redactor {
  /** From now on this very text is taken out wherever it stands. For tokens and passwords that are known. */
  hide(secret: string): void;
  /** The text without secrets, bounded, each control character written out. */
  clean(text: string): string;
  /** As `clean`, for what stands under a name: some names alone make it a secret. */
  cleanField(name: string, value: string): string;
}

/** Shorter texts stand in too many words to be taken out of them. */
const shortestSecret = 8;

/** Takes secrets out of texts: those that it is told, and whatever looks like one. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();

  function clean(text: string): string {
    let rest = text;
    // Before anything is cut: a part of a secret would not be known again.
    for (const secret of secrets) rest = rest.replaceAll(secret, gone);
    const cut = rest.length > longest;
    if (cut) rest = rest.slice(0, longest);
    for (const [pattern, replacement] of patterns) rest = rest.replace(pattern, replacement);
    return visible(cut ? `${rest}… (${text.length} characters)` : rest);
  }

  return {
    hide(secret) {
      if (secret.length < shortestSecret) return;
      secrets.add(secret);
      secrets.add(encodeURIComponent(secret));
    },
    clean,
    cleanField: (name, value) => (secretKey.test(name) ? gone : clean(value)),
  };
}

/**
 * Control characters, line separators and marks of direction, written as `\n` or `\u{1b}`: in a terminal or
 * an editor they would do something else than be read.
 */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (mark) => (mark === '\n' ? '\\n' : `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`),
  );
}
