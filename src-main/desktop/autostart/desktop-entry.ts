// Desktop entries: https://specifications.freedesktop.org/desktop-entry-spec/latest/

const header = '[Desktop Entry]';

/** A field of an entry: `Name`, `Comment[ja]`, and its value, unescaped. */
export type Field = readonly [key: string, value: string];

/** Whether a text can stand in an entry: there is no way to write control characters in a command. */
export function canStand(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

/**
 * A command as the value of `Exec`; null when no entry can hold it. The value is not escaped yet as all
 * values are (`fieldLine` does that), so backslashes are doubled twice in the file, as they have to be.
 */
export function execValue(command: readonly [string, ...string[]]): string | null {
  const [program] = command;
  // Launchers take what has an equals sign for the setting of a variable.
  if (program.includes('=') || !command.every(canStand)) return null;
  return command.map(quoted).join(' ');
}

const reserved = /[\s"'\\><~|&;$*?#()`]/;

function quoted(argument: string): string {
  // The percent sign begins a field code, inside of quotes too.
  const text = argument.replaceAll('%', '%%');
  if (text !== '' && !reserved.test(text)) return text;
  return `"${text.replace(/["`$\\]/g, '\\$&')}"`;
}

/** One line of an entry. */
export function fieldLine([key, value]: Field): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  // A space at the start of a value would not be read as part of it.
  return `${key}=${escaped.startsWith(' ') ? `\\s${escaped.slice(1)}` : escaped}`;
}

/** A whole entry. */
export function composeEntry(fields: readonly Field[]): string {
  return `${[header, ...fields.map(fieldLine)].join('\n')}\n`;
}

/** The fields of an entry's main group, unescaped; the first of a key counts. Null when it is no entry. */
export function readEntry(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === header);
  if (start === -1) return null;
  const fields = new Map<string, string>();
  for (const line of lines.slice(start + 1)) {
    if (line.startsWith('[')) break;
    const [, key, value] = /^([A-Za-z0-9-]+(?:\[[^\]]*\])?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && !fields.has(key)) {
      fields.set(key, unescaped(value.trimEnd()));
    }
  }
  return fields;
}

const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (whole, code: string) => escapes[code] ?? whole);
}

/** The entry with these fields of its main group replaced; all other lines stay as they are. */
export function withFields(text: string, fields: readonly Field[]): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() === header);
  const next = lines.findIndex((line, index) => index > start && line.startsWith('['));
  const end = next === -1 ? lines.length : next;
  return lines
    .map((line, index) => {
      if (index <= start || index >= end) return line;
      const field = fields.find(([key]) => line.split('=', 1)[0]?.trimEnd() === key);
      return field === undefined ? line : fieldLine(field);
    })
    .join('\n');
}
