import type { Calls } from '../contract.ts';

/** What the window may ask for, answered now or later. */
export type Commands<Group = Calls> = {
  readonly [Name in keyof Group]: Group[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Answer | Promise<Answer>
    : never;
};
