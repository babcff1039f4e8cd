import * as v from 'valibot';
import { webAddress } from '../connection-parts.ts';
import { isString, isTopicFilter } from './topic-filter.ts';

/** Which broker is asked over a WebSocket, and for what. */
export const mqttConnectionSchema = v.looseObject({
  system: v.literal('mqtt'),
  /** `ws:` or `wss:`. */
  url: webAddress(['ws:', 'wss:']),
  topics: v.pipe(
    v.array(
      v.looseObject({
        /** A topic, or a filter with the wildcards `+` and `#`. */
        filter: v.pipe(v.string(), v.maxLength(1_024), v.check(isTopicFilter)),
        qos: v.picklist([0, 1, 2]),
      }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
  /** 4 = MQTT 3.1.1. */
  version: v.picklist([4, 5]),
  /** Each client of a broker has its own. */
  clientId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128), v.check(isString)),
  /** The broker keeps what comes with QoS 1 and 2 while Suzu is away. */
  persistent: v.boolean(),
  /** Whether what the broker kept from before rings when Suzu subscribes. */
  retained: v.boolean(),
});
export type MqttConnection = v.InferOutput<typeof mqttConnectionSchema>;
