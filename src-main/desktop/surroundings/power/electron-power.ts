import type { Fact } from '../fact.ts';

/** As much of Electron's `powerMonitor` as is used. */
export interface PowerMonitor {
  on(event: PowerEvent, listener: () => void): unknown;
  off(event: PowerEvent, listener: () => void): unknown;
  isOnBatteryPower(): boolean;
  /** @param idleThreshold seconds without input after which the user counts as idle. */
  getSystemIdleState(idleThreshold: number): 'active' | 'idle' | 'locked' | 'unknown';
}

type PowerEvent = 'on-ac' | 'on-battery' | 'lock-screen' | 'unlock-screen';

/** Whether the computer runs on its battery: macOS and Windows. */
export function electronBattery(power: PowerMonitor): Fact {
  return switched(power, 'on-battery', 'on-ac', () => power.isOnBatteryPower());
}

/** Whether the screen is locked: macOS and Windows. */
export function electronLock(power: PowerMonitor): Fact {
  const longestIdle = 0x7fff_ffff;
  return switched(
    power,
    'lock-screen',
    'unlock-screen',
    () => power.getSystemIdleState(longestIdle) === 'locked',
  );
}

function switched(power: PowerMonitor, on: PowerEvent, off: PowerEvent, isOn: () => boolean): Fact {
  return (tell) => {
    const turnOn = () => tell(true);
    const turnOff = () => tell(false);
    power.on(on, turnOn);
    power.on(off, turnOff);
    tell(isOn());
    return () => {
      power.off(on, turnOn);
      power.off(off, turnOff);
    };
  };
}
