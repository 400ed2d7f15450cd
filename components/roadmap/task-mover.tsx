'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { usePassingDraft } from '@/components/forms/draft'
import { Button } from '@/components/ui/button'
import { addDays, toUtcDate, type LocalDate } from '@/lib/domain/dates'
import { moveSpan, positionOf, type Span, type SpanPart, type Timeline } from '@/lib/domain/timeline'
import { TaskBar } from './task-bar'
import { TaskForm, type TaskEdits, type TaskFormProps } from './task-form'

interface TaskMoverProps extends Pick<TaskFormProps, 'assessment' | 'options'> {
  task: TaskFormProps['task'] & Span
  timeline: Timeline
  /** How much of the task is proven, 0 to 1. */
  share: number
  /** BCP 47 tag that its dates are written in. */
  locale: string
  words: TaskFormProps['words'] & {
    /** What the bar is: the task, its dates, and that it can be moved. */
    label: string
    keys: string; title: string; cancel: string
  }
}

const steps: Record<string, { part: SpanPart; days: number } | undefined> = {
  ArrowLeft: { part: 'whole', days: -1 }, ArrowRight: { part: 'whole', days: 1 },
  ArrowUp: { part: 'end', days: -1 }, ArrowDown: { part: 'end', days: 1 },
}

/**
 * A task's bar for who may move it, by dragging it or its ends, or by its keys. Where it would go is shown at once,
 * and nothing moves before the form that then opens has the reason and is saved.
 */
export function TaskMover({ assessment, task, options, timeline, share, locale, words }: TaskMoverProps) {
  // Where the bar is being moved to; null where it stands.
  const [draft, setDraft] = useState<Span | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [version, setVersion] = useState(task.version)
  const drag = useRef<{ part: SpanPart; x: number; moved: boolean } | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const helpId = useId()
  // What was stored, by whomever, takes the place of what was meant.
  if (version !== task.version && !isOpen) {
    setVersion(task.version)
    setDraft(null)
  }
  const span: Span = draft ?? task
  const left = positionOf(span.startOn, timeline)
  const width = positionOf(addDays(span.dueOn, 1), timeline) - left
  const dates = `${dateWord(span.startOn, locale)} → ${dateWord(span.dueOn, locale)}`

  function pressed(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return
    const part = event.target instanceof HTMLElement ? event.target.dataset.part : undefined
    drag.current = { part: part === 'start' || part === 'end' ? part : 'whole', x: event.clientX, moved: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  function dragged(event: PointerEvent<HTMLButtonElement>) {
    if (drag.current === null || row.current === null) return
    const days = Math.round(((event.clientX - drag.current.x) / row.current.clientWidth) * timeline.days)
    if (days !== 0) drag.current.moved = true
    if (drag.current.moved) setDraft(moveSpan(task, drag.current.part, days))
  }

  function dropped() {
    if (drag.current?.moved) setOpen(true)
    drag.current = null
  }

  function reset() {
    drag.current = null
    setDraft(null)
  }

  function keyed(event: KeyboardEvent) {
    if (event.key === 'Escape') return reset()
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setDraft(moveSpan(span, step.part, step.days * (event.shiftKey ? 7 : 1)))
  }

  return (
    <div ref={row} className="absolute inset-0">
      <TaskBar span={span} timeline={timeline} share={share} begun={task.state !== 'not_started'} />
      <button
        type="button" aria-label={words.label} aria-describedby={helpId} aria-haspopup="dialog"
        style={{ left: `${left}%`, width: `${width}%` }}
        onPointerDown={pressed} onPointerMove={dragged} onPointerUp={dropped} onPointerCancel={reset}
        onKeyDown={keyed} onBlur={() => { if (!isOpen && drag.current === null) setDraft(null) }}
        // A drag ends in a click of its own.
        onClick={() => setOpen(true)}
        className="group absolute top-1/2 z-10 h-7 min-w-6 -translate-y-1/2 cursor-grab touch-pan-y rounded-sm active:cursor-grabbing"
      >
        <span data-part="start" className="absolute inset-y-0 left-0 w-2 cursor-ew-resize group-hover:border-l-4 group-hover:border-accent" />
        <span data-part="end" className="absolute inset-y-0 right-0 w-2 cursor-ew-resize group-hover:border-r-4 group-hover:border-accent" />
      </button>
      <span id={helpId} className="sr-only">{words.keys}</span>
      <span
        role="status" style={left > 50 ? { right: `${100 - left}%` } : { left: `${left}%` }}
        className={draft ? 'pointer-events-none absolute -top-1 z-20 rounded-sm border border-edge bg-raised px-2 text-small whitespace-nowrap' : 'sr-only'}
      >
        {draft && dates}
      </span>
      {isOpen && (
        <MoveDialog onClose={() => { setOpen(false); setDraft(null) }} words={words}>
          <MovedTaskForm
            assessment={assessment} task={task} options={options} words={words} proposed={draft} onSaved={() => setOpen(false)}
          />
        </MoveDialog>
      )}
    </div>
  )
}

/** A roadmap is shared by all of a role and names nobody, so what is typed here lives as long as its dialog. */
function MovedTaskForm({ proposed, ...form }: TaskFormProps & { proposed: Span | null }) {
  return <TaskForm {...form} draft={usePassingDraft<TaskEdits>(proposed && { ...proposed, version: form.task.version })} />
}

/** Over the page until it is closed; focus then goes back to the bar. */
function MoveDialog({ onClose, words, children }: {
  onClose: () => void
  words: { title: string; cancel: string }
  children: React.ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const bar = document.activeElement
    dialog.current?.showModal()
    // Once it is gone from the page, saved or not.
    return () => { if (bar instanceof HTMLElement) bar.focus() }
  }, [])
  return (
    <dialog
      ref={dialog} aria-labelledby={titleId} onClose={onClose}
      // What is typed or dragged here is none of the bar's business.
      onKeyDown={event => event.stopPropagation()}
      className="m-auto w-lg max-w-[calc(100%-2rem)] rounded-sm border border-edge bg-paper p-6 text-ink backdrop:bg-[rgb(0_0_0/0.5)]"
    >
      <h2 id={titleId} className="mb-4 text-large">{words.title}</h2>
      {children}
      <div className="mt-4"><Button onClick={() => dialog.current?.close()}>{words.cancel}</Button></div>
    </dialog>
  )
}

function dateWord(date: LocalDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(toUtcDate(date))
}
