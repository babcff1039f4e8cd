import { connectBus, variant } from './desktop-bus.ts';
import { playService } from './played-service.ts';

const notifications = 'org.freedesktop.Notifications';

/** Turns the do-not-disturb of the desktop's own notification daemon on or off. */
export async function setDoNotDisturb(env: NodeJS.ProcessEnv, isOn: boolean): Promise<void> {
  const bus = await connectBus(env);
  await bus.call({
    destination: notifications,
    path: '/org/freedesktop/Notifications',
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Set',
    signature: 'ssv',
    body: ['org.dunstproject.cmd0', 'paused', variant('b', isOn)],
  });
  bus.close();
}

/** A screen lock that the test plays. */
export interface PlayedScreenLock {
  setLocked(isLocked: boolean): void;
  stop(): Promise<void>;
}

/** Takes the name of the screen saver on a desktop where nothing has it; not locked at first. */
export async function playScreenLock(env: NodeJS.ProcessEnv): Promise<PlayedScreenLock> {
  let locked = false;
  const service = await playService(
    env,
    { name: 'org.freedesktop.ScreenSaver', path: '/org/freedesktop/ScreenSaver' },
    { GetActive: () => ['b', locked] },
  );
  return {
    setLocked(isLocked) {
      locked = isLocked;
      service.signal('ActiveChanged', 'b', [isLocked]);
    },
    stop: () => service.stop(),
  };
}
