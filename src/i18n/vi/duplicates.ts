import type { duplicates as en } from '../en/duplicates.ts';
import type { Topic } from '../topic.ts';

export const duplicates = {
  'field.apart': 'Không phải là',
  'twins.likely': 'Có thể đã có rồi. Chưa ghi gì cả.',
  'twins.certain': 'Đã có rồi. Chưa ghi gì cả.',
  'twins.why.taxCode': 'cùng mã số thuế',
  'twins.why.email': 'cùng email',
  'twins.why.phone': 'cùng số điện thoại',
  'twins.why.name': 'tên giống hoặc gần giống',
  'twins.complete': 'Dùng {record} và bổ sung',
  'twins.add': 'Vẫn thêm mới',
  'twins.save': 'Vẫn lưu',
  'twins.line': 'Nếu gõ lệnh, thêm apart:"{apart}" để vẫn tiếp tục.',
  'problem.twins.found': 'Có thể đã có rồi: {records}.',
} as const satisfies Topic<typeof en>;
