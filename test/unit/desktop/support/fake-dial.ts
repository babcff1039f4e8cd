import type {
  BusLinkEvents,
  DialBus,
  OutgoingCall,
} from '../../../../src-main/desktop/bus/bus-link.ts';

/** The far end of one dialled connection. */
export interface FakeEnd {
  readonly address: string;
  readonly calls: OutgoingCall[];
  closed: boolean;
  /** Answers one call, however long ago it was made. */
  answerCall(call: OutgoingCall, body: readonly unknown[]): void;
  /** Answers the last call to that member. */
  answer(member: string, body: readonly unknown[]): void;
  refuse(member: string, errorName: string): void;
  signal(
    interfaceName: string,
    member: string,
    body: readonly unknown[],
    path?: string,
    sender?: string,
  ): void;
  down(reason?: string): void;
}

/** A bus that the test plays by hand. */
export function fakeDial(): { dial: DialBus; ends: FakeEnd[]; last(): FakeEnd } {
  const ends: FakeEnd[] = [];
  const dial: DialBus = (address, events: BusLinkEvents) => {
    const calls: OutgoingCall[] = [];
    const serialOf = (member: string) => {
      const call = calls.findLast((one) => one.member === member);
      if (call === undefined) throw new Error(`nobody called ${member}`);
      return call.serial;
    };
    const end: FakeEnd = {
      address,
      calls,
      closed: false,
      answerCall: ({ serial }, body) =>
        events.onMessage({ kind: 'return', replySerial: serial, body }),
      answer: (member, body) =>
        events.onMessage({ kind: 'return', replySerial: serialOf(member), body }),
      refuse: (member, errorName) =>
        events.onMessage({ kind: 'error', replySerial: serialOf(member), errorName }),
      signal: (interfaceName, member, body, path = '/', sender = ':1.1') =>
        events.onMessage({
          kind: 'signal',
          sender,
          path,
          interface: interfaceName,
          member,
          body,
        }),
      down: (reason = 'gone') => events.onDown(reason),
    };
    ends.push(end);
    return {
      send: (call) => calls.push(call),
      close() {
        end.closed = true;
      },
    };
  };
  return {
    dial,
    ends,
    last() {
      const end = ends.at(-1);
      if (end === undefined) throw new Error('nobody dialled');
      return end;
    },
  };
}
