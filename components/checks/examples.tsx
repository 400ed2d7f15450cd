import { Section } from '../ui/section'

interface ExamplesProps {
  title: string
  /** Files, which stand together. */
  examples: readonly { language: string; text: string }[]
}

/** Files that a check finds something in, or nothing; nothing is shown where there are none. */
export function Examples({ title, examples }: ExamplesProps) {
  if (examples.length === 0) return null
  return (
    <Section title={title}>
      <div className="space-y-4">
        {examples.map(({ language, text }, index) => (
          <pre
            key={index} tabIndex={0} role="region" aria-label={`${title}, ${index + 1}, ${language}`}
            className="max-h-96 overflow-auto rounded-sm border border-line bg-sunken p-3 font-mono text-small"
          >
            {text}
          </pre>
        ))}
      </div>
    </Section>
  )
}
