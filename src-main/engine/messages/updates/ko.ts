import type { UpdateMessages } from './en.ts';

export const updatesKo: UpdateMessages = {
  restartToUpdate: (version) => `다시 시작하여 ${version}(으)로 업데이트`,
};
