import type { HistoryMessages } from './en.ts';

export const historyKo: HistoryMessages = {
  exportTitle: '알림 내보내기',
  exportName: 'Suzu 알림',
  exportFailed: '파일을 쓸 수 없습니다. 디스크 공간과 폴더의 쓰기 권한을 확인하세요.',
  eraseFailed:
    '디스크에서 모두 지우지는 못했습니다. 다음에 시작할 때 다시 지웁니다. 디스크 공간을 확인하세요.',
  searchFailed: '이전 알림을 읽을 수 없습니다. Suzu 폴더의 권한을 확인하세요.',
  notOnDisk: '알림을 디스크에 저장할 수 없어 메모리에만 있습니다. 디스크 공간을 확인하세요.',
};
