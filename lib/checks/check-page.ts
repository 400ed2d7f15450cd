/** A file that the page of a check shows. */
export interface Example {
  /** What it is written in, as the extension of its name has it: `toml`. */
  language: string
  text: string
}

/** The files that a check's page (`docs/checks/…`) shows under a heading: `Fails` or `Passes`. Several stand together. */
export function examplesOf(page: string, heading: 'Fails' | 'Passes'): Example[] {
  const section = new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? ''
  return [...section.matchAll(/^```(\S+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }))
}
