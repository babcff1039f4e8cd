import type { RuleMessages } from './en.ts';

export const rulesZhCn: RuleMessages = {
  titleHeld: {
    paused: (count) => `暂停期间有 ${count} 条通知`,
    'quiet-hours': (count) => `安静时段内有 ${count} 条通知`,
    'do-not-disturb': (count) => `勿扰期间有 ${count} 条通知`,
    'full-screen': (count) => `全屏期间有 ${count} 条通知`,
    several: (count) => `有 ${count} 条通知被暂缓提醒`,
  },
  reason: {
    digest: '已汇总到一条通知中',
    'same-note': '与同一帖子的其他通知一起响铃',
    'same-group': '与同一分组的其他通知一起响铃',
    burst: '短时间内通知过多，已汇总到一条通知中',
    'type-silent': '按此类型的设置静音显示',
    'low-urgency': '紧急程度低，已静音显示',
    'own-act': '这是你自己的操作，未响铃',
    silent: '发送者设为不响铃，仅供阅读',
    'type-off': '按此类型的设置仅保留，未提醒',
    'muted-user': '你已在此设备上屏蔽此人，未响铃',
    'muted-word': '含有你屏蔽的词语，未响铃',
    'not-followed': '你没有关注此人，未响铃',
    'too-old': '已超过一天，未响铃',
    paused: '通知已暂停，暂未提醒',
    'quiet-hours': '处于安静时段，暂未提醒',
    'do-not-disturb': '桌面处于勿扰模式，暂未提醒',
    'full-screen': '有程序正在全屏运行，暂未提醒',
    focused: '你正在看 Suzu 的窗口，未响铃',
    failed: '桌面未能显示该通知',
  },
};
