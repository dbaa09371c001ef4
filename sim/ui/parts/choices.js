// A choice among a few words, and a switch.

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
