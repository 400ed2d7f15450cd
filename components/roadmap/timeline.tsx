import { DiscCheck, Ring, Triangle } from '@/components/ui/shapes'
import type { Claims } from '@/lib/domain/claims'
import { addDays, type LocalDate } from '@/lib/domain/dates'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import { horizonsOf, isLate, proveTask, taskClaims } from '@/lib/domain/roadmap'
import { positionOf, timelineOf, type Span } from '@/lib/domain/timeline'
import { formatDate } from '@/lib/i18n/format'
import { locales } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { ShownTask } from './shown-task'
import { TaskBar } from './task-bar'
import type { TaskContext } from './task-entry'
import { taskFormWords } from './task-form-words'
import { TaskMover } from './task-mover'
import { TimelineAxis, TimelineLines, type TimelineMark } from './timeline-axis'

interface TimelineProps extends TaskContext {
  tasks: readonly (ShownTask & { version: number })[]
  viewer: Viewer
  startedOn: LocalDate | null
  goLiveOn: LocalDate | null
}

/**
 * The tasks over time, a row each under their horizons: the outline is what is planned, the fill what is proven. Bars
 * of tasks that the viewer may change can be moved; the same in words is in each row and in the lists below.
 */
export function RoadmapTimeline({ tasks, viewer, startedOn, goLiveOn, ...context }: TimelineProps) {
  const { language, today } = context
  const t = translator(language)
  const marks: TimelineMark[] = [
    ...(startedOn === null ? [] : [{ on: startedOn, label: t('timeline.start') }]),
    { on: today, label: t('timeline.today'), isToday: true },
    ...(goLiveOn === null ? [] : [{ on: goLiveOn, label: t('timeline.goLive') }]),
  ]
  const timeline = timelineOf([...marks.map(({ on }) => on), ...tasks.flatMap(({ startOn, dueOn }) => [startOn, dueOn]).filter(day => day !== null)])
  if (timeline === null) return null
  return (
    <div className="relative print:break-inside-avoid">
      <div className={`grid ${columns}`}>
        <span />
        <TimelineAxis language={language} timeline={timeline} marks={marks} />
      </div>
      <div className={`absolute inset-x-0 top-16 bottom-0 grid ${columns}`} aria-hidden="true">
        <span />
        <TimelineLines timeline={timeline} marks={marks} />
      </div>
      {horizonsOf(tasks, startedOn).map(({ fromDay, toDay, tasks: members }) => (
        <div key={`${fromDay}-${toDay}`} role="group" aria-label={t('roadmap.horizon', { from: fromDay, to: toDay })} className="relative">
          <p aria-hidden="true" className="border-b border-edge pt-3 pb-1 text-small font-medium print:pt-1.5">
            {t('roadmap.horizon', { from: fromDay, to: toDay })}
          </p>
          <ul>
            {members.map(task => (
              <li key={task.code} className={`grid ${columns} border-b border-line`}>
                <TaskName task={task} {...context} />
                <div className="relative min-h-12 print:min-h-8">
                  {hasDates(task)
                    ? <Bar task={task} timeline={timeline} viewer={viewer} {...context} />
                    : <OneDate task={task} timeline={timeline} {...context} />}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const columns = 'grid-cols-[18rem_1fr] gap-x-4 print:grid-cols-[17rem_1fr]'

function hasDates<Task extends { startOn: LocalDate | null; dueOn: LocalDate | null }>(task: Task): task is Task & Span {
  return task.startOn !== null && task.dueOn !== null
}

/** The task, whether it is late, and the items that it closes with what is proven of each. */
function TaskName({ task, language, slug, today, items, proofs }: TaskContext & { task: ShownTask }) {
  const t = translator(language)
  const { status } = proveTask(task, today)
  return (
    <div className="min-w-0 py-1 text-small leading-6 print:py-0 print:leading-5">
      <a href={`/${slug}/roadmap/${task.code}`} className="inline-block font-medium">{task.title[language]}</a>
      <div className="flex flex-wrap items-center gap-x-4">
        {isLate(task, status, today) && (
          <span className="inline-flex items-center gap-1 font-medium text-warn"><Triangle size={12} />{t('timeline.late')}</span>
        )}
        {items.filter(({ code }) => task.closes.includes(code)).map(({ code }) => {
          const isProven = proofs.get(code)?.status === 'proven'
          return (
            <span key={code} className="inline-flex items-center gap-1 font-mono">
              <span className={isProven ? 'text-good' : 'text-muted'}>{isProven ? <DiscCheck size={12} /> : <Ring size={12} />}</span>
              <a href={`/${slug}/items/${code}`} className="inline-block">{code}</a>
              <span className="sr-only">{t(`status.proven.${proofs.get(code)?.status ?? 'unmet'}`)}</span>
            </span>
          )
        })}
      </div>
    </div>
  )
}

/** The one day that is known of a task, with what is not: its other end would be a guess. */
function OneDate({ task, timeline, language, today, items, proofs }: TaskContext & Pick<BarProps, 'timeline'> & { task: ShownTask }) {
  const t = translator(language)
  const { startOn, dueOn, state } = task
  const on = startOn ?? dueOn
  if (on === null) return <p className="py-3 text-small text-muted">{t('timeline.noDates')}</p>
  const left = positionOf(on, timeline)
  return (
    <>
      <TaskBar
        span={{ startOn: on, dueOn: on }} timeline={timeline} begun={state !== 'not_started'}
        share={shareOf(taskClaims(task, proveTask(task, today).status, items, one => proofs.get(one)?.status ?? 'unmet'))}
      />
      <p
        style={left > 50 ? { right: `${100 - left}%` } : { left: `${positionOf(addDays(on, 1), timeline)}%` }}
        className="absolute top-1/2 -translate-y-1/2 px-2 text-small whitespace-nowrap text-muted"
      >
        {t(startOn === null ? 'timeline.noStart' : 'timeline.noEnd', { date: formatDate(on, language) })}
      </p>
    </>
  )
}

type BarProps = TaskContext & Pick<TimelineProps, 'viewer'> & {
  task: TimelineProps['tasks'][number] & Span
  timeline: NonNullable<ReturnType<typeof timelineOf>>
}

function Bar({ task, timeline, viewer, language, slug, today, items, proofs }: BarProps) {
  const t = translator(language)
  const { code, version, state, startOn, dueOn } = task
  const claims = taskClaims(task, proveTask(task, today).status, items, one => proofs.get(one)?.status ?? 'unmet')
  const share = shareOf(claims)
  const said = {
    from: formatDate(startOn, language), to: formatDate(dueOn, language), state: t(`status.declared.${state}`),
    proven: claims.proven, total: claims.total,
  }
  if (!canWrite(viewer, 'task.update', task).allowed) {
    return (
      <>
        <span className="sr-only">{t('timeline.bar', said)}</span>
        <TaskBar span={task} timeline={timeline} share={share} begun={state !== 'not_started'} />
      </>
    )
  }
  const { options, words } = taskFormWords(task, language)
  return (
    <TaskMover
      assessment={slug} task={{ code, version, state, startOn, dueOn }} timeline={timeline} share={share} options={options}
      locale={locales[language]}
      words={{
        ...words, label: t('timeline.move', { ...said, title: task.title[language] }), keys: t('timeline.keys'),
        title: t('timeline.moveTitle', { code }), cancel: t('timeline.cancel'),
      }}
    />
  )
}

function shareOf({ proven, total }: Claims): number {
  return proven / total
}
