// Stands in for Kit's build in the tests of the server: a few pages that show what reached them.
import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'

let renderings = 0

export async function handler(req, res) {
  const context = req.hiroba
  const path = req.url.split('?')[0].replace(/^\/c\/[^/]+(?=\/|$)/, '') || '/'
  context.route = path === '/' ? '/(plaza)' : path.replace(/^\/people\/.+/, '/people/[handle]')
  if (path === '/_app/immutable/look.css') {
    res.writeHead(200, {
      'content-type': 'text/css',
      'cache-control': 'public,max-age=31536000,immutable',
    })
    createReadStream(
      fileURLToPath(new URL('./client/_app/immutable/look.css', import.meta.url)),
    ).pipe(res)
    return
  }
  // What Kit's own policy would say must not reach anybody.
  res.setHeader('content-security-policy', 'default-src *')
  res.setHeader('content-type', 'text/html; charset=utf-8')
  if (path === '/slow') await new Promise((resolve) => setTimeout(resolve, 300))
  if (path === '/error') return failing(context, res)
  if (path === '/missing') return res.writeHead(404).end('<p>missing</p>')
  if (path === '/moved') return res.setHeader('location', '/latest') && res.writeHead(301).end()
  if (path === '/language') res.setHeader('set-cookie', 'hiroba_lang=ja; Path=/')
  if (path === '/database') {
    const { rows } = await context.hiroba.db.pool.query(
      'select count(*)::int as count from communities',
    )
    res.writeHead(200)
    return res.end(`<p>communities=${rows[0].count}</p>`)
  }
  if (path === '/posted') {
    for await (const _ of req);
    res.writeHead(200)
    res.write(`<p>posted</p>${'<p>text</p>'.repeat(500)}`)
    return res.end()
  }
  const { community, base, locale, origin } = context
  const seen = {
    path,
    community: community?.slug ?? null,
    base,
    locale,
    origin,
    headers: req.headers,
  }
  const body = JSON.stringify({ rendering: ++renderings, ...seen })
  res.writeHead(path === '/c-unknown' ? 404 : 200)
  res.end(
    `<html><script type="application/json">${body}</script>${'<p>text</p>'.repeat(300)}</html>`,
  )
}

function failing(context, res) {
  context.report(
    Object.assign(new Error('duplicate key: "hana@plaza.example" at 203.0.113.7'), {
      detail: 'Key (email)=(hana@plaza.example) already exists.',
    }),
  )
  res.writeHead(500)
  res.end(`<p>${context.requestId}</p>`)
}
