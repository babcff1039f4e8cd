/** Elements that stand on lines of their own. */
const blocks: ReadonlySet<string> = new Set(
  `address article aside blockquote dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main nav
  ol p pre section table tr ul`.split(/\s+/),
);

/** Ends of elements whose content nobody reads, by what begins them. */
const silent: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'template', 'title', 'noscript', 'iframe', 'textarea'].map((name) => [
    name,
    new RegExp(`</${name}`, 'gi'),
  ]),
);
const commentEnd = /-->/g;
const tagEnd = />/g;

/** The named character references that servers write; others stay as they are. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
};

/**
 * The words of HTML: lines where it has paragraphs and breaks, and nothing of its markup. Made for what
 * servers let through of posts; what is no HTML comes through as a browser would show it. Reads the text
 * once, whatever it is.
 */
export function textOfHtml(html: string): string {
  return new HtmlReader(html).read();
}

class HtmlReader {
  readonly #html: string;
  #at = 0;
  readonly #pieces: string[] = [];
  /** What the text ends with, as far as it matters for what may follow. */
  #end: 'word' | 'space' | 'line' | 'empty line' = 'empty line';

  constructor(html: string) {
    this.#html = html;
  }

  read(): string {
    const html = this.#html;
    while (this.#at < html.length) {
      const next = html.indexOf('<', this.#at);
      const end = next === -1 ? html.length : next;
      this.#say(html.slice(this.#at, end));
      this.#at = end;
      if (next !== -1) this.#markup();
    }
    return this.#pieces.join('').trim();
  }

  /** Text between two tags: white space in it is one space, and none where a line begins. */
  #say(text: string): void {
    const folded = text.replace(/[ \t\r\n\f]+/g, ' ');
    const words = this.#end === 'word' ? folded : folded.trimStart();
    if (words === '') return;
    this.#pieces.push(words.replace(/&(#?[0-9a-zA-Z]{1,31});/g, characterOf));
    this.#end = words.endsWith(' ') ? 'space' : 'word';
  }

  #breakLine(): void {
    if (this.#end === 'empty line') return;
    if (this.#end === 'space') this.#pieces.push(this.#pieces.pop()?.trimEnd() ?? '');
    this.#pieces.push('\n');
    this.#end = this.#end === 'line' ? 'empty line' : 'line';
  }

  /** Begins a line, if one has not just begun. */
  #beginLine(): void {
    if (this.#end === 'word' || this.#end === 'space') this.#breakLine();
  }

  /** At a `<`. */
  #markup(): void {
    const start = this.#html.slice(this.#at, this.#at + 4);
    if (start === '<!--') {
      this.#skipBehind(commentEnd, 3);
    } else if (/^<[!?]/.test(start)) {
      this.#skipBehind(tagEnd, 1);
    } else if (/^<\/?[a-zA-Z]/.test(start)) {
      this.#tag();
    } else {
      this.#say('&lt;');
      this.#at += 1;
    }
  }

  #tag(): void {
    const html = this.#html;
    const closes = html.charAt(this.#at + 1) === '/';
    this.#at += closes ? 2 : 1;
    const start = this.#at;
    while (this.#at < html.length && !/[\s/>]/.test(html.charAt(this.#at))) this.#at += 1;
    const name = html.slice(start, this.#at).toLowerCase();
    this.#skipAttributes();
    if (name === 'br') this.#breakLine();
    if (blocks.has(name)) this.#beginLine();
    // A paragraph stands off by an empty line, other blocks do not.
    if (name === 'p' && closes) this.#breakLine();
    if (name === 'li' && !closes) this.#say('• ');
    const content = closes ? undefined : silent.get(name);
    if (content !== undefined) this.#skipBehind(content, 0);
  }

  /** To behind the `>` that stands in no quotes; to the end where there is none, as browsers do. */
  #skipAttributes(): void {
    const html = this.#html;
    let quote = '';
    for (; this.#at < html.length; this.#at += 1) {
      const character = html.charAt(this.#at);
      if (quote !== '') {
        if (character === quote) quote = '';
      } else if (character === '>') {
        this.#at += 1;
        return;
      } else if (character === '"' || character === "'") {
        quote = character;
      }
    }
  }

  /** To so many units behind the start of what the pattern finds, or to the end. */
  #skipBehind(pattern: RegExp, units: number): void {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#html);
    this.#at = found === null ? this.#html.length : found.index + units;
  }
}

function characterOf(reference: string, name: string): string {
  if (!name.startsWith('#')) return (Object.hasOwn(named, name) ? named[name] : null) ?? reference;
  const isHex = /^#x[0-9a-f]+$/i.test(name);
  if (!isHex && !/^#\d+$/.test(name)) return reference;
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}
