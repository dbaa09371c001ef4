// Help in three depths: the sentence; the facts; the rule that reads the lever.

function helpOf(panel, row) {
  const words = panel.words
  const sentence = make("p")
  const facts = make("dl", { class: "facts" })
  const rule = make("div", { class: "rule" })
  const opener = disclosure({ class: "quiet", text: words.rule }, rule)
  const reader = make("div", {}, opener, rule)
  const deeper = make("div", {}, facts, reader)
  const body = make("div", { class: "help" }, sentence, disclosure({ class: "quiet", text: words.more }, deeper), deeper)
  const button = disclosure({ class: "icon ask", text: "?", "aria-label": fill(words.ask, { name: row.name }) }, body)

  function update(next) {
    put(sentence, next.help.sentence)
    const written = JSON.stringify(next.help.facts)
    if (facts.written !== written) {
      facts.written = written
      facts.replaceChildren(...next.help.facts.flatMap(([label, text]) => [make("dt", { text: label }), make("dd", { text })]))
    }
    show(body.children[1], next.help.facts.length > 0)
    const known = panel.rules[next.help.rule]
    show(reader, Boolean(known))
    opener.onfirst = () => rule.append(...ruleText(panel.rules[next.help.rule], words))
  }
  return { button, body, update }
}

function ruleText(rule, words) {
  const functions = make("dl", { class: "functions", tabindex: 0, "aria-label": words.rule })
  for (const [name, line] of rule.functions) functions.append(make("dt", { text: name }), make("dd", { text: line }))
  return [make("p", { text: rule.about }), make("p", { class: "word", text: fill(words.in_rule, { name: rule.name }) }), functions]
}
