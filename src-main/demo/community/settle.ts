import { reactionKey } from '../world/emojis.ts';
import type { DemoFile, DemoNote, DemoUser } from '../world/model.ts';
import { countNote, storeNote } from '../world/notes.ts';
import { requireUser, type World } from '../world/world.ts';
import { people } from './people.ts';
import { type PhotoName, photos } from './photos.ts';
import type { SeedNote } from './seed-notes.ts';

const minuteMs = 60_000;

/** Puts the notes of before the start into the world, with reactions and votes, oldest first. */
export function placeSeedNotes(world: World, seeds: readonly SeedNote[]): void {
  const byKey = new Map<string, DemoNote>();
  for (const seed of seeds) {
    const note = placeSeedNote(world, seed, byKey);
    if (seed.key !== undefined) byKey.set(seed.key, note);
  }
}

function placeSeedNote(
  world: World,
  seed: SeedNote,
  byKey: ReadonlyMap<string, DemoNote>,
): DemoNote {
  const now = world.clock.now();
  const at = now - seed.ago * minuteMs;
  const author = requireUser(world, seed.by);
  const idOf = (key: string | undefined) =>
    key === undefined ? null : (byKey.get(key)?.id ?? null);
  const channel = [...world.channels.values()].find(({ name }) => name === seed.channel);
  const note = storeNote(
    world,
    author,
    {
      text: seed.text ?? null,
      cw: seed.cw ?? null,
      visibility: seed.visibility ?? 'public',
      visibleUserIds: seed.visibility === 'specified' ? [requireUser(world, 'minato').id] : [],
      replyId: idOf(seed.replyTo),
      renoteId: idOf(seed.renoteOf),
      channelId: channel?.id ?? null,
      fileIds: (seed.photos ?? []).map(
        ({ name, sensitive = false }) => addPhoto(world, author, name, sensitive, at).id,
      ),
      poll:
        seed.poll === undefined
          ? null
          : { ...seed.poll, expiresAt: now + seed.poll.endsIn * minuteMs },
    },
    at,
  );
  countNote(world, note);
  for (const [username, reaction] of Object.entries(seed.reactions ?? {})) {
    const reactor = personNamed(world, username);
    note.reactions.set(reactor.id, reactionKey(world, reactor, reaction, null));
  }
  for (const [username, choice] of Object.entries(seed.poll?.votes ?? {}))
    note.poll?.votes.set(personNamed(world, username).id, new Set([choice]));
  return note;
}

/** The demo's names are unique, so that the host can be left out. */
function personNamed(world: World, username: string): DemoUser {
  const host = people.find((person) => person.username === username)?.host;
  return requireUser(world, host === undefined || host === null ? username : `${username}@${host}`);
}

/** Adds one of the photos as a file of that user. */
export function addPhoto(
  world: World,
  owner: DemoUser,
  name: PhotoName,
  isSensitive: boolean,
  at = world.clock.now(),
): DemoFile {
  const { width, height, comment } = photos[name];
  const file: DemoFile = {
    id: world.newId(at),
    createdAt: at,
    userId: owner.id,
    name,
    type: 'image/webp',
    size: 48_000,
    isSensitive,
    comment,
    width,
    height,
  };
  world.files.set(file.id, file);
  return file;
}
