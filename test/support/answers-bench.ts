import { AnswerRefused } from '../../src-main/engine/misskey/answers/refused.ts';
import { ApiError } from '../../src-main/engine/misskey/api/api.ts';
import type { Note } from '../../src-main/engine/misskey/api/schemas.ts';
import { sourceBench } from './source-bench.ts';

/** An account that is online and shows these notes in its home timeline, newest first. */
export async function answersBench(...notes: readonly Readonly<Record<string, unknown>>[]) {
  const bench = sourceBench();
  bench.api.answer('notes/timeline', () => notes);
  await bench.online();
  bench.watch('home');
  await bench.confirm('homeTimeline');
  return {
    ...bench,
    answers: bench.source.answers,
    /** The note as it is shown; throws when it is not. */
    shown(noteId: string): Note {
      const note = bench.source.notes.find(noteId);
      if (note === null) throw new Error(`${noteId} is not shown`);
      return note;
    },
    /** The ids of the notes of the timeline. */
    timeline: () => bench.feed().timeline.notes.map(({ id }) => id),
    /** The calls of an endpoint, without the token. */
    sent: (endpoint: string) => bench.api.callsOf(endpoint).map(({ parameters }) => parameters),
  };
}

export type AnswersBench = Awaited<ReturnType<typeof answersBench>>;

/** How an answer ended: `done`, the server's code, or the reason for which it was not sent. */
export async function endOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return 'done';
  } catch (error) {
    if (error instanceof ApiError) return error.code ?? error.kind;
    if (error instanceof AnswerRefused) return error.refusal.reason;
    throw error;
  }
}

/** As 204 has it: no body at all. */
export const nothing = () => new Response(null, { status: 204 });
