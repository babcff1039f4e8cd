import * as v from 'valibot';
import { type BusQuestion, readBoolean } from './bus-fact.ts';

const xfconf = 'org.xfce.Xfconf';
const path = '/org/xfce/Xfconf';

const variant = v.object({ value: v.unknown() });
const valueReply = v.looseTuple([variant]);
const changedSignal = v.looseTuple([v.string(), v.string(), variant]);
const removedSignal = v.looseTuple([v.string(), v.string()]);

/** A yes or no among the settings of XFCE's programs; one that was never set tells nothing. */
export function xfconfQuestion(channel: string, property: string): BusQuestion {
  const isThis = (candidate: string, name: string) => candidate === channel && name === property;
  return {
    service: xfconf,
    path,
    interface: xfconf,
    member: 'GetProperty',
    signature: 'ss',
    body: [channel, property],
    read: (body) => readBoolean(v.parse(valueReply, body)[0].value),
    signals: [
      {
        interface: xfconf,
        member: 'PropertyChanged',
        path,
        arg0: channel,
        read(body) {
          const [changedIn, changed, { value }] = v.parse(changedSignal, body);
          return isThis(changedIn, changed) ? readBoolean(value) : 'unchanged';
        },
      },
      {
        interface: xfconf,
        member: 'PropertyRemoved',
        path,
        arg0: channel,
        read(body) {
          const [removedIn, removed] = v.parse(removedSignal, body);
          return isThis(removedIn, removed) ? null : 'unchanged';
        },
      },
    ],
  };
}
