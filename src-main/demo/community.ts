import { localEmojis, remoteEmoji } from './community/emojis.ts';
import { type PersonInput, people } from './community/people.ts';
import { seedNotes } from './community/seed-notes.ts';
import { placeSeedNotes } from './community/settle.ts';
import { emojiKey } from './world/emojis.ts';
import { linkFollowing } from './world/following.ts';
import { storeNotification } from './world/inbox.ts';
import type { DemoUser } from './world/model.ts';
import { addRole } from './world/roles.ts';
import { requireUser, type World } from './world/world.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Fills an empty world with people, emojis, and what they wrote in the last hours. */
export function settleCommunity(world: World, account: string): void {
  const founded = world.clock.now() - 200 * dayMs;
  for (const [index, person] of people.entries()) addPerson(world, person, founded + index * dayMs);
  addEmojis(world, founded);
  const owner = requireUser(world, account);
  befriend(world, owner);
  addPlaces(world, owner, founded);
  placeSeedNotes(world, seedNotes);
  addOldNotifications(world, owner);
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

function addEmojis(world: World, createdAt: number): void {
  for (const emoji of localEmojis)
    world.emojis.set(emojiKey(emoji.name, null), {
      ...emoji,
      id: world.newId(createdAt),
      host: null,
      picture: emoji.name,
    });
  world.emojis.set(emojiKey(remoteEmoji.name, remoteEmoji.host), {
    ...remoteEmoji,
    id: world.newId(createdAt),
    category: null,
    aliases: [],
    picture: remoteEmoji.name,
  });
}

function befriend(world: World, owner: DemoUser): void {
  for (const { username, host = null, followed, follower } of people) {
    const other = requireUser(world, host === null ? username : `${username}@${host}`);
    if (followed) linkFollowing(world, owner, other);
    if (follower) linkFollowing(world, other, owner);
  }
}

/** A list, an antenna, a channel and a role, so that every kind of timeline has something in it. */
function addPlaces(world: World, owner: DemoUser, createdAt: number): void {
  const listId = world.newId(createdAt);
  const userIds = new Set(
    ['akari', 'amelie', 'lukas'].map((username) => requireUser(world, username).id),
  );
  world.lists.set(listId, { id: listId, createdAt, ownerId: owner.id, name: 'パンと花', userIds });
  const antennaId = world.newId(createdAt);
  world.antennas.set(antennaId, {
    id: antennaId,
    createdAt,
    ownerId: owner.id,
    name: 'お茶',
    keywords: [':tea:', '茶', 'Tee', 'thé'],
  });
  const channelId = world.newId(createdAt);
  world.channels.set(channelId, {
    id: channelId,
    createdAt,
    ownerId: requireUser(world, 'kokoro').id,
    name: '読書会',
    description: '月に一度、本の話をします。',
    color: '#966208',
  });
  const role = addRole(world, '商店街', true);
  for (const username of ['akari', 'amelie', owner.username])
    requireUser(world, username).roles.push(role);
}

/** What happened before anybody looked, so that a first sign-in has something to be silent about. */
function addOldNotifications(world: World, owner: DemoUser): void {
  const at = (minutesAgo: number) => world.clock.now() - minutesAgo * minuteMs;
  const own = [...world.notes.values()].find((note) => note.userId === owner.id);
  const by = (username: string) => requireUser(world, username).id;
  storeNotification(world, owner.id, { type: 'follow', notifierId: by('mei') }, at(500));
  storeNotification(
    world,
    owner.id,
    { type: 'achievementEarned', extra: { achievement: 'notes10' } },
    at(480),
  );
  if (own !== undefined)
    for (const [username, minutesAgo, reaction] of [
      ['akari', 411, ':tea:'],
      ['jiho', 408, '👋'],
    ] as const)
      storeNotification(
        world,
        owner.id,
        { type: 'reaction', notifierId: by(username), noteId: own.id, extra: { reaction } },
        at(minutesAgo),
      );
  storeNotification(world, owner.id, { type: 'follow', notifierId: by('jiho') }, at(200));
}
