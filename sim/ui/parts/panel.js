// The panel of levers. Python owns every value: the panel shows a change at once and is corrected by the next data.

const panels = new WeakMap()
const PATIENCE_MS = [1500, 3000, 6000, 6000]

function panelIn(parent) {
  if (!panels.has(parent)) {
    const root = parent.querySelector(".levers")
    panels.set(parent, { root, rows: new Map(), kinds: "", count: 0, unseen: [], waiting: 0 })
  }
  return panels.get(parent)
}

function build(panel, rows) {
  panel.rows.clear()
  panel.root.replaceChildren()
  const groups = new Map()
  for (const row of rows) {
    const lever = leverRow(panel, row)
    panel.rows.set(row.path, lever)
    if (row.group && !groups.has(row.group)) groups.set(row.group, groupOf(panel, row.group))
    const place = row.group ? groups.get(row.group) : { body: panel.root, paths: [] }
    place.body.append(lever.element)
    place.paths.push(row.path)
  }
  panel.groups = [...groups.values()]
  const others = panel.groups.reduce((sum, group) => sum + group.paths.length, 0)
  if (!others) return
  panel.root.append(make("h3", { text: panel.words.others }))
  for (const group of panel.groups) panel.root.append(group.heading, group.body)
}

function groupOf(panel, name) {
  const body = make("div", { class: "group" })
  const count = make("span", { class: "word" })
  const dot = make("span", { class: "dot", role: "img", "aria-label": panel.words.differs })
  const button = disclosure({ class: "opener" }, body)
  button.append(make("span", { text: panel.words.groups[name] }), dot, count)
  return { heading: make("h4", {}, button), body, paths: [], dot, count }
}

// A slow run may take up only the last of several triggers, or none: each brings the unseen ones along,
// and what stays unseen is sent again under its own number, by which Python knows what it has read.
function deliver(panel, tries) {
  clearTimeout(panel.waiting)
  const [latest, ...before] = panel.unseen.toReversed()
  panel.trigger("edit", { ...latest, before: before.toReversed() })
  panel.waiting = setTimeout(() => {
    if (!panel.unseen.length || !panel.root.isConnected) return
    if (tries + 1 < PATIENCE_MS.length) return deliver(panel, tries + 1)
    panel.unseen = []
    for (const row of panel.rows.values()) row.giveUp()
  }, PATIENCE_MS[tries])
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const panel = panelIn(parentElement)
  Object.assign(panel, { words: data.words, rules: data.rules, language: data.language })
  panel.count = Math.max(panel.count, data.seen)
  panel.unseen = panel.unseen.filter((edit) => edit.n > data.seen)
  panel.trigger = setTriggerValue
  panel.send = (path, value) => {
    panel.count += 1
    panel.unseen = [...panel.unseen, { path, value, n: panel.count }]
    deliver(panel, 0)
    return panel.count
  }
  mark(panel.root, "aria-label", data.words.panel)
  panel.root.style.setProperty("--scale", data.scale)
  panel.root.style.setProperty("--role", roleColour(panel.root, data.role))
  const kinds = JSON.stringify([data.language, data.rows.map((row) => [row.path, row.kind, row.group])])
  if (panel.kinds !== kinds) {
    panel.kinds = kinds
    build(panel, data.rows)
  }
  for (const row of data.rows) panel.rows.get(row.path).update(row, data.seen)
  const changed = new Set(data.rows.filter((row) => row.differs).map((row) => row.path))
  for (const group of panel.groups) {
    show(group.dot, group.paths.some((path) => changed.has(path)))
    put(group.count, String(group.paths.length))
  }
  return () => {}
}
