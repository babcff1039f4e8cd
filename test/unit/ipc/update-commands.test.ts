import { expect, test } from 'vitest';
import { createUpdateCommands } from '../../../src-main/ipc/commands/update-commands.ts';

test('the window has updates looked for, and put in', () => {
  const asked: string[] = [];
  const commands = createUpdateCommands({
    updates: { check: () => asked.push('check'), restart: () => asked.push('restart') },
  });
  commands.checkForUpdate();
  commands.installUpdate();
  expect(asked).toEqual(['check', 'restart']);
});
