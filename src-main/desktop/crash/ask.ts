import { app, dialog } from 'electron';
import type { Messages } from '../../engine/messages/index.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { restart, startAgain } from './restart.ts';

/** Nobody may be there to answer: after so many milliseconds Suzu goes on as `otherwise` says. */
const answerWithinMs = 60_000;

interface Question<Answer> {
  readonly title: string;
  readonly text: string;
  /** The first one is what Enter means, the last one what Escape means. */
  readonly answers: readonly (readonly [label: string, answer: Answer])[];
}

/** @param otherwise what it comes to when nobody answers in time. */
async function ask<Answer>(
  { title, text, answers }: Question<Answer>,
  clock: Clock,
  otherwise: Answer,
) {
  const abort = new AbortController();
  const timer = clock.setTimeout(() => abort.abort(), answerWithinMs);
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Suzu',
    message: title,
    detail: text,
    buttons: answers.map(([label]) => label),
    defaultId: 0,
    cancelId: answers.length - 1,
    noLink: true,
    signal: abort.signal,
  });
  timer.cancel();
  return abort.signal.aborted ? otherwise : (answers[response]?.[1] ?? otherwise);
}

/** Suzu died of each of its last starts. Resolves to whether to start in safe mode; true when nobody answers. */
export function askForSafeMode(
  { diagnostics: { crash } }: Messages,
  clock: Clock,
): Promise<boolean> {
  return ask(
    {
      title: crash.loopTitle,
      text: crash.loopText,
      answers: [
        [crash.safe, true],
        [crash.normal, false],
      ],
    },
    clock,
    true,
  );
}

/** The window keeps crashing. `open`: it is to be opened again. */
export async function tellWindowGivenUp(
  { diagnostics: { crash } }: Messages,
  clock: Clock,
  open: () => void,
): Promise<void> {
  const answer = await ask<'again' | 'safe' | 'close'>(
    {
      title: crash.windowTitle,
      text: crash.windowText,
      answers: [
        [crash.again, 'again'],
        [crash.safe, 'safe'],
        [crash.close, 'close'],
      ],
    },
    clock,
    'close',
  );
  if (answer === 'again') open();
  if (answer === 'safe') restart(true);
}

/** Suzu cannot be built up. Ends it, or starts it again in safe mode. */
export async function tellStartFailed(
  reason: string,
  { diagnostics: { crash } }: Messages,
  clock: Clock,
): Promise<void> {
  const safe = await ask(
    {
      title: crash.startTitle,
      text: crash.startText(reason),
      answers: [
        [crash.safe, true],
        [crash.quit, false],
      ],
    },
    clock,
    false,
  );
  if (safe) startAgain(true);
  app.exit(1);
}
