import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { noteSchema } from '../../../../../src-main/engine/misskey/api/schemas.ts';
import { LiveNotes } from '../../../../../src-main/engine/misskey/notes/live-notes.ts';
import { NoteChecks } from '../../../../../src-main/engine/misskey/notes/note-checks.ts';
import { SingleNote } from '../../../../../src-main/engine/misskey/notes/single-note.ts';
import { apiFailure, fakeApi, htmlPage } from '../../../../support/fake-api.ts';
import { fakeClock, settle } from '../../../../support/fake-clock.ts';
import { memoryLog } from '../../../../support/memory-log.ts';
import { rawNote } from '../../../../support/samples.ts';

type Fields = Readonly<Record<string, unknown>>;

function checksBench() {
  const clock = fakeClock();
  const api = fakeApi();
  const removed: string[] = [];
  const notes = new LiveNotes(
    { onNoteUpdate: () => {}, onNoteRemove: (id) => void removed.push(id) },
    clock.monotonic,
  );
  const checks = new NoteChecks({ clock, api: api.api, notes, log: memoryLog() });
  return {
    clock,
    api,
    notes,
    removed,
    checks,
    asked: () => api.callsOf('notes/show').map(({ parameters }) => parameters['noteId']),
    hold(id: string, fields: Fields = {}) {
      const note = v.parse(noteSchema, rawNote({ id, ...fields }));
      notes.hold(
        new SingleNote(
          note,
          () => {},
          () => {},
        ),
      );
      return note;
    },
  };
}

let bench: ReturnType<typeof checksBench>;
const shown = (fields: Fields = {}) =>
  bench.api.answer('notes/show', ({ parameters }) =>
    rawNote({ id: parameters['noteId'], ...fields }),
  );

beforeEach(() => {
  bench = checksBench();
  shown({ reactions: { '👍': 5 } });
});

describe('a note that was captured', () => {
  test('is asked for soon when what is held of it is old', async () => {
    bench.hold('a');
    bench.checks.captured('a');
    await bench.clock.advance(999);
    expect(bench.asked()).toEqual([]);
    await bench.clock.advance(1);
    expect(bench.asked()).toEqual(['a']);
    expect(bench.notes.find('a')?.reactions).toEqual({ '👍': 5 });
    await bench.clock.advance(100_000);
    expect(bench.asked()).toEqual(['a']);
    expect(bench.clock.pending).toBe(0);
  });

  test('is asked for later when it is new, and not at all when a page brought it meanwhile', async () => {
    for (const id of ['a', 'b']) {
      bench.notes.fromAnswer([bench.hold(id)], bench.notes.mark());
      bench.checks.captured(id);
    }
    await bench.clock.advance(5_000);
    const a = bench.notes.find('a');
    if (a !== null) bench.notes.fromAnswer([a], bench.notes.mark());
    await bench.clock.advance(100_000);
    expect(bench.asked()).toEqual(['b']);
  });

  test('anew, on another socket, is asked for soon: what happened in between was told by nobody', async () => {
    bench.notes.fromAnswer([bench.hold('a')], bench.notes.mark());
    bench.checks.captured('a');
    bench.checks.captured('a');
    await bench.clock.advance(1_000);
    expect(bench.asked()).toEqual(['a']);
  });

  test('is not asked for when it left the view', async () => {
    bench.hold('a');
    bench.checks.captured('a');
    bench.checks.left('a');
    await bench.clock.advance(100_000);
    expect(bench.asked()).toEqual([]);
  });

  test('is removed when its server has it no more', async () => {
    bench.hold('a');
    bench.api.answer('notes/show', () => apiFailure(400, 'NO_SUCH_NOTE'));
    bench.checks.captured('a');
    await bench.clock.advance(100_000);
    expect(bench.removed).toEqual(['a']);
    expect(bench.asked()).toEqual(['a']);
  });

  test('comes with the note that renotes it', async () => {
    const inner = rawNote({ id: 'a', reactions: { '👍': 5 } });
    bench.hold('b', { renoteId: 'a', renote: rawNote({ id: 'a' }) });
    bench.api.answer('notes/show', () => rawNote({ id: 'b', renoteId: 'a', renote: inner }));
    bench.checks.captured('b');
    bench.checks.captured('a');
    await bench.clock.advance(100_000);
    expect(bench.asked()).toEqual(['b']);
    expect(bench.notes.find('a')?.reactions).toEqual({ '👍': 5 });
  });
});

describe('many notes', () => {
  test('are asked for two at once, and no more than two a second in the long run', async () => {
    const release = bench.api.hold('notes/show', ({ parameters }) =>
      rawNote({ id: parameters['noteId'] }),
    );
    const ids = Array.from({ length: 30 }, (_, n) => `n${n}`);
    for (const id of ids) {
      bench.hold(id);
      bench.checks.captured(id);
    }
    await bench.clock.advance(1_000);
    expect(bench.asked()).toHaveLength(2);
    for (let second = 0; second < 20; second += 1) {
      for (let half = 0; half < 3; half += 1) {
        release();
        await settle();
      }
      expect(bench.asked().length).toBeLessThanOrEqual(7 + 2 * second);
      await bench.clock.advance(1_000);
    }
    release();
    expect(bench.asked().toSorted()).toEqual(ids.toSorted());
  });

  test('wait as long as the server asks for', async () => {
    bench.api.answer('notes/show', () =>
      apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '40' }),
    );
    for (const id of ['a', 'b', 'c', 'd']) {
      bench.hold(id);
      bench.checks.captured(id);
    }
    await bench.clock.advance(1_000);
    const before = bench.asked().length;
    expect(before).toBeLessThanOrEqual(2);
    shown();
    await bench.clock.advance(39_000);
    expect(bench.asked()).toHaveLength(before);
    await bench.clock.advance(60_000);
    expect(new Set(bench.asked()).size).toBe(4);
  });
});

describe('an answer that cannot be believed', () => {
  test('is asked for again: an event came while it was on its way', async () => {
    bench.hold('a', { reactions: { '🎉': 1 } });
    const release = bench.api.hold('notes/show', () =>
      rawNote({ id: 'a', reactions: { '👍': 5 } }),
    );
    bench.checks.captured('a');
    await bench.clock.advance(1_000);
    bench.notes.change('a', (note) => note);
    release();
    await settle();
    expect(bench.notes.find('a')?.reactions).toEqual({ '🎉': 1 });
    await bench.clock.advance(1_000);
    release();
    await settle();
    expect(bench.asked()).toEqual(['a', 'a']);
    expect(bench.notes.find('a')?.reactions).toEqual({ '👍': 5 });
  });

  test('nor when an event comes right behind it: it may be in it already', async () => {
    bench.hold('a');
    bench.checks.captured('a');
    await bench.clock.advance(1_000);
    bench.checks.happened('a', false);
    await bench.clock.advance(1_000);
    expect(bench.asked()).toEqual(['a', 'a']);
    await bench.clock.advance(3_000);
    bench.checks.happened('a', false);
    await bench.clock.advance(100_000);
    expect(bench.asked()).toEqual(['a', 'a']);
  });

  test('and an event that tells only a part is followed by a question', async () => {
    bench.hold('a');
    bench.checks.captured('a');
    await bench.clock.advance(20_000);
    bench.checks.happened('a', true);
    await bench.clock.advance(20_000);
    expect(bench.asked()).toEqual(['a', 'a']);
  });

  test('of a note that changes all the time is not asked for all the time', async () => {
    bench.hold('a');
    bench.checks.captured('a');
    for (let tenth = 0; tenth < 1_200; tenth += 1) {
      await bench.clock.advance(100);
      bench.checks.happened('a', true);
    }
    // Within two minutes: three soon, and again when it was left alone for a while.
    expect(bench.asked().length).toBeLessThanOrEqual(16);
    expect(bench.asked().length).toBeGreaterThanOrEqual(10);
  });
});

describe('a failure', () => {
  test.each([
    ['an outage', () => htmlPage(502), 4],
    ['a refusal', () => apiFailure(400, 'INVALID_PARAM'), 1],
    ['a dead token', () => apiFailure(401, 'AUTHENTICATION_FAILED'), 1],
  ])('of %s is tried again as long as that makes sense', async (_what, answer, times) => {
    bench.hold('a');
    bench.api.answer('notes/show', answer);
    bench.checks.captured('a');
    await bench.clock.advance(45_000);
    expect(bench.asked()).toHaveLength(times);
    bench.checks.left('a');
    await bench.clock.advance(100_000);
    expect(bench.asked()).toHaveLength(times);
  });
});

test('after the end nothing runs', async () => {
  const release = bench.api.hold('notes/show', () => rawNote({ id: 'a', text: 'late' }));
  for (const id of ['a', 'b', 'c']) {
    bench.hold(id);
    bench.checks.captured(id);
  }
  await bench.clock.advance(1_000);
  bench.checks.stop();
  release();
  await settle();
  expect(bench.clock.pending).toBe(0);
  expect(bench.notes.find('a')?.text).toBe('hello there');
});
