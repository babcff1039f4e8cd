import type { EventSample, FeedSystem } from '../../../src-main/ipc/contract.ts';
import type { Messages } from '../../messages/index.ts';

/** An event as a feed of this system may send it, to begin with where none has come yet. */
export function sampleFor(
  system: FeedSystem,
  words: Messages['feeds']['events']['sampleWords'],
): EventSample {
  if (system === 'mqtt') {
    const reading = { name: words.room, temperature: 21.5, battery: 87 };
    return { name: 'home/living-room/climate', text: JSON.stringify(reading, null, 2) };
  }
  const job = {
    title: words.title,
    message: words.message,
    url: 'https://example.org/backups/42',
    priority: 3,
  };
  return { name: system === 'sse' ? 'message' : '', text: JSON.stringify(job, null, 2) };
}
