import type { UpdateMessages } from './en.ts';

export const updatesZhCn: UpdateMessages = {
  restartToUpdate: (version) => `重启以更新到 ${version}`,
};
