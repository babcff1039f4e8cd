import type { PollView } from '../../src-main/ipc/contract.ts';

/** All votes of a poll. Where several answers are allowed, a person can have given more than one. */
export function totalVotes({ choices }: Pick<PollView, 'choices'>): number {
  return choices.reduce((sum, { votes }) => sum + Math.max(0, votes), 0);
}

/**
 * Each choice's share of all votes in whole percent. The shares of a poll with votes always add up to
 * 100: what rounding down leaves goes to the largest remainders, the earlier choice first.
 */
export function pollShares(poll: Pick<PollView, 'choices'>): readonly number[] {
  const total = totalVotes(poll);
  if (total === 0) return poll.choices.map(() => 0);
  const exact = poll.choices.map(({ votes }) => (Math.max(0, votes) / total) * 100);
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((sum, share) => sum + share, 0);
  const raised = new Set(
    exact
      .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return floors.map((share, index) => (raised.has(index) ? share + 1 : share));
}
