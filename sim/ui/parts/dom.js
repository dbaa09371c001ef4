// Elements are made once and changed in place; every text is text, never markup.

function make(tag, attributes, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === "text") node.textContent = value
    else if (name === "class") node.className = value
    else if (name.startsWith("on")) node[name] = value
    else node.setAttribute(name, value)
  }
  node.append(...children.filter(Boolean))
  return node
}

function put(node, text) {
  if (node.textContent !== text) node.textContent = text
}

function mark(node, name, value) {
  if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value)
}

function show(node, visible) {
  if (node.hidden === visible) node.hidden = !visible
}

function fill(sentence, places) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole)
}

// Today, designs B to H, good, bad: the order of the chart colours in the theme.
const ROLES = ["today", "B", "C", "D", "E", "F", "G", "H", "good", "bad"]

function roleColour(node, role) {
  const colours = getComputedStyle(node).getPropertyValue("--st-chart-categorical-colors").split(",")
  return (colours[ROLES.indexOf(role)] ?? "").trim()
}

let made = 0

function identity(name) {
  made += 1
  return `${name}-${made}`
}

// A button that shows and hides what stands below it; what is long may be made when it is first opened.
function disclosure(attributes, body) {
  body.id = identity("below")
  body.hidden = true
  const button = make("button", { type: "button", "aria-expanded": "false", "aria-controls": body.id, ...attributes })
  button.onclick = () => open(button, body, body.hidden)
  return button
}

function open(button, body, visible) {
  if (visible && button.onfirst && !body.childElementCount) button.onfirst()
  show(body, visible)
  mark(button, "aria-expanded", visible)
}
