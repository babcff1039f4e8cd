import { expect, test } from 'vitest';
import type { Patch, Snapshot } from '../../../../src-main/ipc/contract.ts';
import { followFeed } from '../../../../src-renderer/state/feed.ts';
import { note, person, snapshot, timeline } from '../samples.ts';

/** A bridge that answers when it is told to. */
function playedBridge() {
  const listeners = new Set<(patches: readonly Patch[]) => void>();
  const { promise, resolve, reject } = deferred<Snapshot>();
  return {
    answer: resolve,
    refuse: reject,
    send: (...patches: readonly Patch[]) => {
      for (const listener of listeners) listener(patches);
    },
    listening: () => listeners.size,
    bridge: {
      getSnapshot: () => promise,
      onPatches: (listener: (patches: readonly Patch[]) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const pause = (until: number): Patch => ({ kind: 'slices', slices: { pause: { until } } });

/** Writes down what the feed brings. */
function recorder() {
  const log: unknown[] = [];
  return {
    log,
    sink: {
      start: ({ version }: Snapshot) => log.push(version),
      change: (patches: readonly Patch[]) => log.push(patches),
    },
  };
}

test('brings the snapshot, then what came before it, then what comes after', async () => {
  const played = playedBridge();
  const { log, sink } = recorder();
  const following = followFeed(played.bridge, sink);
  expect(played.listening()).toBe(1);
  played.send(pause(1));
  played.answer(snapshot({ version: 'start' }));
  played.send(pause(2));
  await following;
  played.send(pause(3), pause(4));
  expect(log).toEqual(['start', [pause(1), pause(2)], [pause(3), pause(4)]]);
});

test('brings nothing more once it is ended', async () => {
  const played = playedBridge();
  const { log, sink } = recorder();
  played.answer(snapshot({ version: 'start' }));
  const stop = await followFeed(played.bridge, sink);
  stop();
  expect(played.listening()).toBe(0);
  expect(log).toEqual(['start']);
});

test('listens to nothing where there is no snapshot', async () => {
  const played = playedBridge();
  const following = followFeed(played.bridge, recorder().sink);
  played.refuse(new Error('no'));
  await expect(following).rejects.toThrow('no');
  expect(played.listening()).toBe(0);
});

test('no two places of what it brings share an object', async () => {
  const played = playedBridge();
  const started = deferred<Snapshot>();
  const notes = [note('a', { author: person }), note('b', { author: person })];
  played.answer(snapshot({ timelines: [timeline({ notes })] }));
  await followFeed(played.bridge, { start: started.resolve, change: () => undefined });
  const authors = (await started.promise).timelines[0]?.notes.map(({ author }) => author);
  expect(authors?.[0]).toEqual(person);
  expect(authors?.[0]).not.toBe(authors?.[1]);
});
