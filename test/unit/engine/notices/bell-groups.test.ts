import { describe, expect, test } from 'vitest';
import { groupAgeMs, mostInGroup } from '../../../../src-main/engine/notices/open-groups.ts';
import { bellBench } from '../../../support/bell-bench.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { anExcerpt, reactionBy, renoteBy } from '../../../support/samples.ts';

const alice = 'alice@example.social';
const idOf = (sourceId: string) => `${alice}/${sourceId}`;

/** A bell at which some people have reacted to one note, one after the other. */
function reacted(...people: readonly string[]) {
  const bench = bellBench();
  for (const [index, name] of people.entries()) {
    bench.bell.ring(reactionBy(name, `n${index + 1}`), true);
  }
  return {
    ...bench,
    titles: () => bench.told.toasts.map(({ title }) => title),
    toastIds: () => bench.told.toasts.map(({ id }) => id),
    decisions: () => bench.told.inserted.map(({ decision }) => Object.values(decision).join(' ')),
  };
}

describe('reactions to one note', () => {
  test('the first rings as itself, the further ones renew its toast', () => {
    const { told, trace, toastIds } = reacted('Bob', 'Carol', 'Dave');
    expect(told.toasts.map(({ title, body }) => [title, body])).toEqual([
      ['Bob reacted with 👍', 'my note'],
      ['Carol and Bob reacted to your note', '👍×2\nmy note'],
      ['Dave, Carol and 1 other reacted to your note', '👍×3\nmy note'],
    ]);
    expect(toastIds()).toEqual([idOf('n1'), idOf('n1'), idOf('n1')]);
    expect(told.toasts[2]?.target).toEqual({ kind: 'note', noteId: 'mine' });
    expect(trace).toEqual([
      { at: 'notice', account: alice, id: idOf('n1'), type: 'reaction' },
      { at: 'decision', id: idOf('n1'), decision: 'shown', reason: 'live' },
      { at: 'notice', account: alice, id: idOf('n2'), type: 'reaction' },
      { at: 'decision', id: idOf('n2'), decision: 'grouped', reason: 'same-note' },
      { at: 'notice', account: alice, id: idOf('n3'), type: 'reaction' },
      { at: 'decision', id: idOf('n3'), decision: 'grouped', reason: 'same-note' },
    ]);
  });

  test('the toast of each renewal is traced under the id of the first', () => {
    const { bell, trace } = reacted('Bob', 'Carol');
    bell.onToastResult({ id: idOf('n1'), result: 'shown' });
    expect(trace.at(-1)).toMatchObject({
      at: 'toast',
      id: idOf('n1'),
      result: 'shown',
      title: 'Carol and Bob reacted to your note',
    });
  });

  test('a reaction that was changed counts once, with what it is now', () => {
    const { bell, told } = reacted('Bob');
    bell.ring(reactionBy('Bob', 'n2', '❤'), true);
    expect(told.toasts.at(-1)).toMatchObject({ id: idOf('n1'), title: 'Bob reacted with ❤' });
    bell.ring(reactionBy('Carol', 'n3'), true);
    expect(told.toasts.at(-1)).toMatchObject({
      title: 'Carol and Bob reacted to your note',
      body: '👍 ❤\nmy note',
    });
  });

  test('the picture is that of the newest', () => {
    const { bell, told } = reacted('Bob');
    const url = 'https://example.social/emoji/blob.webp';
    bell.ring(reactionBy('Carol', 'n2', ':blob:', { reaction: { code: ':blob:', url } }), true);
    expect(told.toasts[1]?.iconUrls).toEqual([url, 'https://example.social/identicon/Carol']);
  });

  test('to another note is another toast, and so is a renote', () => {
    const { bell, toastIds, decisions } = reacted('Bob');
    bell.ring(reactionBy('Carol', 'n2', '👍', { note: anExcerpt({ id: 'other' }) }), true);
    bell.ring(renoteBy('Carol', 'n3'), true);
    bell.ring(renoteBy('Dave', 'n4'), true);
    expect(toastIds()).toEqual([idOf('n1'), idOf('n2'), idOf('n3'), idOf('n3')]);
    expect(decisions()).toEqual(['shown live', 'shown live', 'shown live', 'grouped same-note']);
  });

  test('that were missed make one toast', () => {
    const { bell, toastIds, decisions, titles } = reacted();
    bell.ringMissed(
      alice,
      ['Bob', 'Carol', 'Dave'].map((name, index) => reactionBy(name, `n${index}`)),
    );
    expect(new Set(toastIds())).toEqual(new Set([idOf('n0')]));
    expect(titles().at(-1)).toBe('Dave, Carol and 1 other reacted to your note');
    expect(decisions()).toEqual(['shown missed', 'grouped same-note', 'grouped same-note']);
  });

  test('in a digest count each, and the next live one rings as itself', () => {
    const { bell, told, titles, decisions, history } = reacted();
    const people = ['A', 'B', 'C', 'D', 'E', 'F'];
    bell.ringMissed(
      alice,
      people.map((name, index) => reactionBy(name, `n${index}`)),
    );
    expect(titles()).toEqual(['6 notifications while you were away']);
    expect(told.toasts[0]?.body).toBe('6 reactions');
    bell.ring(reactionBy('Bob', 'n9'), true);
    expect(titles().at(-1)).toBe('Bob reacted with 👍');
    expect(decisions().at(-1)).toBe('shown live');
    expect(history.group(idOf('n0'))).toHaveLength(6);
  });
});

describe('a group begins anew', () => {
  test('when the list’s row was opened', () => {
    const { bell, titles, toastIds, told } = reacted('Bob', 'Carol');
    bell.markRead(idOf('n2'));
    expect(told.closed).toEqual([idOf('n1')]);
    bell.ring(reactionBy('Dave', 'n3'), true);
    expect(toastIds().at(-1)).toBe(idOf('n3'));
    expect(titles().at(-1)).toBe('Dave reacted with 👍');
  });

  test('when its toast was clicked', () => {
    const { bell, titles, history } = reacted('Bob', 'Carol');
    bell.onToastResult({ id: idOf('n1'), result: 'clicked' });
    expect(history.unread(alice)).toBe(0);
    bell.ring(reactionBy('Dave', 'n3'), true);
    expect(titles().at(-1)).toBe('Dave reacted with 👍');
  });

  test.each(['markAllRead', 'forget'] as const)('after %s', (act) => {
    const { bell, titles } = reacted('Bob', 'Carol');
    bell[act](alice);
    bell.ring(reactionBy('Dave', 'n3'), true);
    expect(titles().at(-1)).toBe('Dave reacted with 👍');
  });

  test('when all of it was read elsewhere', () => {
    const { bell, titles } = reacted('Bob', 'Carol');
    bell.readElsewhere(alice, [idOf('n1'), idOf('n2')]);
    bell.ring(reactionBy('Dave', 'n3'), true);
    expect(titles().at(-1)).toBe('Dave reacted with 👍');
  });

  test('not while some of it is unread', () => {
    const { bell, told, titles } = reacted('Bob', 'Carol');
    bell.readElsewhere(alice, [idOf('n1')]);
    expect(told.closed).toEqual([]);
    bell.ring(reactionBy('Dave', 'n3'), true);
    expect(titles().at(-1)).toBe('Dave, Carol and 1 other reacted to your note');
  });

  test('an hour after it began, and not before', async () => {
    const { bell, clock, toastIds } = reacted('Bob');
    await clock.advance(groupAgeMs - 1);
    bell.ring(reactionBy('Carol', 'n2'), true);
    await clock.advance(1);
    bell.ring(reactionBy('Dave', 'n3'), true);
    expect(toastIds()).toEqual([idOf('n1'), idOf('n1'), idOf('n3')]);
  });

  test('not because its toast was closed: there is something unread still', () => {
    const { bell, toastIds } = reacted('Bob');
    bell.onToastResult({ id: idOf('n1'), result: 'shown' });
    bell.onToastResult({ id: idOf('n1'), result: 'closed' });
    bell.ring(reactionBy('Carol', 'n2'), true);
    expect(toastIds()).toEqual([idOf('n1'), idOf('n1')]);
  });
});

describe('a group', () => {
  test('is one over a restart of the app, for the list', () => {
    const { file, clock } = reacted('Bob', 'Carol');
    const again = bellBench(clock, file);
    expect(again.history.group(idOf('n2')).map(({ notice }) => notice.sourceId)).toEqual([
      'n2',
      'n1',
    ]);
    // Its toast is not on the desktop any more: the next one is news.
    again.bell.ring(reactionBy('Dave', 'n3'), true);
    expect(again.told.toasts.map(({ id }) => id)).toEqual([idOf('n3')]);
  });

  test('holds its toast while paused, and is renewed after', () => {
    const { bell, titles, decisions } = reacted('Bob');
    bell.pauseUntil(fakeStart + 60_000);
    bell.ring(reactionBy('Carol', 'n2'), true);
    expect(decisions().at(-1)).toBe('held paused');
    expect(titles()).toHaveLength(1);
    bell.pauseUntil(null);
    expect(titles().at(-1)).toBe('Carol and Bob reacted to your note');
  });

  test('of which a renewal failed keeps what was shown', () => {
    const { bell, history } = reacted('Bob', 'Carol');
    bell.onToastResult({ id: idOf('n1'), result: 'failed' });
    expect(history.get(idOf('n1'))?.decision.reason).toBe('live');
    expect(history.get(idOf('n2'))?.decision.reason).toBe('failed');
  });

  test('loses whom the server took back', () => {
    const { bell, told, titles } = reacted('Bob', 'Carol');
    bell.remove(alice, [idOf('n1')]);
    expect(told.closed).toEqual([]);
    bell.ring(reactionBy('Dave', 'n3'), true);
    expect(titles().at(-1)).toBe('Dave and Carol reacted to your note');
    bell.remove(alice, [idOf('n2'), idOf('n3')]);
    expect(told.closed).toEqual([idOf('n1')]);
  });
});

test('whatever happens, what is `shown` has a toast of its own id, and `same-note` one of such an id', async () => {
  const { bell, trace, told, clock } = reacted();
  let seed = 11;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const some = (n: number) =>
    reactionBy(`p${random(6)}`, `x${n}`, '👍', { note: anExcerpt({ id: `note${random(3)}` }) });
  const acts: readonly ((n: number) => unknown)[] = [
    () => bell.pauseUntil(clock.now() + 60_000),
    () => bell.pauseUntil(null),
    (n) => bell.markRead(idOf(`x${random(n + 1)}`)),
    (n) => bell.remove(alice, [idOf(`x${random(n + 1)}`)]),
    () => clock.advance(20 * 60_000),
    (n) =>
      bell.ringMissed(
        alice,
        [0, 1, 2, 3, 4, 5, 6].map((m) => some(n * 10 + m)),
      ),
  ];
  const shown = new Set<string>();
  for (let n = 0; n < 400; n += 1) {
    const before = { trace: trace.length, toasts: told.toasts.length };
    const act = acts[random(20)];
    if (act === undefined) bell.ring(some(n * 10 + 9), true);
    else await act(n);
    // Whatever a lively group holds back is out by then.
    await clock.advance(1_001);
    const toasts = told.toasts.slice(before.toasts).map(({ id }) => id);
    const decided = trace.slice(before.trace).filter((event) => event.at === 'decision');
    const rang = decided.filter(({ decision }) => decision === 'shown').map(({ id }) => id);
    for (const id of rang) shown.add(id);
    expect(toasts).toEqual(expect.arrayContaining(rang));
    const renews = decided.some(({ reason }) => reason === 'same-note');
    expect(renews && !toasts.some((id) => shown.has(id))).toBe(false);
  }
  expect(shown.size).toBeGreaterThan(20);
});

describe('a flood', () => {
  test('beyond ten, a toast is renewed once a second at most, and then tells all', async () => {
    const { bell, clock, titles } = reacted();
    for (let n = 0; n < 300; n += 1) bell.ring(reactionBy(`p${n}`, `n${n}`), true);
    expect(titles()).toHaveLength(11);
    await clock.advance(1_000);
    expect(titles()).toHaveLength(12);
    expect(titles().at(-1)).toBe('p299, p298 and 298 others reacted to your note');
    await clock.advance(60_000);
    expect(titles()).toHaveLength(12);
  });

  test('of 10,000 reactions makes groups of bounded size, and each notice is decided', () => {
    const { bell, history, toastIds, trace } = reacted();
    for (let n = 0; n < 10_000; n += 1) bell.ring(reactionBy(`p${n}`, `n${n}`), true);
    expect(trace.filter(({ at }) => at === 'decision')).toHaveLength(10_000);
    expect(history.group(idOf('n9999')).length).toBeLessThanOrEqual(mostInGroup);
    expect(new Set(toastIds()).size).toBe(10_000 / mostInGroup);
    expect(toastIds().length).toBeLessThan(300);
  });

  test('on 2,000 notes keeps the newest groups open', () => {
    const { bell, toastIds } = reacted();
    const note = (n: number) => ({ note: anExcerpt({ id: `note${n}` }) });
    for (let n = 0; n < 2_000; n += 1) bell.ring(reactionBy('Bob', `n${n}`, '👍', note(n)), true);
    bell.ring(reactionBy('Carol', 'late', '👍', note(1_999)), true);
    bell.ring(reactionBy('Carol', 'later', '👍', note(0)), true);
    expect(toastIds().slice(-2)).toEqual([idOf('n1999'), idOf('later')]);
  });

  test('ends with the app', async () => {
    const { bell, clock, titles } = reacted();
    for (let n = 0; n < 20; n += 1) bell.ring(reactionBy(`p${n}`, `n${n}`), true);
    const before = titles().length;
    bell.stop();
    await clock.advance(10_000);
    expect(titles()).toHaveLength(before);
  });
});
