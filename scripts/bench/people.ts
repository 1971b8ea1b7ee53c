// The first of each are the most common: two people in five are called Nguyễn.
const families = words(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Lương',
);
const middles = words('Thị Văn Minh Đức Ngọc Thanh Hữu Quang Xuân Thu Gia Bảo Anh Hồng Kim Tuấn Phương Như');
const given = words(
  'Lan Hương Hùng Dũng Linh Trang Hà Hải Long Nam Phong Sơn Thảo Yến Vy Khánh Quân Bình Châu Đạt Giang Hạnh Hiếu Hoa Huy Loan My Nga Nhung Phúc Quỳnh Tâm Thắng Thủy Trung Vinh',
);

/** What the person with this number is called: four words, the first two often the same. */
export function person(number: number): string {
  const at = (list: readonly string[], part: number) => list[Math.floor(part ** 2 * list.length)];
  const part = (of: number) => (Math.imul(number + 1, of) >>> 0) / 2 ** 32;
  const chosen = [
    at(families, part(2654435761)),
    at(middles, part(2246822519)),
    at(middles, part(3266489917)),
  ];
  return [...chosen, at(given, part(668265263))].join(' ');
}

function words(text: string): string[] {
  return text.split(' ');
}
