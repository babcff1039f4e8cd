/** One thing that a feed sent, whatever its system. */
export interface FeedEvent {
  /** The system's own name for it: an event's of SSE, an MQTT topic; empty where there is none. */
  readonly name: string;
  /** The id that it came with; null where it has none. A second one with the same id and text is the same event. */
  readonly id: string | null;
  /** What came, as text; of bytes that are no text, a description in a few words (`image/png, 12 kB`). */
  readonly text: string;
  /** What the text says as JSON; undefined where it is none. */
  readonly data: unknown;
  /** MQTT: kept by the broker from before Suzu asked for it. */
  readonly retained: boolean;
}
