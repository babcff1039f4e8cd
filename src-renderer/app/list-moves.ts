import type { ListMove } from './keys.ts';

type Move = (step: ListMove) => boolean;

/** The lists that the keys can move in. */
export interface ListMoves {
  readonly register: (move: Move, within: () => Element | undefined) => () => void;
  /** Moves in the list of the active column, or in the one that is there; false where there is none. */
  readonly move: Move;
}

/** Keeps the lists that are shown, for the keys. */
export function createListMoves(): ListMoves {
  const lists = new Map<Move, () => Element | undefined>();
  return {
    register(move, within) {
      lists.set(move, within);
      return () => void lists.delete(move);
    },
    move(step) {
      const shown = [...lists];
      // The attribute of the column that the keys are meant for (timeline/Column.tsx).
      const active = shown.find(([, within]) => within()?.closest('[data-active]'));
      // The list that was shown last, where no column is marked.
      const [move] = active ?? shown.at(-1) ?? [];
      return move?.(step) ?? false;
    },
  };
}
