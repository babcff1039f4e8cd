import { fits } from './topic.ts';

/** A message as it was published. */
export interface DemoMessage {
  readonly topic: string;
  readonly payload: string;
}

/** A message on its way to one client. */
export interface Delivery extends DemoMessage {
  readonly qos: 0 | 1;
  /** Null with QoS 0. */
  readonly messageId: number | null;
  readonly dup: boolean;
  readonly retain: boolean;
}

export type Deliver = (delivery: Delivery) => void;

/** So many messages wait for a client that is away; then the oldest is forgotten. */
const mostWaiting = 100;
const largestId = 65_535;

/** What the broker knows of one client, while it is connected and, if it asked for that, while it is away. */
export class BrokerSession {
  readonly #filters = new Map<string, 0 | 1>();
  /** With QoS 1 and not acknowledged yet, by message id, oldest first; `sent` = it may have come already. */
  readonly #waiting = new Map<number, { readonly message: DemoMessage; sent: boolean }>();
  #deliver: Deliver | null = null;
  #lastId = 0;

  /** The client is there: what waited comes first. */
  attach(deliver: Deliver): void {
    this.#deliver = deliver;
    for (const messageId of this.#waiting.keys()) this.#send(messageId);
  }

  /** That connection is gone: unless there is a newer one, what is published with QoS 1 waits. */
  detach(deliver: Deliver): void {
    if (this.#deliver === deliver) this.#deliver = null;
  }

  subscribe(filter: string, qos: 0 | 1): void {
    this.#filters.set(filter, qos);
  }

  unsubscribe(filter: string): void {
    this.#filters.delete(filter);
  }

  acknowledge(messageId: number): void {
    this.#waiting.delete(messageId);
  }

  /** Delivers a message that the client asked for. */
  publish(message: DemoMessage): void {
    const qos = [...this.#filters]
      .filter(([filter]) => fits(filter, message.topic))
      .map(([, granted]) => granted);
    if (qos.includes(1)) this.#wait(message);
    else if (qos.length > 0) this.#deliver?.({ ...message, ...atMostOnce, retain: false });
  }

  /** Delivers what was published before the client asked for it, if it fits. */
  tellRetained(filter: string, message: DemoMessage): void {
    if (fits(filter, message.topic)) {
      this.#deliver?.({ ...message, ...atMostOnce, retain: true });
    }
  }

  #wait(message: DemoMessage): void {
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size >= mostWaiting && oldest !== undefined) this.#waiting.delete(oldest);
    this.#lastId = (this.#lastId % largestId) + 1;
    this.#waiting.set(this.#lastId, { message, sent: false });
    this.#send(this.#lastId);
  }

  #send(messageId: number): void {
    const waiting = this.#waiting.get(messageId);
    if (waiting === undefined || this.#deliver === null) return;
    const dup = waiting.sent;
    waiting.sent = true;
    this.#deliver({ ...waiting.message, qos: 1, messageId, dup, retain: false });
  }
}

const atMostOnce = { qos: 0, messageId: null, dup: false } as const;
