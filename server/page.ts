import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { html } from 'ghtml'
import { commonText } from '../kiosk-ui/src/text/common.ts'
import { publicPageText } from '../kiosk-ui/src/text/public-page.ts'

/** What a public page is made of. */
export interface PublicPage {
  title: string
  /** Whose page it is, as it stands on every page. */
  officeName: string
  /** The address that a citizen can check, without its scheme. */
  host: string
  /** HTML; everything in it is escaped already. */
  body: string
  /** Of the whole page, where one thing fills it. */
  tone?: string
  /** After so many seconds a browser without scripts loads the page anew. */
  reload?: number | null
  /** The address of a script of ours that does better than that. */
  script?: string | undefined
}

const STYLES = path.resolve(import.meta.dirname, '../kiosk-ui/src/styles')

/** Tokens and rules of the public pages, in the page itself: one answer shows it, also on a slow line. */
const style = pageStyle()

/** Lets the browser take that style and no other that stands in a page. */
export const styleHash = `'sha256-${hash('sha256', style, 'base64')}'`

/**
 * The frame of a public page: plain HTML that reads without JavaScript on an old phone, with the line that says
 * whose page it is.
 */
export function publicPage({ title, officeName, host, body, tone, ...live }: PublicPage): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${officeName}</title>
<style>!${style}</style>!${liveParts(live)}
</head>
<body!${tone ? html` class="${tone}"` : ''}>
<a class="skip" href="#noi-dung">${commonText.skip}</a>
<header class="official"><b>${officeName}</b><span>${publicPageText.official(host)}</span></header>
<main id="noi-dung">
!${body}
</main>
</body>
</html>
`
}

/** What keeps a page up to date: a script, and where none runs the browser itself. */
function liveParts({ reload, script }: Pick<PublicPage, 'reload' | 'script'>): string {
  if (!reload) return ''
  const plain = html`<meta http-equiv="refresh" content="${reload}">`
  return script ? html`<noscript>!${plain}</noscript><script src="${script}" defer></script>` : plain
}

/** For an address at which there is nothing. */
export function notFoundPage({ publicUrl }: { publicUrl: string }): string {
  const { notFoundTitle, notFound, home } = publicPageText
  const body = html`<h1>${notFoundTitle}</h1><p>${notFound}</p><p><a href="/thu-tuc">${home}</a></p>`
  return publicPage({
    title: notFoundTitle,
    officeName: commonText.program,
    host: new URL(publicUrl).host,
    body
  })
}

/** Only the tokens that the rules use, as every page carries them. */
function pageStyle(): string {
  const rules = styleFile('public.css')
  const tokens = /:root\{([^}]*)\}/.exec(styleFile('tokens.css'))?.[1]?.split(';') ?? []
  const used = tokens.filter((token) => rules.includes(`var(${token.split(':')[0]})`))
  return `:root{${used.join(';')}}${rules}`
}

function styleFile(name: string): string {
  return readFileSync(path.join(STYLES, name), 'utf8')
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}
