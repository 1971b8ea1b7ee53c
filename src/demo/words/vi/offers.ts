import type { Dice } from '../../dice.ts';
import type { Offer, Words } from '../words.ts';

export const products: Words['products'] = [
  ['Phần mềm quản lý kho', 'Phần mềm', 120],
  ['Phần mềm bán hàng', 'Phần mềm', 75],
  ['ERP tổng thể', 'Phần mềm', 950],
  ['Chấm công – tính lương', 'Phần mềm', 60],
  ['Thiết bị mã vạch', 'Thiết bị', 45],
  ['Cổng đặt hàng đại lý', 'Phần mềm', 280],
  ['Hóa đơn điện tử', 'Phần mềm', 35],
  ['Báo cáo quản trị', 'Phần mềm', 150],
  ['Bảo trì hằng năm', 'Dịch vụ', 48],
  ['Đào tạo và triển khai', 'Dịch vụ', 40],
];

export const offers: readonly Offer[] = [
  ['{short} – quản lý kho {n} chi nhánh', 0, 90, 600],
  ['Phần mềm kho cho {short}', 0, 80, 350],
  ['{short} – kho và truy xuất lô hàng', 0, 150, 700],
  ['{short} – bán hàng {n} điểm bán', 1, 60, 450],
  ['Phần mềm bán hàng {short}', 1, 45, 220],
  ['ERP tổng thể {short}', 2, 700, 3000],
  ['{short} – ERP giai đoạn 1', 2, 450, 1800],
  ['{short} – nâng lên ERP', 2, 500, 2200, 'later'],
  ['Chấm công, tính lương {short}', 3, 40, 260],
  ['{short} – {n} máy quét mã vạch', 4, 32, 120],
  ['Thiết bị mã vạch và tem nhãn {short}', 4, 35, 200],
  ['Cổng đặt hàng đại lý {short}', 5, 180, 900],
  ['{short} – app cho nhân viên thị trường', 5, 150, 650],
  ['{short} – kết nối sàn thương mại điện tử', 5, 90, 380],
  ['Hóa đơn điện tử {short}', 6, 30, 90],
  ['{short} – kết nối phần mềm kế toán', 6, 35, 150],
  ['{short} – báo cáo quản trị', 7, 90, 480],
  ['Dashboard ban giám đốc {short}', 7, 80, 300],
  ['Gia hạn bảo trì {short}', 8, 40, 260, 'later'],
  ['{short} – bảo trì 2 năm', 8, 60, 380, 'later'],
  ['{short} – mở thêm {n} chi nhánh', 0, 70, 420, 'later'],
  ['{short} – gói hỗ trợ 24/7', 8, 50, 240, 'later'],
  ['Đào tạo đội vận hành {short}', 9, 30, 120, 'later'],
];

const forms = ['Công ty TNHH', 'Công ty TNHH', 'CTCP', 'Cửa hàng', 'Xưởng', 'Công ty TNHH MTV'];
const trades = [
  ...['Nội thất', 'Cơ khí', 'Thực phẩm', 'Điện máy', 'May mặc', 'Thiết bị điện', 'Vật tư', 'Bánh kẹo'],
  ...['Hải sản', 'Sơn nước', 'Phụ tùng', 'Văn phòng phẩm', 'Đồ gỗ', 'Thời trang'],
];
const names = [
  ...[
    'Gia Hưng',
    'Tường Vi',
    'Phú Khang',
    'Nhật Hạ',
    'Hải Đăng',
    'Bảo Ngân',
    'Tấn Lộc',
    'Hòa Bình An',
    'Cát Tường',
  ],
  ...[
    'Lộc Xuân',
    'Vạn Tín',
    'Minh Đăng',
    'Khải Hoàn',
    'An Nhiên',
    'Thảo Mộc',
    'Đức Trí',
    'Hưng Thuận',
    'Sơn Ca',
  ],
];

export const prospect = (dice: Dice) => `${dice.pick(forms)} ${dice.pick(trades)} ${dice.pick(names)}`;

export const notes: Words['notes'] = {
  website: [
    'Hỏi giá phần mềm kho cho 2 kho ở {place}',
    'Đang dùng Excel, muốn xem demo trong tuần. Ở {place}',
    'Cần hóa đơn điện tử trước cuối quý, {place}',
  ],
  social: ['Để lại số qua fanpage, {place}', 'Mở cửa hàng mới ở {place}, cần phần mềm bán hàng và máy quét'],
  referral: ['Khách quen giới thiệu, xưởng ở {place}', 'Bạn hàng của khách cũ, kho ở {place}'],
  team: ['Gặp ở hội chợ, có 3 điểm bán ở {place}', 'Nhà máy {place}, quan tâm ERP, muốn gặp trực tiếp'],
  other: ['Gọi tổng đài hỏi giá, {place}'],
};

export const places = [
  ...[
    'Hà Nội',
    'Hải Phòng',
    'Bắc Ninh',
    'Hưng Yên',
    'Quảng Ninh',
    'Thanh Hóa',
    'Nghệ An',
    'Đà Nẵng',
    'Khánh Hòa',
  ],
  ...[
    'Lâm Đồng',
    'Đắk Lắk',
    'TP. Hồ Chí Minh',
    'Đồng Nai',
    'Tây Ninh',
    'Cần Thơ',
    'An Giang',
    'Cà Mau',
    'Huế',
  ],
];

export const wonReasons = [
  ...['Giá hợp lý, triển khai nhanh', 'Demo sát nhu cầu', 'Khách cũ tin tưởng', 'Hỗ trợ tốt hơn bên kia'],
  ...['Kết nối được với phần mềm kế toán', 'Cho dùng thử 2 tuần'],
];

export const lostReasons = [
  ...[
    'Giá cao hơn đối thủ',
    'Giá cao hơn đối thủ',
    'Chọn nhà cung cấp khác',
    'Khách chưa có ngân sách năm nay',
  ],
  ...[
    'Dự án tạm dừng',
    'Không liên lạc được nữa',
    'Chưa quyết định, để sang năm',
    'Thiếu tính năng khách cần',
  ],
  ...['Người quyết định nghỉ việc', 'Tự phát triển nội bộ'],
];
