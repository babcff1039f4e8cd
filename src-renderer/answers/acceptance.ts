import type { NoteView } from '../../src-main/ipc/contract.ts';

/** What may be reacted with: any emoji, any that is not marked as sensitive, or only a heart. */
export type ReactionChoice = 'any' | 'non-sensitive' | 'like';

/** What the server makes of a reaction that a note does not take. */
export const like = '❤';

/**
 * Which reactions a note takes from the account (PROTOCOL §6). The account is remote to notes of other
 * servers: what their authors take from remote people applies to it.
 */
export function reactionChoice({
  reactionAcceptance,
  author,
}: {
  readonly reactionAcceptance: NoteView['reactionAcceptance'];
  readonly author: Pick<NoteView['author'], 'host'>;
}): ReactionChoice {
  const isRemote = author.host !== null;
  switch (reactionAcceptance) {
    case null:
      return 'any';
    case 'likeOnly':
      return 'like';
    case 'likeOnlyForRemote':
      return isRemote ? 'like' : 'any';
    case 'nonSensitiveOnly':
      return 'non-sensitive';
    case 'nonSensitiveOnlyForLocalLikeOnlyForRemote':
      return isRemote ? 'like' : 'non-sensitive';
  }
}

/**
 * Whether the account can react with what others reacted with: a custom emoji of another server is not
 * the account's own server's to give.
 */
export function canJoin(
  reaction: { readonly key: string; readonly name: string | null; readonly mine: boolean },
  choice: ReactionChoice,
): boolean {
  // What is there can always be taken back.
  if (reaction.mine) return true;
  if (choice === 'like') return reaction.key === like;
  return reaction.name === null || !reaction.name.includes('@');
}
