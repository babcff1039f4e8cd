import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import type { Rules } from '../../../../src-main/engine/settings/settings.ts';
import { type BellBench, bellBench } from '../../../support/bell-bench.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { aNotice, reactionBy } from '../../../support/samples.ts';

const alice = 'alice@example.social';
const other = 'alice@other.example';
const hour = 60 * 60_000;

const many = (count: number, fields: Partial<Notice> = {}) =>
  Array.from({ length: count }, (_, index) => aNotice(`n${index + 1}`, fields));
const titles = ({ told }: BellBench) => told.toasts.map(({ title }) => title);
/** The clock stands at ten in the evening of a Friday. */
const quietTill = (to: number): Rules['quietHours'] => ({
  on: true,
  spans: [{ days: [5], from: 21 * 60, to }],
});

describe('what is held', () => {
  test.each<[string, (bench: BellBench) => void, (bench: BellBench) => void, string]>([
    [
      'do not disturb',
      (bench) => bench.setDesktop({ doNotDisturb: true }),
      (bench) => bench.setDesktop({ doNotDisturb: false }),
      '3 notifications during do not disturb',
    ],
    [
      'a full-screen program',
      (bench) => bench.setDesktop({ fullScreen: true }),
      (bench) => bench.setDesktop({ fullScreen: null }),
      '3 notifications during full screen',
    ],
    [
      'quiet hours that are switched off',
      (bench) => bench.setRules({ quietHours: quietTill(420) }),
      (bench) => bench.setRules({ quietHours: { ...quietTill(420), on: false } }),
      '3 notifications during quiet hours',
    ],
    [
      'a desktop that is not heeded any more',
      (bench) => bench.setDesktop({ doNotDisturb: true }),
      (bench) => bench.setRules({ heedDoNotDisturb: false }),
      '3 notifications during do not disturb',
    ],
  ])('by %s comes as one digest when that ends', (_what, begin, end, title) => {
    const bench = bellBench();
    begin(bench);
    for (const notice of many(3)) bench.bell.ring(notice, true);
    expect(bench.told.toasts).toEqual([]);
    expect(bench.told.inserted.map(({ decision }) => decision.decision)).toEqual(
      Array.from({ length: 3 }, () => 'held'),
    );
    end(bench);
    expect(titles(bench)).toEqual([title]);
    bench.bell.surroundingsChanged();
    expect(bench.told.toasts).toHaveLength(1);
  });

  test('by quiet hours is told when they end, by the clock', async () => {
    const bench = bellBench();
    bench.setRules({ quietHours: quietTill(7 * 60) });
    for (const notice of many(2)) bench.bell.ring(notice, true);
    await bench.clock.advance(9 * hour - 1);
    expect(bench.told.toasts).toEqual([]);
    await bench.clock.advance(1);
    expect(titles(bench)).toEqual(['2 notifications during quiet hours']);
    expect(bench.clock.pending).toBe(0);
  });

  test('by quiet hours that began at no full minute is told at one', async () => {
    const bench = bellBench();
    await bench.clock.advance(30_500);
    bench.setRules({ quietHours: quietTill(22 * 60 + 2) });
    bench.bell.ring(aNotice('n1'), true);
    await bench.clock.advance(2 * 60_000 - 30_501);
    expect(bench.told.toasts).toEqual([]);
    await bench.clock.advance(1);
    expect(bench.told.toasts).toHaveLength(1);
  });

  test('by quiet hours is told in time where the clock on the wall is put forward', async () => {
    const bench = bellBench();
    bench.setRules({ quietHours: quietTill(7 * 60) });
    bench.bell.ring(aNotice('n1'), true);
    bench.world.wallAhead = hour;
    await bench.clock.advance(8 * hour - 1);
    expect(bench.told.toasts).toEqual([]);
    await bench.clock.advance(1);
    expect(bench.told.toasts).toHaveLength(1);
  });

  test('by a computer that slept through the end of them is told with what comes next', () => {
    const bench = bellBench();
    bench.setRules({ quietHours: quietTill(7 * 60) });
    for (const notice of many(2)) bench.bell.ring(notice, true);
    bench.clock.jump(10 * hour);
    bench.bell.ring(aNotice('n9'), true);
    expect(titles(bench)).toEqual(['2 notifications during quiet hours', 'Bob followed you']);
  });

  test('by two things is told when the last of them ends', async () => {
    const bench = bellBench();
    bench.bell.pauseUntil(fakeStart + hour);
    bench.bell.ring(aNotice('n1'), true);
    bench.setDesktop({ doNotDisturb: true });
    await bench.clock.advance(hour);
    expect(bench.bell.pausedUntil).toBeNull();
    bench.bell.ring(aNotice('n2'), true);
    expect(bench.told.toasts).toEqual([]);
    bench.setDesktop({ doNotDisturb: false });
    expect(titles(bench)).toEqual(['2 notifications were held back']);
  });

  test('of each account is a digest of its own, and what was read drops out', () => {
    const bench = bellBench();
    bench.setDesktop({ doNotDisturb: true });
    for (const notice of [...many(3), ...many(2, { accountId: other })]) {
      bench.bell.ring(notice, true);
    }
    bench.bell.markRead(`${alice}/n2`);
    bench.setDesktop({ doNotDisturb: false });
    expect(bench.told.toasts.map(({ accountId, title }) => [accountId, title])).toEqual([
      [alice, '2 notifications during do not disturb'],
      [other, '2 notifications during do not disturb'],
    ]);
  });

  test('about the account’s security has a toast of its own', () => {
    const bench = bellBench();
    bench.setDesktop({ doNotDisturb: true });
    for (const notice of many(2)) bench.bell.ring(notice, true);
    bench.bell.ring(aNotice('s1', { type: 'login', person: null }), true);
    bench.setDesktop({ doNotDisturb: false });
    expect(titles(bench)).toEqual([
      'New sign-in to your account',
      '2 notifications during do not disturb',
    ]);
    expect(bench.told.toasts[0]?.urgency).toBe('critical');
  });

  test('of a type that is only kept by now is not told', () => {
    const bench = bellBench();
    bench.setDesktop({ doNotDisturb: true });
    for (const notice of many(2)) bench.bell.ring(notice, true);
    bench.setRules({ types: { follow: { loudness: 'keep' } } });
    bench.setDesktop({ doNotDisturb: false });
    expect(bench.told.toasts).toEqual([]);
  });

  test('of somebody who is muted by now, or with a word that is, is not told', () => {
    const bench = bellBench();
    bench.bell.pauseUntil(fakeStart + hour);
    bench.bell.ring(reactionBy('Mallory', 'n1'), true);
    bench.bell.ring(aNotice('n2', { type: 'app', detail: 'a secret sale' }), true);
    bench.setRules({ mutedUsers: ['@mallory'], mutedWords: ['sale'] });
    bench.bell.pauseUntil(null);
    expect(bench.told.toasts).toEqual([]);
  });

  test('is not told where the reader looks at the window, nor when they leave it', () => {
    const bench = bellBench();
    bench.setRules({ quietWhileFocused: true });
    bench.bell.pauseUntil(fakeStart + hour);
    for (const notice of many(2)) bench.bell.ring(notice, true);
    bench.setDesktop({ windowFocused: true });
    bench.bell.pauseUntil(null);
    bench.setDesktop({ windowFocused: false });
    expect(bench.told.toasts).toEqual([]);
  });
});

describe('what was held when Suzu ended', () => {
  /** Another run over the same disk. */
  const restarted = ({ clock, file }: BellBench) => bellBench(clock, file);

  test('is told once at the next start', () => {
    const before = bellBench();
    before.setDesktop({ doNotDisturb: true });
    for (const notice of many(3)) before.bell.ring(notice, true);
    before.bell.markRead(`${alice}/n1`);
    const bench = restarted(before);
    bench.bell.pauseUntil(null);
    expect(titles(bench)).toEqual(['2 notifications during do not disturb']);
    const again = restarted(bench);
    again.bell.pauseUntil(null);
    expect(again.told.toasts).toEqual([]);
  });

  test('waits on while the pause lasts', async () => {
    const before = bellBench();
    before.bell.pauseUntil(fakeStart + hour);
    for (const notice of many(2)) before.bell.ring(notice, true);
    before.bell.stop();
    const bench = restarted(before);
    bench.bell.pauseUntil(fakeStart + hour);
    expect(bench.told.toasts).toEqual([]);
    await bench.clock.advance(hour);
    expect(titles(bench)).toEqual(['2 notifications while paused']);
  });

  test('and had been told is not told again', () => {
    const before = bellBench();
    before.bell.pauseUntil(fakeStart + hour);
    for (const notice of many(2)) before.bell.ring(notice, true);
    before.bell.pauseUntil(null);
    const bench = restarted(before);
    bench.bell.pauseUntil(null);
    expect(bench.told.toasts).toEqual([]);
  });
});

describe('a rule', () => {
  test('takes effect with the next notice', () => {
    const bench = bellBench();
    bench.setRules({ types: { follow: { loudness: 'keep' } } });
    bench.bell.ring(aNotice('n1'), true);
    bench.setRules({ types: {} });
    bench.bell.ring(aNotice('n2'), true);
    expect(bench.told.inserted.map(({ decision }) => decision.reason)).toEqual([
      'type-off',
      'live',
    ]);
    expect(bench.told.toasts).toHaveLength(1);
  });

  test('that keeps somebody silent keeps them off the toasts about the same note, too', () => {
    const bench = bellBench();
    bench.bell.ring(reactionBy('Ada', 'n1'), true);
    bench.setRules({ mutedUsers: ['@mallory'] });
    bench.bell.ring(reactionBy('Mallory', 'n2'), true);
    bench.bell.ring(reactionBy('Cem', 'n3'), true);
    expect(titles(bench)).toEqual(['Ada reacted with 👍', 'Cem and Ada reacted to your note']);
    expect(bench.told.inserted.map(({ group }) => group)).toEqual([
      `${alice}/n1`,
      `${alice}/n2`,
      `${alice}/n1`,
    ]);
  });

  test('leaves those out of a digest, and out of its number, who are not to ring', () => {
    const bench = bellBench();
    bench.setRules({ types: { mention: { loudness: 'keep' } } });
    bench.bell.ringMissed(alice, [...many(5), aNotice('m1', { type: 'mention' })]);
    expect(bench.told.toasts).toHaveLength(5);
  });

  test('counts by whom the account follows, where the source knows it', () => {
    const bench = bellBench();
    bench.setRules({ onlyFollowed: true });
    const mention = (id: string) => aNotice(id, { type: 'mention' });
    expect(bench.bell.asksForFollowed(mention('n1'))).toBe(true);
    bench.bell.ring(mention('n1'), true, () => false);
    expect(bench.bell.asksForFollowed(mention('n1'))).toBe(false);
    bench.bell.ringMissed(alice, [mention('n2'), mention('n3')], true, ({ id }) =>
      id.endsWith('3'),
    );
    expect(bench.told.inserted.map(({ decision }) => decision.reason)).toEqual([
      'not-followed',
      'not-followed',
      'missed',
    ]);
  });
});

describe('what is heard', () => {
  const sounds = ({ told }: BellBench) => told.toasts.map(({ sound }) => sound?.kind ?? null);

  test('the type’s sound with a toast, and none with a silent type', () => {
    const bench = bellBench();
    bench.setRules({
      types: { follow: { sound: { kind: 'bell' } }, mention: { loudness: 'silent' } },
    });
    bench.bell.ring(aNotice('n1'), true);
    bench.bell.ring(aNotice('n2', { type: 'mention' }), true);
    bench.bell.ring(aNotice('n3', { type: 'app' }), true);
    expect(sounds(bench)).toEqual(['bell', null, 'system']);
  });

  test('nothing with a toast that is renewed', () => {
    const bench = bellBench();
    bench.bell.ring(reactionBy('Ada', 'n1'), true);
    bench.bell.ring(reactionBy('Bea', 'n2'), true);
    expect(sounds(bench)).toEqual(['system', null]);
  });

  test('nothing with a toast that is renewed later, because many joined it', async () => {
    const bench = bellBench();
    for (let n = 1; n <= 20; n += 1) bench.bell.ring(reactionBy(`p${n}`, `n${n}`), true);
    const before = bench.told.toasts.length;
    await bench.clock.advance(5_000);
    expect(sounds(bench).slice(before)).toEqual([null]);
  });

  test('the sound of what rings in a digest; nothing where nothing does', () => {
    const bench = bellBench();
    bench.setRules({
      types: { app: { sound: { kind: 'bell' } }, follow: { loudness: 'silent' } },
    });
    bench.bell.ringMissed(alice, [aNotice('a1', { type: 'app' }), ...many(6)]);
    bench.bell.ringMissed(
      alice,
      many(6).map((notice) => ({
        ...notice,
        id: `${notice.id}b`,
        sourceId: `${notice.sourceId}b`,
      })),
    );
    expect(sounds(bench)).toEqual(['bell', null]);
  });

  test('one that was held and silent is told without a sound', () => {
    const bench = bellBench();
    bench.setRules({ types: { follow: { loudness: 'silent' } } });
    bench.bell.pauseUntil(fakeStart + hour);
    bench.bell.ring(aNotice('n1'), true);
    bench.bell.pauseUntil(null);
    expect(sounds(bench)).toEqual([null]);
  });
});

test('toasts tell less while the screen is locked, and those that stand stay as they are', () => {
  const bench = bellBench();
  bench.bell.ring(reactionBy('Ada', 'n1'), true);
  bench.setDesktop({ locked: true });
  bench.bell.ring(reactionBy('Bea', 'n2', '👍', { note: null }), true);
  bench.setDesktop({ locked: false });
  bench.bell.ring(reactionBy('Cem', 'n3', '👍', { note: null }), true);
  expect(titles(bench)).toEqual([
    'Ada reacted with 👍',
    'Bea reacted to your note',
    'Cem reacted with 👍',
  ]);
});
