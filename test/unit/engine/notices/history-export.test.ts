import { describe, expect, test } from 'vitest';
import { History } from '../../../../src-main/engine/notices/history.ts';
import {
  csvCell,
  type ExportFormat,
  exported,
} from '../../../../src-main/engine/notices/history-export.ts';
import { full, shown } from '../../../support/history-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { numberedNotice } from '../../../support/many-notices.ts';
import { memoryLog } from '../../../support/memory-log.ts';
import { aNotice, anExcerpt } from '../../../support/samples.ts';

async function textOf(history: History, format: ExportFormat): Promise<string> {
  let text = '';
  for await (const piece of exported(history, format, () => null)) text += piece;
  return text;
}

const empty = () => new History(fakeLineFile(), memoryLog());

describe('a cell of CSV', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    [null, ''],
    [true, 'true'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['  =1', `"'  =1"`],
    ['＝1', `"'＝1"`],
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['a=b', 'a=b'],
  ])('%j is %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe('everything that is kept', () => {
  test('as CSV: a mark for spreadsheets, a line of names, and a line for each, newest first', async () => {
    const history = empty();
    history.add(aNotice('n1', { createdAt: 1_000 }), shown, true);
    history.add(
      aNotice('n2', { createdAt: 2_000, note: anExcerpt({ text: '=HYPERLINK("x")' }) }),
      { decision: 'held', reason: 'paused' },
      true,
    );
    const text = await textOf(history, 'csv');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [names, second, first, end, ...more] = text.slice(1).split('\r\n');
    expect(names?.split(',').slice(0, 7)).toEqual([
      'time',
      'account',
      'feed',
      'type',
      'name',
      'username',
      'host',
    ]);
    expect(second).toContain('1970-01-01T00:00:02.000Z,alice@example.social,,follow,Bob,bob,');
    expect(second).toContain(`"'=HYPERLINK(""x"")"`);
    expect(second).toContain(',held,paused,false,');
    expect(first).toContain('1970-01-01T00:00:01.000Z');
    expect([end, more]).toEqual(['', []]);
  });

  test('as JSON: a list that any program reads', async () => {
    const history = empty();
    history.add(full, shown, true);
    history.add(aNotice('n1', { createdAt: 1e300 }), shown, true);
    history.markRead(full.accountId, [full.id]);
    const [impossible, whole] = JSON.parse(await textOf(history, 'json'));
    expect(impossible).toMatchObject({ time: null });
    expect(whole).toMatchObject({
      account: full.accountId,
      username: 'bob',
      host: 'far.example',
      text: 'words 🔔',
      warning: 'cw',
      decision: 'shown',
      read: true,
      id: full.id,
    });
  });

  test('is nothing at all, and still a list', async () => {
    expect(JSON.parse(await textOf(empty(), 'json'))).toEqual([]);
    expect((await textOf(empty(), 'csv')).split('\r\n')).toHaveLength(2);
  });

  test('over many pages, each once', async () => {
    const history = empty();
    for (let number = 0; number < 1_234; number += 1)
      history.add(numberedNotice(number), shown, true);
    const list: { id: string }[] = JSON.parse(await textOf(history, 'json'));
    expect(new Set(list.map(({ id }) => id)).size).toBe(1_234);
    expect(list).toHaveLength(1_234);
  });
});
