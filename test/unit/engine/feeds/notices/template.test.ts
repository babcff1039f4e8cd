import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../../../../src-main/engine/feeds/notices/scope.ts';
import {
  parseField,
  parseTemplate,
  renderTemplate,
} from '../../../../../src-main/engine/feeds/notices/template.ts';
import { feedEvent } from '../../../../support/feed-event.ts';

const event = feedEvent(
  {
    user: { name: 'Alice', 'first name': 'Al', active: true, age: 41, bio: null, nick: ' ' },
    items: [{ name: 'one' }, { name: 'two' }, { name: 'three' }],
    tags: ['red', null, 'green', { deep: [1] }, ''],
    empty: [],
    nothing: {},
    zero: 0,
    no: false,
    payload: '{"inner":{"text":"{\\"again\\":[7,8]}"}}',
    broken: '{"inner":',
    'dc:title': 'colon',
    'a.b': 'dot',
    'a"b\\': 'quote',
    Ключ: 'letters',
    日本: { 語: 'kana' },
    $odd: 'dollar',
    '0': 'zero',
    status: { content: '<p>Hi <b>you</b></p>' },
    message: 'first line\nsecond',
    state: 'pull_request_opened',
    ref: 'refs/heads/feature/x',
    site: 'https://user@example.org:8443/x',
    acct: 'bob@far.example',
  },
  { name: 'home/kitchen/temperature', id: 'e7' },
);

function rendered(text: string, from = event, most = 10_000): string {
  const template = parseTemplate(text);
  if ('problem' in template) throw new Error(`${template.problem} at ${template.at}`);
  return renderTemplate(template, scopeOf(from), most);
}

describe('a template', () => {
  const cases: [string, string, string][] = [
    ['plain text', 'hello there', 'hello there'],
    ['nothing', '', ''],
    ['a field', '{user.name}', 'Alice'],
    ['text around fields', 'Hi {user.name}, {user.age}!', 'Hi Alice, 41!'],
    ['white space in the braces', '{ user.name }', 'Alice'],
    ['a field that is not there', '[{user.surname}]', '[]'],
    ['a path through what is not there', '[{nobody.at.all}]', '[]'],
    ['null', '[{user.bio}]', '[]'],
    ['true', '{user.active}', 'true'],
    ['false and zero say something', '{no || "x"} {zero || "x"}', 'false 0'],
    ['an entry by its number', '{items.0.name} {items[1].name}', 'one two'],
    ['entries from the end', '{items[-1].name} {items.-2.name}', 'three two'],
    ['an entry beyond the end', '[{items[3].name}{items[-4].name}]', '[]'],
    ['how many there are', '{items.length}', '3'],
    ['a list without what says nothing', '{tags}', 'red, green, {"deep":[1]}'],
    ['an object', '{items[0]}', '{"name":"one"}'],
    ['an empty list and an empty object', '[{empty}{nothing}]', '[]'],
    ['a key with a space', '{user["first name"]}', 'Al'],
    ['a key with a colon', '{["dc:title"]}', 'colon'],
    ['a key with a dot', '{["a.b"]}', 'dot'],
    ['a key with quotes and a backslash', '{["a\\"b\\\\"]}', 'quote'],
    ['a key as JSON escapes it', '{["\\u65e5\\u672c"]["語"]}', 'kana'],
    ['keys of other scripts', '{Ключ} {日本.語}', 'letters kana'],
    ['a key that begins with a dollar', '{["$odd"]}', 'dollar'],
    ['a key that is a number', '{0} {[0]}', 'zero zero'],
    ['white space in brackets', '{items[ 0 ].name}', 'one'],
    ['text that is JSON', '{payload.inner.text.again[1]}', '8'],
    ['text that is JSON, by itself', '{payload.inner.text}', '{"again":[7,8]}'],
    ['text that only looks like JSON', '[{broken.inner}]', '[]'],
    ['letters of a text are no entries', '[{user.name[0]}{user.name.length}]', '[]'],
    ['the first alternative', '{user.name || state}', 'Alice'],
    ['the next one', '{user.surname || nobody.name || state}', 'pull_request_opened'],
    ['white space is nothing', '{user.nick || "nobody"}', 'nobody'],
    ['words at last', '{user.surname || "no name"}', 'no name'],
    ['words with quotes and braces', '{x || "a \\"b\\" {c} | d"}', 'a "b" {c} | d'],
    ['words alone', '{"words"}', 'words'],
    ['a condition', '{user.name && " · "}{user.name}', ' · Alice'],
    ['a condition that is not met', '[{user.surname && " · "}]', '[]'],
    ['several conditions', '{user.name && items && user.age}', '41'],
    ['a condition before an alternative', '{user.surname && "a" || zero && "b"}', 'b'],
    ['without white space', '{user.surname||user.name&&"x"}', 'x'],
    ['braces', '{{user.name}} {{{user.name}}}', '{user.name} {Alice}'],
    ['a closing brace by itself', 'a } b', 'a } b'],
    ['the whole text', '{$text.user.name}', 'Alice'],
    ['the name', '{$name}', 'home/kitchen/temperature'],
    ['a level of the topic', '{$levels[1]} {$levels[-1]}', 'kitchen temperature'],
    ['the id', '{$id}', 'e7'],
    ['the words of HTML', '{status.content:plain}', 'Hi you'],
    ['the first line', '{message:line}', 'first line'],
    ['words of a program', '{state:words}', 'pull request opened'],
    ['what a Git reference names', '{ref:ref}', 'feature/x'],
    ['hosts', '{site:host} {acct:host} [{user.name:host}]', 'example.org:8443 far.example []'],
    ['a form of an alternative', '{nobody:host || acct : host}', 'far.example'],
    ['forms after one another', '{status.content:plain:words}', 'Hi you'],
  ];

  test.each(cases)('%s', (_what, template, text) => {
    expect(rendered(template)).toBe(text);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s finds nothing that was not sent',
    (name) => {
      expect(rendered(`[{${name}}{${name}.name}{user.${name}}{items.${name}}]`)).toBe('[]');
    },
  );

  test('what an object has from elsewhere is not its own', () => {
    const data: unknown = Object.create({ inherited: 'x', deep: { a: 'y' } });
    expect(rendered('[{inherited}{deep.a}{deep}]', { ...feedEvent(''), data })).toBe('[]');
  });

  test('names like these find what was sent', () => {
    const sent = feedEvent('{"__proto__":{"a":"b"},"constructor":"c"}');
    expect(rendered('{__proto__.a}{constructor}', sent)).toBe('bc');
  });

  test('bare text has no fields', () => {
    expect(rendered('[{a}] {$text}', feedEvent('21.5 °C'))).toBe('[] 21.5 °C');
  });

  test('a number by itself is text', () => {
    expect(rendered('[{value}] {$text}', feedEvent('21.5'))).toBe('[] 21.5');
  });

  test('a list by itself has entries', () => {
    expect(rendered('{[0].a} {1.a} {[-1].a}', feedEvent([{ a: 1 }, { a: 2 }]))).toBe('1 2 2');
  });
});

describe('what cannot be read', () => {
  const cases: [string, string, number][] = [
    ['{', 'unclosed', 0],
    ['a {user.name', 'unclosed', 2],
    ['a {user.name || ', 'unclosed', 2],
    ['{user.name && ', 'unclosed', 0],
    ['{}', 'empty', 1],
    ['{  }', 'empty', 3],
    ['{a || }', 'empty', 6],
    ['{|| a}', 'empty', 1],
    ['{:plain}', 'empty', 1],
    ['{a.}', 'bad-path', 2],
    ['{.a}', 'bad-path', 1],
    ['{a..b}', 'bad-path', 2],
    ['{a[]}', 'bad-path', 2],
    ['{a[b]}', 'bad-path', 2],
    ['{a[0}', 'bad-path', 2],
    ['{a[1.5]}', 'bad-path', 2],
    ['{"open}', 'bad-words', 1],
    ['{"bad \\x escape"}', 'bad-words', 1],
    ['{["a]}', 'bad-words', 2],
    ['{$nothing}', 'unknown-name', 1],
    ['{a || $}', 'unknown-name', 6],
    ['{a:upper}', 'unknown-format', 2],
    ['{a:}', 'unknown-format', 2],
    ['{a:constructor}', 'unknown-format', 2],
    ['{a b}', 'unexpected', 3],
    ['{a | b}', 'unexpected', 3],
    ['{a & b}', 'unexpected', 3],
    ['{a("x")}', 'unexpected', 3],
    [`{"a"} ${'x'.repeat(4_096)}`, 'too-long', 4_096],
  ];

  test.each(cases)('%s', (text, problem, at) => {
    expect(parseTemplate(text)).toEqual({ problem, at });
  });

  test.each([
    ['', 'empty', 0],
    ['a b', 'unexpected', 2],
    ['a}', 'unexpected', 1],
    ['a ||', 'empty', 4],
    ['$x', 'unknown-name', 0],
  ])('a field by itself: %j', (text, problem, at) => {
    expect(parseField(text)).toEqual({ problem, at });
  });
});

describe('the cost', () => {
  test('a text is cut at what is asked for, and never within a character', () => {
    expect(rendered('{$text}', feedEvent('x'.repeat(1_000)), 200)).toBe('x'.repeat(200));
    expect(rendered('{$text}', feedEvent('🔔'.repeat(100)), 5)).toBe('🔔🔔');
  });

  test('of 4 MB of text, 100,000 entries and 20,000 keys only the start is looked at', () => {
    const long = 'x'.repeat(4 * 1024 * 1024);
    const data = {
      long,
      list: Array.from({ length: 100_000 }, () => null),
      keys: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, long])),
    };
    const from = { ...feedEvent(''), data };
    const template = parseTemplate('{long}{list}{keys}{keys.k7}{list[-1]}');
    if ('problem' in template) throw new Error(template.problem);
    // All of it would be 80 GB.
    for (let count = 0; count < 100; count += 1) {
      expect(renderTemplate(template, scopeOf(from), 1_000)).toHaveLength(1_000);
    }
  });

  test('10,000 levels are walked through, and shown only as deep as anybody reads', () => {
    let data: unknown = 'bottom';
    for (let level = 0; level < 10_000; level += 1) data = [data];
    const from = { ...feedEvent(''), data: { data } };
    expect(rendered('{data}', from).length).toBeLessThan(100);
    expect(rendered(`{data${'[0]'.repeat(1_000)}}`, from).length).toBeLessThan(100);
  });

  test('text that is JSON within itself is looked into once each, and not without end', () => {
    let text = '"x"';
    for (let level = 0; level < 8; level += 1) text = JSON.stringify({ a: text });
    expect(rendered('{a.a.a.a.a.a.a.a}', feedEvent(text))).toBe('"x"');
    const texts = Array.from({ length: 200 }, (_, n) => `{"n":${n}}`);
    const template = texts.map((_, n) => `{[${n}].n},`).join('');
    expect(rendered(template, feedEvent(texts)).split(',')[49]).toBe('49');
    expect(rendered(template, feedEvent(texts)).split(',')[50]).toBe('');
  });

  test('a template that only opens and quotes is read as quickly as any', () => {
    for (const piece of ['{', '{{', '{"', '{a||', '{a[', '}', '{a.', '"', '{["', '\\', '{a && ']) {
      for (let count = 0; count < 100; count += 1) {
        const parsed = parseTemplate(piece.repeat(4_096).slice(0, 4_096));
        expect('problem' in parsed).toBe(!/^([{}"\\]|\{\{)$/.test(piece));
      }
    }
  });
});
