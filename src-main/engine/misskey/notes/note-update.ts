import * as v from 'valibot';
import type { Note } from '../api/schemas.ts';
import { parseEmojiCode, reactionKey } from './emoji.ts';

const reactedSchema = v.object({
  reaction: v.string(),
  userId: v.string(),
  emoji: v.fallback(v.nullish(v.object({ name: v.string(), url: v.string() }), null), null),
});
const unreactedSchema = v.object({ reaction: v.string(), userId: v.string() });
const pollVotedSchema = v.object({ choice: v.number(), userId: v.string() });
const text = v.optional(v.nullable(v.string()));
const updatedSchema = v.object({ text, cw: text });

/** A frame `noteUpdated` about a note that is captured; `body` depends on the type. */
export const noteUpdateSchema = v.object({
  id: v.string(),
  type: v.string(),
  body: v.optional(v.unknown()),
});
export type NoteUpdate = v.InferOutput<typeof noteUpdateSchema>;

/** Kinds of reactions kept of one note: a flood of new ones must not grow without bound. */
const mostKinds = 1_000;

/**
 * A captured note after an event (PROTOCOL §2); the very same object when nothing changed. Events of the
 * account itself change nothing that was shown before the server said so. An event of an unknown type
 * or a broken one changes nothing, nor does `deleted`: then there is no note any more.
 *
 * @param myUserId null while it is not known who the account is, and for a guest.
 */
export function updatedNote(note: Note, update: NoteUpdate, myUserId: string | null): Note {
  switch (update.type) {
    case 'reacted':
      return onBody(reactedSchema, update, note, ({ reaction, userId, emoji }) => {
        const known = emoji === null ? note : withPicture(note, reaction, emoji.url);
        return userId === myUserId
          ? withMyReaction(known, reaction)
          : withCount(known, reactionKey(reaction), 1);
      });
    case 'unreacted':
      return onBody(unreactedSchema, update, note, ({ reaction, userId }) => {
        if (userId !== myUserId) return withCount(note, reactionKey(reaction), -1);
        return isMine(note, reaction) ? withMyReaction(note, null) : note;
      });
    case 'pollVoted':
      return onBody(pollVotedSchema, update, note, ({ choice, userId }) =>
        userId === myUserId ? withMyVote(note, choice) : withVote(note, choice, false),
      );
    case 'updated':
      return onBody(updatedSchema, update, note, (body) => ({
        ...note,
        text: body.text === undefined ? note.text : body.text,
        cw: body.cw === undefined ? note.cw : body.cw,
      }));
    // Sharkey's (PROTOCOL §8).
    case 'replied':
      return { ...note, repliesCount: note.repliesCount + 1 };
    default:
      return note;
  }
}

/** Whether the reaction is the account's own, in any spelling. */
export function isMine(note: Note, reaction: string): boolean {
  return note.myReaction !== null && reactionKey(note.myReaction) === reactionKey(reaction);
}

/**
 * The note with this as the account's own reaction, in place of one that was there; null takes it back.
 * Doing it twice changes nothing.
 */
export function withMyReaction(note: Note, reaction: string | null): Note {
  const before = note.myReaction === null ? null : reactionKey(note.myReaction);
  const after = reaction === null ? null : reactionKey(reaction);
  if (before === after) return note;
  const without = before === null ? note : withCount(note, before, -1);
  return { ...(after === null ? without : withCount(without, after, 1)), myReaction: after };
}

/** The note with a vote of the account; it counts once. `choice` counts from 0. */
export function withMyVote(note: Note, choice: number): Note {
  return note.poll?.choices[choice]?.isVoted ? note : withVote(note, choice, true);
}

function withVote(note: Note, choice: number, isMine: boolean): Note {
  if (note.poll?.choices[choice] === undefined) return note;
  const choices = note.poll.choices.map((entry, index) =>
    index === choice
      ? { ...entry, votes: entry.votes + 1, isVoted: entry.isVoted || isMine }
      : entry,
  );
  return { ...note, poll: { ...note.poll, choices } };
}

/** Counts a reaction; one that is at 0 disappears, and none is ever below. */
function withCount(note: Note, key: string, by: 1 | -1): Note {
  const { reactions } = note;
  // As the server spelled it before, if it did.
  const known = Object.hasOwn(reactions, key)
    ? key
    : Object.keys(reactions).find((other) => reactionKey(other) === key);
  const isFull = known === undefined && Object.keys(reactions).length >= mostKinds;
  if (isFull || (known === undefined && by < 0)) return note;
  const spelling = known ?? key;
  const count = (known === undefined ? 0 : (reactions[known] ?? 0)) + by;
  if (count > 0) return { ...note, reactions: { ...reactions, [spelling]: count } };
  const others = Object.entries(reactions).filter(([other]) => other !== spelling);
  return { ...note, reactions: Object.fromEntries(others) };
}

/** Remembers the picture of another server's emoji; the account's own server has its own by name. */
function withPicture(note: Note, reaction: string, url: string): Note {
  const emoji = parseEmojiCode(reaction);
  if (emoji === null || emoji.host === null) return note;
  const name = `${emoji.name}@${emoji.host}`;
  const known = note.reactionEmojis;
  const isKnown = Object.hasOwn(known, name) && known[name] === url;
  if (isKnown || Object.keys(known).length >= mostKinds) return note;
  return { ...note, reactionEmojis: { ...known, [name]: url } };
}

function onBody<Schema extends v.GenericSchema>(
  schema: Schema,
  { body }: NoteUpdate,
  note: Note,
  apply: (body: v.InferOutput<Schema>) => Note,
): Note {
  const parsed = v.safeParse(schema, body);
  return parsed.success ? apply(parsed.output) : note;
}
