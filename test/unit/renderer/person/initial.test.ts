import { expect, test } from 'vitest';
import { initial } from '../../../../src-renderer/person/initial.ts';

test.each([
  ['bob', 'B'],
  ['朱里', '朱'],
  ['✨ élan', 'É'],
  [':blob: Bob', 'B'],
  [':blob@far.example:7', '7'],
  ['🦊:blob:', '🦊'],
  [':blob:', '@'],
  ['', '@'],
])('%s begins with %s', (name, expected) => {
  expect(initial(name)).toBe(expected);
});
