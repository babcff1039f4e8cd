import { expect, test } from 'vitest';
import { GlobalShortcuts } from '../../../../src-main/desktop/shortcuts/global-shortcuts.ts';
import { memoryLog } from '../../../support/memory-log.ts';

/** A desktop on which other programs have some shortcuts already. */
function desktop(...taken: string[]) {
  const held = new Map<string, () => void>();
  const pressed: string[] = [];
  const shortcuts = new GlobalShortcuts({
    registry: {
      register(accelerator, onPress) {
        if (accelerator === 'Control+Alt+X') throw new TypeError('not a valid accelerator');
        if (taken.includes(accelerator) || held.has(accelerator)) return false;
        held.set(accelerator, onPress);
        return true;
      },
      unregister: (accelerator) => void held.delete(accelerator),
    },
    actions: {
      toggleWindow: () => void pressed.push('toggleWindow'),
      snooze: () => void pressed.push('snooze'),
    },
    log: memoryLog(),
  });
  return { shortcuts, held, pressed };
}
const none = { toggleWindow: null, snooze: null };

test('what was chosen works, at once and after a start', () => {
  const { shortcuts, held, pressed } = desktop();
  shortcuts.applyAll({ toggleWindow: 'ctrl+alt+s', snooze: null });
  expect(shortcuts.change('snooze', 'Control+Alt+Z')).toBeNull();
  held.get('Control+Alt+S')?.();
  held.get('Control+Alt+Z')?.();
  expect(pressed).toEqual(['toggleWindow', 'snooze']);
  expect([...shortcuts.problems]).toEqual([]);
});

test('another takes the place of the first, and null gives it back', () => {
  const { shortcuts, held } = desktop();
  shortcuts.change('snooze', 'Control+Alt+S');
  shortcuts.change('snooze', 'Control+Alt+Z');
  expect([...held.keys()]).toEqual(['Control+Alt+Z']);
  expect(shortcuts.change('snooze', null)).toBeNull();
  expect([...held.keys()]).toEqual([]);
});

test.each([
  ['Control+Alt+Q', 'taken'],
  ['S', 'malformed'],
  ['Control+Alt+X', 'malformed'],
  ['Control+Alt+W', 'twice'],
])('%s is %s: the old one stays in effect', (wanted, problem) => {
  const { shortcuts, held, pressed } = desktop('Control+Alt+Q');
  shortcuts.applyAll({ toggleWindow: 'Control+Alt+W', snooze: 'Control+Alt+S' });
  expect(shortcuts.change('snooze', wanted)).toBe(problem);
  held.get('Control+Alt+S')?.();
  expect(pressed).toEqual(['snooze']);
  expect([...held.keys()].sort()).toEqual(['Control+Alt+S', 'Control+Alt+W']);
});

test('the same once more is no change', () => {
  const { shortcuts, held } = desktop();
  shortcuts.change('snooze', 'Control+Alt+S');
  expect(shortcuts.change('snooze', 'alt+ctrl+s')).toBeNull();
  expect([...held.keys()]).toEqual(['Control+Alt+S']);
});

test('one that was lost since is told at the start, and no more once another works', () => {
  const { shortcuts } = desktop('Control+Alt+S');
  shortcuts.applyAll({ toggleWindow: 'Control+Alt+S', snooze: 'rubbish' });
  expect([...shortcuts.problems]).toEqual([
    ['toggleWindow', 'taken'],
    ['snooze', 'malformed'],
  ]);
  shortcuts.change('toggleWindow', 'Control+Alt+T');
  shortcuts.change('snooze', null);
  expect([...shortcuts.problems]).toEqual([]);
});

test('all are given back at the end, and replaced as a whole by an import', () => {
  const { shortcuts, held } = desktop();
  shortcuts.applyAll({ toggleWindow: 'Control+Alt+S', snooze: 'Control+Alt+Z' });
  shortcuts.applyAll({ toggleWindow: 'Control+Alt+Z', snooze: 'Control+Alt+S' });
  expect([...held.keys()].sort()).toEqual(['Control+Alt+S', 'Control+Alt+Z']);
  shortcuts.applyAll(none);
  expect([...held.keys()]).toEqual([]);
  shortcuts.change('snooze', 'Control+Alt+S');
  shortcuts.stop();
  expect([...held.keys()]).toEqual([]);
});
