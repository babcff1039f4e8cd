import type { UpdateMessages } from './en.ts';

export const updatesJa: UpdateMessages = {
  restartToUpdate: (version) => `再起動して${version}に更新`,
};
