import { type BusQuestion, readBoolean, readFirst } from '../bus-fact.ts';
import { propertyQuestion } from '../bus-property.ts';

function screenSaver(service: string, path: string): BusQuestion {
  return {
    service,
    path,
    interface: service,
    member: 'GetActive',
    read: readFirst,
    signals: [{ interface: service, member: 'ActiveChanged', read: readFirst }],
  };
}

/** What blanks or locks the screen. Whether it only blanks is not told: both hide a toast's reader. */
export const screenSavers: readonly BusQuestion[] = [
  screenSaver('org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'),
  screenSaver('org.gnome.ScreenSaver', '/org/gnome/ScreenSaver'),
  screenSaver('org.cinnamon.ScreenSaver', '/org/cinnamon/ScreenSaver'),
  // These two answer at the root; the other paths are where one would look for them.
  screenSaver('org.mate.ScreenSaver', '/'),
  screenSaver('org.mate.ScreenSaver', '/org/mate/ScreenSaver'),
  screenSaver('org.xfce.ScreenSaver', '/'),
  screenSaver('org.xfce.ScreenSaver', '/org/xfce/ScreenSaver'),
];

/** What the log-in manager was told by whatever locked this session; on the system bus. */
export const loginSession: BusQuestion = propertyQuestion({
  service: 'org.freedesktop.login1',
  path: '/org/freedesktop/login1/session/auto',
  interface: 'org.freedesktop.login1.Session',
  property: 'LockedHint',
  hasAlias: true,
  read: readBoolean,
});
