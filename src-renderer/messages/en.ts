import { accountsEn } from './accounts/en.ts';
import { answersEn } from './answers/en.ts';
import { diagnosticsEn } from './diagnostics/en.ts';
import { entryEn } from './entry/en.ts';
import { feedsEn } from './feeds/en.ts';
import { historyEn } from './history/en.ts';
import { networkEn } from './network/en.ts';
import { counter } from './plural.ts';
import { ringingEn } from './ringing/en.ts';
import { settingsEn } from './settings/en.ts';
import { timelinesEn } from './timelines/en.ts';
import { updatesEn } from './updates/en.ts';

const counted = counter('en');

export const en = {
  app: {
    name: 'Suzu',
    crashed: 'Something in this window went wrong. Suzu itself goes on, and nothing is lost.',
    unreachable: 'This window cannot reach Suzu. Load it again, or restart Suzu.',
    reload: 'Load again',
    itemBroken: 'This entry could not be shown.',
    callFailed: 'That did not work. Try again, or restart Suzu if it keeps happening.',
    dismiss: 'Dismiss',
    messages: 'Messages',
    close: 'Close',
    cancel: 'Cancel',
    back: 'Back',
  },
  views: {
    label: 'View',
    notices: 'Notices',
    timeline: 'Timeline',
    settings: 'Settings',
    unread: (count: number) => counted(count, { one: '1 unread', other: `${count} unread` }),
  },
  account: {
    switch: (name: string, state: string) => `Account ${name}, ${state}. Switch account`,
    accounts: 'Accounts',
    add: 'Add an account',
    demo: 'Demo',
    states: {
      connecting: 'Connecting',
      subscribing: 'Connecting',
      online: 'Online',
      stale: 'No answer',
      waiting: 'Offline',
      refused: 'Stopped',
    },
    signIn: 'Sign in again',
    signOut: 'Sign out',
    signOutTitle: (handle: string) => `Sign out of ${handle}?`,
    signOutText:
      'Suzu forgets this account: its access token, its notices and its pictures. Nothing changes on the server.',
    signedOut: (host: string) => `You are signed out of ${host}.`,
    revokeHint:
      'An app cannot take back its own access. To end it on the server too, remove Suzu there under connected apps.',
    openRevoke: 'Open that page',
  },
  pause: {
    running: 'Pause notifications',
    paused: (time: string) => `Paused until ${time}`,
    halfHour: 'For 30 minutes',
    hour: 'For 1 hour',
    tomorrow: 'Until tomorrow',
    resume: 'Resume now',
  },
  menu: {
    more: 'More',
    markAllRead: 'Mark all as read',
    keys: 'Keyboard shortcuts',
    reload: 'Reload the timeline',
  },
  list: {
    loading: 'Loading…',
    older: 'Load older',
    loadingOlder: 'Loading older…',
    retry: 'Try again',
    end: 'That is everything.',
    full: 'Suzu shows the newest ones here. Older ones are on the server.',
    newNotes: (count: number) => counted(count, { one: '1 new note', other: `${count} new notes` }),
    someNewNotes: 'New notes',
    newNotices: (count: number) =>
      counted(count, { one: '1 new notice', other: `${count} new notices` }),
    gap: 'Some notes in between are missing.',
    gapReload: 'Load from the top',
  },
  notices: {
    list: 'Notices',
    emptyTitle: 'All quiet',
    emptyText: 'When someone reacts, replies or follows, it rings and shows up here.',
    unread: 'Unread',
    forAccount: (handle: string) => `For ${handle}`,
  },
  ...timelinesEn,
  accounts: accountsEn,
  note: {
    by: (name: string, age: string) => `${name}, ${age}`,
    open: 'Open the note',
    renoted: 'renoted',
    renoteGone: 'The original note was deleted.',
    quoteGone: 'The quoted note was deleted.',
    hidden: 'The author restricts who may read this note.',
    replyTo: (handle: string | null) =>
      handle === null ? 'In reply to a note' : `Replying to ${handle}`,
    bot: 'Bot',
    visibility: {
      home: 'Home: not shown in public timelines',
      followers: 'Followers only',
      specified: 'Direct',
    },
    localOnly: 'Not federated: stays on its server',
    channel: (name: string) => `In the channel ${name}`,
    warning: 'Content warning',
    show: 'Show',
    hide: 'Hide',
    foldedSize: (parts: {
      readonly characters: number;
      readonly files: number;
      readonly poll: boolean;
    }) =>
      [
        parts.characters > 0 &&
          counted(parts.characters, {
            one: '1 character',
            other: `${parts.characters} characters`,
          }),
        parts.files > 0 && counted(parts.files, { one: '1 file', other: `${parts.files} files` }),
        parts.poll && 'poll',
      ]
        .filter((part) => part !== false)
        .join(', '),
    showMore: 'Show more',
    showLess: 'Show less',
    reactions: 'Reactions',
    reaction: (name: string, count: number) =>
      counted(count, { one: `${name}: 1 reaction`, other: `${name}: ${count} reactions` }),
    mine: 'yours',
    moreReactions: (count: number) => `Show ${count} more reactions`,
    replies: (count: number) => counted(count, { one: '1 reply', other: `${count} replies` }),
    renotes: (count: number) => counted(count, { one: '1 renote', other: `${count} renotes` }),
  },
  files: {
    image: 'Image',
    video: 'Video',
    audio: 'Audio',
    other: 'File',
    open: (kind: string, description: string) => `${kind}: ${description}. Open`,
    sensitive: 'Sensitive',
    reveal: (kind: string) => `Sensitive ${kind.toLowerCase()}. Show`,
    blur: 'Hide again',
    alt: 'Has a description',
  },
  text: {
    search: 'Search',
    searchFor: (query: string) => `Search the web for ${query}`,
    cut: 'This text is too long to be shown whole.',
    cutOpen: 'Read it in the browser',
  },
  viewer: {
    title: (kind: string, position: number, count: number) =>
      count === 1 ? kind : `${kind}, ${position} of ${count}`,
    next: 'Next file',
    previous: 'Previous file',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: (percent: number) => `Zoom: ${percent}%. Fit to the window`,
    description: 'Description',
    loading: 'Loading…',
    failed: (kind: string) =>
      `This ${kind.toLowerCase()} cannot be shown here. Its server did not send it, or it is of a kind or size that Suzu does not show.`,
    retry: 'Try again',
    openInBrowser: 'Open in the browser',
  },
  poll: {
    label: 'Poll',
    votes: (count: number) => counted(count, { one: '1 vote', other: `${count} votes` }),
    mine: 'Your vote',
    multiple: 'Several answers allowed',
    ended: 'Ended',
    ends: (when: string) => `Ends ${when}`,
  },
  detail: {
    note: 'Note',
    person: 'Profile',
    loading: 'Loading…',
    notes: 'Notes',
    following: 'Following',
    followers: 'Followers',
  },
  signIn: {
    title: 'Sign in to Misskey',
    welcome: 'A small bell for Misskey: it rings when something happens on your account.',
    server: 'Your server',
    serverHint: 'example.social',
    serverNeeded: 'Type the name of your server, for example misskey.io.',
    start: 'Sign in in the browser',
    advanced: 'Advanced: paste an access token',
    tokenHint:
      'Make one on your server under Settings → API, with permission to read your account and notifications.',
    token: 'Access token',
    tokenNeeded: 'Paste the access token.',
    useToken: 'Sign in with the token',
    checkingToken: 'Checking the token…',
    demo: 'Try without an account',
    demoHint: 'Opens a small make-believe server on this computer.',
    startingDemo: 'Starting the demo…',
    checking: (server: string) => `Looking for ${server}…`,
    waitingTitle: 'Go on in your browser',
    waiting: (host: string) =>
      `A page of ${host} has opened there. Allow Suzu, then come back: this window goes on by itself.`,
    denied: 'If you decline there, Suzu is not told. Cancel here then.',
    noBrowser: 'No browser came up? Open this address yourself:',
    address: 'Sign-in address',
    copy: 'Copy the address',
    copied: 'Copied',
    reopen: 'Open the page again',
    timeLeft: (time: string) => `${time} left`,
    failedTitle: 'Sign-in did not work',
    retry: 'Try again',
    otherServer: 'Choose another server',
  },
  storage: {
    title: 'Where should Suzu keep tokens and passwords?',
    text: 'This computer offers no keyring, so Suzu cannot lock them away.',
    weak: 'Keep them on this computer',
    weakText:
      'You need not sign in or type them again. They are only lightly scrambled: whoever can read your files could use them.',
    session: 'Forget them when Suzu quits',
    sessionText:
      'Nothing is written to disk. Each time Suzu starts, you sign in again, and type them again for feeds.',
  },
  network: networkEn,
  settings: settingsEn,
  entry: entryEn,
  ringing: ringingEn,
  keys: {
    title: 'Keyboard shortcuts',
    move: 'Next or previous entry',
    ends: 'First or last entry',
    open: 'Open the entry',
    fold: 'Unfold or fold it',
    views: 'Notices or timeline',
    reload: 'Reload the timeline',
    close: 'Close what is open, then the window',
    help: 'This list',
  },
  answers: answersEn,
  diagnostics: diagnosticsEn,
  feeds: feedsEn,
  history: historyEn,
  updates: updatesEn,
  time: {
    now: 'now',
  },
};
