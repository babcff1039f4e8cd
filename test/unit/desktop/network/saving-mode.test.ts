import { expect, test } from 'vitest';
import { SavingMode } from '../../../../src-main/desktop/network/saving-mode.ts';
import { untoldDesktop } from '../../../../src-main/engine/notices/desktop-state.ts';

function bench() {
  const world = {
    settings: { onBattery: true, onMetered: true },
    desktop: untoldDesktop,
    changes: 0,
  };
  const saving = new SavingMode({
    settings: () => world.settings,
    desktop: () => world.desktop,
    onChange: () => {
      world.changes += 1;
    },
  });
  const become = (desktop: { onBattery?: boolean; metered?: boolean }) => {
    world.desktop = { ...world.desktop, ...desktop };
    saving.look();
    return saving.reason;
  };
  return { world, saving, become };
}

test('it saves for as long as there is a reason that counts', () => {
  const { world, saving, become } = bench();
  expect(become({})).toBeNull();
  expect(become({ onBattery: true })).toBe('battery');
  expect(become({ metered: true })).toBe('metered');
  expect(become({ metered: false })).toBe('battery');
  world.settings = { onBattery: false, onMetered: true };
  saving.look();
  expect(saving.reason).toBeNull();
  expect(world.changes).toBe(4);
});

test('the reader may want pictures all the same, until there is a reason anew', () => {
  const { world, saving, become } = bench();
  become({ metered: true });
  saving.lift();
  expect(saving.reason).toBeNull();
  expect(world.changes).toBe(2);
  expect(become({})).toBeNull();
  expect(become({ metered: false })).toBeNull();
  expect(world.changes).toBe(2);
  expect(become({ metered: true })).toBe('metered');
});

test('there is nothing to lift while it does not save', () => {
  const { world, saving, become } = bench();
  saving.lift();
  expect(world.changes).toBe(0);
  expect(become({ onBattery: true })).toBe('battery');
});
