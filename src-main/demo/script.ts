import type { DemoActs } from './acts/types.ts';
import { type ScriptedNote, scriptedNotes, scriptedTalk } from './community/scripted.ts';
import { addPhoto } from './community/settle.ts';
import { pick, type Random } from './random.ts';
import { dropFollowRequest } from './world/following.ts';
import type { DemoNote, DemoUser } from './world/model.ts';
import type { NoteInput } from './world/notes.ts';
import { isPureRenote } from './world/visibility.ts';
import { requireUser, type World } from './world/world.ts';

/** What happens next in the demo, one step at a call. */
export interface Script {
  /** Somebody posts. */
  postNext(): void;
  /** The account is told something, each time of another kind; the first time it is a reaction. */
  notifyNext(): void;
  /** Somebody reacts to one of the newest notes of others. */
  reactNext(): void;
}

/** The friends who react; the account is not among them. */
const reactors = ['akari', 'jiho', 'mei', 'lukas', 'amelie', 'nekochan', 'tomas@far.example'];
const customReactions = [':neko_happy:', ':suzu:', ':tea:', ':onigiri:', ':shipit:'];
const unicodeReactions = ['👍', '🎉', '😆', '🌸', '👏', '🌊'];

export function createScript(
  world: World,
  account: DemoUser,
  acts: DemoActs,
  random: Random,
): Script {
  let posted = 0;
  let told = 0;

  const newest = (isWanted: (note: DemoNote) => boolean, count: number) =>
    [...world.notes.values()].filter((note) => isTalkedAbout(note) && isWanted(note)).slice(-count);
  const notesOfOthers = (but?: DemoUser) =>
    newest(({ userId }) => userId !== account.id && userId !== but?.id, 12);
  const isReactor = (name: string, note: DemoNote) =>
    note.reactions.has(requireUser(world, name).id);

  function inputOf(scripted: ScriptedNote): NoteInput {
    const author = requireUser(world, scripted.by);
    const others = notesOfOthers(author);
    return {
      text: scripted.text ?? null,
      cw: scripted.cw ?? null,
      renoteId: scripted.renotesSomething ? pick(random, others).id : null,
      fileIds:
        scripted.photo === undefined
          ? []
          : [addPhoto(world, author, scripted.photo, scripted.sensitive ?? false).id],
    };
  }

  /** Somebody reacts who has not yet reacted to that one of the account's newest notes. */
  function reactToAccount(reaction: string): void {
    const choices = newest(({ userId }) => userId === account.id, 5).flatMap((note) =>
      reactors.filter((name) => !isReactor(name, note)).map((name) => ({ name, noteId: note.id })),
    );
    if (choices.length === 0) {
      acts.postNote(account.username, { text: 'ひと息ついています :tea:' });
      reactToAccount(reaction);
      return;
    }
    const { name, noteId } = pick(random, choices);
    acts.react(name, noteId, reaction);
  }

  function endPoll(): void {
    const noteId = acts.postNote(account.username, {
      text: '閉店後の散歩、どこまで行こう？',
      poll: { choices: ['防波堤', '灯台', '家まで'], expiresAt: null },
    });
    acts.vote('jiho', noteId, 1);
    acts.vote('mei', noteId, 1);
    acts.vote('nekochan', noteId, 2);
    acts.pollEnd(noteId);
  }

  function requestFollow(): void {
    dropFollowRequest(world, account, requireUser(world, 'kokoro'));
    acts.requestFollow('kokoro');
    account.isLocked = false;
  }

  function followAgain(): void {
    const name = pick(random, ['lukas', 'amelie', 'nekochan', 'tomas@far.example']);
    acts.unfollow(name);
    acts.follow(name);
  }

  const kinds: readonly (() => unknown)[] = [
    () => reactToAccount(pick(random, customReactions)),
    followAgain,
    () => {
      const { by, text } = pick(random, scriptedTalk.mention);
      acts.mention(by, text);
    },
    () => {
      const { by, text } = pick(random, scriptedTalk.reply);
      acts.reply(by, undefined, text);
    },
    () => reactToAccount(pick(random, unicodeReactions)),
    () => acts.renote(pick(random, ['mei', 'jiho', 'lukas'])),
    () => {
      const { by, text } = pick(random, scriptedTalk.quote);
      acts.quote(by, undefined, text);
    },
    requestFollow,
    endPoll,
    () => acts.achievement(pick(random, ['client30min', 'notes100', 'followers10'])),
    () => {
      const { body, header } = pick(random, scriptedTalk.app);
      acts.app(body, header, `${world.origin}/files/emoji-suzu`);
    },
    () => {
      const { by, text } = pick(random, scriptedTalk.bellNote);
      acts.bellNote(by, text);
    },
    () => acts.acceptRequest('kokoro'),
    () => {
      const { by, text } = pick(random, scriptedTalk.dm);
      acts.dm(by, text);
    },
    () => acts.chatInvitation('akari', 'パンと本の部屋'),
  ];

  return {
    postNext() {
      const scripted = scriptedNotes[posted % scriptedNotes.length];
      posted += 1;
      if (scripted !== undefined) acts.postNote(scripted.by, inputOf(scripted));
    },
    notifyNext() {
      const tell = kinds[told % kinds.length];
      told += 1;
      tell?.();
    },
    reactNext() {
      const name = pick(random, reactors);
      const notes = notesOfOthers(requireUser(world, name)).filter(
        (note) => !isReactor(name, note),
      );
      if (notes.length > 0)
        acts.react(
          name,
          pick(random, notes).id,
          pick(random, [...customReactions, ...unicodeReactions]),
        );
    },
  };
}

function isTalkedAbout(note: DemoNote): boolean {
  return note.visibility === 'public' && note.channelId === null && !isPureRenote(note);
}
