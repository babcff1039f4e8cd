import * as v from 'valibot';
import { expect, test } from 'vitest';
import { mqttConnectionSchema } from '../../../../../src-main/engine/feeds/mqtt/mqtt-connection.ts';
import { mqttConnection } from '../../../../support/mqtt-bench.ts';

test.each([
  [{}, true],
  [{ url: 'wss://broker.example/mqtt' }, true],
  [{ url: 'mqtt://broker.example' }, false],
  [{ url: 'wss://mika:password@broker.example' }, false],
  [{ topics: [{ filter: 'a/#', qos: 2 }] }, true],
  [{ topics: [] }, false],
  [{ topics: [{ filter: 'a/#/b', qos: 2 }] }, false],
  [{ topics: [{ filter: '', qos: 2 }] }, false],
  [{ topics: [{ filter: 'a', qos: 3 }] }, false],
  [{ topics: [{ filter: 'a'.repeat(1_025), qos: 0 }] }, false],
  [{ clientId: 'a\0b' }, false],
  [{ clientId: '' }, false],
  [{ version: 3 }, false],
])('a connection with %j is one: %s', (given, is) => {
  expect(v.is(mqttConnectionSchema, { ...mqttConnection, ...given })).toBe(is);
});
