/**
 * Reads a desktop entry as a session does, strictly, and with nothing of the app's own code: whatever
 * the specification leaves open or forbids is an error here.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/
 */
export function entryFields(text: string): ReadonlyMap<string, string> {
  const [first, ...lines] = text.split('\n');
  if (first !== '[Desktop Entry]') throw new Error(`the entry begins with ${first}`);
  if (lines.pop() !== '') throw new Error('the last line does not end');
  const fields = new Map<string, string>();
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [, key, value] = /^([A-Za-z0-9-]+(?:\[[A-Za-z_@.]+\])?)=(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) throw new Error(`odd line: ${line}`);
    if (fields.has(key)) throw new Error(`${key} stands there twice`);
    fields.set(key, unescaped(value));
  }
  return fields;
}

/** The program and arguments of an entry's `Exec`. */
export function commandIn(text: string): string[] {
  const exec = entryFields(text).get('Exec');
  if (exec === undefined) throw new Error('the entry has no Exec');
  return splitExec(exec);
}

/** Whether a session that reads the entry runs it. */
export function startsAtLogin(text: string): boolean {
  const fields = entryFields(text);
  return (
    fields.get('Type') === 'Application' &&
    fields.get('Hidden') !== 'true' &&
    fields.get('X-GNOME-Autostart-enabled') !== 'false'
  );
}

const escapes = new Map([
  ['s', ' '],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
]);

function unescaped(value: string): string {
  return value.replace(/\\(.?)/g, (_whole, code: string) => {
    const meant = escapes.get(code);
    if (meant === undefined) throw new Error(`no such escape: \\${code}`);
    return meant;
  });
}

/** An argument is quoted whole or not at all; a field code that is not escaped is not expected here. */
function splitExec(exec: string): string[] {
  const words: string[] = [];
  const word = /\s*(?:"((?:[^"`$\\]|\\["`$\\])*)"|([^\s"'\\><~|&;$*?#()`]+))(?=\s|$)/y;
  while (word.lastIndex < exec.length) {
    const start = word.lastIndex;
    const [, quoted, plain] = word.exec(exec) ?? [];
    const text = quoted?.replace(/\\(.)/g, '$1') ?? plain;
    if (text === undefined) throw new Error(`cannot be split: ${exec.slice(start)}`);
    words.push(
      text.replace(/%(.?)/g, (_whole, code: string) => {
        if (code !== '%') throw new Error(`a field code: %${code}`);
        return '%';
      }),
    );
  }
  return words;
}
