import {
  admin,
  chatRoom,
  chatUser,
  drive,
  main,
  reversi,
  serverStats,
} from './account-channels.ts';
import type { ChannelKind } from './channel.ts';
import { antenna, channel, hashtag, roleTimeline, timeline, userList } from './note-channels.ts';

/** The channels by their names. */
export const channelKinds: ReadonlyMap<string, ChannelKind> = new Map(
  Object.entries({
    main,
    homeTimeline: timeline('home', true),
    localTimeline: timeline('local', false),
    hybridTimeline: timeline('hybrid', true),
    globalTimeline: timeline('global', false),
    bubbleTimeline: timeline('bubble', false),
    userList,
    hashtag,
    antenna,
    channel,
    roleTimeline,
    drive,
    chatUser,
    chatRoom,
    serverStats,
    queueStats: { ...serverStats },
    admin,
    reversi,
  }),
);
