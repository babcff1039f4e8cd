import * as v from 'valibot';
import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import { BusError, busCall, busName, type SessionBus } from '../bus/session-bus.ts';
import type { Fact, Told } from './fact.ts';

/** Something that a service on the bus tells: asked once, then followed by its signals. */
export interface BusQuestion {
  /** The service's well-known name. It is asked only while it runs: asking never starts it. */
  readonly service: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
  /** Reads the answer, which is unchecked; null or an exception: it tells nothing. */
  readonly read: (body: readonly unknown[]) => Told;
  readonly signals: readonly BusNews[];
}

/** A signal of the service after which the answer may be another one. */
export interface BusNews {
  readonly interface: string;
  readonly member: string;
  /** Left out: from whatever object. */
  readonly path?: string;
  /** The signal's first argument. */
  readonly arg0?: string;
  /** Reads the new answer from the signal; left out, the service is asked again. */
  readonly read?: (body: readonly unknown[]) => Told | 'ask' | 'unchanged';
}

/** Times in milliseconds. */
const answerWithin = 3_000;
/** A service that did not answer in time may have been busy. */
const againAfter = 60_000;

const ownerReply = v.looseTuple([v.string()]);

/**
 * What a service on the bus tells, met again when the service is replaced or the bus comes back. A
 * service that is not there, answers late or not what was asked tells nothing.
 */
export function busFact(bus: SessionBus, clock: Clock, question: BusQuestion): Fact {
  const { service, read, signals, ...call } = question;
  return (tell) => {
    let owner: string | null = null;
    /** Counts the questions, so that an answer that is out of date is not taken. */
    let asked = 0;
    let again: Timer | null = null;

    function ask(): void {
      asked += 1;
      again?.cancel();
      if (bus.state() === 'up') void answer(asked);
      else tell(null);
    }

    async function answer(mine: number): Promise<void> {
      const told = await toldByService(mine).catch((error: unknown) => {
        const isLate = error instanceof BusError && error.code === 'timeout';
        if (isLate && mine === asked) again = clock.setTimeout(ask, againAfter);
        return null;
      });
      if (mine === asked) tell(told);
    }

    async function toldByService(mine: number): Promise<Told> {
      const reply = await bus.call(busCall('GetNameOwner', 's', [service]));
      const [found] = v.parse(ownerReply, reply);
      if (mine === asked) owner = found;
      return read(await bus.call({ ...call, destination: found, timeoutMs: answerWithin }));
    }

    function hear(news: BusNews, body: readonly unknown[], sender: string): void {
      // Any program can send a signal here directly.
      if (sender !== owner) return;
      const told = news.read === undefined ? 'ask' : readNews(news.read, body);
      if (told === 'ask') ask();
      else if (told !== 'unchanged') {
        asked += 1;
        tell(told);
      }
    }

    const leave = [
      bus.onState(ask),
      bus.onSignal(
        { sender: busName, interface: busName, member: 'NameOwnerChanged', arg0: service },
        () => {
          owner = null;
          ask();
        },
      ),
      ...signals.map(({ read: _read, ...match }, index) => {
        const news = signals[index];
        return bus.onSignal({ sender: service, ...match }, (body, { sender }) => {
          if (news !== undefined) hear(news, body, sender);
        });
      }),
    ];
    if (bus.state() === 'up') ask();
    return () => {
      asked += 1;
      again?.cancel();
      for (const off of leave) off();
    };
  };
}

function readNews(
  read: NonNullable<BusNews['read']>,
  body: readonly unknown[],
): Told | 'ask' | 'unchanged' {
  try {
    return read(body);
  } catch {
    return 'ask';
  }
}

const boolean = v.boolean();

/** Reads a value that has to be true or false. Throws for any other. */
export function readBoolean(value: unknown): boolean {
  return v.parse(boolean, value);
}

/** As `readBoolean`, for an answer or a signal whose first argument it is. */
export function readFirst(body: readonly unknown[]): boolean {
  return readBoolean(body[0]);
}
