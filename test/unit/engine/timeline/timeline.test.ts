import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Note, noteSchema } from '../../../../src-main/engine/misskey/api/schemas.ts';
import { Timeline } from '../../../../src-main/engine/timeline/timeline.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { rawNote } from '../../../support/samples.ts';

/** The note of that minute; its id is `n` with the minute. */
function note(minute: number): Note {
  const createdAt = new Date(fakeStart + minute * 60_000).toISOString();
  return v.parse(noteSchema, rawNote({ id: `n${minute}`, createdAt }));
}

/** Notes of these minutes, newest first: a page as the server sends it. */
const page = (newest: number, oldest: number) =>
  Array.from({ length: newest - oldest + 1 }, (_, index) => note(newest - index));

const minutes = (notes: readonly Note[]) => notes.map(({ id }) => Number(id.slice(1)));
const range = (newest: number, oldest: number) => minutes(page(newest, oldest));

let timeline: Timeline;

beforeEach(() => {
  timeline = new Timeline();
});

test('a new one is empty and may have older notes', () => {
  expect(timeline.notes).toEqual([]);
  expect(timeline.hasOlder).toBe(true);
  expect(timeline.gapAfter).toBeNull();
});

describe('a note that was just posted', () => {
  test('goes to the top', () => {
    timeline.merge(page(3, 1));
    expect(timeline.insert(note(4))).toEqual({ kind: 'insert', note: note(4), most: 150 });
    expect(minutes(timeline.notes)).toEqual([4, 3, 2, 1]);
  });

  test('long ago, far away, goes to its place in time', () => {
    timeline.merge([note(9), note(5), note(1)]);
    expect(timeline.insert(note(3))).toMatchObject({ kind: 'insert' });
    expect(minutes(timeline.notes)).toEqual([9, 5, 3, 1]);
  });

  test('before all that is loaded is left to the older pages: it would hide what lies between', () => {
    timeline.merge(page(40, 21));
    expect(timeline.insert(note(3))).toBeNull();
    timeline.append([]);
    expect(timeline.insert(note(3))).toMatchObject({ kind: 'insert' });
    expect(minutes(timeline.notes)).toEqual([...range(40, 21), 3]);
  });

  test('before the first page has come, is kept in whatever order it came', () => {
    timeline.insert(note(3));
    timeline.insert(note(2));
    expect(minutes(timeline.notes)).toEqual([3, 2]);
  });

  test('that the bound would push out at once is not told', () => {
    timeline.merge(page(450, 51));
    timeline.append([]);
    expect(timeline.notes).toHaveLength(400);
    expect(timeline.insert(note(3))).toBeNull();
  });

  test('that is there already changes nothing', () => {
    timeline.merge(page(3, 1));
    expect(timeline.insert(note(2))).toBeNull();
    expect(minutes(timeline.notes)).toEqual([3, 2, 1]);
  });
});

describe('bounds', () => {
  test('a new note leaves 150: the oldest go, and can be loaded again', () => {
    timeline.merge(page(3, 1));
    timeline.append([]);
    for (let minute = 4; minute <= 200; minute += 1) timeline.insert(note(minute));
    expect(minutes(timeline.notes)).toEqual(range(200, 51));
    expect(timeline.hasOlder).toBe(true);
  });

  test('what was loaded further down goes with the next new note', () => {
    timeline.merge(page(300, 1));
    timeline.insert(note(301));
    expect(minutes(timeline.notes)).toEqual(range(301, 152));
  });

  test('a page that would pass the bound is added as far as there is room, and then there is no older one', () => {
    timeline.merge(page(450, 61));
    expect(timeline.append(page(60, 21))).toMatchObject({ kind: 'older', hasOlder: false });
    expect(minutes(timeline.notes)).toEqual(range(450, 51));
    expect(timeline.hasOlder).toBe(false);
  });

  test('merging keeps to it as well', () => {
    timeline.merge(page(400, 1));
    timeline.merge(page(440, 401), []);
    expect(timeline.notes).toHaveLength(400);
    expect(minutes(timeline.notes)[0]).toBe(440);
  });
});

describe('while the reader is further down', () => {
  beforeEach(() => {
    timeline.merge(page(150, 1));
    timeline.hold(true);
  });
  const flood = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => timeline.insert(note(from + index)));

  test('new notes push nothing out, as long as there is room', () => {
    expect(flood(151, 300).every((change) => change?.kind === 'insert')).toBe(true);
    expect(flood(300, 300)).toEqual([null]);
    expect(minutes(timeline.notes)).toEqual(range(300, 1));
    expect(timeline.isBehind).toBe(false);
  });

  test('those without room are not taken, which is told once', () => {
    flood(151, 300);
    expect(flood(301, 500).filter((change) => change !== null)).toEqual([{ kind: 'behind' }]);
    expect(timeline.isBehind).toBe(true);
    expect(minutes(timeline.notes)).toEqual(range(300, 1));
  });

  test('older pages have room, and push nothing out either', () => {
    flood(151, 300);
    timeline.append(page(0, -199));
    expect(minutes(timeline.notes)).toEqual(range(300, -99));
  });

  test('back at the top, the newest page is wanted where notes were not taken', () => {
    flood(151, 300);
    expect(timeline.hold(false)).toBe(false);
    timeline.hold(true);
    flood(301, 500);
    expect(timeline.hold(false)).toBe(true);
    expect(timeline.merge(page(500, 461))).toEqual({ kind: 'reset' });
    expect(timeline.isBehind).toBe(false);
    expect(timeline.gapAfter).toBe('n461');
    expect(timeline.hold(false)).toBe(false);
  });

  test('back at the top, new notes push others out again', () => {
    timeline.hold(false);
    flood(151, 160);
    expect(minutes(timeline.notes)).toEqual(range(160, 11));
  });
});

describe('the newest page', () => {
  test('fills an empty timeline', () => {
    expect(timeline.merge(page(40, 1))).toEqual({ kind: 'reset' });
    expect(minutes(timeline.notes)).toEqual(range(40, 1));
    expect(timeline.gapAfter).toBeNull();
    expect(timeline.hasOlder).toBe(true);
  });

  test('an empty one says that there is nothing older', () => {
    timeline.merge([]);
    expect(timeline.hasOlder).toBe(false);
    expect(timeline.gapAfter).toBeNull();
  });

  test('an empty one does not take away what is there', () => {
    timeline.merge(page(3, 1));
    timeline.merge([]);
    expect(minutes(timeline.notes)).toEqual([3, 2, 1]);
    expect(timeline.gapAfter).toBeNull();
  });

  test('joins what is there without a seam', () => {
    timeline.merge(page(40, 1));
    timeline.merge(page(50, 11));
    expect(minutes(timeline.notes)).toEqual(range(50, 1));
    expect(timeline.gapAfter).toBeNull();
  });

  test('replaces notes by what the server now says of them', () => {
    timeline.merge(page(2, 1));
    timeline.merge([{ ...note(2), renoteCount: 7 }, note(1)]);
    expect(timeline.notes.map(({ renoteCount }) => renoteCount)).toEqual([7, 0]);
  });

  test('marks the gap where it does not meet what is there', () => {
    timeline.merge(page(40, 1));
    timeline.merge(page(140, 101));
    expect(minutes(timeline.notes)).toEqual([...range(140, 101), ...range(40, 1)]);
    expect(timeline.gapAfter).toBe('n101');
  });

  test('is not taken to meet what is there by a note that only just came live', () => {
    timeline.merge(page(40, 1));
    const before = timeline.notes;
    timeline.insert(note(140));
    timeline.merge(page(140, 101), before);
    expect(minutes(timeline.notes)).toEqual([...range(140, 101), ...range(40, 1)]);
    expect(timeline.gapAfter).toBe('n101');
  });

  test('keeps what came live while it was on its way', () => {
    timeline.merge(page(40, 1));
    const before = timeline.notes;
    timeline.insert(note(52));
    timeline.merge(page(51, 12), before);
    expect(minutes(timeline.notes)).toEqual([52, ...range(51, 1)]);
    expect(timeline.gapAfter).toBeNull();
  });

  test('does not hide a gap that it does not fill', () => {
    timeline.merge(page(40, 1));
    timeline.merge(page(140, 101));
    timeline.merge(page(150, 111));
    expect(timeline.gapAfter).toBe('n101');
    timeline.merge(page(140, 101));
    expect(timeline.gapAfter).toBe('n101');
  });

  test('fills a gap that it reaches across', () => {
    timeline.merge(page(40, 1));
    timeline.merge(page(60, 51));
    expect(timeline.gapAfter).toBe('n51');
    timeline.merge(page(70, 31));
    expect(minutes(timeline.notes)).toEqual(range(70, 1));
    expect(timeline.gapAfter).toBeNull();
  });
});

describe('the page after the oldest note', () => {
  test('goes to the bottom', () => {
    timeline.merge(page(40, 21));
    expect(timeline.append(page(20, 1))).toEqual({
      kind: 'older',
      notes: page(20, 1),
      hasOlder: true,
    });
    expect(minutes(timeline.notes)).toEqual(range(40, 1));
  });

  test('tells only what is new', () => {
    timeline.merge(page(40, 21));
    expect(timeline.append(page(22, 19))).toMatchObject({ notes: page(20, 19) });
    expect(minutes(timeline.notes)).toEqual(range(40, 19));
  });

  test('of one note alone is not the end', () => {
    timeline.merge(page(3, 2));
    expect(timeline.append(page(1, 1))).toMatchObject({ hasOlder: true });
  });

  test('an empty one is the end', () => {
    timeline.merge(page(3, 1));
    expect(timeline.append([])).toEqual({ kind: 'older', notes: [], hasOlder: false });
    expect(timeline.hasOlder).toBe(false);
  });
});

describe('the mark of a gap', () => {
  beforeEach(() => {
    timeline.merge(page(40, 1));
    timeline.merge(page(140, 101));
  });

  test('moves to the note before when its own is gone', () => {
    timeline.remove('n101');
    expect(timeline.gapAfter).toBe('n102');
  });

  test('stays while notes come and go elsewhere', () => {
    timeline.insert(note(141));
    timeline.remove('n120');
    timeline.remove('n30');
    timeline.append(page(0, 0));
    expect(timeline.gapAfter).toBe('n101');
  });

  test('goes with the last note behind it: what is missing is then simply older', () => {
    for (let minute = 1; minute <= 40; minute += 1) timeline.remove(`n${minute}`);
    expect(timeline.gapAfter).toBeNull();
  });

  test('goes when the bound has pushed out what stood behind it', () => {
    for (let minute = 141; minute <= 249; minute += 1) timeline.insert(note(minute));
    expect(timeline.gapAfter).toBe('n101');
    timeline.insert(note(250));
    expect(timeline.gapAfter).toBeNull();
  });
});

describe('a note that is gone', () => {
  test('is removed', () => {
    timeline.merge(page(3, 1));
    expect(timeline.remove('n2')).toEqual([{ kind: 'remove', noteId: 'n2' }]);
    expect(minutes(timeline.notes)).toEqual([3, 1]);
  });

  test('and was not there changes nothing', () => {
    timeline.merge(page(3, 1));
    expect(timeline.remove('n9')).toEqual([]);
  });
});

describe('a note that stands nested in others', () => {
  const raw = (id: string) => rawNote({ id, createdAt: new Date(fakeStart).toISOString() });
  const quote = v.parse(noteSchema, { ...raw('q'), renoteId: 'n2', renote: raw('n2') });
  const answer = v.parse(noteSchema, { ...raw('a'), replyId: 'n2', reply: raw('n2') });

  beforeEach(() => {
    timeline.merge([quote, answer, ...page(3, 1)]);
  });

  test('is found in them', () => {
    timeline.remove('n2');
    timeline.merge([quote]);
    expect(timeline.find('n2')).toEqual(quote.renote);
    expect(timeline.find('n9')).toBeNull();
  });

  test('changes in all of them at once', () => {
    const changes = timeline.change('n2', (note) => ({ ...note, text: 'edited' }));
    expect(changes.map(({ note: { id } }) => id).toSorted()).toEqual(['a', 'n2', 'q']);
    expect(timeline.notes.find(({ id }) => id === 'q')?.renote?.text).toBe('edited');
    expect(timeline.notes.find(({ id }) => id === 'a')?.reply?.text).toBe('edited');
    expect(timeline.find('n2')?.text).toBe('edited');
    expect(timeline.change('n2', (note) => note)).toEqual([]);
  });

  test('is taken out of them when it is gone', () => {
    const [removal, ...updates] = timeline.remove('n2');
    expect(removal).toEqual({ kind: 'remove', noteId: 'n2' });
    expect(updates).toMatchObject([
      { kind: 'update', note: { id: 'q', renoteId: 'n2', renote: null } },
      { kind: 'update', note: { id: 'a', replyId: 'n2', reply: null } },
    ]);
    expect(timeline.find('n2')).toBeNull();
  });
});

test('a list that was handed out does not change later', () => {
  timeline.merge(page(3, 1));
  const before = timeline.notes;
  timeline.insert(note(4));
  timeline.remove('n1');
  expect(minutes(before)).toEqual([3, 2, 1]);
});
