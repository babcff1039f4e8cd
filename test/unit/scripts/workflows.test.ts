import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../scripts/lib/project.mjs';

const folder = inProject('.github/workflows');
const workflows = readdirSync(folder).map((name) => ({
  name,
  lines: readFileSync(`${folder}/${name}`, 'utf8').split('\n'),
}));

describe.each(workflows)('$name', ({ lines }) => {
  test('every action is pinned by its full commit, with the version behind it', () => {
    const actions = lines.filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line));
    expect(actions).not.toEqual([]);
    const pinned = /^\s*(- )?uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(actions.filter((line) => !pinned.test(line))).toEqual([]);
  });

  test('may do nothing but what each job asks for', () => {
    expect(lines).toContain('permissions: {}');
    const jobs = lines.filter((line) => /^ {2}\S+:$/.test(line)).length;
    expect(lines.filter((line) => line === '    permissions:').length).toBeGreaterThan(0);
    expect(lines.filter((line) => line === '    permissions:').length).toBeLessThanOrEqual(jobs);
  });

  test('no text from outside stands in a script', () => {
    const scripts = lines.filter((line) => /^\s*(- )?run:.*\$\{\{/.test(line));
    expect(scripts).toEqual([]);
  });
});

test('every action has one version in all workflows', () => {
  const pins = workflows.flatMap(({ lines }) =>
    lines.flatMap(
      (line) => /uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40})/.exec(line)?.slice(1).join(' ') ?? [],
    ),
  );
  const actions = new Set(pins.map((pin) => pin.split(' ')[0]));
  expect(new Set(pins).size).toBe(actions.size);
});
