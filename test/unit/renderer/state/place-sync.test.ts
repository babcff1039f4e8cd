import { beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../../../src-main/ipc/contract.ts';
import { PlaceSync } from '../../../../src-renderer/state/place-sync.ts';

const start: Place = {
  view: 'notices',
  accountId: 'alice',
  settingsPage: null,
  feedId: null,
  columns: [],
  anchors: { notices: null, timelines: [] },
};
const at = (given: Partial<Place>): Place => ({ ...start, ...given });
const scrolled = (offset: number) =>
  at({ anchors: { notices: { id: 'n', offset }, timelines: [] } });

let sent: { place: Place; confirm: () => Promise<void>; refuse: () => Promise<void> }[];
let timers: { act: () => void; delay: number; given: boolean }[];
let sync: PlaceSync;

beforeEach(() => {
  sent = [];
  timers = [];
  sync = new PlaceSync(
    start,
    (place) =>
      new Promise((resolve, reject) => {
        // A turn later the sync has taken note.
        const settle = (how: (value: unknown) => void) => async () => {
          how(undefined);
          await Promise.resolve();
          await Promise.resolve();
        };
        sent.push({ place, confirm: settle(resolve), refuse: settle(reject) });
      }),
    (act, delay) => {
      const timer = { act, delay, given: true };
      timers.push(timer);
      return () => {
        timer.given = false;
      };
    },
  );
});

const fire = () => {
  for (const timer of timers.splice(0)) if (timer.given) timer.act();
};
const places = () => sent.map(({ place }) => place);

describe('telling', () => {
  test('another view, account or column is told at once', () => {
    const columns = [{ accountId: 'alice', key: 'local' }];
    sync.moved(at({ view: 'timeline' }));
    sync.moved(at({ view: 'timeline', accountId: 'bob' }));
    sync.moved(at({ view: 'timeline', accountId: 'bob', columns }));
    expect(places()).toEqual([
      at({ view: 'timeline' }),
      at({ view: 'timeline', accountId: 'bob' }),
      at({ view: 'timeline', accountId: 'bob', columns }),
    ]);
  });

  test('a scroll position is told after a rest, the last one only', () => {
    sync.moved(scrolled(1));
    sync.moved(scrolled(2));
    expect(sent).toEqual([]);
    expect(timers.filter(({ given }) => given).map(({ delay }) => delay)).toEqual([300]);
    fire();
    expect(places()).toEqual([scrolled(2)]);
  });

  test('leaving and reaching the top of a timeline is told at once', () => {
    const down = (offset: number) => {
      const anchor = { id: 'n', offset };
      return at({
        anchors: { notices: null, timelines: [{ accountId: 'alice', key: 'home', anchor }] },
      });
    };
    sync.moved(down(1));
    sync.moved(down(2));
    sync.moved(start);
    expect(places()).toEqual([down(1), start]);
  });

  test('what waits is told at once when the page goes away', () => {
    sync.moved(scrolled(3));
    sync.flush();
    fire();
    expect(places()).toEqual([scrolled(3)]);
  });

  test('what is known already is not told again', async () => {
    sync.moved(scrolled(3));
    fire();
    await sent[0]?.confirm();
    sync.flush();
    sync.moved(scrolled(3));
    fire();
    expect(sent).toHaveLength(1);
  });

  test('a place that was refused is told again', async () => {
    sync.moved(at({ view: 'timeline' }));
    await sent[0]?.refuse();
    sync.flush();
    expect(sent).toHaveLength(2);
  });
});
