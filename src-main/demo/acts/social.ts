import { readChat, sendChatMessage, sendRoomMessage } from '../world/chat.ts';
import { acceptFollowRequest, follow, linkFollowing, unfollow } from '../world/following.ts';
import type { DemoChatRoom, DemoNote, DemoUser } from '../world/model.ts';
import { createNote, deleteNote } from '../world/notes.ts';
import { endPoll, vote } from '../world/polls.ts';
import { react, unreact } from '../world/reactions.ts';
import { isPureRenote } from '../world/visibility.ts';
import { requireNote, requireUser, type World } from '../world/world.ts';
import { outcomeOf } from './outcome.ts';
import type { ActResult, DemoActs } from './types.ts';

type SocialActs = Pick<
  DemoActs,
  | 'postNote'
  | 'deleteNote'
  | 'react'
  | 'updateReaction'
  | 'unreact'
  | 'follow'
  | 'unfollow'
  | 'requestFollow'
  | 'acceptRequest'
  | 'mention'
  | 'reply'
  | 'renote'
  | 'quote'
  | 'dm'
  | 'vote'
  | 'pollEnd'
  | 'bellNote'
  | 'chatMessage'
  | 'chatRoomMessage'
  | 'readChat'
>;

/** What people do to each other and to the account. */
export function socialActs(world: World, account: DemoUser): SocialActs {
  const person = (name: string) => requireUser(world, name);
  const outcome = (act: () => DemoNote | null): ActResult => outcomeOf(world, account, act);

  /** The newest note of the account that can be answered; one is posted when there is none. */
  function noteOfAccount(noteId: string | undefined): DemoNote {
    if (noteId !== undefined) return requireNote(world, noteId);
    const own = [...world.notes.values()]
      .filter((note) => note.userId === account.id && note.visibility === 'public')
      .filter((note) => !isPureRenote(note))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return own[0] ?? createNote(world, account, { text: 'こんにちは。' });
  }

  function roomNamed(name: string): DemoChatRoom | undefined {
    return [...world.chatRooms.values()].find((room) => room.name === name);
  }

  /** The room of this name with the account in it. */
  function roomOf(owner: DemoUser, name: string): DemoChatRoom {
    const found = roomNamed(name);
    if (found !== undefined) return found;
    const room: DemoChatRoom = {
      id: world.newId(),
      createdAt: world.clock.now(),
      ownerId: owner.id,
      name,
      memberIds: new Set([owner.id, account.id]),
    };
    world.chatRooms.set(room.id, room);
    return room;
  }

  function reactTo(from: string, noteId: string, reaction: string): ActResult {
    return outcome(() => {
      react(world, person(from), requireNote(world, noteId), reaction);
      return null;
    });
  }

  return {
    postNote: (from, note = { text: 'こんにちは。' }) => createNote(world, person(from), note).id,
    deleteNote: (noteId) => deleteNote(world, noteId),
    react: reactTo,
    updateReaction: reactTo,
    unreact: (from, noteId) => {
      unreact(world, person(from), requireNote(world, noteId));
    },
    follow: (from) =>
      outcome(() => {
        follow(world, person(from), account);
        return null;
      }),
    unfollow: (from) => {
      unfollow(world, person(from), account);
    },
    requestFollow: (from) =>
      outcome(() => {
        account.isLocked = true;
        world.followings.get(person(from).id)?.delete(account.id);
        follow(world, person(from), account);
        return null;
      }),
    acceptRequest: (from) =>
      outcome(() => {
        const followee = person(from);
        followee.isLocked = true;
        world.followings.get(account.id)?.delete(followee.id);
        if (!world.followRequests.get(followee.id)?.has(account.id))
          follow(world, account, followee);
        acceptFollowRequest(world, followee, account);
        return null;
      }),
    mention: (from, text = 'こんにちは！', more = {}) =>
      outcome(() =>
        createNote(world, person(from), { ...more, text: `@${account.username} ${text}` }),
      ),
    reply: (from, noteId, text = 'そうですね。') =>
      outcome(() => createNote(world, person(from), { text, replyId: noteOfAccount(noteId).id })),
    renote: (from, noteId) =>
      outcome(() => createNote(world, person(from), { renoteId: noteOfAccount(noteId).id })),
    quote: (from, noteId, text = 'これ、いいですね。') =>
      outcome(() => createNote(world, person(from), { text, renoteId: noteOfAccount(noteId).id })),
    dm: (from, text = 'ないしょの話です。') =>
      outcome(() =>
        createNote(world, person(from), {
          text: `@${account.username} ${text}`,
          visibility: 'specified',
          visibleUserIds: [account.id],
        }),
      ),
    vote: (from, noteId, choice) => vote(world, person(from), requireNote(world, noteId), choice),
    pollEnd: (noteId) =>
      outcome(() => {
        const note =
          noteId === undefined
            ? createNote(world, account, {
                text: '明日のお昼は？',
                poll: { choices: ['おにぎり', 'ラーメン'], expiresAt: null },
              })
            : requireNote(world, noteId);
        endPoll(world, note);
        return note;
      }),
    bellNote: (from, text = '新しいお知らせです。') =>
      outcome(() => {
        const author = person(from);
        if (!world.followings.get(account.id)?.has(author.id))
          linkFollowing(world, account, author);
        const following = world.followings.get(account.id)?.get(author.id);
        const before = following?.notify ?? 'none';
        if (following !== undefined) following.notify = 'normal';
        const note = createNote(world, author, { text });
        if (following !== undefined) following.notify = before;
        return note;
      }),
    chatMessage: (from, text) => {
      sendChatMessage(world, person(from), account, text);
    },
    chatRoomMessage: (from, roomName, text) => {
      const sender = person(from);
      const room = roomOf(sender, roomName);
      room.memberIds.add(sender.id);
      sendRoomMessage(world, sender, room, text);
    },
    readChat: (fromOrRoom) => {
      const room = roomNamed(fromOrRoom);
      readChat(world, account.id, room?.id ?? person(fromOrRoom).id);
    },
  };
}
