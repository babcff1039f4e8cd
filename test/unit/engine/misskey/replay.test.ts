import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { capturedFrames, readCapture, serverFrames } from '../../../support/captures.ts';
import { settle } from '../../../support/fake-clock.ts';
import { channelId, confirm } from '../../../support/fake-misskey.ts';
import { alice, sourceBench } from '../../../support/source-bench.ts';

const bobName = 'Bob :blobtest: Builder';
const bobAvatar =
  'http://127.0.0.1:3000/proxy/avatar.webp?url=http%3A%2F%2F127.0.0.1%3A3000%2Ffiles%2F46c4355c-5691-4c43-a267-bebf9d39ab4d&avatar=1';
const identicon = (name: string) => `http://127.0.0.1:3000/identicon/${name}@127.0.0.1:3000`;
const toNote = (noteId: string) => ({ kind: 'note', noteId });
const toUser = (username: string) => ({ kind: 'user', username, host: null });
const toPage = (page: string) => ({ kind: 'page', page });
const security = 'If this was not you, check your security settings.';

interface Rung {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly body: string;
  readonly target: Readonly<Record<string, unknown>>;
  readonly iconUrls: readonly string[];
}

/** What each recording with a notification in it makes the bell do: exactly one toast. */
const rings: Readonly<Record<string, Rung>> = {
  '04-disconnect-main-leaks': {
    id: 'att13dz3rj0c001j',
    type: 'test',
    title: 'Test notification',
    body: 'The bell works.',
    target: toPage('notifications'),
    iconUrls: [],
  },
  '10-follow': {
    id: 'att13mwcrj0c001q',
    type: 'follow',
    title: `${bobName} followed you`,
    body: '',
    target: toUser('bob'),
    iconUrls: [bobAvatar],
  },
  '11-react-unicode': {
    id: 'att13qcirj0c001t',
    type: 'reaction',
    title: `${bobName} reacted with 👍`,
    body: 'alice at 21:01:40',
    target: toNote('att13pu1rj0c001r'),
    iconUrls: [bobAvatar],
  },
  '12-react-custom': {
    id: 'att2ed8jjh380024',
    type: 'reaction',
    title: `${bobName} reacted with :blobtest:`,
    body: 'alice at 21:37:56',
    target: toNote('att2ecptjh380022'),
    iconUrls: ['https://example.social/emoji/blobtest.webp', bobAvatar],
  },
  '14-mention': {
    id: 'att1ypndjh380008',
    type: 'mention',
    title: `${bobName} mentioned you`,
    body: '@alice hello from bob at 21:25:46 :blobtest:',
    target: toNote('att1ypmdjh380007'),
    iconUrls: [bobAvatar],
  },
  '15-reply': {
    id: 'att1473mrj0c0028',
    type: 'reply',
    title: `${bobName} replied to you`,
    body: 'a reply at 21:02:03',
    target: toNote('att14736rj0c0027'),
    iconUrls: [bobAvatar],
  },
  '16-renote': {
    id: 'att14a3mrj0c002b',
    type: 'renote',
    title: `${bobName} renoted your note`,
    // The renote itself has no words: the renoted note's stand in, and a click opens that one.
    body: 'alice at 21:01:49',
    target: toNote('att13wtdrj0c001x'),
    iconUrls: [bobAvatar],
  },
  '18-dm': {
    id: 'att14g3brj0c002g',
    type: 'mention',
    title: `${bobName} sent you a direct note`,
    body: '@alice a direct note at 21:02:14',
    target: toNote('att14g2vrj0c002f'),
    iconUrls: [bobAvatar],
  },
  '19-cw-mention': {
    id: 'att14j2xrj0c002i',
    type: 'mention',
    title: `${bobName} mentioned you`,
    body: 'Content warning: spoiler',
    target: toNote('att14j2irj0c002h'),
    iconUrls: [bobAvatar],
  },
  '20-poll': {
    id: 'att151mirj0c002m',
    type: 'pollEnded',
    title: 'A poll has ended',
    body: 'poll? [Poll]',
    target: toNote('att14m4arj0c002k'),
    iconUrls: [identicon('alice')],
  },
  '21-follow-request': {
    id: 'att1a9ecrj0c006b',
    type: 'receiveFollowRequest',
    title: `${bobName} asks to follow you`,
    body: '',
    target: toPage('followRequests'),
    iconUrls: [bobAvatar],
  },
  '23-my-request-accepted': {
    id: 'att15edvrj0c002x',
    type: 'followRequestAccepted',
    title: 'You now follow dave',
    body: '',
    target: toUser('dave'),
    iconUrls: [identicon('dave')],
  },
  '24-alice-follows-carol': {
    id: 'att15hnlrj0c0030',
    type: 'followRequestAccepted',
    title: 'You now follow carol',
    body: '',
    target: toUser('carol'),
    iconUrls: [identicon('carol')],
  },
  '25-test': {
    id: 'att15kl1rj0c0032',
    type: 'test',
    title: 'Test notification',
    body: 'The bell works.',
    target: toPage('notifications'),
    iconUrls: [],
  },
  '26-app': {
    id: 'att15nk1rj0c0033',
    type: 'app',
    title: 'App header',
    body: 'app body 21:03:11',
    target: toPage('notifications'),
    iconUrls: [],
  },
  '27-login': {
    id: 'att15qjirj0c0035',
    type: 'login',
    title: 'New sign-in to your account',
    body: security,
    target: toPage('security'),
    iconUrls: [],
  },
  '28-create-token': {
    id: 'att15tiorj0c0037',
    type: 'createToken',
    title: 'An app was given access to your account',
    body: security,
    target: toPage('security'),
    iconUrls: [],
  },
  '29-achievement': {
    id: 'att15wi0rj0c0038',
    type: 'achievementEarned',
    title: 'You earned an achievement',
    body: '',
    target: toPage('achievements'),
    iconUrls: [],
  },
  '32-chat-invitation': {
    id: 'att166varj0c003h',
    type: 'chatRoomInvitationReceived',
    title: `${bobName} invites you to a chat room`,
    body: 'room 21:03:36',
    target: toPage('chat'),
    iconUrls: [bobAvatar],
  },
  '34-export': {
    id: 'att1ajhrrj0c006i',
    type: 'exportCompleted',
    title: 'Your export is ready',
    body: 'Muted people',
    target: toPage('drive'),
    iconUrls: [],
  },
  '36-bell-note': {
    id: 'att16lrtrj0c003q',
    type: 'note',
    title: `${bobName} posted a note`,
    body: 'a note of a bell-subscribed user at 21:03:55',
    target: toNote('att16lrcrj0c003p'),
    iconUrls: [bobAvatar],
  },
  '37-read-within-2s': {
    id: 'att16othrj0c003s',
    type: 'mention',
    title: `${bobName} mentioned you`,
    body: '@alice hello from bob at 21:03:59 :blobtest:',
    target: toNote('att16ot2rj0c003r'),
    iconUrls: [bobAvatar],
  },
  '38-read-via-stream': {
    id: 'att16s3xrj0c003u',
    type: 'mention',
    title: `${bobName} mentioned you`,
    body: '@alice hello from bob at 21:04:03 :blobtest:',
    target: toNote('att16s3mrj0c003t'),
    iconUrls: [bobAvatar],
  },
  '43-unfollow': {
    id: 'att17facrj0c004a',
    type: 'followRequestAccepted',
    title: `You now follow ${bobName}`,
    body: '',
    target: toUser('bob'),
    iconUrls: [bobAvatar],
  },
  '60-token-revoked-while-connected': {
    id: 'att1balwrj0c0070',
    type: 'mention',
    title: `${bobName} mentioned you`,
    body: '@alice hello from bob at 21:07:34 :blobtest:',
    target: toNote('att1bal7rj0c006z'),
    iconUrls: [bobAvatar],
  },
};

/** Recordings in which something happens, but nothing that rings. */
const silent = [
  '33-announcement',
  '40-flush',
  '41-me-updated',
  '44-never-config',
  '50-note',
  '59-emoji-broadcast',
];

/** The notes that each recording brings to the home timeline, oldest first. */
const inserts: Readonly<Record<string, readonly string[]>> = {
  '14-mention': ['att1ypmdjh380007'],
  '16-renote': ['att14a3arj0c002a'],
  '18-dm': ['att14g2vrj0c002f'],
  '20-poll': ['att14m28rj0c002j', 'att14m4arj0c002k'],
  '50-note': ['att17lzxrj0c004e'],
  '51-cw-note': ['att17nfkrj0c004f'],
  '52-files': ['att17oxbrj0c004h'],
  '53-poll-note': ['att17qkarj0c004i'],
  '56-reply-in-timeline': ['att17vaurj0c004q'],
  '58-own-note': ['att17ynurj0c004u'],
};

/** An account that is online with an empty past, looking at its home timeline. */
async function online() {
  const bench = sourceBench();
  await bench.online();
  bench.source.openTimeline('home');
  confirm(bench.sockets.last, 'homeTimeline');
  await settle();
  const connected = ['main', 'homeTimeline'];
  return {
    ...bench,
    replay(name: string) {
      // The recording client also listened to localTimeline; those frames find nobody here.
      const frames = serverFrames(name, (channel) =>
        connected.includes(channel) ? channelId(bench.sockets.last, channel) : null,
      );
      expect(frames.length).toBeGreaterThan(0);
      for (const frame of frames) bench.sockets.last.receive(frame);
    },
  };
}

const hasNotification = (name: string) =>
  capturedFrames(name).some(({ dir, data }) => {
    const text = JSON.stringify(data ?? null);
    return dir === 'in' && text.includes('"type":"notification"');
  });

test('every recording with a notification in it is replayed', () => {
  const names = readdirSync(new URL('../../../captures', import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));
  const streams = names.filter((name) =>
    v.is(v.object({ frames: v.array(v.any()) }), readCapture(name)),
  );
  expect(streams.filter(hasNotification).sort()).toEqual(Object.keys(rings).sort());
});

describe('one happening, one toast', () => {
  test.each(Object.entries(rings))('%s', async (name, { id, type, ...words }) => {
    const { replay, told, trace, history } = await online();
    replay(name);
    expect(told.toasts).toEqual([{ id: `${alice}/${id}`, accountId: alice, ...words }]);
    expect(history.newest(10).map(({ notice }) => notice.type)).toEqual([type]);
    expect(trace).toEqual([
      { at: 'notice', account: alice, id: `${alice}/${id}`, type },
      { at: 'decision', id: `${alice}/${id}`, decision: 'shown', reason: 'live' },
    ]);
  });

  test('all recordings one after the other, twice: each rings once', async () => {
    const { replay, told } = await online();
    for (const name of [...Object.keys(rings), ...Object.keys(rings)]) replay(name);
    expect(told.toasts.map(({ id }) => id)).toEqual(
      Object.values(rings).map(({ id }) => `${alice}/${id}`),
    );
  });

  test.each(silent)('%s rings nothing', async (name) => {
    const { replay, told, history } = await online();
    replay(name);
    expect(told.toasts).toEqual([]);
    expect(history.newest(10)).toEqual([]);
  });
});

describe('read elsewhere', () => {
  test.each(['37-read-within-2s', '38-read-via-stream'])('%s closes the toast', async (name) => {
    const { replay, told, history } = await online();
    replay(name);
    expect(told.closed).toEqual([`${alice}/${rings[name]?.id}`]);
    expect(history.unread(alice)).toBe(0);
  });

  test('40-flush closes what stood before', async () => {
    const { replay, told, history } = await online();
    replay('10-follow');
    expect(history.unread(alice)).toBe(1);
    replay('40-flush');
    expect(told.closed).toEqual([`${alice}/${rings['10-follow']?.id}`]);
    expect(history.unread(alice)).toBe(0);
  });
});

describe('the home timeline', () => {
  test.each(Object.entries(inserts))('%s', async (name, notes) => {
    const { replay, changes, source } = await online();
    replay(name);
    expect(changes.flatMap((change) => (change.kind === 'insert' ? [change.note.id] : []))).toEqual(
      notes,
    );
    expect(source.timeline?.timeline.notes.map(({ id }) => id)).toEqual([...notes].reverse());
  });

  test('a pure renote has no words of its own', async () => {
    const { replay, source } = await online();
    replay('16-renote');
    const [note] = source.timeline?.timeline.notes ?? [];
    expect(note?.text).toBeNull();
    expect(note?.renote?.text).toBe('alice at 21:01:49');
  });

  test('files come with their thumbnails and their sensitivity', async () => {
    const { replay, source } = await online();
    replay('52-files');
    const files = source.timeline?.timeline.notes[0]?.files ?? [];
    expect(files.map(({ type, isSensitive }) => ({ type, isSensitive }))).toEqual([
      { type: 'image/jpeg', isSensitive: false },
      { type: 'image/apng', isSensitive: true },
    ]);
    expect(files.every(({ thumbnailUrl }) => thumbnailUrl !== null)).toBe(true);
  });

  test('a poll comes with its choices', async () => {
    const { replay, source } = await online();
    replay('53-poll-note');
    const poll = source.timeline?.timeline.notes[0]?.poll;
    expect(poll?.choices.map(({ text, votes }) => ({ text, votes }))).toEqual([
      { text: 'a', votes: 0 },
      { text: 'b', votes: 0 },
      { text: 'c', votes: 0 },
    ]);
  });
});

test('41-me-updated makes the account be asked for, and keeps nothing of the frame', async () => {
  const { replay, api, mes, log, file } = await online();
  const before = api.callsOf('i').length;
  replay('41-me-updated');
  await settle();
  expect(api.callsOf('i').length).toBeGreaterThan(before);
  expect(mes.at(-1)?.name).toBe('Alice');
  const kept = JSON.stringify([log.lines, file.lines]);
  expect(kept).not.toContain('securityKeysList');
  expect(kept).not.toContain('Example');
});

test('27-login: the address and headers of the sign-in are not kept', async () => {
  const { replay, log, file } = await online();
  replay('27-login');
  const kept = JSON.stringify([log.lines, file.lines]);
  expect(kept).toContain('"login');
  expect(kept).not.toMatch(/headers|"ip"|user-agent/);
});
