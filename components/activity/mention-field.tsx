'use client'

import clsx from 'clsx'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { TextArea, type TextAreaProps } from '@/components/ui/text-area'
import { matchingPeople, mentionQuery, type Mentionable, type MentionQuery } from './mentions'

interface MentionFieldProps extends Omit<TextAreaProps, 'onChange' | 'value'> {
  value: string
  onValue: (text: string) => void
  people: readonly Mentionable[]
  words: { people: string; choose: string }
}

/**
 * Text in which `@` offers people. The list takes arrows, Enter, Tab and Escape while it is open, and nothing
 * otherwise; the cursor stays in the text all the time.
 */
export function MentionField({ value, onValue, people, words, ...rest }: MentionFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [active, setActive] = useState(0)
  const offered = query === null ? [] : matchingPeople(people, query.text)
  const isOpen = offered.length > 0
  const optionId = (index: number) => `${listId}-${index}`

  function look() {
    const { current } = area
    if (!current || current.selectionStart !== current.selectionEnd) return setQuery(null)
    const found = mentionQuery(current.value, current.selectionStart)
    if (found?.from !== query?.from || found?.text !== query?.text) setActive(0)
    setQuery(found)
  }

  function choose({ label }: Mentionable) {
    const { current } = area
    if (!current || query === null) return
    current.setRangeText(`@${label} `, query.from, current.selectionStart, 'end')
    onValue(current.value)
    setQuery(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen || event.nativeEvent.isComposing) return
    const person = offered[active]
    if (event.key === 'ArrowDown') setActive((active + 1) % offered.length)
    else if (event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) choose(person)
    else if (event.key === 'Escape') setQuery(null)
    else return
    event.preventDefault()
  }

  return (
    <div className="relative max-w-reading">
      <TextArea
        {...rest} ref={area} value={value} autoComplete="off"
        aria-autocomplete="list" aria-haspopup="listbox" aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        onChange={event => {
          onValue(event.target.value)
          look()
        }}
        onKeyDown={onKeyDown} onBlur={() => setQuery(null)}
        // The caret moves without the text changing, too.
        onKeyUp={event => { if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) look() }} onClick={look}
      />
      {isOpen && (
        <ul
          id={listId} role="listbox" aria-label={words.people}
          className="absolute inset-x-0 top-full z-10 mt-1 rounded-sm border border-edge bg-raised py-1"
        >
          {offered.map((person, index) => (
            <li
              key={person.id} id={optionId(index)} role="option" aria-selected={index === active}
              className={clsx('cursor-pointer px-3 py-1', index === active && 'bg-info-soft text-info')}
              // Before the field loses the focus.
              onPointerDown={event => {
                event.preventDefault()
                choose(person)
              }}
            >
              {person.label}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">{isOpen && `${words.people}: ${offered.length}. ${words.choose}`}</p>
    </div>
  )
}
