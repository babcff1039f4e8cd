import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { channelEvents } from '../../../src-main/engine/misskey/link/channel-events.ts';
import { wordingTable } from '../engine/notices/wording-table.ts';

const page = new URL('../../../docs/COVERAGE.md', import.meta.url);
const text = readFileSync(page, 'utf8');

/** What stands in the first column of the tables under a heading, each name in backticks. */
function namesUnder(heading: string): string[] {
  const [, section = ''] = text.split(`${heading}\n`);
  const [own = ''] = section.split(/\n#+ /);
  return own
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, name = '']) => name);
}

const references = [...text.matchAll(/\[([^\]]+)\]\((\.\.\/test\/[^)]+)\)/g)].map(
  ([, title = '', path = '']) => ({ title, path }),
);

describe('every test that is named', () => {
  test.each(references)('$title ($path)', ({ title, path }) => {
    const file = new URL(path, page);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(title);
  });
});

test('every row names one', () => {
  const rows = text.split('\n').filter((line) => /^\| (`|any)/.test(line));
  expect(rows.length).toBeGreaterThan(70);
  expect(rows.filter((line) => !line.includes('](../test/'))).toEqual([]);
});

test('every channel is there', () => {
  expect(namesUnder('## Channels').toSorted()).toEqual(Object.keys(channelEvents).toSorted());
});

test('every event of main is there', () => {
  const typed = channelEvents.main.options.map(({ entries }) => entries.type.literal);
  expect(namesUnder('### Events of `main`')).toEqual(expect.arrayContaining(typed));
});

test('every notification type that has words is there', () => {
  const worded = wordingTable.map(({ fields }) => String(fields['type']));
  const invented = ['edited', 'inventedByAFork', 'constructor'];
  const known = new Set(worded.filter((type) => !invented.includes(type)));
  expect(namesUnder('## Notification types')).toEqual(expect.arrayContaining([...known]));
});

test('every client message is there', () => {
  expect(namesUnder('## Client messages')).toEqual([
    'connect',
    'disconnect',
    'channel',
    'subNote',
    'unsubNote',
    'readNotification',
  ]);
});
