import * as v from 'valibot';
import { noFaults } from '../../src-main/demo/faults.ts';
import { packNote } from '../../src-main/demo/pack/note.ts';
import { pick, seededRandom } from '../../src-main/demo/random.ts';
import { createDemoServer } from '../../src-main/demo/server.ts';
import { type Connection, createConnection } from '../../src-main/demo/stream/connection.ts';
import type { Packed } from '../../src-main/demo/world/events.ts';
import type { DemoNote, DemoUser } from '../../src-main/demo/world/model.ts';
import { vote } from '../../src-main/demo/world/polls.ts';
import { react, unreact } from '../../src-main/demo/world/reactions.ts';
import { requireUser } from '../../src-main/demo/world/world.ts';
import { ApiError, type MisskeyApi } from '../../src-main/engine/misskey/api/api.ts';
import { type Note, noteSchema } from '../../src-main/engine/misskey/api/schemas.ts';
import { Captures } from '../../src-main/engine/misskey/link/captures.ts';
import { LiveNotes } from '../../src-main/engine/misskey/notes/live-notes.ts';
import { NoteChecks } from '../../src-main/engine/misskey/notes/note-checks.ts';
import { withMyReaction } from '../../src-main/engine/misskey/notes/note-update.ts';
import { SingleNote } from '../../src-main/engine/misskey/notes/single-note.ts';
import { WatchedNotes } from '../../src-main/engine/misskey/notes/watched-notes.ts';
import { demoPictures } from './demo.ts';
import { fakeClock } from './fake-clock.ts';
import { memoryLog } from './memory-log.ts';

/** Reads the frame `noteUpdated`. */
const frameSchema = v.object({ type: v.literal('noteUpdated'), body: v.unknown() });

/**
 * A server that knows the truth, and an account that captures some of its notes. Every frame and every
 * answer takes its own time, frames are lost with their socket, and calls fail.
 */
export function playedAccount(seed: number) {
  const random = seededRandom(seed);
  const clock = fakeClock();
  const server = createDemoServer({ picturesDir: demoPictures, clock });
  const me = requireUser(server.world, server.account);
  const between = (low: number, high: number) => low + random() * (high - low);

  const latency = () => between(1, 900);
  let connection: Connection | null = null;
  /** Frames of one socket stay in their order. */
  let lastOut = 0;
  let lastIn = 0;

  const packed = (noteId: string): Packed | null => {
    const note = server.world.notes.get(noteId);
    return note === undefined
      ? null
      : packNote(server.world, note, { kind: 'user', userId: me.id });
  };
  const serverNote = (noteId: string): Note | null => {
    const raw = packed(noteId);
    return raw && v.parse(noteSchema, raw);
  };

  const api: MisskeyApi = {
    call: (endpoint, parameters, schema) =>
      new Promise((resolve, reject) => {
        clock.setTimeout(() => {
          const isLost = random() < 0.1;
          const note = packed(String(parameters['noteId']));
          clock.setTimeout(() => {
            if (isLost) reject(new ApiError(endpoint, 'unreachable'));
            else if (note === null)
              reject(new ApiError(endpoint, 'rejected', { status: 400, code: 'NO_SUCH_NOTE' }));
            else resolve(v.parse(schema, note));
          }, latency());
        }, latency());
      }),
  };
  const notes = new LiveNotes({ onNoteUpdate: () => {}, onNoteRemove: () => {} }, clock.monotonic);
  const captures = new Captures({
    clock,
    send: (frame) => {
      const to = connection;
      lastOut = Math.max(lastOut, clock.monotonic() + latency());
      clock.setTimeout(() => {
        if (to === connection) to?.receive(frame);
      }, lastOut - clock.monotonic());
    },
  });
  const checks = new NoteChecks({ clock, api, notes, log: memoryLog() });
  const watched = new WatchedNotes({
    notes,
    checks,
    capture: (noteId, listener) => captures.capture(noteId, listener),
    userId: () => me.id,
  });

  const connect = () => {
    const socket: Connection = createConnection(server.world, noFaults(), me, null, (text) => {
      lastIn = Math.max(lastIn, clock.monotonic() + latency());
      clock.setTimeout(() => {
        const frame = v.safeParse(frameSchema, JSON.parse(text));
        if (socket === connection && frame.success) captures.onFrame(frame.output.body);
      }, lastIn - clock.monotonic());
    });
    connection = socket;
    const unsubscribe = server.world.events.subscribe((event) => socket.onEvent(event));
    captures.online();
    return () => {
      unsubscribe();
      connection = null;
      captures.offline();
    };
  };
  let drop = connect();

  /** The user reacts: it shows at once, and the server learns of it later. */
  const reactHere = (noteId: string) => {
    const reaction = pick<string | null>(random, ['👍', '🎉', ':suzu:', null]);
    if (notes.find(noteId) === null) return;
    const settled = notes.pending(noteId);
    notes.change(noteId, (note) => withMyReaction(note, reaction));
    clock.setTimeout(() => {
      const note = server.world.notes.get(noteId);
      if (note !== undefined && reaction === null) unreact(server.world, me, note);
      else if (note !== undefined) react(server.world, me, note, reaction);
      clock.setTimeout(settled, latency());
    }, latency());
  };

  /** A server refuses a second vote for the same choice. */
  const voteOnce = (person: DemoUser, note: DemoNote, choice: number) => {
    if (!note.poll?.votes.get(person.id)?.has(choice)) vote(server.world, person, note, choice);
  };

  const act = (noteId: string) => {
    const note = server.world.notes.get(noteId);
    if (note === undefined) return;
    const person = requireUser(
      server.world,
      pick(random, ['akari', 'jiho', 'mei', 'lukas', me.username]),
    );
    const kind = random();
    if (kind < 0.45) react(server.world, person, note, pick(random, ['👍', '🎉', ':suzu:', '❤️']));
    else if (kind < 0.65) unreact(server.world, person, note);
    else if (kind < 0.8) voteOnce(person, note, random() < 0.5 ? 0 : 1);
    else if (kind < 0.95) reactHere(noteId);
    else if (kind < 0.98) server.editNote(noteId, `edited ${random()}`);
    else server.deleteNote(noteId);
  };

  return {
    clock,
    server,
    notes,
    watched,
    random,
    between,
    act,
    serverNote,
    /** The user begins to look at a note as it was when its timeline was loaded. */
    hold(noteId: string) {
      const mark = notes.mark();
      const raw = serverNote(noteId);
      if (raw === null) throw new Error('no such note');
      const [note] = notes.fromAnswer([raw], mark);
      if (note === undefined) return;
      const letGo = notes.hold(
        new SingleNote(
          note,
          () => {},
          () => letGo(),
        ),
      );
    },
    /** The connection is lost for so long (ms). */
    async lose(ms: number) {
      drop();
      await clock.advance(ms);
      drop = connect();
    },
    /** Nothing runs after this. */
    stop() {
      watched.watch([]);
      checks.stop();
      captures.stop();
      drop();
    },
  };
}

export type PlayedAccount = ReturnType<typeof playedAccount>;
