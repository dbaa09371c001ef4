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
    state.pending = panel.send(state.row.path, value)
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
  // Edits that never arrived are no values: what Python said last is shown again.
  function giveUp() {
    if (!state.pending) return
    state.held = false
    take(...(state.latest ?? [state.row]))
  }
  return { element, update, giveUp }
}

const SETTERS = { number: slider, many: slider, choice, switch: toggle, steps }
