import '../styles/board-line.css'
import { hallText } from '../text/admin-hall.ts'
import { commonText } from '../text/common.ts'

/** How a text looks on the board. */
export function BoardLine({ text, alarm = false }: { text: string; alarm?: boolean }) {
  return (
    <figure className="board-preview">
      <figcaption className="small quiet">{hallText.announcements.preview}</figcaption>
      <p className={alarm ? 'board-line alarm' : 'board-line'}>{text || commonText.nothing}</p>
    </figure>
  )
}
