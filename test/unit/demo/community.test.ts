import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'mfm-js';
import { expect, test } from 'vitest';
import { localEmojis } from '../../../src-main/demo/community/emojis.ts';
import { people } from '../../../src-main/demo/community/people.ts';
import { photos } from '../../../src-main/demo/community/photos.ts';
import { scriptedNotes } from '../../../src-main/demo/community/scripted.ts';
import { seedNotes } from '../../../src-main/demo/community/seed-notes.ts';
import { settleCommunity } from '../../../src-main/demo/community.ts';
import { fallbackReaction } from '../../../src-main/demo/world/emojis.ts';
import { createWorld, requireUser } from '../../../src-main/demo/world/world.ts';
import { demoPictures } from '../../support/demo.ts';
import { manualClock } from '../../support/manual-clock.ts';

const clock = manualClock();
const world = createWorld(clock);
settleCommunity(world, 'minato');
const notes = [...world.notes.values()];

test('about forty notes lie over the last hours, oldest first', () => {
  expect(notes.length).toBeGreaterThanOrEqual(38);
  const times = notes.map(({ createdAt }) => createdAt);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  expect(Math.max(...times)).toBeLessThan(clock.now());
  expect([...notes].map(({ id }) => id).sort()).toEqual(notes.map(({ id }) => id));
});

test('every note that is answered or renoted is there, and every reaction is a known emoji', () => {
  for (const seed of seedNotes) {
    const keys = [seed.replyTo, seed.renoteOf].filter((key) => key !== undefined);
    for (const key of keys) expect(seedNotes.some((other) => other.key === key)).toBe(true);
    for (const emoji of Object.values(seed.reactions ?? {})) {
      const known = localEmojis.some(({ name }) => emoji === `:${name}:`);
      expect({ emoji, known: known || /^\P{ASCII}+$/u.test(emoji) }).toEqual({
        emoji,
        known: true,
      });
    }
  }
  const hearts = seedNotes
    .flatMap((seed) => Object.values(seed.reactions ?? {}))
    .filter((emoji) => emoji === '❤');
  const counted = notes
    .flatMap((note) => [...note.reactions.values()])
    .filter((key) => key === fallbackReaction);
  expect(counted).toHaveLength(hearts.length);
});

test('there is some of everything that a client has to show', () => {
  const kinds = {
    warning: notes.some(({ cw }) => cw !== null),
    picture: notes.some(({ fileIds }) => fileIds.length > 0),
    sensitive: [...world.files.values()].some(({ isSensitive }) => isSensitive),
    poll: notes.some(({ poll }) => poll !== null),
    quote: notes.some(({ renoteId, text }) => renoteId !== null && text !== null),
    renote: notes.some(({ renoteId, text }) => renoteId !== null && text === null),
    reply: notes.some(({ replyId }) => replyId !== null),
    followers: notes.some(({ visibility }) => visibility === 'followers'),
    direct: notes.some(({ visibility }) => visibility === 'specified'),
    channel: notes.some(({ channelId }) => channelId !== null),
    remoteEmoji: notes.some((note) => [...note.reactions.values()].includes(':tea@far.example:')),
  };
  expect(Object.entries(kinds).filter(([, present]) => !present)).toEqual([]);
});

test('the text uses bold, italic, small, center, quotes, code, links, tags, mentions and functions', () => {
  const used = new Set<string>();
  const collect = (nodes: ReturnType<typeof parse>): void => {
    for (const node of nodes) {
      used.add(node.type);
      if (node.children !== undefined) collect(node.children);
    }
  };
  for (const { text } of [...seedNotes, ...scriptedNotes]) collect(parse(text ?? ''));
  for (const type of [
    ...['bold', 'italic', 'small', 'center', 'quote', 'blockCode', 'inlineCode', 'url'],
    ...['hashtag', 'mention', 'fn', 'emojiCode', 'unicodeEmoji'],
  ])
    expect(used).toContain(type);
});

test('everybody speaks, and everybody who is named exists', () => {
  for (const { by } of [...seedNotes, ...scriptedNotes])
    expect(requireUser(world, by)).toBeDefined();
  const speakers = new Set(notes.map(({ userId }) => userId));
  expect(speakers.size).toBe(people.length);
});

test('there are old notifications to be silent about', () => {
  const account = requireUser(world, 'minato');
  expect(world.inboxes.get(account.id)?.items.length).toBeGreaterThanOrEqual(3);
});

test('every picture that the community names is drawn', () => {
  const drawn = (folder: string) =>
    readdirSync(join(demoPictures, folder)).map((file) => file.replace(/\.webp$/, ''));
  expect(drawn('photos')).toEqual(expect.arrayContaining(Object.keys(photos)));
  expect(drawn('emoji')).toEqual(expect.arrayContaining(localEmojis.map(({ name }) => name)));
  const pictured = people.filter(({ hasPicture = true }) => hasPicture);
  expect(drawn('avatars')).toEqual(
    expect.arrayContaining(pictured.map(({ username }) => username)),
  );
});
