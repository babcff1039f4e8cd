import { describe, expect, test } from 'vitest';
import {
  composeEntry,
  execValue,
  fieldLine,
  readEntry,
  withFields,
} from '../../../../src-main/desktop/autostart/desktop-entry.ts';
import { commandIn } from '../../../support/desktop-entry.ts';

const program = '/opt/Suzu/suzu';

describe('a command', () => {
  test.each([
    [[program], '/opt/Suzu/suzu'],
    [[program, '--hidden'], '/opt/Suzu/suzu --hidden'],
    [['/opt/My Apps/suzu'], '"/opt/My Apps/suzu"'],
    [[program, ''], '/opt/Suzu/suzu ""'],
    [[program, 'a"b'], '/opt/Suzu/suzu "a\\"b"'],
    [[program, '$HOME'], '/opt/Suzu/suzu "\\$HOME"'],
    [[program, '`id`'], '/opt/Suzu/suzu "\\`id\\`"'],
    [[program, 'a\\b'], '/opt/Suzu/suzu "a\\\\b"'],
    [[program, '100%'], '/opt/Suzu/suzu 100%%'],
    [[program, '%u f'], '/opt/Suzu/suzu "%%u f"'],
    [[program, '--user-data-dir=/鈴'], '/opt/Suzu/suzu --user-data-dir=/鈴'],
  ] as const)('%j is written as %s', (command, value) => {
    expect(execValue([...command])).toBe(value);
  });

  test.each([
    [['/opt/line\nbreak']],
    [[program, 'a\rb']],
    [[program, 'a\u0000b']],
    [[program, 'a\tb']],
    [['/opt/a=b/suzu']],
  ] as const)('%j has no way to be written', (command) => {
    expect(execValue([...command])).toBeNull();
  });

  test.each([
    ...[' ', '"', "'", '\\', '>', '<', '~', '|', '&', ';', '$', '*', '?', '#', '(', ')', '`', '%'],
    '\\\\',
    '\\"',
    '%%u',
    '$(id) `id` "$HOME" \\n %f',
    "it's 100 % 鈴",
    ' leading and trailing ',
  ])('with %j comes back as it was, through a file and a launcher', (odd) => {
    const command = [`/opt/${odd}/suzu`, odd, `--user-data-dir=/tmp/${odd}`] as const;
    const exec = execValue(command);
    const text = composeEntry([['Exec', exec ?? '']]);
    expect(commandIn(text)).toEqual(command);
    expect(readEntry(text)?.get('Exec')).toBe(exec);
  });
});

describe('an entry', () => {
  test('escapes what would break its lines', () => {
    expect(fieldLine(['Name', 'a\nb\\c'])).toBe('Name=a\\nb\\\\c');
    expect(fieldLine(['Name', ' a'])).toBe('Name=\\sa');
  });

  test('is read from its main group alone, the first of a key', () => {
    const text =
      '# by hand\r\n[Desktop Entry]\r\nName = Suzu\r\nExec=a\r\nExec=b\r\n\r\n[Desktop Action x]\r\nIcon=c\r\n';
    expect([...(readEntry(text) ?? [])]).toEqual([
      ['Name', 'Suzu'],
      ['Exec', 'a'],
    ]);
  });

  test.each(['', 'Exec=a', '\u0000\u0000', '[Desktop Action x]\nExec=a'])('%j is none', (text) => {
    expect(readEntry(text)).toBeNull();
  });

  test('changes only the fields that are meant, in its main group', () => {
    const text =
      '[Desktop Entry]\nExec=old\n# mine\nX-GNOME-Autostart-Delay=5\n\n[Desktop Action x]\nExec=old\n';
    expect(
      withFields(text, [
        ['Exec', 'new\\x'],
        ['Icon', 'i'],
      ]),
    ).toBe(
      '[Desktop Entry]\nExec=new\\\\x\n# mine\nX-GNOME-Autostart-Delay=5\n\n[Desktop Action x]\nExec=old\n',
    );
  });
});
