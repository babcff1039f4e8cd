/** Something that a feed told, as it is sent. */
export interface LoggedEvent<Data extends object> {
  /** Counts from 1. */
  readonly id: string;
  readonly data: Data;
}

/** What a feed told, for those who listen now and those who come back. It outlives stops of the server. */
export interface EventLog<Data extends object> {
  add(data: Data): LoggedEvent<Data>;
  /** What came after this one, oldest first; nothing where it is unknown. */
  after(id: string | null): readonly LoggedEvent<Data>[];
  /** Hears of each from now on, until the returned function is called. */
  listen(onEvent: (event: LoggedEvent<Data>) => void): () => void;
}

/** The demo may play for days. */
const kept = 100;

export function createEventLog<Data extends object>(): EventLog<Data> {
  const events: LoggedEvent<Data>[] = [];
  const listeners = new Set<(event: LoggedEvent<Data>) => void>();
  let count = 0;
  return {
    add(data) {
      count += 1;
      const event = { id: String(count), data };
      events.push(event);
      events.splice(0, Math.max(0, events.length - kept));
      for (const tell of listeners) tell(event);
      return event;
    },
    after(id) {
      const at = events.findIndex((event) => event.id === id);
      return at === -1 ? [] : events.slice(at + 1);
    },
    listen(onEvent) {
      listeners.add(onEvent);
      return () => void listeners.delete(onEvent);
    },
  };
}
