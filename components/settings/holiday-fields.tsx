'use client'

import clsx from 'clsx'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { TextField } from '@/components/ui/text-field'
import type { Bilingual } from '@/lib/domain/language'

export interface Holiday {
  date: string
  name: Bilingual
}

interface HolidayFieldsProps {
  holidays: readonly Holiday[]
  errors: Record<string, string>
  disabled: boolean
  /** A row was added or taken away. */
  onRows: () => void
  words: { date: string; nameEs: string; nameEn: string; add: string; remove: string; none: string }
}

/** Days on which nobody works, as rows that can be added and taken away. */
export function HolidayFields({ holidays, errors, disabled, onRows, words }: HolidayFieldsProps) {
  const [rows, setRows] = useState(() => holidays.map((holiday, key) => ({ key, holiday })))
  const [next, setNext] = useState(holidays.length)
  const addButton = useRef<HTMLButtonElement>(null)
  function add() {
    setRows([...rows, { key: next, holiday: { date: '', name: { es: '', en: '' } } }])
    setNext(next + 1)
    onRows()
  }
  /** Its button is gone with it, so the focus goes where the next one would come from. */
  function remove(gone: number) {
    setRows(rows.filter(({ key }) => key !== gone))
    onRows()
    addButton.current?.focus()
  }
  return (
    <div className="space-y-3">
      {rows.length === 0 && <p className="text-muted">{words.none}</p>}
      {rows.map(({ key, holiday }, index) => {
        const field = (name: string) => ({ name: `holiday.${name}`, id: `holidays.${index}.${name}`, error: errors[`holidays.${index}.${name}`], disabled })
        return (
          // Side by side, rows share the labels of the first.
          <div key={key} className={clsx('flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line pb-3', index > 0 && 'desk:[&_label]:sr-only')}>
            <DateField {...field('date')} label={words.date} defaultValue={holiday.date} />
            <div className="grow"><TextField {...field('name.es')} label={words.nameEs} defaultValue={holiday.name.es} maxLength={200} /></div>
            <div className="grow"><TextField {...field('name.en')} label={words.nameEn} defaultValue={holiday.name.en} maxLength={200} /></div>
            {!disabled && (
              <Button aria-label={`${words.remove}: ${holiday.date || index + 1}`} onClick={() => remove(key)}>
                {words.remove}
              </Button>
            )}
          </div>
        )
      })}
      {!disabled && <Button ref={addButton} onClick={add}>{words.add}</Button>}
    </div>
  )
}

/** What was entered in them, in the order in which they stand. */
export function readHolidays(form: FormData): Holiday[] {
  const [es, en] = [form.getAll('holiday.name.es'), form.getAll('holiday.name.en')]
  return form.getAll('holiday.date').map((date, index) => (
    { date: String(date), name: { es: String(es[index] ?? ''), en: String(en[index] ?? '') } }))
}
