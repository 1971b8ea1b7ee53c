import type { Dice } from '../../dice.ts';
import type { Words } from '../words.ts';

export const teams = ['Kinh doanh miền Bắc', 'Kinh doanh miền Nam', 'Khách hàng lớn'];

export const colleagues: Words['colleagues'] = [
  { userId: 'lan', name: 'Nguyễn Thị Lan Anh', role: 'manager', team: 0, manager: 'tuan' },
  { userId: 'phuc', name: 'Lê Hoàng Phúc', role: 'rep', team: 0, manager: 'lan' },
  { userId: 'duong', name: 'Đặng Thùy Dương', role: 'rep', team: 0, manager: 'lan' },
  { userId: 'huy', name: 'Vũ Đức Huy', role: 'rep', team: 0, manager: 'lan' },
  { userId: 'bao', name: 'Trần Quốc Bảo', role: 'manager', team: 1, manager: 'tuan' },
  { userId: 'tram', name: 'Huỳnh Ngọc Trâm', role: 'rep', team: 1, manager: 'bao' },
  { userId: 'dat', name: 'Võ Thành Đạt', role: 'rep', team: 1, manager: 'bao' },
  { userId: 'han', name: 'Phan Gia Hân', role: 'rep', team: 1, manager: 'bao' },
  { userId: 'linh', name: 'Bùi Khánh Linh', role: 'rep', team: 2, manager: 'tuan' },
  { userId: 'nam', name: 'Hồ Nhật Nam', role: 'rep', team: 2, manager: 'tuan' },
  { userId: 'tuan', name: 'Phạm Minh Tuấn', role: 'admin' },
  { userId: 'ha', name: 'Đỗ Thu Hà', role: 'viewer' },
];

export const newcomer = { userId: 'yen', name: 'Trịnh Hải Yến' };

const families = [
  ...['Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Phạm', 'Huỳnh'],
  ...[
    'Hoàng',
    'Phan',
    'Vũ',
    'Võ',
    'Đặng',
    'Bùi',
    'Đỗ',
    'Hồ',
    'Ngô',
    'Dương',
    'Lý',
    'Đinh',
    'Trịnh',
    'Mai',
    'Tạ',
  ],
];
const women = [
  ...['Thị Hồng Nhung', 'Thu Trang', 'Bích Ngọc', 'Minh Châu', 'Thị Mỹ Linh', 'Thanh Vân', 'Kim Oanh'],
  ...[
    'Thảo Nguyên',
    'Hương Giang',
    'Thị Tuyết',
    'Diệu Hiền',
    'Phương Thảo',
    'Khánh Vy',
    'Thị Hạnh',
    'Ánh Nguyệt',
  ],
  ...[
    'Cẩm Tú',
    'Ngọc Diễm',
    'Thị Thúy',
    'Quỳnh Như',
    'Thùy Linh',
    'Bảo Trân',
    'Thị Loan',
    'Yến Nhi',
    'Mai Phương',
  ],
];
const men = [
  ...['Văn Thắng', 'Minh Khôi', 'Đức Thịnh', 'Quang Vinh', 'Hữu Nghĩa', 'Anh Dũng', 'Văn Hùng', 'Tiến Đạt'],
  ...['Xuân Trường', 'Công Danh', 'Thanh Sơn', 'Ngọc Hải', 'Việt Cường', 'Đình Trọng', 'Văn Lâm', 'Gia Bảo'],
  ...['Mạnh Hà', 'Hoài Nam', 'Trung Kiên', 'Thế Vỹ', 'Bá Lộc', 'Phước Tài', 'Duy Khánh', 'Quốc Toản'],
];

export const name: Words['name'] = (dice) => {
  const woman = dice.chance(0.5);
  const given = dice.pick(woman ? women : men);
  return {
    full: `${dice.pick(families)} ${given}`,
    call: `${woman ? 'chị' : 'anh'} ${given.split(' ').at(-1)}`,
  };
};

/** Valid, yet with its row of zeros nobody's who might be rung up by accident. */
export const phone = (dice: Dice) => `+8490000${dice.int(1000, 9999)}`;

export const jobs = [
  ...[
    'Giám đốc',
    'Phó giám đốc',
    'Kế toán trưởng',
    'Trưởng phòng mua hàng',
    'Trưởng phòng CNTT',
    'Quản lý kho',
  ],
  ...[
    'Trưởng phòng vận hành',
    'Nhân viên mua hàng',
    'Giám đốc tài chính',
    'Quản lý cửa hàng',
    'Trợ lý giám đốc',
  ],
];
