import type { Words } from '../words.ts';

export const regions = ['Miền Bắc', 'Miền Nam', 'Miền Trung'];

export const needs = [
  'Quản lý kho nhiều chi nhánh, giảm lệch tồn',
  'Bán hàng tại quầy nối với kho',
  'Thay phần mềm kế toán cũ bằng ERP',
  'Chấm công và tính lương cho công nhân ca',
  'Quét mã vạch khi nhập và xuất hàng',
  'Cổng để đại lý tự đặt hàng',
  'Hóa đơn điện tử nối với bán hàng',
  'Báo cáo hằng ngày cho ban giám đốc',
];

export const leadTags = ['hội thảo', 'triển lãm', 'gấp', 'nhiều chi nhánh', 'đang dùng Excel'];
export const customerTags = ['ưu tiên', 'xuất khẩu', 'nhiều chi nhánh', 'công nợ chậm', 'khách lâu năm'];
export const interests = ['cầu lông', 'cà phê', 'bóng đá', 'du lịch', 'golf', 'chạy bộ', 'làm vườn'];
export const paymentTerms = [
  '30 ngày',
  '45 ngày sau nghiệm thu',
  '40% khi ký, 60% khi bàn giao',
  'Trả trước',
];

export const duties: Words['duties'] = {
  'Giám đốc': 'decides',
  'Phó giám đốc': 'decides',
  'Kế toán trưởng': 'accounts',
  'Trưởng phòng mua hàng': 'buys',
  'Trưởng phòng CNTT': 'technical',
  'Quản lý kho': 'uses',
  'Trưởng phòng vận hành': 'influences',
  'Nhân viên mua hàng': 'buys',
  'Giám đốc tài chính': 'accounts',
  'Quản lý cửa hàng': 'uses',
  'Trợ lý giám đốc': 'influences',
};
