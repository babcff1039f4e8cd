import { type Clock, systemClock } from '../engine/streaming/clock.ts';
import { adminActs } from './acts/admin.ts';
import { socialActs } from './acts/social.ts';
import { systemActs } from './acts/system.ts';
import type { DemoActs } from './acts/types.ts';
import { demoAccount } from './community/people.ts';
import { settleCommunity } from './community.ts';
import { noFaults, type Sightings } from './faults.ts';
import { createDemoFeeds, type DemoFeedActs } from './feeds/feeds.ts';
import { createRateLimiter } from './http/limiter.ts';
import { createLevers, type DemoLevers } from './levers.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createPlay, type Play } from './play.ts';
import type { Random } from './random.ts';
import { createHub } from './stream/hub.ts';
import { createWorld, requireUser, type World } from './world/world.ts';

export { demoAccount } from './community/people.ts';

export interface DemoServerOptions {
  /** Where the pictures are: `avatars/<username>.webp`, `emoji/<name>.webp`, `photos/<name>.webp`. */
  readonly picturesDir: string;
  /** All of the server's timers and times; the computer's own when left out. */
  readonly clock?: Clock;
  /** Chance, for the play; Math.random when left out. */
  readonly random?: Random;
  /** 0 (and left out) = any free port. */
  readonly port?: number;
  /** Begins to play with the first start. */
  readonly autoPlay?: boolean;
}

/**
 * A small Misskey server with a made-up community, on this computer only and in memory only. The app runs it
 * for "Try without an account", and the tests use it as the real server's stand-in.
 */
export interface DemoServer extends Lifecycle, DemoLevers, DemoActs, Play {
  /** The username of the account that the demo is for. */
  readonly account: string;
  /** Tells something on one of the feeds beside Misskey. */
  readonly feeds: DemoFeedActs;
  /** The same acts with another local user in the account's place. */
  actsFor(username: string): DemoActs;
  /** The state, for tests that look at more than a client could see. */
  readonly world: World;
}

export function createDemoServer(options: DemoServerOptions): DemoServer {
  const { picturesDir, clock = systemClock, random = Math.random, port = 0 } = options;
  const world = createWorld(clock);
  settleCommunity(world, demoAccount);
  const faults = noFaults();
  const sightings: Sightings = { upgrades: [], requests: [], frames: [] };
  const hub = createHub(world, faults, sightings);
  const feeds = createDemoFeeds(world, random);
  const account = requireUser(world, demoAccount);
  const lifecycle = createLifecycle(
    {
      world,
      faults,
      sightings,
      limiter: createRateLimiter(clock),
      sessions: new Map(),
      picturesDir,
      account,
    },
    hub,
    feeds,
    port,
  );
  const actsFor = (username: string): DemoActs => {
    const user = requireUser(world, username);
    return { ...socialActs(world, user), ...systemActs(world, user), ...adminActs(world) };
  };
  const acts = actsFor(demoAccount);
  const play = createPlay(world, account, acts, random);
  /** The play rests while the server is down and goes on with it. */
  let wantsToPlay = options.autoPlay ?? false;
  const levers = createLevers(world, faults, sightings, hub, demoAccount);
  const begin = () => {
    play.play();
    feeds.play();
  };
  const rest = () => {
    play.pause();
    feeds.pause();
  };
  return {
    account: demoAccount,
    feeds,
    actsFor,
    world,
    ...acts,
    ...levers,
    async start() {
      const origin = await lifecycle.start();
      if (wantsToPlay) begin();
      return origin;
    },
    stop() {
      rest();
      return lifecycle.stop();
    },
    kill() {
      rest();
      return lifecycle.kill();
    },
    play() {
      wantsToPlay = true;
      begin();
    },
    pause() {
      wantsToPlay = false;
      rest();
    },
    get playing() {
      return play.playing;
    },
    get connectionCount() {
      return levers.connectionCount;
    },
    get origin() {
      return lifecycle.origin;
    },
  };
}
