// A table made once and changed in place; rows may be buttons, and rows may be folded into one line.

const sheets = new WeakMap()

function sheetIn(parent) {
  if (!sheets.has(parent)) {
    const root = parent.querySelector(".sheet")
    const caption = make("caption")
    const head = make("tr")
    const body = make("tbody")
    root.append(make("table", {}, caption, make("thead", {}, head), body))
    new ResizeObserver(() => reachable(root)).observe(root)
    sheets.set(parent, { root, caption, head, body, written: new Map(), open: false, count: 0 })
  }
  return sheets.get(parent)
}

function drawing(...parts) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("aria-hidden", "true")
  for (const [tag, attributes] of parts) {
    const part = document.createElementNS(svg.namespaceURI, tag)
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value)
    svg.append(part)
  }
  return svg
}

const CELLS = {
  text: (cell) => make("span", { text: cell.text, class: cell.tone }),
  pill: (cell) => make("span", { text: cell.text, class: `pill ${cell.tone}` }),
  swatch: (cell, sheet) => {
    const stroke = roleColour(sheet.root, cell.role)
    const line = { x1: 0, x2: "100%", y1: "50%", y2: "50%", stroke, "stroke-width": 4, "stroke-dasharray": sheet.dashes[ROLES.indexOf(cell.role)] ?? "" }
    return make("span", { class: "swatch" }, drawing(["line", line]), make("span", { text: cell.text }))
  },
  bar: (cell, sheet, signed) => {
    const zero = signed ? 50 : 0
    const length = Math.min(Math.abs(cell.length), 1) * (100 - zero)
    const start = cell.length < 0 ? zero - length : zero
    const svg = drawing(
      ["line", { x1: `${zero}%`, x2: `${zero}%`, y1: "-25%", y2: "125%" }],
      ["rect", { x: `${start}%`, width: `${length}%`, height: "100%", rx: 1.5 }],
    )
    return make("div", { class: `bar ${cell.tone}` }, cell.text && make("span", { text: cell.text }), svg)
  },
}

function cellsOf(sheet, row, data) {
  return row.cells.map((cell, place) => {
    const column = data.columns[place]
    const signed = data.rows.some((other) => other.cells[place].length < 0)
    const content = CELLS[cell.kind](cell, sheet, signed)
    const attributes = { class: column.align }
    if (place > 0) return make("td", attributes, content)
    const shown = row.button ? make("button", { type: "button" }, content) : content
    return make("th", { ...attributes, scope: "row" }, shown)
  })
}

function drawRow(sheet, row, data) {
  const text = JSON.stringify([row, data.columns, sheet.colours, data.rows.map((other) => other.cells.map((cell) => cell.length < 0))])
  const known = sheet.written.get(row.id)
  if (known?.text === text) return known.element
  const element = known?.element ?? make("tr")
  const hadFocus = element.contains(element.getRootNode().activeElement)
  element.replaceChildren(...cellsOf(sheet, row, data))
  element.classList.toggle("choosable", row.button)
  element.onclick = row.button ? () => sheet.send(row.id) : null
  sheet.written.set(row.id, { element, text })
  if (hadFocus) element.querySelector("button")?.focus()
  return element
}

function foldLine(sheet, data) {
  const button = make("button", { type: "button", text: data.folded, "aria-expanded": sheet.open })
  const line = make("tr", { class: "folded" }, make("td", { colspan: data.columns.length }, button))
  button.onclick = () => {
    sheet.open = !sheet.open
    mark(button, "aria-expanded", sheet.open)
    for (const row of sheet.hidden) show(row, sheet.open)
  }
  return line
}

function arrange(body, rows) {
  rows.forEach((row, place) => {
    if (body.children[place] !== row) body.insertBefore(row, body.children[place] ?? null)
  })
  while (body.children.length > rows.length) body.lastElementChild.remove()
}

// What can be scrolled can be reached by keyboard.
function reachable(root) {
  if (root.scrollWidth > root.clientWidth) mark(root, "tabindex", 0)
  else root.removeAttribute("tabindex")
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const sheet = sheetIn(parentElement)
  sheet.colours = getComputedStyle(sheet.root).getPropertyValue("--st-chart-categorical-colors")
  sheet.send = (id) => {
    sheet.count += 1
    setTriggerValue("row", { id, n: sheet.count })
  }
  sheet.dashes = data.dashes
  sheet.root.style.setProperty("--scale", data.scale)
  sheet.root.classList.toggle("choosing", data.rows.some((row) => row.button))
  put(sheet.caption, data.caption)
  mark(sheet.root, "aria-label", data.caption)
  const titles = data.columns.map((column) => make("th", { scope: "col", class: column.align, text: column.title }))
  if (sheet.titles !== JSON.stringify(data.columns)) sheet.head.replaceChildren(...titles)
  sheet.titles = JSON.stringify(data.columns)
  const drawn = data.rows.map((row) => [row, drawRow(sheet, row, data)])
  for (const [row, element] of drawn) {
    element.classList.toggle("chosen", row.id === data.chosen)
    const button = element.querySelector("th > button")
    if (button) mark(button, "aria-pressed", row.id === data.chosen)
  }
  sheet.hidden = drawn.filter(([row]) => row.folded).map(([, element]) => element)
  for (const [row, element] of drawn) show(element, !row.folded || sheet.open)
  const lines = drawn.filter(([row]) => !row.folded).map(([, element]) => element)
  if (sheet.hidden.length) {
    if (sheet.foldText !== data.folded) sheet.fold = foldLine(sheet, data)
    sheet.foldText = data.folded
    lines.push(sheet.fold, ...sheet.hidden)
  }
  arrange(sheet.body, lines)
  reachable(sheet.root)
  return () => {}
}
