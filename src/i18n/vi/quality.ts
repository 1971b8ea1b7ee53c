import type { quality as en } from '../en/quality.ts';
import type { Topic } from '../topic.ts';

export const quality = {
  'metric.quality.score': 'Chất lượng dữ liệu',
  'formula.quality.score':
    'Số hồ sơ không thiếu và không cũ ÷ tổng số hồ sơ: cơ hội đang mở, lead đang xử lý, liên hệ và công ty. Hồ sơ có nhiều lỗi chỉ tính một lần.',
  'numerator.quality.score': 'Hồ sơ không có lỗi',
  'denominator.quality.score': 'Số hồ sơ',
  'empty.no_records': 'chưa có hồ sơ nào',
  'quality.rule.no_owner': 'Chưa có người phụ trách',
  'quality.rule.no_contact': 'Chưa có điện thoại hoặc email',
  'quality.rule.no_source': 'Chưa rõ nguồn',
  'quality.rule.no_close': 'Chưa có ngày dự kiến chốt',
  'quality.rule.close_passed': 'Đã quá ngày dự kiến chốt',
  'quality.rule.untouched': 'Đã lâu không có hoạt động',
  'quality.rule.duplicate': 'Có thể bị trùng',
  'problem.audit.nobody': 'Bạn cho biết ai chịu trách nhiệm về dữ liệu: /crm audit responsible:@tên',
  'problem.audit.no_channel': 'Kết quả rà soát được gửi vào kênh: bạn gõ lệnh này trong kênh muốn nhận nhé.',
} as const satisfies Topic<typeof en>;
