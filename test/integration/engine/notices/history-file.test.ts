import {
  appendFileSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
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

describe('a disk that is full in the middle of a line', () => {
  /** Takes so many bytes and then nothing, until it is given more room. */
  function smallDisk(room: number) {
    const disk = {
      room,
      write(file: number, bytes: Buffer, offset: number): number {
        const length = Math.min(bytes.length - offset, disk.room);
        if (length === 0) throw new Error('ENOSPC: no space left on device');
        disk.room -= length;
        return writeSync(file, bytes, offset, length);
      },
    };
    return disk;
  }

  test('costs that line and not the next', () => {
    const disk = smallDisk(10);
    const file = historyFile(path, disk.write);
    file.append('one');
    expect(() => file.append('much too long')).toThrow('ENOSPC');
    expect(content()).toBe('one\n');
    disk.room = 100;
    file.append('two');
    expect(content()).toBe('one\ntwo\n');
  });

  test('nor where what was begun cannot be taken back', () => {
    let isAway = false;
    const file = historyFile(path, (descriptor, bytes, offset) => {
      if (!isAway) return writeSync(descriptor, bytes, offset);
      writeSync(descriptor, bytes, offset, 4);
      isAway = false;
      // As for a disk that is pulled out.
      closeSync(descriptor);
      return 4;
    });
    file.append('one');
    isAway = true;
    expect(() => file.append('gone')).toThrow('EBADF');
    file.append('two');
    expect([...historyFile(path).read()]).toEqual(['one', 'gone', 'two']);
  });

  test('at whatever byte: nothing that was taken is lost, and nothing else is there', () => {
    for (let room = 0; room < 24; room += 1) {
      rmSync(path, { force: true });
      const disk = smallDisk(room);
      const file = historyFile(path, disk.write);
      const taken: string[] = [];
      for (const line of ['öne', 'two', 'thrée', 'four', 'five']) {
        try {
          file.append(line);
          taken.push(line);
        } catch {
          disk.room += 7;
        }
      }
      expect([...historyFile(path).read()], `${room} bytes`).toEqual(taken);
    }
  });
});

describe('what others did to the file', () => {
  test('a mark of the byte order and zeros before a line are passed over', () => {
    mkdirSync(join(folder, 'profile'));
    const zeros = Buffer.alloc(4_096);
    writeFileSync(
      path,
      Buffer.concat([Buffer.from('\uFEFFone\n'), zeros, Buffer.from('two\n'), zeros]),
    );
    expect([...historyFile(path).read()]).toEqual(['one', 'two']);
  });

  test('a line of 50 MB is one broken line, and the rest stands', () => {
    mkdirSync(join(folder, 'profile'));
    const huge = Buffer.alloc(50 * 1024 * 1024, 'x');
    writeFileSync(path, Buffer.concat([Buffer.from('one\n'), huge, Buffer.from('\ntwo\n')]));
    const lines = [...historyFile(path).read()];
    expect([lines[0], lines.at(-1), lines.length]).toEqual(['one', 'two', 3]);
    expect(lines[1]?.length).toBeLessThan(100);
  });

  test('lines are the same wherever the pieces end in which they are read', () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `${index} ${'花🔔é'.repeat(150)}`);
    historyFile(path).replace(lines);
    expect(statSync(path).size).toBeGreaterThan(3 * 1024 * 1024);
    expect([...historyFile(path).read()]).toEqual(lines);
    expect(historyFile(path).size()).toBe(statSync(path).size);
  });
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
