import type { UpdateMessages } from './en.ts';

export const updatesKo: UpdateMessages = {
  label: '업데이트',
  automatic: '자동 업데이트',
  automaticText: '새 버전을 자동으로 받아 Suzu를 종료할 때 설치합니다.',
  keywords: '새 버전 업그레이드 다운로드',
  state: '이 버전',
  unsupported: {
    source: '이 Suzu에는 새 버전을 받을 곳이 설정되어 있지 않습니다.',
    managed: '새 버전은 시스템의 패키지 관리자나 스토어에서 제공합니다.',
    portable: '휴대용 버전은 스스로 업데이트하지 않습니다. 새 버전을 직접 내려받으세요.',
  },
  isOff: '새 버전을 확인하지 않습니다.',
  idle: '새 버전을 자동으로 확인합니다.',
  current: '최신 버전입니다.',
  failed: '지난번에 새 버전을 확인하지 못했습니다. 나중에 다시 시도합니다.',
  checking: '새 버전을 확인하는 중…',
  downloading: (version, percent) => `${version} 내려받는 중: ${percent}`,
  ready: (version) => `${version} 버전이 준비되었습니다. Suzu를 종료할 때 설치됩니다.`,
  check: '지금 확인',
  restart: '지금 다시 시작',
  restartTo: (version) => `다시 시작하여 ${version}(으)로 업데이트`,
};
