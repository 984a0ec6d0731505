const WAIT = 20_000

/** Opens the printer's dialog for a paper of the server, without leaving the page. Rejects when it did not come. */
export function printPaper(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe')
    frame.className = 'unseen'
    frame.title = ''
    frame.tabIndex = -1
    frame.setAttribute('aria-hidden', 'true')
    const late = setTimeout(() => reject(new Error('the paper did not come')), WAIT)
    frame.onload = () => {
      clearTimeout(late)
      try {
        frame.contentWindow?.print()
        // The keys stay with the page, not with the paper.
        window.focus()
        resolve()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    for (const before of document.querySelectorAll('iframe.unseen')) before.remove()
    frame.src = address
    document.body.append(frame)
  })
}
