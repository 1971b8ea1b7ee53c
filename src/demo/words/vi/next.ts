import type { Words } from '../words.ts';

/** What is promised to a customer in each open stage. */
export const nextSteps: Words['nextSteps'] = [
  ['Gọi {who} hỏi kỹ nhu cầu', 'Gửi {who} hồ sơ năng lực'],
  ['Hẹn {who} xem thử {product}', 'Gửi {who} báo giá sơ bộ'],
  ['Gọi {who} hỏi ý kiến về báo giá', 'Nhắc {who} trình báo giá lên giám đốc'],
  ['Gửi {who} phương án giá cuối', 'Hẹn gặp {who} bàn điều khoản thanh toán'],
  ['Gửi {who} bản hợp đồng đã sửa', 'Hỏi {who} lịch ký hợp đồng'],
];

export const leadSteps: Words['leadSteps'] = [
  'Gọi {who} tìm hiểu nhu cầu',
  'Gửi {who} bảng giá tham khảo',
  'Gọi lại {who} sau khi xem tài liệu',
];
