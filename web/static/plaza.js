// All that the plaza runs in the browser. Without it everything reads and every form is sent.
const typing = 'input, textarea, select, [contenteditable]'
const rows = () => [...document.querySelectorAll('.topics .t, .writings .t, .people .n, .post .no')]

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(typing)) return
  if (event.key === '/') search(event)
  else if (event.key === 'j' || event.key === 'k') walk(event, event.key === 'j' ? 1 : -1)
})

/** `/` goes to the search box, or to the page that has one. */
function search(event) {
  const field = document.querySelector('input[type=search]')
  const link = document.querySelector('a.tool[href$="/search"]')
  if (!field && !link) return
  event.preventDefault()
  if (field) field.select()
  else location.href = link.href
}

/** `j` and `k` walk the lines of a list and the posts of a topic. */
function walk(event, step) {
  const all = rows()
  if (!all.length) return
  const at = all.indexOf(document.activeElement)
  const next = all[at < 0 ? nearest(all) : Math.min(all.length - 1, Math.max(0, at + step))]
  event.preventDefault()
  next.focus({ preventScroll: true })
  next.closest('li, .post').scrollIntoView({ block: 'nearest' })
}

function nearest(all) {
  const seen = all.findIndex((one) => one.getBoundingClientRect().top >= 0)
  return seen < 0 ? all.length - 1 : seen
}

// A menu closes when something else is pressed, or by Escape.
addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.pop[open]'))
    if (!open.contains(event.target)) open.open = false
})
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  for (const open of document.querySelectorAll('details.pop[open]')) {
    open.open = false
    open.querySelector('summary').focus()
  }
})

// Pictures from elsewhere are links; code can be copied where the browser allows it.
const words = document.querySelector('[data-copy]')?.dataset
if (words && navigator.clipboard)
  for (const code of document.querySelectorAll('.prose pre')) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'copy',
      textContent: words.copy,
    })
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.querySelector('code').textContent)
      button.textContent = words.copied
      setTimeout(() => (button.textContent = words.copy), 2000)
    })
    const head = Object.assign(document.createElement('div'), { className: 'codehead' })
    head.append(button)
    code.before(head)
  }
