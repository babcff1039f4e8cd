import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountView, DetailView, ViewName } from '../../../../src-main/ipc/contract.ts';
import { carryOut } from '../../../../src-renderer/app/carry-out.ts';
import type { Command } from '../../../../src-renderer/app/keys.ts';

const account: AccountView = {
  id: 'alice',
  host: 'example.social',
  handle: '@alice@example.social',
  name: 'Alice',
  avatar: null,
  emojis: {},
  color: '#000000',
  state: 'online',
  stateText: '',
  needsSignIn: false,
  unread: 0,
  timelines: ['home'],
  timeline: 'home',
  emojiAddress: '',
  demo: false,
};

let log: string[];
let view: ViewName;
let accounts: readonly AccountView[];
let detail: DetailView | null;

beforeEach(() => {
  log = [];
  view = 'timeline';
  accounts = [account];
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
        reloadTimeline: noted('reloadTimeline'),
        hideWindow: noted('hideWindow'),
      },
      ask: (dialog) => log.push(`ask ${dialog.kind}`),
      state: { accounts, detail },
      nav: {
        view: () => view,
        show: (next) => log.push(`show ${next}`),
        back: () => log.push('back'),
      },
    },
    (step) => log.push(`move ${step}`) > 0,
  );
}

test.each([
  ['next', ['move next']],
  ['notices', ['show notices']],
  ['reload', ['reloadTimeline']],
  ['help', ['ask keys']],
  ['close', ['hideWindow']],
] as const)('%s in a list', (command, expected) => {
  expect(press(command)).toBe(true);
  expect(log).toEqual(expected);
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
  expect(log).toEqual(['back']);
});

test('reload is the timeline’s alone', () => {
  view = 'notices';
  expect(press('reload')).toBe(false);
  expect(log).toEqual([]);
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
