import { expect, test } from 'vitest';
import { repairedSettings } from '../../../../src-main/engine/settings/repair.ts';
import { defaultSettings } from '../../../../src-main/engine/settings/settings.ts';

const keep = { loudness: 'keep' };
const { rules } = defaultSettings;

test.each([
  [
    'a rule',
    { types: { follow: keep, mention: { loudness: 'shout' } } },
    { types: { follow: keep, mention: {} } },
  ],
  [
    'half of a rule',
    { types: { follow: { ...keep, sound: 'loud' } } },
    { types: { follow: keep } },
  ],
  [
    'a rule of one account',
    { accounts: { a: { follow: keep, mention: 5 }, b: 'all' } },
    { accounts: { a: { follow: keep, mention: {} } } },
  ],
  ['a muted word', { mutedWords: ['cats', '', 7, 'x'.repeat(600)] }, { mutedWords: ['cats'] }],
  [
    'a span of quiet hours',
    {
      quietHours: {
        on: true,
        spans: [
          { days: [1], from: 0, to: 60 },
          { days: [1], from: -5 },
        ],
      },
    },
    { quietHours: { on: true, spans: [{ days: [1], from: 0, to: 60 }] } },
  ],
])('%s that is wrong goes alone', (_what, given, kept) => {
  expect(repairedSettings({ rules: given }).rules).toEqual({ ...rules, ...kept });
});
