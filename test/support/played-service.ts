import { once } from 'node:events';
import dbus from '@particle/dbus-next';

/** An answer of a played service: a D-Bus signature, and the values it stands for. */
export type PlayedAnswer = readonly [signature: string, ...body: unknown[]];

/** A service on the session bus that the test plays. */
export interface PlayedService {
  /** Sends a signal to all who listen. */
  signal(member: string, signature: string, body: readonly unknown[]): void;
  /** Lets the name go; a second call is harmless. */
  stop(): Promise<void>;
}

/**
 * Takes a name that nothing on this desktop has. `answers` are the methods of its one interface, which
 * is called as the service; all else it knows nothing of.
 */
export async function playService(
  env: NodeJS.ProcessEnv,
  { name, path }: { readonly name: string; readonly path: string },
  answers: Readonly<Record<string, () => PlayedAnswer>>,
): Promise<PlayedService> {
  const busAddress = env['DBUS_SESSION_BUS_ADDRESS'];
  if (busAddress === undefined) throw new Error('this desktop has no session bus');
  const bus = dbus.sessionBus({ busAddress });
  await once(bus, 'connect');
  let stopped = false;
  bus.addMethodHandler((message: dbus.Message) => {
    const answer = message.interface === name ? answers[message.member ?? ''] : undefined;
    if (answer === undefined) return false;
    const [signature, ...body] = answer();
    bus.send(dbus.Message.newMethodReturn(message, signature, body));
    return true;
  });
  await bus.requestName(name, 0);
  return {
    signal(member, signature, body) {
      const signal = { path, interface: name, member, signature, body: [...body] };
      bus.send(new dbus.Message({ ...signal, type: dbus.MessageType.SIGNAL }));
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      await bus.releaseName(name);
      bus.disconnect();
    },
  };
}
