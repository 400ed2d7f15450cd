/** Names to the letter, as machines know them. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-x-3 font-mono text-small">
      {codes.map(code => <span key={code} className="break-all">{code}</span>)}
    </span>
  )
}

/** Labels of a series or an alert, as Prometheus writes them. */
export function LabelList({ labels }: { labels: Readonly<Record<string, string>> }) {
  return <CodeList codes={Object.entries(labels).map(([name, value]) => `${name}="${value}"`)} />
}
