// What a handle shows while it moves: the same plain data that Python reads after it is let go.

function shownNumbers(form, numbers, language) {
  if (form.nothing && numbers.every((number) => number === 0)) return form.nothing
  const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: form.digits })
  let last = 0
  const pieces = numbers.map((number) => {
    const size = Math.abs(number)
    const [, divisor, text] = form.scales.find(([from]) => size >= from) ?? form.scales.at(-1)
    const power = 10 ** form.digits
    last = Math.round((size / divisor) * power) / power
    const sign = last === 0 ? "" : number < 0 ? "\u2212" : form.signed ? "+" : ""
    return sign + fill(text, { number: decimals.format(last) })
  })
  const plural = new Intl.PluralRules(language).select(last)
  return fill(form.texts[plural] ?? form.texts.other, { number: pieces.join(" / ") })
}

function shownApart(form, numbers, language) {
  return numbers.map((number) => shownNumbers({ ...form, nothing: "" }, [number], language))
}

function countOf(fixed) {
  return fixed.stops.values ? fixed.stops.values.length - 1 : fixed.stops.count
}

function stopAt(fixed, index) {
  const { values, low, high, count } = fixed.stops
  const value = values ? values[index] : tidy(low + ((high - low) * index) / count)
  return fixed.whole ? Math.round(value) : value
}

function tidy(number) {
  return Math.round(number * 1e10) / 1e10
}

function twoDigits(number) {
  return Number(number.toPrecision(2))
}

// Several numbers move together: by the same amount, or where sizes span decades by the same factor.
function movedTogether(fixed, numbers, from, to) {
  const low = stopAt(fixed, 0)
  const high = stopAt(fixed, countOf(fixed))
  for (let index = to; index !== from; index += Math.sign(from - to)) {
    const before = stopAt(fixed, from)
    const after = stopAt(fixed, index)
    const factor = fixed.stops.values && before > 0 && after > 0
    const moved = numbers.map((number) =>
      factor ? twoDigits((number * after) / before) : tidy(number + after - before),
    )
    if (Math.min(...moved) >= low && Math.max(...moved) <= high) return { index, numbers: moved }
  }
  return { index: from, numbers }
}

function bandOf(row, value, bands) {
  const { phrase, bands: edges } = row.fixed
  if (phrase) return value === 0 ? phrase.zero : fill(phrase.other, { number: value })
  if (!edges.length) return ""
  const place = edges.findIndex((edge) => value <= edge)
  return bands[place < 0 ? edges.length : place]
}
