/** Names of counters, services, devices and printers. */
export const namesText = {
  missing: 'Nhập tên, bằng chữ hoặc số',
  taken: (name: string) => `“${name}” đã có. Nhập tên khác để không nhầm hai thứ với nhau.`
}

/** Whether two names are one to whoever reads them: case and spaces aside. Marks count: `Bình` is not `Bính`. */
export function isSameName(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')
}
