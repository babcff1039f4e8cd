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
export const rings: Readonly<Record<string, Rung>> = {
  '03-channel-connect-cases': {
    id: 'att13c08rj0c001i',
    type: 'test',
    title: 'Test notification',
    body: 'The bell works.',
    target: toPage('notifications'),
    iconUrls: [],
  },
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
    title: 'dave accepted your follow request',
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
export const silent = [
  '40-flush',
  '41-me-updated',
  '44-never-config',
  '50-note',
  '59-emoji-broadcast',
];

/** The notes that each recording brings to the home timeline, oldest first. */
export const inserts: Readonly<Record<string, readonly string[]>> = {
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
