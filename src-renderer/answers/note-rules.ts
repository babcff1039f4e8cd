import type { AccountView, NoteView } from '../../src-main/ipc/contract.ts';

/** Whether a note may be renoted: a note for few stays with them, but one's own may go to one's followers. */
export function canRenote(note: Pick<NoteView, 'visibility' | 'own' | 'hidden'>): boolean {
  if (note.hidden) return false;
  switch (note.visibility) {
    case 'public':
    case 'home':
      return true;
    case 'followers':
      return note.own;
    case 'specified':
      return false;
  }
}

/** The page of a note on the account's server. Only a server on this computer is reached without TLS. */
export function notePage(account: Pick<AccountView, 'host'>, noteId: string): string {
  const isLoopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(account.host);
  return `${isLoopback ? 'http' : 'https'}://${account.host}/notes/${encodeURIComponent(noteId)}`;
}

/** Whether a choice of a poll may be voted for. */
export function canVote(
  poll: {
    readonly multiple: boolean;
    readonly expiresAt: number | null;
    readonly choices: readonly { readonly mine: boolean }[];
  },
  choice: number,
  now: number,
): boolean {
  if (poll.expiresAt !== null && poll.expiresAt <= now) return false;
  const voted = poll.choices[choice]?.mine;
  if (voted === undefined || voted) return false;
  return poll.multiple || poll.choices.every(({ mine }) => !mine);
}
