import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { createHistory } from '../../../../src-main/engine/notices/create-history.ts';
import type { History } from '../../../../src-main/engine/notices/history.ts';
import { exportHistory } from '../../../../src-main/engine/notices/history-export.ts';
import type { HistoryQuery } from '../../../../src-main/engine/notices/history-query.ts';
import { defaultSettings } from '../../../../src-main/engine/settings/settings.ts';
import { systemClock as clock } from '../../../../src-main/engine/streaming/clock.ts';
import { alice, shown } from '../../../support/history-bench.ts';
import { numberedNotice, wordOf } from '../../../support/many-notices.ts';

const everything: HistoryQuery = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  decisions: [],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, 'history', name);

function open(): History {
  const { history } = createHistory({
    folder,
    clock,
    log: silentLog,
    settings: () => defaultSettings.history,
    onUnreadable: () => expect.fail('the profile did not open'),
    onDisk: () => {},
    onGone: () => {},
  });
  return history;
}

function fill(history: History, count: number): void {
  for (let number = 0; number < count; number += 1) {
    history.add(numberedNotice(number), shown, true);
  }
}

const count = async (history: History) =>
  (await history.search(everything, null, 100_000)).entries.length;

describe('segments on the disk', () => {
  test('are files that only their owner may read', async () => {
    fill(open(), 3_000);
    expect(readdirSync(join(folder, 'history'))).toEqual(['000001.jsonl']);
    expect(statSync(inFolder('000001.jsonl')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'history')).mode & 0o777).toBe(0o700);
    expect(await count(open())).toBe(3_000);
  });

  test('are made only when there is something for them', async () => {
    fill(open(), 10);
    expect(existsSync(join(folder, 'history'))).toBe(false);
    expect(await open().extent()).toMatchObject({ count: 10 });
  });

  test('leave other files alone, and tidy up what a kill left half written', async () => {
    fill(open(), 3_000);
    for (const name of ['notes.txt', '1.jsonl', '000002.jsonl.new']) {
      writeFileSync(inFolder(name), 'something');
    }
    expect(await count(open())).toBe(3_000);
    expect(readdirSync(join(folder, 'history')).sort()).toEqual([
      '000001.jsonl',
      '1.jsonl',
      'notes.txt',
    ]);
  });

  test('stand where the folder cannot be used: the newest notices are kept all the same', async () => {
    writeFileSync(join(folder, 'history'), 'not a folder');
    const history = open();
    fill(history, 3_100);
    expect(history.newest()).toHaveLength(3_100);
    expect(open().newest()).toHaveLength(3_100);
  });

  test('what is erased is on the disk no more', async () => {
    const history = open();
    fill(history, 3_000);
    const holds = (word: string) =>
      [join(folder, 'history.jsonl'), inFolder('000001.jsonl')].some((path) =>
        readFileSync(path, 'utf8').includes(word),
      );
    expect(holds(wordOf(10))).toBe(true);
    await history.erase({ noticeIds: [numberedNotice(10).id, numberedNotice(2_500).id] });
    expect([holds(wordOf(10)), holds(wordOf(2_500)), holds(wordOf(11))]).toEqual([
      false,
      false,
      true,
    ]);
    await history.erase({ accountId: alice });
    expect(readdirSync(join(folder, 'history'))).toEqual([]);
    expect(readFileSync(join(folder, 'history.jsonl'), 'utf8')).not.toContain('Bob');
  });
});

describe('an export', () => {
  test('is whole, and only its owner may read it', async () => {
    const history = open();
    fill(history, 3_100);
    const path = join(folder, 'notices.csv');
    // Left by an export that a kill cut short, and open to others since.
    writeFileSync(`${path}.part`, 'half', { mode: 0o644 });
    await exportHistory(history, 'csv', () => null, path);
    expect(readFileSync(path, 'utf8').trimEnd().split('\r\n')).toHaveLength(3_101);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).not.toContain('notices.csv.part');
  });

  test('that fails leaves what was there before, and nothing half done', async () => {
    const history = open();
    fill(history, 10);
    const path = join(folder, 'taken');
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), 'stays');
    await expect(exportHistory(history, 'json', () => null, path)).rejects.toThrow();
    expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('stays');
    expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false);
    await expect(
      exportHistory(history, 'json', () => null, join(folder, 'no', 'where')),
    ).rejects.toThrow();
  });
});
