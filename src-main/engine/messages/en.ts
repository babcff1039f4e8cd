import { answersEn } from './answers/en.ts';
import { commandLineEn } from './command-line/en.ts';
import { diagnosticsEn } from './diagnostics/en.ts';
import { entryEn } from './entry/en.ts';
import { feedsEn } from './feeds/en.ts';
import { historyEn } from './history/en.ts';
import { networkEn } from './network/en.ts';
import { rulesEn } from './rules/en.ts';
import { soundsEn } from './sounds/en.ts';
import { updatesEn } from './updates/en.ts';

export const en = {
  tray: {
    ...updatesEn,
    open: 'Open Suzu',
    account: (handle: string, state: string) => `${handle}: ${state}`,
    unread: (count: number) => `${count} unread`,
    noAccount: 'No account yet',
    moreAccounts: (count: number) => `and ${count} more`,
    /** A menu of its own where there are many. */
    feeds: 'Feeds',
    markAllRead: 'Mark all as read',
    pause: 'Pause notifications',
    pause30Minutes: 'For 30 minutes',
    pause1Hour: 'For 1 hour',
    pauseUntilTomorrow: 'Until tomorrow',
    pausedUntil: (time: string) => `Notifications paused until ${time}`,
    resume: 'Resume now',
    settings: 'Settings',
    quit: 'Quit Suzu',
  },
  notice: {
    reaction: (who: string, emoji: string) => `${who} reacted with ${emoji}`,
    follow: (who: string) => `${who} followed you`,
    mention: (who: string) => `${who} mentioned you`,
    direct: (who: string) => `${who} sent you a direct note`,
    reply: (who: string) => `${who} replied to you`,
    /** Several people, for `reactions`, `renotes` and `notes`. */
    people: {
      one: (first: string) => `${first}`,
      two: (first: string, second: string) => `${first} and ${second}`,
      /** One name, and that many more. */
      oneAnd: (first: string, others: number) =>
        `${first} and ${others === 1 ? '1 other' : `${others} others`}`,
      twoAnd: (first: string, second: string, others: number) =>
        `${first}, ${second} and ${others === 1 ? '1 other' : `${others} others`}`,
    },
    reactions: (people: string) => `${people} reacted to your note`,
    renotes: (people: string) => `${people} renoted your note`,
    notes: (people: string) => `${people} posted notes`,
    renote: (who: string) => `${who} renoted your note`,
    quote: (who: string) => `${who} quoted your note`,
    note: (who: string) => `${who} posted a note`,
    pollVote: (who: string) => `${who} voted in your poll`,
    pollEnded: 'A poll has ended',
    noteScheduled: 'Your note was scheduled',
    scheduledNotePosted: 'Your scheduled note was posted',
    scheduledNotePostFailed: 'Your scheduled note could not be posted',
    receiveFollowRequest: (who: string) => `${who} asks to follow you`,
    followRequestAccepted: (who: string) => `You now follow ${who}`,
    requestAccepted: (who: string) => `${who} accepted your follow request`,
    followAccepted: (who: string) => `${who} now follows you`,
    roleAssigned: (role: string) => `You were given the role “${role}”`,
    roleAssignedUnnamed: 'You were given a role',
    chatRoomInvitation: (who: string) => `${who} invites you to a chat room`,
    chatMessage: (who: string) => `${who} sent you a message`,
    chatRoomMessage: (who: string, room: string) => `${who} wrote in “${room}”`,
    groupInvited: (who: string) => `${who} invites you to a group`,
    announcement: (title: string) => (title === '' ? 'Announcement' : `Announcement: ${title}`),
    sensitiveFlagAssigned: 'One of your files was marked as sensitive',
    achievementEarned: 'You earned an achievement',
    exportCompleted: 'Your export is ready',
    login: 'New sign-in to your account',
    createToken: 'An app was given access to your account',
    securityHint: 'If this was not you, check your security settings.',
    app: 'Message from an app',
    test: 'Test notification',
    testBody: 'The bell works.',
    generic: 'New notification',
    genericBy: (who: string) => `New notification from ${who}`,
    /** A group of a feed's: what its newest notice says, and how many there are. */
    counted: (title: string, count: number) => `${title} (${count})`,
    someone: 'Someone',
    contentWarning: (cw: string) => (cw === '' ? 'Content warning' : `Content warning: ${cw}`),
    hidden: 'The content is hidden',
    files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    poll: 'Poll',
    exported: {
      antenna: 'Antennas',
      blocking: 'Blocked people',
      clip: 'Clips',
      customEmoji: 'Custom emojis',
      favorite: 'Favourites',
      following: 'People you follow',
      muting: 'Muted people',
      note: 'Notes',
      userList: 'Lists',
    },
  },
  digest: {
    title: (count: number) => `${count} notifications while you were away`,
    titleHeld: rulesEn.titleHeld,
    /** Over what a feed sent beyond what may be shown one by one. */
    titleBurst: (count: number) => `${count} more notifications in a short time`,
    kinds: {
      reaction: (count: number) => (count === 1 ? '1 reaction' : `${count} reactions`),
      follow: (count: number) => (count === 1 ? '1 new follower' : `${count} new followers`),
      mention: (count: number) => (count === 1 ? '1 mention' : `${count} mentions`),
      reply: (count: number) => (count === 1 ? '1 reply' : `${count} replies`),
      renote: (count: number) => (count === 1 ? '1 renote' : `${count} renotes`),
      quote: (count: number) => (count === 1 ? '1 quote' : `${count} quotes`),
      newChatMessage: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
      announcement: (count: number) => (count === 1 ? '1 announcement' : `${count} announcements`),
      event: (count: number) => (count === 1 ? '1 event' : `${count} events`),
      other: (count: number) => (count === 1 ? '1 other' : `${count} others`),
    },
    separator: ', ',
  },
  history: historyEn,
  reason: rulesEn.reason,
  sound: soundsEn,
  state: {
    connecting: 'Connecting…',
    subscribing: 'Connecting…',
    online: 'Online',
    polling: 'Online, asking every few minutes',
    pollingOld: 'Online, asking every few minutes: this server is too old for more',
    stale: 'No answer from the server; reconnecting…',
    waiting: {
      closed: 'Connection lost; reconnecting…',
      unreachable: 'The server cannot be reached; trying again…',
      'handshake-timeout': 'The server does not answer; trying again…',
      'not-acknowledged': 'The server did not confirm the subscription; trying again…',
      'no-pong': 'Connection lost; reconnecting…',
      'server-error': 'The server has a problem; trying again…',
      'rate-limited': 'The server asks to wait; trying again later…',
      'not-misskey': 'The server does not answer as Misskey at the moment; trying again…',
      rejected: 'The server turned the connection down; trying again…',
      ...networkEn.problem,
      ...feedsEn.waiting,
    },
    offline: networkEn.offline,
    refused: {
      'token-invalid': 'Access was revoked. Sign in again.',
      'permission-missing': 'The access token lacks a permission. Sign in again.',
      suspended: 'The server says that this account is suspended.',
      'not-misskey': 'This server is not a Misskey server. Check its address.',
      'token-missing': 'The saved access cannot be read. Sign in again.',
      'guest-refused': 'This server shows nothing to guests. Sign in to see it.',
      ...feedsEn.refused,
    },
  },
  timeline: {
    notLive: {
      refused:
        'The server does not send new notes of this timeline by itself. Reload it to see them.',
      full: 'So many timelines are open that the server sends no new notes of this one. Close another, or reload it.',
      polling:
        'This account asks for news only now and then, so new notes come later. Reload to see them now.',
    },
    gone: {
      list: 'The server does not have this list any more. You can unpin it.',
      antenna: 'The server does not have this antenna any more. You can unpin it.',
      channel: 'The server does not have this channel any more. You can unpin it.',
      role: 'The server does not have this role any more, or does not show it. You can unpin it.',
    },
    signInAgain: 'The access of this account does not allow this. Sign in again to allow it.',
    badTags: 'These hashtags cannot be shown together. Choose fewer, and at least one.',
    notPinned: 'This timeline is not in the list any more.',
    lastOne: 'The last timeline of an account stays. Add another first.',
  },
  answer: answersEn,
  feeds: feedsEn,
  network: networkEn,
  diagnostics: diagnosticsEn,
  error: {
    ...networkEn.problem,
    serverName: 'This is not a server’s address. Type it like “example.social”.',
    notMisskey: (host: string) => `${host} is not a Misskey server. Check the address.`,
    unreachable: (host: string) =>
      `${host} cannot be reached. Check the address and your connection, then try again.`,
    serverError: (host: string) => `${host} has a problem at the moment. Try again later.`,
    rateLimited: (host: string) => `${host} asks to wait. Try again in a minute.`,
    noMiauth: (host: string) =>
      `${host} does not offer sign-in in the browser. Paste an access token instead (under “Advanced”).`,
    tokenInvalid: 'The server does not know this access token. Copy it again, in full.',
    tokenPermission:
      'This access token may not read your account. Create one with “View your account information” and “View your notifications”.',
    suspended: 'The server says that this account is suspended.',
    noteGone: 'This note is gone, or you may not see it.',
    notForGuests: 'The server shows this only to those who are signed in. Sign in to see it.',
    userGone: 'This person cannot be found on your server.',
    timelineForbidden: 'This server does not offer this timeline to you.',
    actionFailed: (host: string) => `${host} did not accept this. Try again.`,
    linkRefused: 'This link is not a web address, so Suzu does not open it.',
    linkFailed: 'The browser could not be opened.',
    signInTimeout: 'Nobody confirmed the sign-in in time. Try again.',
    signInUsed: 'This sign-in was already used or has ended. Start it again.',
    signInBrowser: 'The browser could not be opened. Copy the address below into it.',
    settingsNotKept:
      'This could not be saved to disk; it holds until Suzu quits. Check that the disk is not full.',
    accountGone: 'This account is not in Suzu any more.',
    demoFailed: 'The demo could not be started.',
  },
  callback: {
    title: 'Suzu',
    done: 'You are signed in. You can close this page and go back to Suzu.',
    failed: 'This sign-in is over. Start it again in Suzu.',
  },
  banner: {
    noTray:
      'This desktop shows no tray icons, so Suzu opened its window. On GNOME, the extension “AppIndicator and KStatusNotifierItem Support” adds them. Starting Suzu again always brings this window back.',
    settingsBroken: (file: string) =>
      `The settings file could not be read. It was kept as ${file}, and Suzu started with its defaults.`,
    settingsNewer: (file: string) =>
      `A newer Suzu wrote the settings. What this one understands is in use; a copy is at ${file}.`,
    settingsNotWritable:
      'The settings cannot be written, so changes last until Suzu quits. Check the disk and the folder’s permissions.',
    historyUnreadable:
      'The kept notices cannot be read, so Suzu starts without them. Check the folder’s permissions.',
  },
  /** On toasts. */
  toast: {
    /** A click; some desktops show it as a button. */
    open: 'Open',
    reply: 'Reply',
    replyPlaceholder: 'Write a reply…',
    send: 'Send',
    react: (emoji: string) => `React ${emoji}`,
    'follow-back': 'Follow back',
    'accept-follow': 'Accept',
    'reject-follow': 'Decline',
    confirm: 'Confirm',
    /** Over the reason and what to do. */
    refused: {
      reply: 'Your reply was not sent',
      react: 'Your reaction was not sent',
      'follow-back': 'You do not follow back yet',
      'accept-follow': 'The follow request was not accepted',
      'reject-follow': 'The follow request was not declined',
      confirm: 'The announcement is still unread',
    },
    /** So that what was typed on a toast is not lost. */
    yourWords: (text: string) => `You wrote: ${text}`,
  },
  commandLine: commandLineEn,
  entry: entryEn,
};
