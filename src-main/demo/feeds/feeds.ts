import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Timer } from '../../engine/streaming/clock.ts';
import { between, type Random } from '../random.ts';
import type { World } from '../world/world.ts';
import { createBuilds, type DemoBuild } from './builds.ts';
import { createEventLog } from './event-log.ts';
import { createEventSocket } from './event-socket.ts';
import { createEventStream } from './event-stream.ts';
import { createHouse, type DemoSighting } from './house.ts';
import { createBroker } from './mqtt/broker.ts';
import { demoFeedPaths } from './paths.ts';
import { createPlants, type DemoReading } from './plants.ts';

/** What happens on the demo's feeds, called by name; each tells the next thing of its script, or what is given. */
export interface DemoFeedActs {
  /** On the event stream. Returns the event's id. */
  build(build?: DemoBuild): string;
  /** On the WebSocket. Returns the event's id. */
  house(sighting?: DemoSighting): string;
  /** On the MQTT broker. Returns what was published. */
  plant(reading?: DemoReading): DemoReading;
}

/** Feeds beside Misskey: one of each system. They play like the community does, only slower. */
export interface DemoFeeds extends DemoFeedActs {
  /** Whether the address is one of theirs; then they answer it. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** As `answer`, for upgrades. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Cuts everybody off. What is told meanwhile waits for those who can go on. */
  dropAll(): void;
  play(): void;
  pause(): void;
}

/** Ms between two events of one feed. */
const [quickest, slowest] = [20_000, 60_000];

export function createDemoFeeds(world: World, random: Random): DemoFeeds {
  const builds = createEventLog<DemoBuild>();
  const sightings = createEventLog<DemoSighting>();
  const stream = createEventStream(world.clock, builds, 'build');
  const sockets = createEventSocket(sightings);
  const broker = createBroker(() => import('../../engine/feeds/mqtt/mqtt-library.ts'));
  const [nextBuild, nextSighting, nextReading] = [
    createBuilds(world, random),
    createHouse(),
    createPlants(random),
  ];
  const timers = new Map<() => unknown, Timer>();

  const acts: DemoFeedActs = {
    build: (build = nextBuild()) => builds.add(build).id,
    house: (sighting = nextSighting()) => sightings.add(sighting).id,
    plant(reading = nextReading()) {
      const { topic, ...values } = reading;
      broker.publish({ topic, payload: JSON.stringify(values) });
      return reading;
    },
  };

  function repeat(act: () => unknown): void {
    const again = () => {
      repeat(act);
      act();
    };
    timers.set(act, world.clock.setTimeout(again, between(random, quickest, slowest)));
  }
  const told = [() => acts.build(), () => acts.house(), () => acts.plant()];

  const urlOf = (request: IncomingMessage) => {
    const target = request.url ?? '';
    return URL.canParse(target, world.origin) ? new URL(target, world.origin) : null;
  };

  return {
    ...acts,
    answer(request, response) {
      if (urlOf(request)?.pathname !== demoFeedPaths.builds) return false;
      stream.answer(request, response);
      return true;
    },
    upgrade(request, socket, head) {
      const url = urlOf(request);
      if (url === null) return false;
      if (url.pathname === demoFeedPaths.house) sockets.answer(request, socket, head, url);
      else if (url.pathname === demoFeedPaths.plants) broker.answer(request, socket, head);
      else return false;
      socket.on('error', () => {});
      return true;
    },
    dropAll() {
      stream.dropAll();
      sockets.dropAll();
      broker.dropAll();
    },
    play() {
      if (timers.size === 0) for (const act of told) repeat(act);
    },
    pause() {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
}
