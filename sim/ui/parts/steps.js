// The steps of a rebate: where each begins and what it pays.

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
