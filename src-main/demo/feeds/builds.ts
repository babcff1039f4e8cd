import { pick, type Random } from '../random.ts';
import type { World } from '../world/world.ts';

/** A build of the pipeline, each time it changes. */
export interface DemoBuild {
  readonly repository: string;
  readonly number: number;
  readonly status: 'running' | 'passed' | 'failed';
  readonly branch: string;
  readonly commit: { readonly message: string; readonly author: string };
  /** How long it took; null while it runs. */
  readonly seconds: number | null;
  readonly url: string;
  readonly avatar: string;
}

const commits = [
  {
    repository: 'harbour-books',
    branch: 'main',
    author: 'jiho',
    message: '가격을 원 단위로 반올림',
  },
  { repository: 'tide-table', branch: 'moon', author: 'lukas', message: 'Use the real moon' },
  { repository: 'harbour-books', branch: 'main', author: 'akari', message: '棚の写真を差し替え' },
  {
    repository: 'tide-table',
    branch: 'main',
    author: 'lukas',
    message: 'Sommerzeit. Schon wieder.',
  },
  { repository: 'lighthouse', branch: 'lamp', author: 'mei', message: '修好了忽明忽暗的灯' },
] as const;

/** The pipeline: one build at a time, which runs and then passes, or now and then fails. */
export function createBuilds(world: World, random: Random): () => DemoBuild {
  let number = 411;
  let running: DemoBuild | null = null;

  return () => {
    if (running !== null) {
      // The first ends well, the second does not.
      const status = number === 413 || (number > 414 && random() < 0.3) ? 'failed' : 'passed';
      const ended: DemoBuild = { ...running, status, seconds: 30 + Math.floor(random() * 200) };
      running = null;
      return ended;
    }
    number += 1;
    const { author, message, ...where } = commits[number - 412] ?? pick(random, commits);
    running = {
      ...where,
      number,
      status: 'running',
      commit: { message, author },
      seconds: null,
      url: `${world.origin}/builds/${number}`,
      avatar: `${world.origin}/files/avatar-${author}`,
    };
    return running;
  };
}
