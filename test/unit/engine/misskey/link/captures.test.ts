import { beforeEach, describe, expect, test } from 'vitest';
import {
  type CaptureListener,
  Captures,
} from '../../../../../src-main/engine/misskey/link/captures.ts';
import { fakeClock } from '../../../../support/fake-clock.ts';

/** A listener that keeps what it hears. */
function listener(): CaptureListener & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    onCaptured: () => void heard.push('captured'),
    onUpdate: ({ id, type }) => void heard.push(`${type} ${id}`),
  };
}

function captureBench() {
  const clock = fakeClock();
  const sent: string[] = [];
  const captures = new Captures({
    clock,
    send: ({ type, body }) => void sent.push(`${type} ${body.id}`),
  });
  return { clock, sent, captures };
}

const reacted = (id: string) => ({ id, type: 'reacted', body: {} });
const ids = (count: number) => Array.from({ length: count }, (_, n) => `n${n}`);

let bench: ReturnType<typeof captureBench>;

beforeEach(() => {
  bench = captureBench();
  bench.captures.online();
});

describe('a captured note', () => {
  test('is asked for, and its events are told', () => {
    const heard = listener();
    bench.captures.capture('a', heard);
    expect(bench.sent).toEqual(['subNote a']);
    expect(bench.captures.onFrame(reacted('a'))).toBe(true);
    expect(bench.captures.onFrame(reacted('b'))).toBe(true);
    expect(heard.heard).toEqual(['captured', 'reacted a']);
  });

  test('is asked for once, however many want it, and let go with the last', () => {
    const [one, two] = [listener(), listener()];
    const first = bench.captures.capture('a', one);
    const second = bench.captures.capture('a', two);
    const third = bench.captures.capture('a', two);
    bench.captures.onFrame(reacted('a'));
    expect(two.heard).toEqual(['captured', 'captured', 'reacted a', 'reacted a']);
    first.release();
    first.release();
    third.release();
    bench.captures.onFrame(reacted('a'));
    expect(bench.sent).toEqual(['subNote a']);
    second.release();
    second.release();
    bench.captures.onFrame(reacted('a'));
    expect(bench.sent).toEqual(['subNote a', 'unsubNote a']);
    expect(one.heard).toEqual(['captured', 'reacted a']);
    expect(two.heard).toHaveLength(5);
  });

  test('of a frame that cannot be read hears nothing', () => {
    const heard = listener();
    bench.captures.capture('a', heard);
    for (const frame of [null, 'x', {}, { id: 'a' }, { id: 7, type: 'reacted' }]) {
      expect(bench.captures.onFrame(frame)).toBe(false);
    }
    expect(heard.heard).toEqual(['captured']);
  });

  test('may be released by what it hears', () => {
    const handles: { release(): void }[] = [];
    const other = listener();
    const leave = () => {
      for (const handle of handles) handle.release();
    };
    handles.push(bench.captures.capture('a', { onCaptured: () => {}, onUpdate: leave }));
    bench.captures.capture('b', {
      onCaptured: () => void bench.captures.capture('c', other),
      onUpdate: leave,
    });
    bench.captures.onFrame(reacted('a'));
    expect(bench.sent).toEqual(['subNote a', 'subNote b', 'subNote c', 'unsubNote a']);
  });
});

describe('on a new socket', () => {
  test('all that is wanted is asked for again, and nothing else', () => {
    const heard = listener();
    bench.captures.capture('a', heard);
    const gone = bench.captures.capture('b', listener());
    bench.captures.offline();
    gone.release();
    bench.captures.capture('c', heard);
    bench.captures.onFrame(reacted('a'));
    expect(bench.sent).toEqual(['subNote a', 'subNote b']);
    bench.captures.online();
    expect(bench.sent.slice(2)).toEqual(['subNote a', 'subNote c']);
    expect(heard.heard).toEqual(['captured', 'captured', 'captured']);
  });

  test('what was let go on the old one is not let go again', async () => {
    const handles = ids(20).map((id) => bench.captures.capture(id, listener()));
    for (const handle of handles) handle.release();
    bench.captures.offline();
    bench.captures.online();
    await bench.clock.advance(10_000);
    expect(bench.sent).toHaveLength(20);
    expect(bench.clock.pending).toBe(0);
  });
});

describe('many at once', () => {
  test('go out at a pace that no server drops', async () => {
    for (const id of ids(300)) bench.captures.capture(id, listener());
    expect(bench.sent).toHaveLength(20);
    let before = 0;
    for (let second = 0; second < 7; second += 1) {
      await bench.clock.advance(1_000);
      expect(bench.sent.length - before).toBeLessThanOrEqual(70);
      before = bench.sent.length;
    }
    expect(bench.sent.toSorted()).toEqual(
      ids(300)
        .map((id) => `subNote ${id}`)
        .toSorted(),
    );
    await bench.clock.advance(10_000);
    expect(bench.clock.pending).toBe(0);
  });

  test('a new socket does not begin with a new burst', async () => {
    for (const id of ids(100)) bench.captures.capture(id, listener());
    bench.captures.offline();
    bench.captures.online();
    expect(bench.sent).toHaveLength(20);
    await bench.clock.advance(100);
    expect(bench.sent).toHaveLength(25);
  });

  test('what is withdrawn before its turn is never sent', async () => {
    const handles = ids(100).map((id) => bench.captures.capture(id, listener()));
    for (const handle of handles) handle.release();
    await bench.clock.advance(10_000);
    expect(bench.sent).toEqual([
      ...ids(20).map((id) => `subNote ${id}`),
      ...ids(20).map((id) => `unsubNote ${id}`),
    ]);
  });

  test('what is wanted again before it was let go stays, and misses nothing', async () => {
    const handles = ids(20).map((id) => bench.captures.capture(id, listener()));
    handles[0]?.release();
    const heard = listener();
    bench.captures.capture('n0', heard);
    bench.captures.onFrame(reacted('n0'));
    await bench.clock.advance(10_000);
    expect(heard.heard).toEqual(['captured', 'reacted n0']);
    expect(bench.sent).toHaveLength(20);
  });

  test('what somebody waits for goes before what is let go', async () => {
    const handles = ids(20).map((id) => bench.captures.capture(id, listener()));
    for (const handle of handles) handle.release();
    for (const id of ['x', 'y']) bench.captures.capture(id, listener());
    await bench.clock.advance(100);
    expect(bench.sent.slice(20)).toEqual([
      'subNote x',
      'subNote y',
      'unsubNote n0',
      'unsubNote n1',
      'unsubNote n2',
    ]);
  });
});

test('after the end nothing runs', async () => {
  for (const id of ids(100)) bench.captures.capture(id, listener());
  bench.captures.stop();
  expect(bench.clock.pending).toBe(0);
  await bench.clock.advance(10_000);
  expect(bench.sent).toHaveLength(20);
});
