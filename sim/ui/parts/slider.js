// A handle on a track, for one number or for several that move together.

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
    members?.update(shownApart(state.row.fixed.form, numbers, panel.language))
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
    members?.update(row.members.map((member) => member.entry))
  }
  return { element: track, opener: members?.opener, below: members?.element, update }
}

function memberEntries(panel, state) {
  const list = make("div", { class: "members" })
  const button = disclosure({ class: "quiet", text: panel.words.each }, list)
  const entries = state.row.members.map((member, place) => {
    const entry = textEntry((text) => {
      put(state.value, entries.map((one) => one.value.trim()).join(" / "))
      state.send({ at: place, text })
    })
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
    update(texts) {
      texts.forEach((text, place) => {
        if (!focused(entries[place])) entries[place].begin(text)
      })
    },
  }
}
