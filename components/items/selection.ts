/** The selected items by code, each with the version that was in sight when it was selected. */
export type Selection = ReadonlyMap<string, number>

/** The version that a page shows now of each row that can be selected, by code. */
export type Shown = Readonly<Record<string, number>>

/** A selection with rows of the page more, or less. What is selected already stays at its version. */
export function selectRows(selection: Selection, codes: readonly string[], isSelected: boolean, shown: Shown): Selection {
  const after = new Map(selection)
  for (const code of codes) {
    const version = selection.get(code) ?? shown[code]
    if (!isSelected) after.delete(code)
    else if (version !== undefined) after.set(code, version)
  }
  return after
}

/** Means a selection for the versions that are in sight now. */
export function overtakeRows(selection: Selection, shown: Shown): Selection {
  return new Map([...selection].map(([code, version]) => [code, shown[code] ?? version]))
}

/** What of a selection others changed since, and what of it the page does not show. */
export function straysOf(selection: Selection, shown: Shown): { overtaken: string[]; away: string[] } {
  const codes = [...selection.keys()]
  return {
    overtaken: codes.filter(code => shown[code] !== undefined && shown[code] !== selection.get(code)),
    away: codes.filter(code => shown[code] === undefined),
  }
}
