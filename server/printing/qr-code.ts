/** A horizontal stretch of dark modules of a QR code. Counted in modules from its top left corner. */
export interface Bar {
  x: number
  y: number
  length: number
}

/**
 * The dark modules of a QR code as stretches, so that one path draws it: sharp at any size, a few bytes, and without
 * the hairlines that single squares leave on some printers.
 */
export function barsOf({ size, data }: { size: number; data: ArrayLike<number | boolean> }): Bar[] {
  const bars: Bar[] = []
  for (let y = 0; y < size; y += 1) {
    let open: Bar | undefined
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) open = undefined
      else if (open) open.length += 1
      else {
        open = { x, y, length: 1 }
        bars.push(open)
      }
    }
  }
  return bars
}
