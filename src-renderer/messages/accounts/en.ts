import { counter } from '../plural.ts';

const counted = counter('en');

/** The words of the accounts' page, and of servers that are watched without signing in. */
export const accountsEn = {
  list: 'Accounts',
  up: (handle: string) => `Move ${handle} up`,
  down: (handle: string) => `Move ${handle} down`,
  unread: (count: number) => counted(count, { one: '1 unread', other: `${count} unread` }),
  guest: 'Watching',
  presence: 'Low presence',
  presenceOf: (handle: string) => `Low presence for ${handle}`,
  presenceText:
    'Suzu asks every few minutes instead of staying connected, so you do not look online all day; everything still rings, only later.',
  stopWatching: 'Stop watching',
  stopWatchingTitle: (host: string) => `Stop watching ${host}?`,
  stopWatchingText:
    'Suzu forgets this server and its timelines. You can watch it again at any time.',
  watching: (host: string) =>
    `You are watching ${host}. Sign in to be told of reactions, replies and follows, and to answer.`,
  signIn: 'Sign in',
  watch: 'Watch a server without signing in',
  watchText:
    'Its public timelines appear here. Nothing rings, and nothing can be answered, until you sign in.',
  watchChecking: 'Looking for the server…',
  guestsOnlyTitle: 'Nothing can ring here yet',
};
