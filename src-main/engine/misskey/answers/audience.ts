import type { Note } from '../api/schemas.ts';

/** Who may read a note, from the widest to the narrowest. */
export const visibilities = ['public', 'home', 'followers', 'specified'] as const;
export type Visibility = (typeof visibilities)[number];

/** At least one, from the widest to the narrowest. */
export type Fitting = readonly [Visibility, ...Visibility[]];

const asNarrowAs: Readonly<Record<Visibility, Fitting>> = {
  public: visibilities,
  home: ['home', 'followers', 'specified'],
  followers: ['followers', 'specified'],
  specified: ['specified'],
};

/**
 * The visibilities that an answer to a note may have: as wide as the note, or narrower. What was said in
 * a channel is answered there, and a channel's notes are all public (PROTOCOL §5).
 */
export function visibilitiesOfReply({ visibility, channelId }: Note): Fitting {
  if (channelId !== null) return ['public'];
  return asNarrowAs[visibility];
}

/**
 * The visibilities that a renote or a quote may have; none where the note is not to be carried further:
 * one for followers by anybody but its author, and one for named people by nobody (PROTOCOL §5).
 * @param userId the account's own id.
 */
export function visibilitiesOfRenote(note: Note, userId: string | null): readonly Visibility[] {
  switch (note.visibility) {
    case 'public':
      return note.channelId === null ? visibilities : ['public'];
    case 'home':
      return asNarrowAs.home;
    case 'followers':
      return note.user.id === userId ? ['followers'] : [];
    case 'specified':
      return [];
  }
}
