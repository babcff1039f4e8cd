import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import { bellBench } from '../../../support/bell-bench.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { aNotice, anEvent, doorFeed } from '../../../support/samples.ts';

/** Events `from` … `to`, each with its number in its heading. */
const events = (from: number, to: number, make = (n: number) => anEvent(`e${n}`)) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    ...make(from + index),
    heading: `Door ${from + index}`,
  }));
const critical = (n: number) => anEvent(`c${n}`, {}, { urgency: 'critical' });

function crowd(bench = bellBench()) {
  const ring = (notices: readonly Notice[], afterGap = false) => {
    for (const notice of notices) bench.bell.ring(notice, false, undefined, { afterGap });
  };
  return {
    ...bench,
    ring,
    titles: () => bench.told.toasts.map(({ title }) => title),
    decisions: () =>
      bench.history.newest().map(({ decision }) => `${decision.decision} ${decision.reason}`),
  };
}

describe('what a feed sends in a short time', () => {
  test('rings one by one up to ten; the rest is one toast, once it is calm', async () => {
    const { clock, ring, titles, told, decisions } = crowd();
    ring(events(1, 25));
    expect(titles()).toEqual(events(1, 10).map(({ heading }) => heading));
    expect(decisions().filter((one) => one === 'shown live')).toHaveLength(10);
    expect(decisions().filter((one) => one === 'grouped burst')).toHaveLength(15);
    await clock.advance(1_999);
    expect(told.toasts).toHaveLength(10);
    await clock.advance(1);
    expect(told.toasts.slice(10)).toMatchObject([
      {
        id: `${doorFeed}/digest/e11`,
        title: '15 more notifications in a short time',
        body: 'Door 25\nDoor 24\nDoor 23',
        target: null,
        urgency: 'normal',
        sound: { kind: 'system' },
        answerable: false,
      },
    ]);
  });

  test('is on the disk with its decision at once', () => {
    const before = crowd();
    before.ring(events(1, 12));
    const after = bellBench(fakeClock(), before.file);
    expect(after.history.get(`${doorFeed}/e12`)?.decision).toEqual({
      decision: 'grouped',
      reason: 'burst',
    });
    after.bell.ring(anEvent('e12'), false);
    expect(after.told.toasts).toEqual([]);
  });

  test('rings one by one up to five just after a gap', async () => {
    const { clock, ring, titles } = crowd();
    ring(events(1, 8), true);
    await clock.advance(2_000);
    expect(titles()).toEqual([
      ...events(1, 5).map(({ heading }) => heading),
      '3 more notifications in a short time',
    ]);
  });

  test('is told after ten seconds at the latest, and then renewed without a sound', async () => {
    const { clock, ring, told } = crowd();
    ring(events(1, 10));
    for (let n = 11; n <= 30; n += 1) {
      ring(events(n, n));
      await clock.advance(900);
    }
    await clock.advance(2_000);
    expect(told.toasts.slice(10)).toMatchObject([
      { id: `${doorFeed}/digest/e11`, title: '12 more notifications in a short time' },
      { id: `${doorFeed}/digest/e11`, title: '20 more notifications in a short time', sound: null },
    ]);
  });

  test('one that is too many is shown as itself', async () => {
    const { clock, ring, titles } = crowd();
    ring(events(1, 11));
    await clock.advance(2_000);
    expect(titles().slice(10)).toEqual(['Door 11']);
  });

  test('counts anew once its toast was closed, without another sound while it goes on', async () => {
    const { bell, clock, ring, told } = crowd();
    ring(events(1, 14));
    await clock.advance(2_000);
    bell.onToastResult({ id: `${doorFeed}/digest/e11`, result: 'closed' });
    ring(events(15, 17));
    await clock.advance(2_000);
    expect(told.toasts.at(-1)).toMatchObject({
      id: `${doorFeed}/digest/e15`,
      title: '3 more notifications in a short time',
      sound: null,
    });
  });

  test('is another burst, which is heard, a minute later', async () => {
    const { clock, ring, told } = crowd();
    ring(events(1, 14));
    await clock.advance(70_000);
    ring(events(20, 32));
    await clock.advance(2_000);
    expect(told.toasts.at(-1)).toMatchObject({
      id: `${doorFeed}/digest/e30`,
      title: '3 more notifications in a short time',
      sound: { kind: 'system' },
    });
  });

  test('is told no more once it was read', async () => {
    const { bell, clock, ring, told } = crowd();
    ring(events(1, 14));
    bell.markAllRead(doorFeed);
    await clock.advance(20_000);
    expect(told.toasts).toHaveLength(10);
    expect(clock.pending).toBe(0);
  });

  test('goes with the feed', async () => {
    const { bell, clock, ring, told } = crowd();
    ring(events(1, 14));
    bell.forget(doorFeed);
    await clock.advance(20_000);
    expect(told.toasts).toHaveLength(10);
  });

  test('is held when a pause begins meanwhile, and told when it is over', async () => {
    const { bell, clock, ring, told, history } = crowd();
    ring(events(1, 13));
    bell.pauseUntil(clock.now() + 60_000);
    await clock.advance(10_000);
    expect(told.toasts).toHaveLength(10);
    expect(history.get(`${doorFeed}/e13`)?.decision).toEqual({
      decision: 'held',
      reason: 'paused',
    });
    await clock.advance(50_000);
    expect(told.toasts.slice(10)).toMatchObject([{ title: '3 notifications while paused' }]);
  });

  test('is not told to a reader who has come to look at the window', async () => {
    const { clock, ring, told, setRules, setDesktop } = crowd();
    setRules({ quietWhileFocused: true });
    ring(events(1, 13));
    setDesktop({ windowFocused: true });
    await clock.advance(10_000);
    expect(told.toasts).toHaveLength(10);
  });

  test('is silent where each of it would be', async () => {
    const { clock, ring, told } = crowd();
    ring(events(1, 13, (n) => anEvent(`e${n}`, {}, { urgency: 'low' })));
    await clock.advance(2_000);
    expect(told.toasts.map(({ sound }) => sound)).toEqual(Array(11).fill(null));
  });

  test('says nothing of what was sent where toasts are to tell no texts', async () => {
    const { clock, ring, told, world } = crowd();
    world.settings = { ...world.settings, privacy: { level: 'who', levelWhileLocked: 'who' } };
    ring(events(1, 13));
    await clock.advance(2_000);
    expect(JSON.stringify(told.toasts)).not.toContain('Door');
    expect(told.toasts.at(-1)?.title).toBe('3 more notifications in a short time');
  });

  test('nothing waits any more when Suzu ends', async () => {
    const { bell, clock, ring } = crowd();
    ring(events(1, 14));
    bell.stop();
    expect(clock.pending).toBe(0);
  });
});

describe('what is not too much', () => {
  test('another feed, and what Misskey sends', () => {
    const { bell, ring, told } = crowd();
    ring(events(1, 20));
    const before = told.toasts.length;
    ring([anEvent('x1', { accountId: 'feed-other000', id: 'feed-other000/x1' })]);
    for (let n = 0; n < 30; n += 1) bell.ring(aNotice(`n${n}`), true);
    expect(told.toasts).toHaveLength(before + 31);
  });

  test('what the user does not want to hear of leaves room for the rest', () => {
    const { ring, told, setRules } = crowd();
    setRules({ mutedWords: ['Quiet'] });
    ring(events(1, 30, (n) => anEvent(`q${n}`, { detail: 'quiet' })));
    ring(events(31, 40));
    expect(told.toasts).toHaveLength(10);
  });

  test('what renews the toast of its group', () => {
    const { ring, told, decisions } = crowd();
    ring(events(1, 30, (n) => anEvent(`g${n}`, {}, { group: 'the door' })));
    ring(events(31, 39));
    expect(decisions().filter((one) => one.endsWith('burst'))).toEqual([]);
    expect(new Set(told.toasts.map(({ id }) => id)).size).toBe(10);
  });
});

describe('what is critical', () => {
  test('rings while its feed is too much', () => {
    const { ring, titles } = crowd();
    ring(events(1, 20));
    ring(events(99, 99, critical));
    expect(titles().at(-1)).toBe('Door 99');
  });

  test('is in no toast with what is not, and has one of its own that stays', async () => {
    const { clock, ring, told } = crowd();
    ring(events(1, 12));
    ring(events(13, 26, critical));
    await clock.advance(2_000);
    expect(told.toasts.slice(20)).toMatchObject([
      { title: '2 more notifications in a short time', urgency: 'normal' },
      { title: '4 more notifications in a short time', urgency: 'critical' },
    ]);
  });

  test('is no digest after a gap, up to five', () => {
    const { bell, titles } = crowd();
    bell.ringMissed(doorFeed, [...events(1, 6), ...events(7, 9, critical)]);
    expect(titles()).toEqual(['Door 7', 'Door 8', 'Door 9', '6 notifications while you were away']);
  });

  test('rings within quiet hours, but not in a pause', () => {
    const { bell, clock, ring, titles, setRules } = crowd();
    const always = { days: [0, 1, 2, 3, 4, 5, 6] as const, from: 0, to: 0 };
    setRules({ quietHours: { on: true, spans: [always] } });
    ring([...events(1, 1), ...events(2, 2, critical)]);
    expect(titles()).toEqual(['Door 2']);
    bell.pauseUntil(clock.now() + 1_000);
    ring(events(3, 3, critical));
    expect(titles()).toEqual(['Door 2']);
  });

  test('renews the toast of its group with a sound', () => {
    const { ring, told } = crowd();
    ring(events(1, 2, (n) => anEvent(`g${n}`, {}, { urgency: 'critical', group: 'the door' })));
    expect(told.toasts).toMatchObject([
      { title: 'Door 1', sound: { kind: 'system' } },
      { id: `${doorFeed}/g1`, title: 'Door 2 (2)', sound: { kind: 'system' }, urgency: 'critical' },
    ]);
  });

  test('that was held is told one by one, up to five', async () => {
    const { bell, clock, ring, titles } = crowd();
    bell.pauseUntil(clock.now() + 1_000);
    ring([...events(1, 3), ...events(4, 6, critical)]);
    await clock.advance(1_000);
    expect(titles()).toEqual(['Door 4', 'Door 5', 'Door 6', '3 notifications while paused']);
  });

  test('that was held in numbers is one toast of its own', async () => {
    const { bell, clock, ring, told } = crowd();
    bell.pauseUntil(clock.now() + 1_000);
    ring([...events(1, 3), ...events(4, 9, critical)]);
    await clock.advance(1_000);
    expect(told.toasts).toMatchObject([
      { title: '6 notifications while paused', urgency: 'critical' },
      { title: '3 notifications while paused', urgency: 'normal' },
    ]);
  });
});

describe('a group of a feed', () => {
  const door = (n: number, group: string | null = 'the door') => anEvent(`g${n}`, {}, { group });

  test('is one toast that is renewed without a sound, and counts', () => {
    const { ring, told, decisions } = crowd();
    ring(events(1, 3, door));
    expect(told.toasts).toMatchObject([
      { id: `${doorFeed}/g1`, title: 'Door 1', sound: { kind: 'system' } },
      { id: `${doorFeed}/g1`, title: 'Door 2 (2)', sound: null },
      { id: `${doorFeed}/g1`, title: 'Door 3 (3)', sound: null },
    ]);
    expect(decisions()).toEqual(['grouped same-group', 'grouped same-group', 'shown live']);
  });

  test('has nothing of another group, urgency or feed in it', () => {
    const { ring, told } = crowd();
    ring([
      door(1),
      door(2, 'the gate'),
      door(3, null),
      anEvent('g4', {}, { group: 'the door', urgency: 'low' }),
      anEvent('g1', { accountId: 'feed-other000' }, { group: 'the door' }),
    ]);
    expect(new Set(told.toasts.map(({ id }) => id)).size).toBe(5);
  });
});
