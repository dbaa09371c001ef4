const PATIENCE_MS = 4000
const LETTERS_OF_A_VALUE = 18

// One row of the panel: name, value, what sets it, and what can be said about it.

function leverRow(panel, row) {
  const words = panel.words
  const label = make("span", { class: "name", id: identity("name") })
  const dot = make("span", { class: "dot", role: "img", "aria-label": words.differs, title: words.differs })
  const value = make("span", { class: "value" })
  const word = make("span", { class: "word" })
  const back = make("button", { type: "button", class: "quiet back" })
  const idle = make("p", { class: "idle" })
  const problem = make("p", { class: "problem", role: "alert" })
  const help = helpOf(panel, row)
  const head = make("div", { class: "head" }, label, dot, value)
  const state = { row, label, value, word, pending: 0, held: false, latest: null }
  const setter = SETTERS[row.kind](panel, state)
  const foot = make("div", { class: "foot" }, word, setter.opener, back, help.button)
  const element = make("section", { class: "lever" }, head, setter.element, foot, setter.below, idle, problem, help.body)

  state.send = (value) => {
    const sent = panel.send(state.row.path, value)
    state.pending = sent
    setTimeout(() => {
      if (state.pending === sent) state.release()
    }, PATIENCE_MS)
  }
  state.release = () => {
    state.held = false
    if (state.latest) take(...state.latest)
  }
  back.onclick = () => {
    state.send(state.row.today)
    const setting = element.querySelector("input:checked, input[type=range], input[type=checkbox]")
    const resting = setting ?? element.querySelector("button")
    resting.focus()
  }

  // A hand on the row, or an edit that Python has not seen yet, makes new data wait.
  function update(next, seen) {
    state.latest = [next, seen]
    if (!state.held && state.pending <= seen) take(next)
  }

  function take(next) {
    state.row = next
    state.pending = 0
    state.latest = null
    put(label, next.name)
    show(dot, next.differs)
    put(word, next.word)
    show(back, next.differs)
    const short = next.today_text.length <= LETTERS_OF_A_VALUE
    put(back, fill(words.back_short, { value: short ? next.today_text : words.today }))
    mark(back, "aria-label", fill(words.back, { name: next.name, value: next.today_text }))
    put(idle, next.idle)
    show(idle, next.idle !== "")
    put(problem, next.problem)
    show(problem, next.problem !== "")
    element.classList.toggle("resting", next.idle !== "")
    element.classList.toggle("changed", next.differs)
    setter.update(next)
    help.update(next)
  }
  return { element, update }
}

// The value itself is a button that opens a small entry.
function valueEntry(panel, state, onopen) {
  const button = make("button", { type: "button", class: "value" })
  const entry = textEntry((text) => {
    put(button, text)
    state.send(text)
  }, () => {
    show(entry, false)
    show(button, true)
  })
  entry.className = "entry"
  entry.hidden = true
  button.onclick = () => {
    if (onopen?.()) return
    entry.begin(state.row.entry)
    show(button, false)
    show(entry, true)
    entry.focus()
    entry.select()
  }
  state.value.replaceWith(button)
  button.after(entry)
  state.value = button
  return {
    update(row) {
      put(button, row.text)
      mark(button, "aria-label", fill(panel.words.change, { name: row.name, value: row.text }))
      mark(entry, "aria-label", fill(panel.words.entry, { name: row.name }))
    },
  }
}

// Sends what was typed on Enter and on leaving; Escape takes it back.
function textEntry(onsend, onend) {
  const input = make("input", { type: "text", autocomplete: "off", spellcheck: "false" })
  let begun = ""
  let done = false
  const end = (send) => {
    if (done) return
    done = true
    const text = input.value.trim()
    if (send && text && text !== begun) onsend(text)
    else input.value = begun
    onend?.()
  }
  input.begin = (text) => {
    begun = text
    done = false
    if (input.value !== text) input.value = text
  }
  input.onfocus = () => { done = false }
  input.onblur = () => end(true)
  input.onkeydown = (event) => {
    event.stopPropagation()
    if (event.key !== "Enter" && event.key !== "Escape") return
    event.preventDefault() // or the same Enter would press the button that gets the focus
    const button = input.previousElementSibling
    end(event.key === "Enter")
    done = event.key === "Escape" || input.hidden
    if (input.hidden) button?.focus()
  }
  return input
}

function slider(panel, state) {
  const tick = make("span", { class: "tick" })
  const input = make("input", { type: "range", min: 0, step: 1, "aria-describedby": "" })
  const track = make("div", { class: "track" }, make("span", { class: "rail" }), make("span", { class: "change" }), tick, input)
  const many = state.row.kind === "many"
  const members = many ? memberEntries(panel, state) : null
  const value = valueEntry(panel, state, members?.begin)
  let from = 0
  let numbers = []
  let moved = null
  let repeating = false

  function place(at) {
    track.style.setProperty("--now", at)
  }

  function look() {
    const { fixed } = state.row
    const index = Number(input.value)
    moved = many
      ? movedTogether(fixed, numbers, from, index)
      : { index, numbers: [index === from ? numbers[0] : stopAt(fixed, index)] }
    if (moved.index !== index) input.value = moved.index
    const text = shownNumbers(fixed.form, moved.numbers, panel.language)
    place(moved.index / countOf(fixed))
    put(state.value, text)
    put(state.word, bandOf(state.row, stopAt(fixed, moved.index), panel.words.bands))
    mark(input, "aria-valuetext", text)
  }

  function letGo() {
    repeating = false
    settle()
    if (state.held) state.release()
  }

  function settle() {
    if (!moved || moved.index === from) return
    state.held = false
    from = moved.index
    numbers = moved.numbers
    moved = null
    state.send(many ? numbers : numbers[0])
  }

  input.oninput = look
  input.onchange = () => { if (!repeating) settle() }
  input.onpointerdown = () => { state.held = true }
  input.onpointerup = () => setTimeout(letGo)
  input.onpointercancel = letGo
  input.onblur = letGo
  input.onkeydown = (event) => {
    repeating = event.repeat
    state.held = state.held || repeating
    const direction = { PageUp: 1, PageDown: -1 }[event.key]
    if (!direction) return
    event.preventDefault()
    input.value = Number(input.value) + direction * state.row.fixed.page
    look()
    if (!repeating) settle()
  }
  input.onkeyup = letGo

  function update(row) {
    const count = countOf(row.fixed)
    numbers = many ? row.value : [row.value]
    from = Math.round(row.at * count)
    moved = null
    mark(input, "max", count)
    input.value = from
    place(row.at)
    track.style.setProperty("--then", row.today_at)
    mark(input, "aria-label", many ? fill(panel.words.together, { name: row.name }) : row.name)
    mark(input, "aria-valuetext", row.text)
    value.update(row)
    members?.update(row)
  }
  return { element: track, opener: members?.opener, below: members?.element, update }
}

function memberEntries(panel, state) {
  const list = make("div", { class: "members" })
  const button = disclosure({ class: "quiet", text: panel.words.each }, list)
  const entries = state.row.members.map((member, place) => {
    const entry = textEntry((text) => state.send({ at: place, text }))
    list.append(make("label", {}, make("span", { text: member.name }), entry))
    return entry
  })
  return {
    opener: button,
    element: list,
    begin() {
      open(button, list, true)
      entries[0].focus()
      entries[0].select()
      return true
    },
    update(row) {
      row.members.forEach((member, place) => {
        if (!focused(entries[place])) entries[place].begin(member.entry)
      })
    },
  }
}

function focused(node) {
  return node.getRootNode().activeElement === node
}

const LETTERS_IN_A_LINE = 36

function choice(panel, state) {
  const name = identity("choice")
  const inputs = new Map()
  const letters = state.row.options.reduce((sum, option) => sum + option.text.length, 0)
  const shape = letters > LETTERS_IN_A_LINE ? "options pairs" : "options"
  const group = make("div", { class: shape, role: "radiogroup", "aria-labelledby": state.label.id })
  for (const option of state.row.options) {
    const input = make("input", { type: "radio", name, value: option.value })
    input.onchange = () => state.send(option.value)
    inputs.set(option.value, input)
    group.append(make("label", { class: "option" }, input, make("span", { text: option.text })))
  }
  return {
    element: group,
    update(row) {
      put(state.value, row.text)
      for (const [value, input] of inputs) {
        input.checked = value === row.value
        input.parentElement.classList.toggle("then", value === row.today)
      }
    },
  }
}

function toggle(panel, state) {
  const input = make("input", { type: "checkbox", role: "switch", "aria-labelledby": state.label.id })
  input.onchange = () => state.send(input.checked)
  state.value.after(input)
  return {
    update(row) {
      put(state.value, row.text)
      input.checked = row.value
    },
  }
}

function steps(panel, state) {
  const list = make("ol", { class: "steps" })
  const add = make("button", { type: "button", class: "quiet", text: panel.words.add })
  const parts = ["from_target", "rate_share"]
  const written = () => state.row.steps.map((step) => ({ ...step }))
  add.onclick = () => state.send([...written(), state.row.next])

  function line(place) {
    const entries = parts.map((part) =>
      textEntry((text) => {
        const all = written()
        all[place][part] = text
        state.send(all)
      }),
    )
    const remove = make("button", { type: "button", class: "icon", text: "\u00d7", "aria-label": panel.words.remove })
    remove.onclick = () => {
      state.send(written().filter((_, other) => other !== place))
      add.focus()
    }
    entries.forEach((entry, part) => mark(entry, "aria-label", `${state.row.names[parts[part]]} ${place + 1}`))
    list.append(make("li", {}, ...entries, remove))
    return entries
  }

  const lines = []
  const heads = parts.map((part) => make("span", { text: state.row.names[part] }))
  const heading = make("div", { class: "heads", "aria-hidden": "true" }, ...heads)
  return {
    element: make("div", { class: "schedule" }, heading, list),
    opener: add,
    update(row) {
      put(state.value, row.steps.length ? "" : row.text)
      while (lines.length > row.steps.length) {
        lines.pop()
        list.lastElementChild.remove()
      }
      while (lines.length < row.steps.length) lines.push(line(lines.length))
      row.steps.forEach((step, place) => {
        lines[place].forEach((entry, part) => {
          if (!focused(entry)) entry.begin(step[parts[part]])
        })
      })
      show(list, row.steps.length > 0)
      show(heading, row.steps.length > 0)
      show(add, row.next !== null)
    },
  }
}

const SETTERS = { number: slider, many: slider, choice, switch: toggle, steps }
