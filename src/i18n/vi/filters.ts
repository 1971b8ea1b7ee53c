import type { filters as en } from '../en/filters.ts';
import type { Topic } from '../topic.ts';

export const filters = {
  'field.filter': 'Bộ lọc',
  'field.created': 'Ngày tạo',
  'keys.created': 'tạo',
  'keys.employees': 'quy-mô, nhân-viên, nhân-sự',
  'keys.industry': 'ngành-nghề, lĩnh-vực',
  'keys.address': 'thành-phố',
  'hint.filter': 'vd. ngành:IT quy mô:>50 hạng:VIP nhãn:hội-thảo phụ trách:tôi ngày tạo:"tháng này"',
  'problem.filter.no_value': '“{key}” là gì? Bạn ghi sau dấu hai chấm nhé.',
  'problem.filter.value': '{label}: {sentence}',
  'problem.filter.choice': '“{text}” không có trong: {choices}.',
  'problem.filter.no_order': '{label} không so lớn bé được; bạn chỉ ghi “:” rồi giá trị nhé.',
  'problem.filter.no_kind': 'Không loại hồ sơ nào có đủ các mục này; bạn bỏ bớt một mục nhé.',
  'name.company.list': 'company danh-sách, công-ty danh-sách, danh-sách công-ty',
  'title.company.list': 'Danh sách công ty',
  'about.company.list': 'Công ty theo bộ lọc: ngành:IT khu vực:Nam quy mô:>50',
  'name.contact.list': 'contact danh-sách, liên-hệ danh-sách, danh-sách liên-hệ',
  'title.contact.list': 'Danh sách liên hệ',
  'about.contact.list': 'Liên hệ theo bộ lọc: cty:Acme hạng:VIP nhãn:hội-thảo',
  'company.list': '{count} công ty',
  'company.list_none': 'Không có công ty nào.',
  'contact.list': '{count} liên hệ',
  'contact.list_none': 'Không có liên hệ nào.',
} satisfies Topic<typeof en>;
