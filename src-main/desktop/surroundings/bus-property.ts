import * as v from 'valibot';
import type { BusQuestion } from './bus-fact.ts';
import type { Told } from './fact.ts';

const variant = v.object({ value: v.unknown() });
const valueReply = v.looseTuple([variant]);
const changedSignal = v.looseTuple([
  v.string(),
  v.record(v.string(), variant),
  v.array(v.string()),
]);
const properties = 'org.freedesktop.DBus.Properties';

export interface BusProperty {
  readonly service: string;
  readonly path: string;
  readonly interface: string;
  readonly property: string;
  /** Whether the object tells its changes under another path than the one that it is asked under. */
  readonly hasAlias?: boolean;
  /** Reads the value, which is unchecked; null or an exception: it tells nothing. */
  readonly read: (value: unknown) => Told;
}

/** What a property of an object on the bus tells. */
export function propertyQuestion(about: BusProperty): BusQuestion {
  const { service, path, property, hasAlias = false, read } = about;
  return {
    service,
    path,
    interface: properties,
    member: 'Get',
    signature: 'ss',
    body: [about.interface, property],
    read: (body) => read(v.parse(valueReply, body)[0].value),
    signals: [
      {
        interface: properties,
        member: 'PropertiesChanged',
        arg0: about.interface,
        ...(hasAlias ? {} : { path }),
        read(body) {
          const [, changed, invalidated] = v.parse(changedSignal, body);
          const next = changed[property];
          if (hasAlias) return next === undefined ? 'unchanged' : 'ask';
          if (next !== undefined) return read(next.value);
          return invalidated.includes(property) ? 'ask' : 'unchanged';
        },
      },
    ],
  };
}
