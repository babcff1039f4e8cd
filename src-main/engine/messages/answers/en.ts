/** What is said of answers: to notes, to people and to notices. */
export const answersEn = {
  /** On a notice: what the reader did about it. */
  done: {
    reply: 'Replied',
    react: 'Reacted',
    'follow-back': 'Followed back',
    'accept-follow': 'Accepted',
    'reject-follow': 'Rejected',
    confirm: 'Read',
  },
  /** The access token lacks a permission. */
  mayNot: {
    post: 'Suzu may not post for this account yet. Sign in again to allow it.',
    react: 'Suzu may not react for this account yet. Sign in again to allow it.',
    vote: 'Suzu may not vote for this account yet. Sign in again to allow it.',
    follow: 'Suzu may not follow people for this account yet. Sign in again to allow it.',
    mute: 'Suzu may not mute people for this account yet. Sign in again to allow it.',
  },
  signedOut: 'This account is not signed in. Sign in, then try again.',
  roleForbids: 'Your role on this server does not allow this.',
  moved: 'This account has moved to another server. Here it can only be read.',
  offline: (host: string) => `${host} cannot be reached. Check your connection, then try again.`,
  blocked: 'This person has blocked you.',
  blocking: 'You have blocked this person. Unblock them in the browser first.',
  yourself: 'This cannot be done to yourself.',
  noFollowRequest: 'This follow request is not there any more.',
  notFollowing: 'You do not follow this person.',
  renoteItself: 'A renote cannot be answered. Answer the note inside it.',
  notRenotable: 'This note is not for everybody, so it cannot be renoted or quoted.',
  staysInChannel: 'This note may not leave its channel.',
  staysDirect: 'A direct note can only be answered with a direct note.',
  channelGone: 'This channel is gone.',
  notYours: 'Only its author can delete a note.',
  pollEnded: 'This poll has ended.',
  alreadyVoted: 'You have already voted in this poll.',
  pollGone: 'This choice is not there any more.',
  foreignEmoji: 'This emoji is of another server. Choose one that your server has.',
  prohibitedWords: 'Your note has a word that this server does not allow. Change it and try again.',
  tooManyMentions: 'Your note mentions more people than this server allows.',
  tooLong: 'Your note is too long for this server.',
  longerThan: (longest: number) => `Your note is too long: at most ${longest} characters.`,
  warningLongerThan: (longest: number) =>
    `The content warning is too long: at most ${longest} characters.`,
  empty: 'Write something first.',
  noRecipients: 'A direct note needs somebody to go to. Mention them, like @alice.',
  unknownRecipient: (handle: string) =>
    `${handle} cannot be found, so the note was not sent. Check the name.`,
};

/** A language that lacks a sentence does not compile. */
export type AnswerMessages = typeof answersEn;
