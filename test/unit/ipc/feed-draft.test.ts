import { describe, expect, test } from 'vitest';
import { plainRule } from '../../../src-main/engine/feeds/notices/notice-rule.ts';
import { locales, messagesIn } from '../../../src-main/engine/messages/index.ts';
import type { FeedConnection, FeedDraft } from '../../../src-main/ipc/contract.ts';
import { readFeedDraft } from '../../../src-main/ipc/feed-draft.ts';
import { mqttOf, sseOf } from '../../support/feeds-bench.ts';

type Connection<System extends FeedConnection['system']> = Extract<
  FeedConnection,
  { readonly system: System }
>;

const sse: Connection<'sse'> = {
  system: 'sse',
  url: 'https://ci.example/events',
  events: [],
  silentAfter: null,
  resume: null,
};
const websocket: Connection<'websocket'> = {
  system: 'websocket',
  url: 'wss://ci.example/ws',
  protocols: ['v1.json'],
  hello: ['{"subscribe":"builds"}'],
  silentAfter: 60,
  resume: { parameter: 'since', value: '{id}' },
};
const mqtt: Connection<'mqtt'> = {
  system: 'mqtt',
  url: 'wss://broker.example/mqtt',
  topics: [{ filter: 'home/+/door', qos: 1 }],
  version: 5,
  clientId: 'suzu-1',
  persistent: true,
  retained: false,
};
const draft = (connection: FeedConnection = sse, changes: Partial<FeedDraft> = {}): FeedDraft => ({
  name: 'Builds',
  connection,
  rule: null,
  ...changes,
});
const at = (url: string, connection: FeedConnection = sse) => draft({ ...connection, url });
const secrets = { headers: {}, username: null, password: null, keepPassword: false };
const withHeaders = (headers: Readonly<Record<string, string | null>>) =>
  draft(sse, { secrets: { ...secrets, headers } });

/** What is said of a draft in English; null where nothing is wrong. */
function problemOf(typed: FeedDraft, words = messagesIn('en').feeds): string | null {
  const read = readFeedDraft(typed, null);
  return 'problem' in read ? read.problem(words) : null;
}

function read(typed: FeedDraft, before: Parameters<typeof readFeedDraft>[1] = null) {
  const result = readFeedDraft(typed, before);
  if ('problem' in result) throw new Error(result.problem(messagesIn('en').feeds));
  return result;
}

describe('a rule that is not said', () => {
  const rule = { ...plainRule, title: '{cannot be read' };

  test('stays as it is, also where it cannot be read', () => {
    const { rule: _said, ...unsaid } = draft();
    const before = {
      secrets: { headers: [], username: null, hasPassword: false },
      stored: { connection: sse, rule },
    };
    expect(read(unsaid, before).change.rule).toBe(rule);
    expect(read(draft(), before).change.rule).toBeNull();
  });

  test('is none of a new feed', () => {
    const { rule: _said, ...unsaid } = draft();
    expect(read(unsaid).change.rule).toBeNull();
  });
});

describe('what is right', () => {
  test.each([
    ['an event stream', draft(sse)],
    ['a WebSocket', draft(websocket)],
    ['a broker', draft(mqtt)],
    ['one in the home network', at('http://192.168.0.9:8123/events')],
    ['one on this computer', at('ws://[::1]:9000/', websocket)],
    ['with a rule', draft(sse, { rule: plainRule })],
    ['with headers', withHeaders({ Authorization: 'Bearer x', 'X-Cafe': 'é' })],
    [
      'of a colon in a broker’s user name',
      draft(mqtt, { secrets: { ...secrets, username: 'a:b' } }),
    ],
  ])('%s is taken as it is', (_what, typed) => {
    const { connection, name, rule } = typed;
    expect(read(typed)).toEqual({
      change: { connection, name, rule },
      secrets: typed.secrets ?? null,
    });
  });

  test('a name and an address are tidied', () => {
    const typed = draft(
      { ...sse, url: '  HTTPS://CI.example:443/events?since=1#part ' },
      { name: ' My \u202e builds\n' },
    );
    expect(read(typed).change).toMatchObject({
      name: 'My builds',
      connection: { url: 'https://ci.example/events?since=1' },
    });
  });

  test('secrets are as they were where nothing is said of them', () => {
    expect(read(draft()).secrets).toBeNull();
  });
});

describe('a name and a password in the address', () => {
  const typed = at('https://alice:p%40ss@ci.example/events');
  const login = { username: 'alice', password: 'p@ss', keepPassword: false };

  test('go to the secrets', () => {
    const { change, secrets: read_ } = read(typed);
    expect(change.connection.url).toBe('https://ci.example/events');
    expect(read_).toEqual({ headers: {}, ...login });
  });

  test('leave the headers that there are', () => {
    const before = {
      secrets: { headers: ['Cookie'], username: 'bob', hasPassword: true },
      stored: { connection: sse, rule: null },
    };
    expect(read(typed, before).secrets).toEqual({ headers: { Cookie: null }, ...login });
  });

  test('go before those that were typed besides', () => {
    const both = {
      ...typed,
      secrets: { headers: { Cookie: 'a=b' }, username: 'bob', password: 'x', keepPassword: false },
    };
    expect(read(both).secrets).toEqual({ headers: { Cookie: 'a=b' }, ...login });
  });

  test('are taken as they are where they cannot be decoded', () => {
    expect(read(at('https://100%@ci.example/')).secrets).toMatchObject({ username: '100%' });
  });
});

const wrong: readonly (readonly [string, FeedDraft, RegExp])[] = [
  ['no name', draft(sse, { name: ' \u200b ' }), /name/],
  ['a long name', draft(sse, { name: 'x'.repeat(101) }), /100/],
  ['no address', at(''), /begins with https/],
  ['half an address', at('ci.example/events'), /begins with https/],
  ['an address of another kind', at('wss://ci.example/'), /begins with https/],
  ['a file', at('file:///etc/passwd'), /begins with https/],
  ['a page for a WebSocket', at('https://ci.example/', websocket), /begins with wss/],
  ['MQTT without a WebSocket', at('mqtt://broker.example', mqtt), /over WebSocket/],
  ['an endless address', at(`https://ci.example/${'x'.repeat(5_000)}`), /begins with https/],
  ['a token in the address', at('https://ci.example/?access_token=x'), /“access_token”/],
  ['a key in the address', at('https://ci.example/?a=1&X-Api-Key=x'), /“X-Api-Key”/],
  ['a signature in the address', at('wss://ci.example/?sig=x', websocket), /“sig”/],
  ['a client secret in the address', at('https://ci.example/?clientSecret'), /“clientSecret”/],
  ['too short a silence', draft({ ...sse, silentAfter: 4 }), /5 to 86,400/],
  ['too long a silence', draft({ ...websocket, silentAfter: 86_401 }), /5 to 86,400/],
  ['an event without a name', draft({ ...sse, events: [''] }), /256/],
  ['a long name of an event', draft({ ...sse, events: ['x'.repeat(257)] }), /256/],
  ['a subprotocol with a space', draft({ ...websocket, protocols: ['v1 json'] }), /“v1 json”/],
  ['too many subprotocols', draft({ ...websocket, protocols: Array(21).fill('a') }), /fewer/],
  ['too many messages', draft({ ...websocket, hello: Array(21).fill('a') }), /fewer/],
  ['no topic', draft({ ...mqtt, topics: [] }), /topic/],
  ['half a wildcard', draft({ ...mqtt, topics: [{ filter: 'a/b#', qos: 0 }] }), /“a\/b#”/],
  ['a wildcard in between', draft({ ...mqtt, topics: [{ filter: 'a/#/b', qos: 0 }] }), /“a\/#\/b”/],
  ['an empty topic', draft({ ...mqtt, topics: [{ filter: '', qos: 0 }] }), /topic filter/],
  [
    'an endless topic',
    draft({ ...mqtt, topics: [{ filter: 'x'.repeat(1_025), qos: 0 }] }),
    /x…” is not a topic filter/,
  ],
  ['no client ID', draft({ ...mqtt, clientId: '' }), /client ID/],
  ['half a way to go on', draft({ ...sse, resume: { parameter: '', value: '{id}' } }), /gap/],
  [
    'a way to go on that cannot be read',
    draft({ ...sse, resume: { parameter: 'since', value: '{id' } }),
    /Going on after a gap: The brace at character 1/,
  ],
  ['a header with a space', withHeaders({ 'X Token': 'x' }), /“X Token”/],
  ['a header without a name', withHeaders({ '': 'x' }), /header/],
  ['a header of the connection', withHeaders({ host: 'x' }), /“host” belongs/],
  ['another one', withHeaders({ 'Sec-WebSocket-Key': 'x' }), /belongs to the connection/],
  ['a header with two lines', withHeaders({ Cookie: 'a\r\nX: y' }), /“Cookie” holds/],
  ['a header in letters that cannot be sent', withHeaders({ 'X-Name': '鈴' }), /“X-Name” holds/],
  ['a colon in a user name', draft(sse, { secrets: { ...secrets, username: 'a:b' } }), /colon/],
  [
    'a title that cannot be read',
    draft(sse, { rule: { ...plainRule, title: 'New {user.' } }),
    /^Title: At character/,
  ],
  [
    'a condition that cannot be read',
    draft(sse, {
      rule: {
        ...plainRule,
        when: [
          { field: 'a', is: 'exists', value: '' },
          { field: 'level', is: 'above', value: 'high' },
        ],
      },
    }),
    /^Condition 2: Compare with a number/,
  ],
  [
    'too many conditions',
    draft(sse, {
      rule: { ...plainRule, when: Array(51).fill({ field: 'a', is: 'exists', value: '' }) },
    }),
    /fewer/,
  ],
];

describe('what is wrong', () => {
  test.each(wrong)('%s', (_what, typed, expected) => {
    expect(problemOf(typed)).toMatch(expected);
  });

  test('is told in each language', () => {
    for (const locale of locales) {
      const foreign = locales.filter((other) => other !== locale);
      for (const [what, typed] of wrong) {
        const text = problemOf(typed, messagesIn(locale).feeds);
        expect(text, what).toMatch(/\S{2}/);
        const others = foreign.map((other) => problemOf(typed, messagesIn(other).feeds));
        expect(others).not.toContain(text);
      }
    }
  });

  test('never names what a secret is', () => {
    const typed = withHeaders({ Cookie: 'sesame\n' });
    expect(problemOf(typed)).not.toContain('sesame');
    expect(problemOf(at('https://ci.example/?token=sesame'))).not.toContain('sesame');
  });
});

test.each(['https://ci.example/?topic=a&keyword=b&monkey=c&author=d', sseOf('ci.example').url])(
  '%s holds no secret',
  (url) => {
    expect(problemOf(at(url))).toBeNull();
    expect(problemOf(at(mqttOf('broker.example').url, mqtt))).toBeNull();
  },
);

describe('a secret in what is sent to a WebSocket', () => {
  const saying = (hello: string, changes: Partial<FeedDraft> = {}) =>
    draft({ ...websocket, hello: [hello] }, changes);
  const password = { secrets: { ...secrets, password: 'sesame' } };

  test('is refused in every language, with what to do', () => {
    const typed = saying('{"type":"auth","access_token":"sesame"}');
    for (const locale of locales) {
      const said = problemOf(typed, messagesIn(locale).feeds);
      expect(said).toMatch(/access_token.*\$\{password\}/);
      expect(said).not.toContain('sesame');
    }
  });

  test('has a place there', () => {
    const typed = saying(`{"type":"auth","access_token":"\${password}"}`, password);
    expect(read(typed).change).toMatchObject({ connection: typed.connection });
  });

  test('is missed where there is a place for it', () => {
    expect(problemOf(saying(`{"token":"\${password}"}`))).toMatch(/place for/);
    expect(problemOf(saying(`user \${username}`, password))).toMatch(/place for/);
    const kept = saying(`{"token":"\${password}"}`, {
      secrets: { ...secrets, keepPassword: true },
    });
    expect(problemOf(kept)).toBeNull();
  });

  test('may be one of a name with a colon: it is no Basic authentication', () => {
    const named = { secrets: { ...secrets, username: 'a:b' } };
    expect(problemOf(saying(`{"user":"\${username}"}`, named))).toBeNull();
    expect(problemOf(saying('{"user":"x"}', named))).toMatch(/colon/);
  });
});

describe('another address', () => {
  const headers = { Authorization: null };
  const before = {
    secrets: { headers: ['Authorization'], username: 'alice', hasPassword: true },
    stored: { connection: sse, rule: null },
  };
  const said = (url: string, changes: Partial<FeedDraft>) => {
    const result = readFeedDraft({ ...at(url), ...changes }, before);
    return 'problem' in result ? result.problem(messagesIn('en').feeds) : null;
  };

  test.each([
    ['https://ci.example:8443/events'],
    ['http://ci.example/events'],
    ['https://evil.example/events'],
    ['https://ci.example.evil.example/events'],
  ])('%s gets nothing that was typed for the one before', (url) => {
    for (const changes of [
      {},
      { secrets: { ...secrets, headers } },
      { secrets: { ...secrets, keepPassword: true } },
    ]) {
      expect(said(url, changes)).toMatch(/on another server/);
    }
    const anew = { ...secrets, username: 'bob', headers: { Authorization: 'Bearer new' } };
    expect(said(url, { secrets: anew })).toBeNull();
  });

  test('on the same server leaves all as it is', () => {
    expect(said('https://ci.example/other?since=1', {})).toBeNull();
    expect(said('https://CI.example:443/', { secrets: { ...secrets, headers } })).toBeNull();
  });
});
