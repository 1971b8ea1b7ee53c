import type { terminal as en } from '../en/terminal.ts';
import type { Topic } from '../topic.ts';

export const terminal = {
  'terminal.missing': 'còn thiếu.',
  'terminal.field': '{label}: {sentence}',
  'terminal.meant': 'Ý bạn là thế này? Ở đây sau mỗi từ khóa phải có dấu hai chấm.',
  'terminal.usage': 'Cách gõ: {usage}',
  'problem.terminal.at': '“{text}” không phải thời điểm; hãy viết như 2017-12-31T17:00:00Z hoặc …+07:00.',
  'problem.terminal.as': '“{text}” không phải địa chỉ email; --as cần email của một thành viên.',
  'problem.terminal.option': 'Tôi không biết tùy chọn “{text}”; chỉ có --as EMAIL, --at THỜI-ĐIỂM và --json.',
} satisfies Topic<typeof en>;
