import { beforeEach, describe, expect, test } from 'vitest';
import type {
  AccountView,
  DetailView,
  FeedView,
  TimelineRef,
  ViewName,
} from '../../../../src-main/ipc/contract.ts';
import { carryOut } from '../../../../src-renderer/app/carry-out.ts';
import type { Command } from '../../../../src-renderer/app/keys.ts';
import { feed } from '../feeds/samples.ts';
import { account } from '../samples.ts';

let log: string[];
let view: ViewName;
let accounts: readonly AccountView[];
let feeds: readonly FeedView[];
let detail: DetailView | null;
let active: TimelineRef | null;
/** Whether an account may post, and whether a note has the focus. */
let mayAnswer: boolean;
let isSearching: boolean;

const home: TimelineRef = { accountId: 'alice', key: 'home' };

beforeEach(() => {
  log = [];
  view = 'timeline';
  accounts = [account('alice')];
  feeds = [];
  active = home;
  mayAnswer = true;
  isSearching = false;
  detail = null;
});

function press(command: Command): boolean {
  const noted = (name: string) => async () => {
    log.push(name);
    return { ok: true } as const;
  };
  return carryOut(
    command,
    {
      actions: {
        closeDetail: noted('closeDetail'),
        reloadTimeline: async ({ key }) => noted(`reloadTimeline ${key}`)(),
        hideWindow: noted('hideWindow'),
      },
      answers: {
        write: () => mayAnswer && log.push('write') > 0,
        byKey: (key) => mayAnswer && log.push(`by key ${key}`) > 0,
      },
      search: {
        isOpen: () => isSearching,
        open: () => void log.push('search'),
        close: () => void log.push('close search'),
      },
      ask: (dialog) => log.push(`ask ${dialog.kind}`),
      state: { accounts, feeds, detail },
      nav: {
        view: () => view,
        show: (next) => log.push(`show ${next}`),
        back: () => log.push('back'),
        columns: { active: () => active },
      },
    },
    (step) => log.push(`move ${step}`) > 0,
  );
}

test.each([
  ['next', ['move next']],
  ['notices', ['show notices']],
  ['reload', ['reloadTimeline home']],
  ['help', ['ask keys']],
  ['compose', ['write']],
  ['reply', ['by key reply']],
  ['react', ['by key react']],
  ['renote', ['by key renote']],
  ['quote', ['by key quote']],
  ['close', ['hideWindow']],
] as const)('%s in a list', (command, expected) => {
  expect(press(command)).toBe(true);
  expect(log).toEqual(expected);
});

test.each(['notices', 'timeline'] as const)('find in %s leads to the notices', (list) => {
  view = list;
  expect(press('find')).toBe(true);
  expect(log).toEqual(['show notices', 'search']);
});

test('find means nothing in the settings, nor beneath a detail', () => {
  view = 'settings';
  expect(press('find')).toBe(false);
  view = 'notices';
  detail = { kind: 'loading' };
  expect(press('find')).toBe(false);
  expect(log).toEqual([]);
});

test('close closes the search before the window, where it is seen', () => {
  isSearching = true;
  press('close');
  view = 'notices';
  press('close');
  expect(log).toEqual(['hideWindow', 'close search']);
});

test('a key that answers nothing keeps its usual meaning', () => {
  mayAnswer = false;
  expect([press('compose'), press('reply')]).toEqual([false, false]);
});

describe('with a detail open', () => {
  beforeEach(() => {
    detail = { kind: 'loading' };
  });

  test('close closes it and nothing else', () => {
    press('close');
    expect(log).toEqual(['closeDetail']);
  });

  test('another view is shown without it', () => {
    press('notices');
    expect(log).toEqual(['closeDetail', 'show notices']);
  });

  test('its note is answered', () => {
    expect(press('reply')).toBe(true);
    expect(log).toEqual(['by key reply']);
  });

  test('the list beneath does not move', () => {
    expect(press('next')).toBe(false);
    expect(log).toEqual([]);
  });
});

test.each(['settings', 'sign-in'] as const)('close leads back from %s', (page) => {
  view = page;
  press('close');
  expect(press('reload')).toBe(false);
  expect(press('next')).toBe(false);
  expect(press('compose')).toBe(false);
  expect(log).toEqual(['back']);
});

test('reload is the timeline’s alone', () => {
  view = 'notices';
  expect(press('reload')).toBe(false);
  expect(log).toEqual([]);
});

test('reload is for the column that the keys are meant for', () => {
  active = { accountId: 'bob', key: 'list:1' };
  press('reload');
  active = null;
  expect(press('reload')).toBe(false);
  expect(log).toEqual(['reloadTimeline list:1']);
});

describe('on the first screen', () => {
  beforeEach(() => {
    accounts = [];
    view = 'sign-in';
  });

  test('there are no views, and close hides the window', () => {
    expect([press('notices'), press('timeline'), press('next'), press('reload')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    press('close');
    expect(log).toEqual(['hideWindow']);
  });

  test('close leads back from the settings', () => {
    view = 'settings';
    press('close');
    expect(log).toEqual(['back']);
  });
});

describe('with feeds and no account', () => {
  beforeEach(() => {
    accounts = [];
    feeds = [feed('feed-1')];
    view = 'notices';
  });

  test('the notices are there, and no timeline', () => {
    expect([press('notices'), press('timeline'), press('find'), press('next')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test('close leads back from the way to an account', () => {
    view = 'sign-in';
    press('close');
    expect(log).toEqual(['back']);
  });
});
