import * as v from 'valibot';
import { type BusQuestion, readBoolean, readFirst } from '../bus-fact.ts';
import { propertyQuestion } from '../bus-property.ts';
import { xfconfQuestion } from '../xfconf.ts';

const notifications = 'org.freedesktop.Notifications';
const notificationsPath = '/org/freedesktop/Notifications';

/** KDE Plasma's own addition to the notification service's interface. */
const plasma = propertyQuestion({
  service: notifications,
  path: notificationsPath,
  interface: notifications,
  property: 'Inhibited',
  read: readBoolean,
});

const dunst = propertyQuestion({
  service: notifications,
  path: notificationsPath,
  interface: 'org.dunstproject.cmd0',
  property: 'paused',
  read: readBoolean,
});

/** Modes are the user's own words; these two are what mako's and its users' documents call it. */
const quietModes: readonly string[] = ['do-not-disturb', 'dnd'];

const mako = propertyQuestion({
  service: notifications,
  path: '/fr/emersion/Mako',
  interface: 'fr.emersion.Mako',
  property: 'Modes',
  read: (modes) => v.parse(v.array(v.string()), modes).some((mode) => quietModes.includes(mode)),
});

const swayncInterface = 'org.erikreider.swaync.cc';
const swayncPath = '/org/erikreider/swaync/cc';

/** SwayNotificationCenter. Its signal tells the count, and then whether it is on. */
const swaync: BusQuestion = {
  service: swayncInterface,
  path: swayncPath,
  interface: swayncInterface,
  member: 'GetDnd',
  read: readFirst,
  signals: [
    {
      interface: swayncInterface,
      member: 'SubscribeV2',
      path: swayncPath,
      read: ([, isOn]) => readBoolean(isOn),
    },
  ],
};

/**
 * Services that tell of do-not-disturb, the most certain first: what shows the notifications knows
 * better than a setting that may belong to another program.
 */
export const quietServices: readonly BusQuestion[] = [
  plasma,
  dunst,
  mako,
  swaync,
  xfconfQuestion('xfce4-notifyd', '/do-not-disturb'),
];
