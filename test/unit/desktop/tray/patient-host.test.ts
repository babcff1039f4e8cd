import { expect, test } from 'vitest';
import { patientHost } from '../../../../src-main/desktop/tray/patient-host.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

function host(isPatient: boolean) {
  const clock = fakeClock();
  const told: boolean[] = [];
  return { clock, told, ...patientHost(clock, isPatient, (isPresent) => told.push(isPresent)) };
}

test('at a hidden start a tray that comes later was never missing', async () => {
  const { clock, told, onHost } = host(true);
  onHost(false);
  await clock.advance(10_000);
  onHost(true);
  await clock.advance(60_000);
  expect(told).toEqual([true]);
});

test('one that stays away is told in the end', async () => {
  const { clock, told, onHost } = host(true);
  onHost(false);
  await clock.advance(14_999);
  expect(told).toEqual([]);
  await clock.advance(1);
  expect(told).toEqual([false]);
});

test('one that goes away later is told at once, and so is a start with the window', () => {
  const later = host(true);
  later.onHost(true);
  later.onHost(false);
  expect(later.told).toEqual([true, false]);
  const open = host(false);
  open.onHost(false);
  expect(open.told).toEqual([false]);
});

test('nothing is told after the end', async () => {
  const { clock, told, onHost, stop } = host(true);
  onHost(false);
  stop();
  await clock.advance(60_000);
  expect(told).toEqual([]);
});
