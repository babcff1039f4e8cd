import {
  appendFileSync,
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
import { History } from '../../../../src-main/engine/notices/history.ts';
import { historyFile } from '../../../../src-main/engine/notices/history-file.ts';
import { aNotice } from '../../../support/samples.ts';

const alice = 'alice@example.social';
const shown = { decision: 'shown', reason: 'live' } as const;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-history-'));
  path = join(folder, 'profile', 'history.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true }));

const content = () => readFileSync(path, 'utf8');

test('what is not there yet is empty, and reading makes no file', () => {
  expect([...historyFile(path).read()]).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('lines come back in order, by another object', () => {
  const file = historyFile(path);
  file.append('one');
  file.append('zwei ü 🔔');
  expect(content()).toBe('one\nzwei ü 🔔\n');
  expect([...historyFile(path).read()]).toEqual(['one', 'zwei ü 🔔']);
});

test('only its owner may read it, also after it was written anew', () => {
  const file = historyFile(path);
  file.append('one');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'profile')).mode & 0o777).toBe(0o700);
  file.replace(['two']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

describe('replacing', () => {
  test('puts new lines in place of the old, and appending goes on in the new file', () => {
    const file = historyFile(path);
    file.append('old');
    file.replace(['new 1', 'new 2']);
    file.append('new 3');
    expect(content()).toBe('new 1\nnew 2\nnew 3\n');
    expect(readdirSync(join(folder, 'profile'))).toEqual(['history.jsonl']);
  });

  test('works where there is no file yet', () => {
    historyFile(path).replace(['one']);
    expect(content()).toBe('one\n');
  });

  test('that fails leaves the old lines, and appending goes on', () => {
    const file = historyFile(path);
    file.append('old');
    // Something stands where the second file would be.
    mkdirSync(`${path}.new`);
    expect(() => file.replace(['new'])).toThrow();
    file.append('newer');
    expect([...historyFile(path).read()]).toEqual(['old', 'newer']);
  });

  test('a second file that an earlier kill left behind is in nobody’s way', () => {
    const file = historyFile(path);
    file.append('old');
    writeFileSync(`${path}.new`, 'half of somet');
    expect([...historyFile(path).read()]).toEqual(['old']);
    historyFile(path).replace(['new']);
    expect(content()).toBe('new\n');
  });
});

describe('an unfinished last line', () => {
  test('is left out, and does not swallow the next one', () => {
    const file = historyFile(path);
    file.append('one');
    appendFileSync(path, 'tw');
    const again = historyFile(path);
    expect([...again.read()]).toEqual(['one']);
    again.append('three');
    expect(content()).toBe('one\nthree\n');
  });

  test('of zeros, as a power cut leaves them, too', () => {
    historyFile(path).append('one');
    appendFileSync(path, Buffer.alloc(4_096));
    const again = historyFile(path);
    expect([...again.read()]).toEqual(['one']);
    again.append('two');
    expect(content()).toBe('one\ntwo\n');
  });

  test('is all there is', () => {
    mkdirSync(join(folder, 'profile'));
    writeFileSync(path, 'only half');
    expect([...historyFile(path).read()]).toEqual([]);
  });
});

test('what is no text does not throw', () => {
  mkdirSync(join(folder, 'profile'));
  writeFileSync(path, Buffer.from([0xff, 0xfe, 0x0a, 0xc3, 0x28, 0x0a]));
  expect([...historyFile(path).read()]).toHaveLength(2);
});

test('a file that may not be read is an error, not an empty one', () => {
  mkdirSync(path, { recursive: true });
  expect(() => [...historyFile(path).read()]).toThrow();
});

describe('a history that was cut at any byte', () => {
  test('keeps every whole line, rings none of them again, and goes on', () => {
    const history = new History(historyFile(path), silentLog);
    history.advance(alice, null);
    for (const id of ['n1', 'n2', 'n3']) history.add(aNotice(id), shown, true);
    history.markRead(alice, [`${alice}/n2`]);
    const bytes = readFileSync(path);
    const ends = [...bytes].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : []));
    expect(ends).toHaveLength(5);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      writeFileSync(path, bytes.subarray(0, cut));
      const lines = ends.filter((end) => end <= cut).length;
      const expected = ['n1', 'n2', 'n3'].slice(0, Math.max(0, Math.min(3, lines - 1)));
      const survivor = new History(historyFile(path), silentLog);
      const known = ['n1', 'n2', 'n3'].filter((id) => survivor.isKnown(alice, id));
      survivor.add(aNotice('after'), shown, true);
      const reopened = new History(historyFile(path), silentLog);
      const kept = reopened
        .newest(10)
        .map(({ notice }) => notice.sourceId)
        .sort();
      if (known.join() !== expected.join() || kept.join() !== ['after', ...expected].join()) {
        expect.fail(`cut at byte ${cut}: knew ${known}, kept ${kept}, expected ${expected}`);
      }
    }
  });

  test('with zeros from any line on', () => {
    const history = new History(historyFile(path), silentLog);
    for (const id of ['n1', 'n2', 'n3']) history.add(aNotice(id), shown, true);
    const bytes = readFileSync(path);
    const second = bytes.indexOf(0x0a) + 1;
    bytes.fill(0, second + 20);
    writeFileSync(path, bytes);
    const survivor = new History(historyFile(path), silentLog);
    survivor.add(aNotice('n4'), shown, true);
    expect(
      new History(historyFile(path), silentLog).newest(10).map(({ notice }) => notice.sourceId),
    ).toEqual(['n4', 'n1']);
  });
});
