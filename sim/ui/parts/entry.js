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

function focused(node) {
  return node.getRootNode().activeElement === node
}
