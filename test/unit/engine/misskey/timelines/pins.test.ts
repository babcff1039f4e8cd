import { describe, expect, test } from 'vitest';
import {
  addPin,
  chosenPin,
  movePin,
  type Pin,
  type Pins,
  pinKey,
  removePin,
  renamePins,
  startingPins,
  switchPin,
} from '../../../../../src-main/engine/misskey/timelines/pins.ts';
import {
  defaultSwitches,
  plainTimeline,
  type TimelineSpec,
} from '../../../../../src-main/engine/misskey/timelines/timelines.ts';

const pin = (spec: TimelineSpec, name: string | null = null): Pin => ({ spec, name });
const home = pin(plainTimeline('home'));
const local = pin(plainTimeline('local'));
const list = pin({ kind: 'list', id: 'l1', switches: defaultSwitches }, 'Friends');
const pins: Pins = [home, local, list];
const keys = (all: Pins | null | undefined) => all?.map(pinKey);
const all = () => true;

test('a new account begins with what its server may offer', () => {
  expect(keys(startingPins)).toEqual(['home', 'local', 'social', 'global', 'bubble']);
});

describe('adding', () => {
  test('goes to the end, written in the one way', () => {
    const wanted = pin({ kind: 'hashtag', anyOf: [['#Cats']], switches: defaultSwitches });
    const added = addPin(pins, wanted);
    expect(added?.key).toBe('hashtag:cats');
    expect(added?.pins.at(-1)?.spec).toMatchObject({ anyOf: [['cats']] });
  });

  test('what is there stays as it is', () => {
    const again = pin({ kind: 'list', id: 'l1', switches: defaultSwitches }, 'Other');
    expect(addPin(pins, again)).toEqual({ pins, key: 'list:l1' });
  });

  test('the same with other switches is another', () => {
    const files = { ...defaultSwitches, withFiles: true };
    const added = addPin(pins, pin({ kind: 'list', id: 'l1', switches: files }));
    expect(keys(added?.pins)).toEqual(['home', 'local', 'list:l1', 'list:l1?withFiles']);
  });

  test.each([
    ['no tags', [[]]],
    ['more tags than a key holds', [Array.from({ length: 16 }, (_, n) => `${n}`.repeat(60))]],
  ])('%s: cannot be', (_what, anyOf) => {
    expect(addPin(pins, pin({ kind: 'hashtag', anyOf, switches: defaultSwitches }))).toBeNull();
  });
});

describe('switching', () => {
  test('changes it where it stands, and its key', () => {
    const switched = switchPin(pins, 'local', { ...defaultSwitches, withReplies: true });
    expect(switched?.key).toBe('local?withReplies');
    expect(keys(switched?.pins)).toEqual(['home', 'local?withReplies', 'list:l1']);
  });

  test('keeps the name', () => {
    const switched = switchPin(pins, 'list:l1', { ...defaultSwitches, withRenotes: false });
    expect(switched?.pins[2]?.name).toBe('Friends');
  });

  test('what its kind does not have changes nothing', () => {
    expect(switchPin(pins, 'home', { ...defaultSwitches, withReplies: true })).toEqual({
      pins,
      key: 'home',
    });
  });

  test('into one that is there: one is left, in the place of the switched one', () => {
    const files = pin({ kind: 'local', switches: { ...defaultSwitches, withFiles: true } });
    const switched = switchPin([files, home, local], 'local', files.spec.switches);
    expect(keys(switched?.pins)).toEqual(['home', 'local?withFiles']);
  });

  test('of replies and files the newer one wins', () => {
    const both = { ...defaultSwitches, withReplies: true, withFiles: true };
    const files = switchPin(pins, 'local', { ...defaultSwitches, withFiles: true });
    expect(switchPin(files?.pins ?? [], 'local?withFiles', both)?.key).toBe('local?withReplies');
    const replies = switchPin(pins, 'local', { ...defaultSwitches, withReplies: true });
    expect(switchPin(replies?.pins ?? [], 'local?withReplies', both)?.key).toBe('local?withFiles');
  });

  test('of what is not pinned is nothing', () => {
    expect(switchPin(pins, 'global', defaultSwitches)).toBeNull();
  });
});

describe('taking away', () => {
  test('leaves the others', () => {
    expect(keys(removePin(pins, 'local', all))).toEqual(['home', 'list:l1']);
    expect(keys(removePin(pins, 'global', all))).toEqual(['home', 'local', 'list:l1']);
  });

  test('the last one that is shown stays', () => {
    expect(removePin([home], 'home', all)).toBeNull();
    expect(removePin(pins, 'home', (one) => one === home)).toBeNull();
  });
});

describe('moving', () => {
  test.each([
    ['home', 0, ['home', 'local', 'list:l1']],
    ['home', 1, ['local', 'home', 'list:l1']],
    ['home', 2, ['local', 'list:l1', 'home']],
    ['home', 99, ['local', 'list:l1', 'home']],
    ['list:l1', 0, ['list:l1', 'home', 'local']],
    ['nothing', 0, ['home', 'local', 'list:l1']],
  ])('%s to %i', (key, index, expected) => {
    expect(keys(movePin(pins, key, index, all))).toEqual(expected);
  });

  test('counts only those that are shown; the others stay between their neighbours', () => {
    const isShown = (one: Pin) => one !== local;
    expect(keys(movePin(pins, 'list:l1', 0, isShown))).toEqual(['list:l1', 'home', 'local']);
    expect(keys(movePin(pins, 'home', 1, isShown))).toEqual(['local', 'list:l1', 'home']);
  });
});

test('the chosen one is the one, or the first that is shown', () => {
  expect(chosenPin(pins, 'local', all)).toBe(local);
  expect(chosenPin(pins, 'global', all)).toBe(home);
  expect(chosenPin(pins, 'home', (one) => one !== home)).toBe(local);
  expect(chosenPin(pins, 'home', () => false)).toBeUndefined();
});

test('names follow the server, for all switches of a thing; the others keep theirs', () => {
  const files = { ...defaultSwitches, withFiles: true };
  const other = pin({ kind: 'antenna', id: 'a', switches: defaultSwitches }, 'Rain');
  const before = [home, list, pin({ kind: 'list', id: 'l1', switches: files }), other];
  const after = renamePins(before, new Map([['list:l1', 'Good friends']]));
  expect(after.map(({ name }) => name)).toEqual([null, 'Good friends', 'Good friends', 'Rain']);
  expect(after[0]).toBe(home);
});
