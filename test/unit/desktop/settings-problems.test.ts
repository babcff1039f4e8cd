import { expect, test } from 'vitest';
import { SettingsProblems } from '../../../src-main/desktop/settings-problems.ts';

test('whoever follows hears of what was found before and of what is found later', () => {
  const problems = new SettingsProblems();
  problems.add({ kind: 'feeds-unread', file: '/settings.json' });
  const heard: string[] = [];
  problems.follow(({ kind }) => void heard.push(kind));
  expect(heard).toEqual(['feeds-unread']);
  problems.add({ kind: 'not-writable' });
  expect(heard).toEqual(['feeds-unread', 'not-writable']);
  expect(problems.all).toHaveLength(2);
});
