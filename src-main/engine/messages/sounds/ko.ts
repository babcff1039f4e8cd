import type { SoundMessages } from './en.ts';

export const soundsKo: SoundMessages = {
  missing: (name) => `소리 ${name}을(를) 찾을 수 없습니다. 설정에서 다른 소리를 선택하세요.`,
  notAFile: (name) => `${name}은(는) 파일이 아닙니다. 소리 파일을 선택하세요.`,
  notLocal: (name) => `소리 ${name}은(는) 이 컴퓨터에 없습니다. 복사한 뒤 다시 선택하세요.`,
  tooLarge: (name) => `소리 ${name}이(가) 10 MB보다 큽니다. 더 짧은 소리를 선택하세요.`,
  unreadable: (name) =>
    `소리 ${name}을(를) 읽을 권한이 없습니다. 권한을 바꾸거나 다른 소리를 선택하세요.`,
  notASound: (name) =>
    `${name}은(는) 지원하는 소리 파일이 아닙니다. WAV, Ogg, FLAC, MP3, M4A, AIFF 파일을 선택하세요.`,
  notPlayed: (name) =>
    `이 컴퓨터에서 소리 ${name}을(를) 재생하지 못했습니다. 다른 소리를 선택하세요. WAV는 어디서나 재생됩니다.`,
  noPlayer:
    '소리를 재생하는 프로그램을 찾지 못했습니다. pw-play(PipeWire)나 paplay(PulseAudio)를 설치하거나 데스크톱의 소리를 선택하세요.',
  choose: '소리 선택',
  files: '소리 파일',
  sampleTitle: 'Suzu',
  sampleBody: '알림은 이렇게 울립니다.',
};
