import { localEmojis, remoteEmoji } from './community/emojis.ts';
import { type PersonInput, people } from './community/people.ts';
import { emojiKey } from './world/emojis.ts';
import { linkFollowing } from './world/following.ts';
import type { DemoUser } from './world/model.ts';
import { requireUser, type World } from './world/world.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Fills an empty world with people, emojis, and what they wrote in the last hours. */
export function settleCommunity(world: World, account: string): void {
  const founded = world.clock.now() - 200 * dayMs;
  for (const [index, person] of people.entries()) addPerson(world, person, founded + index * dayMs);
  for (const emoji of localEmojis)
    world.emojis.set(emojiKey(emoji.name, null), {
      ...emoji,
      id: world.newId(founded),
      host: null,
    });
  world.emojis.set(emojiKey(remoteEmoji.name, remoteEmoji.host), {
    ...remoteEmoji,
    id: world.newId(founded),
    category: null,
    aliases: [],
  });
  const owner = requireUser(world, account);
  for (const { username, host = null, followed, follower } of people) {
    const other = requireUser(world, host === null ? username : `${username}@${host}`);
    if (followed) linkFollowing(world, owner, other);
    if (follower) linkFollowing(world, other, owner);
  }
}

function addPerson(world: World, person: PersonInput, createdAt: number): void {
  const user: DemoUser = {
    id: world.newId(createdAt),
    username: person.username,
    host: person.host ?? null,
    createdAt,
    name: person.name,
    description: person.description,
    isBot: person.isBot ?? false,
    isCat: person.isCat ?? false,
    isLocked: person.isLocked ?? false,
    isSuspended: false,
    hasPicture: person.hasPicture ?? true,
    isOnline: person.isOnline ?? false,
    updatedAt: null,
    autoAcceptFollowed: false,
    pinnedNoteIds: [],
    mutedWords: [],
    hardMutedWords: [],
    mutedInstances: [],
    notificationRecieveConfig: {},
    achievements: [],
    roles: [],
  };
  world.users.set(user.id, user);
}
