/** What the demo server remembers. Times are milliseconds since the epoch. */

export type Visibility = 'public' | 'home' | 'followers' | 'specified';

export interface DemoUser {
  readonly id: string;
  readonly username: string;
  /** Null = a user of this server. */
  readonly host: string | null;
  readonly createdAt: number;
  name: string | null;
  description: string | null;
  isBot: boolean;
  isCat: boolean;
  isLocked: boolean;
  isSuspended: boolean;
  /** False = the server draws an identicon. */
  hasPicture: boolean;
  isOnline: boolean;
  updatedAt: number | null;
  autoAcceptFollowed: boolean;
  pinnedNoteIds: string[];
  mutedWords: string[][];
  hardMutedWords: string[][];
  mutedInstances: string[];
  /** By notification type; the misspelt name is the protocol's. */
  notificationRecieveConfig: Record<string, { readonly type: string }>;
  achievements: { readonly name: string; readonly unlockedAt: number }[];
  roles: DemoRole[];
}

export interface DemoRole {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
  readonly description: string;
  /** Whether everybody may look through its people and their notes. */
  readonly isExplorable: boolean;
}

export interface DemoFile {
  readonly id: string;
  readonly createdAt: number;
  readonly userId: string;
  /** The picture's name below `photos/`, or the name of a file that is no picture. */
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly isSensitive: boolean;
  readonly comment: string | null;
  /** Pixels; null for a file that is no picture. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface DemoPoll {
  readonly multiple: boolean;
  readonly choices: readonly string[];
  expiresAt: number | null;
  ended: boolean;
  /** The chosen indexes by user id. */
  readonly votes: Map<string, Set<number>>;
}

export type ReactionAcceptance =
  | 'likeOnly'
  | 'likeOnlyForRemote'
  | 'nonSensitiveOnly'
  | 'nonSensitiveOnlyForLocalLikeOnlyForRemote';

export interface DemoNote {
  readonly id: string;
  readonly createdAt: number;
  readonly userId: string;
  readonly text: string | null;
  readonly cw: string | null;
  readonly visibility: Visibility;
  readonly localOnly: boolean;
  readonly reactionAcceptance: ReactionAcceptance | null;
  readonly visibleUserIds: readonly string[];
  readonly replyId: string | null;
  readonly renoteId: string | null;
  readonly channelId: string | null;
  readonly fileIds: readonly string[];
  readonly poll: DemoPoll | null;
  readonly mentions: readonly string[];
  readonly tags: readonly string[];
  /** The reaction's key (`👍`, `:name@.:`, `:name@host:`) by user id, in the order in which they came. */
  readonly reactions: Map<string, string>;
  renoteCount: number;
  repliesCount: number;
}

export interface DemoNotification {
  readonly id: string;
  readonly createdAt: number;
  readonly type: string;
  readonly notifierId: string | null;
  readonly noteId: string | null;
  /** Fields that only this type has (`reaction`, `achievement`, …), as they are sent. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A user's notifications, oldest first, and how far they were read. */
export interface Inbox {
  readonly items: DemoNotification[];
  latestReadId: string | null;
}

export interface DemoToken {
  readonly token: string;
  readonly userId: string;
  /** What an app may do; null = the web client's own token, which may do everything. */
  readonly permissions: readonly string[] | null;
}

export interface DemoEmoji {
  readonly id: string;
  readonly name: string;
  /** Null = an emoji of this server. */
  readonly host: string | null;
  readonly category: string | null;
  readonly aliases: readonly string[];
  /** The name of its picture among those of emojis. */
  readonly picture: string;
}

export interface DemoFollowing {
  withReplies: boolean;
  /** `normal` = tell me when they post. */
  notify: 'normal' | 'none';
}

export interface DemoAnnouncement {
  readonly id: string;
  readonly createdAt: number;
  readonly title: string;
  readonly text: string;
  readonly icon: 'info' | 'warning' | 'error' | 'success';
  /** Null = for everybody. */
  readonly userId: string | null;
  readonly readBy: Set<string>;
}

export interface DemoList {
  readonly id: string;
  readonly createdAt: number;
  readonly ownerId: string;
  readonly name: string;
  readonly userIds: Set<string>;
}

export interface DemoAntenna {
  readonly id: string;
  readonly createdAt: number;
  readonly ownerId: string;
  readonly name: string;
  /** A note belongs to the antenna when its text holds one of these. */
  readonly keywords: readonly string[];
}

export interface DemoChannel {
  readonly id: string;
  readonly createdAt: number;
  readonly ownerId: string;
  readonly name: string;
  readonly description: string;
  readonly color: string;
}

export interface DemoChatRoom {
  readonly id: string;
  readonly createdAt: number;
  readonly ownerId: string;
  readonly name: string;
  /** The owner is among them. */
  readonly memberIds: Set<string>;
}

export interface DemoChatMessage {
  readonly id: string;
  readonly createdAt: number;
  readonly fromUserId: string;
  /** Null for a message to a room. */
  readonly toUserId: string | null;
  readonly toRoom: DemoChatRoom | null;
  readonly text: string;
  /** The sender is among them. */
  readonly readBy: Set<string>;
}
