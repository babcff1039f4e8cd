import { addPhoto } from '../../src-main/demo/community/settle.ts';
import type { DemoServer } from '../../src-main/demo/server.ts';
import type { NoteInput } from '../../src-main/demo/world/notes.ts';
import { requireUser } from '../../src-main/demo/world/world.ts';

/** People whom the demo's account follows. */
const authors = ['akari', 'jiho', 'mei', 'lukas', 'amelie'] as const;

/** Notes are posted in small lots, this often (ms). */
const lotEveryMs = 10;

/** A flood of notes that runs until it is stopped. */
export interface Flood {
  /** The ids of what was posted, oldest first. A live view: it grows. */
  readonly posted: readonly string[];
  stop(): void;
}

/**
 * Lets the people whom the account follows post so many notes a second, of all kinds: plain, with custom
 * emojis, pictures, content warnings, polls and functions, and renotes.
 */
export function startFlood(server: DemoServer, perSecond: number): Flood {
  const photos = (['cat', 'desk', 'ramen', 'sunset'] as const).map(
    (name) => addPhoto(server.world, requireUser(server.world, 'akari'), name, false).id,
  );
  const posted: string[] = [];
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1000) * perSecond;
    while (posted.length < due) posted.push(post(server, posted, photos));
  }, lotEveryMs);
  return { posted, stop: () => clearInterval(timer) };
}

function post(server: DemoServer, posted: readonly string[], photos: readonly string[]): string {
  const number = posted.length;
  const author = authors[number % authors.length] ?? 'akari';
  return server.postNote(author, inputOf(number, posted, photos));
}

/** Whether its words are on the screen once it is: it renotes nothing, and hides nothing behind a warning. */
export function showsItsWords(number: number): boolean {
  return !isRenote(number) && !hasWarning(number);
}

function isRenote(number: number): boolean {
  return number % 10 === 7;
}

function hasWarning(number: number): boolean {
  return number % 10 === 3;
}

function inputOf(number: number, posted: readonly string[], photos: readonly string[]): NoteInput {
  const text = `Flood note ${number}.`;
  const renoteId = isRenote(number) ? posted.at(-3) : undefined;
  if (renoteId !== undefined) return { renoteId };
  if (hasWarning(number)) return { text: `${text} And what is behind it.`, cw: 'A warning' };
  switch (number % 10) {
    case 1:
      return { text: `${text} :neko_happy: :suzu: so many of them :tea: :onigiri:` };
    case 2: {
      const photo = photos[Math.floor(number / 10) % photos.length];
      return { text, fileIds: photo === undefined ? [] : [photo] };
    }
    case 4:
      return { text, poll: { choices: ['Bread', 'Rice', 'Neither'] } };
    case 5:
      return { text: `${text} $[tada **Hooray**] $[rainbow in colours] <small>and small</small>` };
    case 6:
      return {
        text: `${text}\n${'これは長い文章です。 '.repeat(12)}\nhttps://example.com/a?b=c #flood`,
      };
    default:
      return { text };
  }
}
