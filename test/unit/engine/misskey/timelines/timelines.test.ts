import { describe, expect, test } from 'vitest';
import {
  allowedTimelines,
  canonicalTimeline,
  defaultSwitches,
  isAllowed,
  plainTimeline,
  switchesOf,
  type TimelineSpec,
  type TimelineSwitches,
  timelineChannel,
  timelineEndpoint,
  timelineKey,
} from '../../../../../src-main/engine/misskey/timelines/timelines.ts';

const withSwitches = (changes: Partial<TimelineSwitches>): TimelineSwitches => ({
  ...defaultSwitches,
  ...changes,
});
const all = { withRenotes: false, withReplies: true, withFiles: false };
const tags = (...anyOf: readonly (readonly string[])[]): TimelineSpec => ({
  kind: 'hashtag',
  anyOf,
  switches: defaultSwitches,
});
const list = (id: string, switches = defaultSwitches): TimelineSpec => ({
  kind: 'list',
  id,
  switches,
});

describe('a key', () => {
  test.each<[string, TimelineSpec]>([
    ['home', plainTimeline('home')],
    ['bubble', plainTimeline('bubble')],
    ['list:9abc', list('9abc')],
    ['antenna:a', { kind: 'antenna', id: 'a', switches: defaultSwitches }],
    ['channel:c', { kind: 'channel', id: 'c', switches: defaultSwitches }],
    ['role:r', { kind: 'role', id: 'r', switches: defaultSwitches }],
    ['hashtag:birds,cats+dogs', tags(['dogs', 'cats'], ['birds'])],
    ['hashtag:鈴', tags(['鈴'])],
    ['local?withReplies', { kind: 'local', switches: withSwitches({ withReplies: true }) }],
    ['home?withoutRenotes', { kind: 'home', switches: withSwitches({ withRenotes: false }) }],
    [
      'social?withoutRenotes&withFiles',
      { kind: 'social', switches: withSwitches({ withRenotes: false, withFiles: true }) },
    ],
    ['list:9abc?withFiles', list('9abc', withSwitches({ withFiles: true }))],
  ])('%s', (key, spec) => {
    expect(timelineKey(spec)).toBe(key);
  });

  test('is the same for the same timeline, however it is written', () => {
    const written = [
      tags(['cats', 'dogs'], ['birds']),
      tags(['birds'], ['dogs', 'Cats', '#cats']),
      tags([], ['＃birds', ' '], ['ｄogs', 'cats'], ['cats', 'dogs']),
    ];
    expect(new Set(written.map(timelineKey))).toEqual(new Set(['hashtag:birds,cats+dogs']));
  });

  test('is another for other things: what parts a key is written otherwise', () => {
    const specs = [
      tags(['a+b']),
      tags(['a', 'b']),
      tags(['a,b']),
      tags(['a'], ['b']),
      tags(['a%2Cb']),
      list('a?withFiles'),
      list('a', withSwitches({ withFiles: true })),
      list('a:b'),
    ];
    expect(new Set(specs.map(timelineKey)).size).toBe(specs.length);
  });
});

describe('the one way to write a timeline', () => {
  test('has no switches that its kind does not have', () => {
    expect(canonicalTimeline({ kind: 'antenna', id: 'a', switches: all })).toEqual({
      kind: 'antenna',
      id: 'a',
      switches: defaultSwitches,
    });
    expect(canonicalTimeline({ kind: 'home', switches: all })).toEqual({
      kind: 'home',
      switches: withSwitches({ withRenotes: false }),
    });
  });

  test('has no replies where it has files: servers refuse both at once', () => {
    const both = withSwitches({ withReplies: true, withFiles: true });
    expect(canonicalTimeline({ kind: 'local', switches: both })).toEqual({
      kind: 'local',
      switches: withSwitches({ withFiles: true }),
    });
  });

  test.each([[[]], [[[]]], [[['#']]], [[['  '], []]], [[["it's"], ['100%']]]])(
    'of no tags %j is nothing',
    (anyOf) => {
      expect(canonicalTimeline(tags(...anyOf))).toBeNull();
    },
  );
});

describe('what is asked of the server', () => {
  test.each<[TimelineSpec, string, string]>([
    [plainTimeline('home'), 'homeTimeline', 'notes/timeline'],
    [plainTimeline('local'), 'localTimeline', 'notes/local-timeline'],
    [plainTimeline('social'), 'hybridTimeline', 'notes/hybrid-timeline'],
    [plainTimeline('global'), 'globalTimeline', 'notes/global-timeline'],
    [plainTimeline('bubble'), 'bubbleTimeline', 'notes/bubble-timeline'],
  ])('%j: nothing but defaults, so no parameters', (spec, channel, endpoint) => {
    expect(timelineChannel(spec)).toEqual({ channel, params: {} });
    expect(timelineEndpoint(spec)).toEqual({ name: endpoint, parameters: {} });
  });

  test.each([
    ['list', 'userList', 'notes/user-list-timeline', 'listId'],
    ['antenna', 'antenna', 'antennas/notes', 'antennaId'],
    ['channel', 'channel', 'channels/timeline', 'channelId'],
    ['role', 'roleTimeline', 'roles/notes', 'roleId'],
  ] as const)('a timeline of a %s', (kind, channel, endpoint, idName) => {
    const spec: TimelineSpec = { kind, id: 'x1', switches: defaultSwitches };
    const parameters = { [idName]: 'x1' };
    expect(timelineChannel(spec)).toEqual({ channel, params: parameters });
    expect(timelineEndpoint(spec)).toEqual({ name: endpoint, parameters });
  });

  test('tags have another name on the stream than on the API', () => {
    const spec = tags(['cats', 'dogs'], ['birds']);
    const sets = [['cats', 'dogs'], ['birds']];
    expect(timelineChannel(spec)).toEqual({ channel: 'hashtag', params: { q: sets } });
    expect(timelineEndpoint(spec)).toEqual({
      name: 'notes/search-by-tag',
      parameters: { query: sets },
    });
  });

  test('switches are sent where they differ and the kind has them', () => {
    const social: TimelineSpec = { kind: 'social', switches: all };
    expect(timelineChannel(social).params).toEqual({ withRenotes: false, withReplies: true });
    expect(timelineEndpoint(social).parameters).toEqual({ withRenotes: false, withReplies: true });
    expect(timelineChannel({ kind: 'home', switches: all }).params).toEqual({
      withRenotes: false,
    });
    expect(timelineChannel(list('l', withSwitches({ withFiles: true }))).params).toEqual({
      listId: 'l',
      withFiles: true,
    });
    expect(timelineChannel({ kind: 'role', id: 'r', switches: all }).params).toEqual({
      roleId: 'r',
    });
  });
});

test.each([
  ['home', 'withRenotes withFiles'],
  ['local', 'withRenotes withReplies withFiles'],
  ['social', 'withRenotes withReplies withFiles'],
  ['global', 'withRenotes withFiles'],
  ['bubble', 'withRenotes withFiles'],
  ['list', 'withRenotes withFiles'],
  ['antenna', ''],
  ['channel', ''],
  ['role', ''],
  ['hashtag', ''],
] as const)('the switches of %s: %s', (kind, names) => {
  expect(switchesOf(kind).join(' ')).toBe(names);
});

describe('what the policies allow', () => {
  const policies = { ltlAvailable: true, gtlAvailable: true, btlAvailable: false };

  test('bubble only where the server has it', () => {
    expect(allowedTimelines(policies)).toEqual(['home', 'local', 'social', 'global']);
    expect(allowedTimelines({ ...policies, btlAvailable: true })).toContain('bubble');
  });

  test('whatever is named on the server', () => {
    const none = { ltlAvailable: false, gtlAvailable: false, btlAvailable: false };
    expect(allowedTimelines(none)).toEqual(['home']);
    for (const kind of ['list', 'antenna', 'channel', 'role', 'hashtag'] as const) {
      expect(isAllowed(kind, none)).toBe(true);
    }
  });
});
