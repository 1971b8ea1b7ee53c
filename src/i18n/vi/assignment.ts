import type { assignment as en } from '../en/assignment.ts';
import type { Topic } from '../topic.ts';

export const assignment = {
  'name.lead.assign': 'lead giao, giao lead',
  'title.lead.assign': 'Giao lead',
  'about.lead.assign': 'Giao lead cho một người; người đó được báo và bấm nút để nhận',
  'name.lead.accept': 'lead nhận, nhận lead',
  'title.lead.accept': 'Nhận lead',
  'about.lead.accept': 'Nhận lead vừa được giao cho bạn',
  'action.assign': 'Giao',
  'action.accept': 'Nhận',
  'lead.assigned': 'Đã giao cho {name}.',
  'lead.taken': 'Đã nhận. Chúc bạn thành công!',
  'lead.given_by': '{name} vừa giao lead này cho bạn.',
  'lead.given': 'Lead này từ nay do bạn phụ trách.',
  'lead.acceptance': 'Tiếp nhận',
  'lead.waits': 'chưa nhận',
  'problem.lead.theirs': '“{lead}” đang do {name} phụ trách rồi.',
  'problem.lead.not_yours': 'Hiện “{lead}” do {name} phụ trách; chỉ người phụ trách mới nhận được.',
  'problem.lead.accepted': 'Bạn đã nhận “{lead}” rồi.',
} as const satisfies Topic<typeof en>;
