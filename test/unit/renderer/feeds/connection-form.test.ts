import { describe, expect, test } from 'vitest';
import {
  type ConnectionForm,
  connectionOf,
  emptyForm,
  formOf,
  freshClientId,
  isElsewhere,
  nameOf,
  problemsOf,
  secretsOf,
} from '../../../../src-renderer/feeds/connection-form.ts';
import { feed } from './samples.ts';

const sse = (given: Partial<ConnectionForm> = {}): ConnectionForm => ({
  ...emptyForm('sse', 'suzu-1'),
  url: 'https://example.org/events',
  ...given,
});
const mqtt = (given: Partial<ConnectionForm> = {}): ConnectionForm => ({
  ...emptyForm('mqtt', 'suzu-1'),
  url: 'ws://broker.example:9001',
  topics: [{ filter: 'home/#', qos: 2 }],
  ...given,
});

describe('what is wrong with a form', () => {
  test.each([
    ['nothing typed', emptyForm('sse', ''), { url: 'addressNeeded' }],
    ['no whole address', sse({ url: 'example.org' }), { url: 'addressWrong' }],
    ['an address of another system', sse({ url: 'wss://example.org' }), { url: 'addressWrong' }],
    ['an address of nowhere', sse({ url: 'https://' }), { url: 'addressWrong' }],
    ['capitals in the scheme', sse({ url: ' HTTPS://example.org ' }), {}],
    ['a silence too short', sse({ silentAfter: '4' }), { silentAfter: 'silenceWrong' }],
    ['a silence in words', sse({ silentAfter: 'ten' }), { silentAfter: 'silenceWrong' }],
    ['a silence', sse({ silentAfter: ' 90 ' }), {}],
    ['half of a resumption', sse({ resumeValue: '{id}' }), { resume: 'resumeWrong' }],
    [
      'a header without its value',
      sse({ headers: [{ name: 'Authorization', value: '', isKept: false }] }),
      { headers: 'headerWrong' },
    ],
    [
      'a header of which nothing was typed',
      sse({ headers: [{ name: '', value: '', isKept: false }] }),
      {},
    ],
    ['a kept header', sse({ headers: [{ name: 'Cookie', value: '', isKept: true }] }), {}],
    ['no topic', mqtt({ topics: [{ filter: ' ', qos: 1 }] }), { topics: 'topicNeeded' }],
    ['no client id', mqtt({ clientId: '' }), { clientId: 'clientIdNeeded' }],
    ['a resumption that MQTT has not', mqtt({ resumeValue: '{id}', silentAfter: 'x' }), {}],
    ['all that MQTT needs', mqtt(), {}],
  ])('%s', (_, form, problems) => {
    expect(problemsOf(form)).toEqual(problems);
  });
});

describe('at another address', () => {
  const kept = sse({
    keptFor: 'https://example.org/events',
    isPasswordKept: true,
    headers: [{ name: 'Cookie', value: '', isKept: true }],
  });

  test.each([
    'https://other.example/events',
    'http://example.org/events',
    'https://example.org:8443/',
  ])('%s nothing counts as kept', (url) => {
    const form = { ...kept, url };
    expect(isElsewhere(form)).toBe(true);
    expect(problemsOf(form)).toEqual({ headers: 'headerWrong' });
    expect(secretsOf({ ...form, headers: [] })).toMatchObject({
      password: null,
      keepPassword: false,
    });
  });

  test.each(['https://EXAMPLE.org:443/other?since=1', 'https://', ''])(
    '%j is no other server',
    (url) => {
      expect(isElsewhere({ ...kept, url })).toBe(false);
      expect(secretsOf({ ...kept, url })).toMatchObject({
        headers: { Cookie: null },
        keepPassword: true,
      });
    },
  );

  test('a WebSocket is at the server that its upgrade is asked of', () => {
    const form = { url: 'wss://example.org/other', keptFor: 'wss://example.org/' };
    expect(isElsewhere(form)).toBe(false);
    expect(isElsewhere({ ...form, url: 'ws://example.org/' })).toBe(true);
    expect(isElsewhere({ ...form, keptFor: '' })).toBe(false);
  });
});

describe('what is sent', () => {
  test('names between commas, without doubles and empty ones', () => {
    expect(connectionOf(sse({ events: 'a, b,,a , c d', silentAfter: '30' }))).toEqual({
      system: 'sse',
      url: 'https://example.org/events',
      events: ['a', 'b', 'c d'],
      silentAfter: 30,
      resume: null,
    });
  });

  test('messages and subprotocols, in their order', () => {
    const form: ConnectionForm = {
      ...emptyForm('websocket', ''),
      url: 'wss://example.org/socket',
      protocols: 'v2, v1',
      hello: ['{"a": 1}', '  ', ' b '],
      resumeParameter: 'since',
      resumeValue: '{id}',
    };
    expect(connectionOf(form)).toEqual({
      system: 'websocket',
      url: 'wss://example.org/socket',
      protocols: ['v2', 'v1'],
      hello: ['{"a": 1}', ' b '],
      silentAfter: null,
      resume: { parameter: 'since', value: '{id}' },
    });
  });

  test('topics that were typed', () => {
    const topics = [
      { filter: ' home/+ ', qos: 0 as const },
      { filter: '', qos: 1 as const },
    ];
    expect(connectionOf(mqtt({ topics }))).toMatchObject({
      topics: [{ filter: 'home/+', qos: 0 }],
      clientId: 'suzu-1',
    });
  });

  test('secrets: kept ones stay, replaced ones go along', () => {
    const form = sse({
      username: ' me ',
      password: 'typed',
      isPasswordKept: true,
      headers: [
        { name: 'Cookie', value: '', isKept: true },
        { name: ' X-Token ', value: ' abc ', isKept: false },
        { name: '', value: '', isKept: false },
      ],
    });
    expect(secretsOf(form)).toEqual({
      headers: { Cookie: null, 'X-Token': 'abc' },
      username: 'me',
      password: null,
      keepPassword: true,
    });
    expect(secretsOf({ ...form, isPasswordKept: false, username: '' })).toMatchObject({
      username: null,
      password: 'typed',
      keepPassword: false,
    });
  });
});

test.each([
  feed('a', { has: { headers: ['Authorization'], username: 'me', password: true, lost: false } }),
  feed('b', {
    connection: {
      system: 'websocket',
      url: 'wss://example.org/socket',
      protocols: ['v1'],
      hello: ['hi'],
      silentAfter: 60,
      resume: { parameter: 'since', value: '{id}' },
    },
  }),
  feed('c', {
    connection: {
      system: 'mqtt',
      url: 'wss://example.org/mqtt',
      topics: [{ filter: 'a/b', qos: 0 }],
      version: 4,
      clientId: 'suzu-2',
      persistent: false,
      retained: true,
    },
  }),
])('a form of $connection.system that nobody touches says what is kept', (kept) => {
  const form = formOf(kept);
  expect(problemsOf(form)).toEqual({});
  expect(connectionOf(form)).toEqual(kept.connection);
  expect(secretsOf(form)).toEqual({
    headers: Object.fromEntries(kept.has.headers.map((name) => [name, null])),
    username: kept.has.username,
    password: null,
    keepPassword: kept.has.password,
  });
});

test('what cannot be read any more is not said to be kept, and is to be typed again', () => {
  const has = { headers: ['Authorization'], username: 'me', password: true, lost: true };
  const form = formOf(feed('a', { has }));
  expect(form).toMatchObject({
    username: 'me',
    isPasswordKept: false,
    headers: [{ name: 'Authorization', value: '', isKept: false }],
  });
  expect(Object.keys(problemsOf(form))).toEqual(['headers']);
});

test.each([
  [{ name: ' Builds ', url: 'https://example.org' }, 'Builds'],
  [{ name: ' ', url: 'https://example.org:8443/x' }, 'example.org:8443'],
  [{ name: '', url: 'nowhere' }, ''],
])('a feed is called as typed, or as its server: %o', (typed, name) => {
  expect(nameOf(typed)).toBe(name);
});

test('a client ID is made of letters and digits', () => {
  expect(freshClientId(Uint8Array.from([0, 35, 36, 255]))).toBe('suzu-0z03');
});
