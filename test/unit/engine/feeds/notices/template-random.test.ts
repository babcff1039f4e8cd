import { expect, test } from 'vitest';
import { seededRandom } from '../../../../../src-main/demo/random.ts';
import { fieldsOf } from '../../../../../src-main/engine/feeds/notices/fields.ts';
import { scopeOf } from '../../../../../src-main/engine/feeds/notices/scope.ts';
import {
  parseTemplate,
  renderTemplate,
} from '../../../../../src-main/engine/feeds/notices/template.ts';
import { feedEvent } from '../../../../support/feed-event.ts';

const keys = ['a', 'b', 'a b', '__proto__', '0', '-1', 'length', '$id', '日本', '', 'x"y', 'a.b'];
const pieces = [
  '{',
  '}',
  '{{',
  '"',
  '||',
  '&&',
  ':',
  '.',
  '[',
  ']',
  '$',
  '\\',
  ' ',
  '\n',
  '🔔',
  '\0',
];

/** Templates, mostly right ones, and what they are asked of; the same for the same seed. */
function playground(seed: number) {
  const random = seededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const pick = <T>(from: readonly T[], otherwise: T): T => from[below(from.length)] ?? otherwise;

  const key = () => pick(keys, 'a');
  const step = () =>
    pick([`.${key()}`, `[${JSON.stringify(key())}]`, `[${below(5) - 2}]`, '.a', '.b'], '.a');
  const path = (): string => {
    const first = pick(['a', 'b', '$text', '$name', '$id', '$levels', '["a b"]', key()], 'a');
    return first + Array.from({ length: below(5) }, step).join('');
  };
  const format = () => pick([':plain', ':line', ':words', ':host', ':ref', ':none'], ':line');
  const operand = (): string =>
    random() < 0.2 ? JSON.stringify(key()) : path() + (random() < 0.3 ? format() : '');
  const place = (): string =>
    `{${Array.from({ length: 1 + below(3) }, operand).join(pick([' || ', ' && ', '||'], '||'))}}`;
  const piece = (): string =>
    random() < 0.85 ? pick([place(), place(), 'text '], '') : pick(pieces, '');

  const value = (depth: number): unknown => {
    switch (below(depth > 4 ? 5 : 8)) {
      case 0:
        return null;
      case 1:
        return below(1_000) / 10;
      case 2:
        return random() < 0.5;
      case 3:
        return pick(['<p>a&amp;<b', 'https://h.example/x', 'refs/heads/m', '\u202E!', ' '], '');
      case 4:
        return 'word '.repeat(below(100));
      case 5:
        return JSON.stringify(value(depth + 1));
      case 6:
        return Array.from({ length: below(5) }, () => value(depth + 1));
      default:
        return Object.fromEntries(
          Array.from({ length: below(6) }, () => [key(), value(depth + 1)] as const),
        );
    }
  };
  return {
    template: () => Array.from({ length: below(8) }, piece).join(''),
    event: () => feedEvent(JSON.stringify(value(0)), { name: 'x/y/z', id: key() }),
  };
}

const seed = Date.now() % 1_000_000;

test(`whatever is written and whatever comes, a template is read or told why not (seed ${seed})`, () => {
  const { template, event } = playground(seed);
  let read = 0;
  for (let count = 0; count < 1_500; count += 1) {
    const text = template();
    const parsed = parseTemplate(text);
    if ('problem' in parsed) {
      expect(parsed.at, text).toBeGreaterThanOrEqual(0);
      expect(parsed.at, text).toBeLessThanOrEqual(text.length);
      continue;
    }
    read += 1;
    const from = event();
    const once = renderTemplate(parsed, scopeOf(from), 500);
    expect(once.length, text).toBeLessThanOrEqual(500);
    const scope = scopeOf(from);
    expect(renderTemplate(parsed, scope, 500), text).toBe(once);
    expect(renderTemplate(parsed, scope, 500), text).toBe(once);
  }
  expect(read).toBeGreaterThan(250);
});

test(`every field that is offered reads as a template of what stands there (seed ${seed})`, () => {
  const { event } = playground(seed);
  for (let count = 0; count < 500; count += 1) {
    const from = event();
    for (const { path, value } of fieldsOf(from, 60)) {
      const parsed = parseTemplate(`{${path}}`);
      if ('problem' in parsed) throw new Error(`${path}: ${parsed.problem}`);
      const start = value.replace(/…$/, '').trim();
      const text = renderTemplate(parsed, scopeOf(from), 10_000);
      expect(text.replace(/[\u202E\0]/g, '').replace(/\s+/g, ' '), path).toContain(start);
    }
  }
});
