import * as v from 'valibot';
import { type BusQuestion, readFirst } from '../bus-fact.ts';
import { propertyQuestion } from '../bus-property.ts';
import { xfconfQuestion } from '../xfconf.ts';

/** The switch in XFCE's power manager, which its user turns on for a presentation. */
export const presentationMode: BusQuestion = xfconfQuestion(
  'xfce4-power-manager',
  '/xfce4-power-manager/presentation-mode',
);

const policyAgent = 'org.kde.Solid.PowerManagement.PolicyAgent';
const policyAgentPath = '/org/kde/Solid/PowerManagement/PolicyAgent';
/** `PolicyAgent::ChangeScreenSettings`: somebody keeps the screen lit. */
const changeScreenSettings = 4;

const plasma: BusQuestion = {
  service: policyAgent,
  path: policyAgentPath,
  interface: policyAgent,
  member: 'HasInhibition',
  signature: 'u',
  body: [changeScreenSettings],
  read: readFirst,
  // Newer versions tell it as a change of properties.
  signals: [
    { interface: policyAgent, member: 'InhibitionsChanged' },
    {
      interface: 'org.freedesktop.DBus.Properties',
      member: 'PropertiesChanged',
      path: policyAgentPath,
      arg0: policyAgent,
    },
  ],
};

const sessionManager = 'org.gnome.SessionManager';
/** `GSM_INHIBITOR_FLAG_IDLE`: somebody keeps the session from being marked idle. */
const inhibitsIdle = 8;

const gnome = propertyQuestion({
  service: sessionManager,
  path: '/org/gnome/SessionManager',
  interface: sessionManager,
  property: 'InhibitedActions',
  read: (actions) => (v.parse(v.number(), actions) & inhibitsIdle) !== 0,
});

/**
 * Whether some program keeps the screen lit, as players and presentations do. A video in a small window
 * does so too: this stands in only where nothing tells of full-screen windows.
 */
export const screenKeepers: readonly BusQuestion[] = [
  plasma,
  {
    ...gnome,
    // MATE's and Cinnamon's managers of that name tell their inhibitors, but no change of the property.
    signals: [
      ...gnome.signals,
      { interface: sessionManager, member: 'InhibitorAdded' },
      { interface: sessionManager, member: 'InhibitorRemoved' },
    ],
  },
];
