import { createSessionBus } from '../../../../src-main/desktop/bus/session-bus.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { fakeDial } from './fake-dial.ts';
import { settle } from './settle.ts';

/** A session bus that has just come up, with the far end in the test's hands. */
export async function busUp() {
  const clock = manualClock();
  const { dial, ends, last } = fakeDial();
  const bus = createSessionBus({ dial, address: 'unix:path=/bus', clock, log: silentLog });
  last().answer('Hello', [':1.9']);
  await settle();
  return { bus, clock, ends, last };
}
