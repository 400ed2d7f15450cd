import clsx from 'clsx'
import type { TracedRoute } from '@/lib/domain/alert-routing'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Tag } from '../ui/tag'

interface RouteTreeProps {
  language: Language
  route: TracedRoute
}

/** A route and those below it: what it takes, whom it tells and when, and whether the alert that is tried comes there. */
export function RouteTree({ language, route }: RouteTreeProps) {
  return <ul className="border-l border-line"><Branch language={language} route={route} /></ul>
}

function Branch({ language, route, above }: RouteTreeProps & { above?: TracedRoute }) {
  const { matchers, receiver, reached, routes, line, continues } = route
  const t = translator(language)
  return (
    <li>
      <div className={clsx('border-l-4 py-2 pl-4', reached === 'stays' ? 'border-good bg-good-soft' : reached === 'passes' ? 'border-good' : 'border-transparent')}>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {matchers.length === 0
            ? <span>{t('alertRouting.everything')}</span>
            : matchers.map(matcher => <code key={matcher} className="font-mono wrap-anywhere">{matcher}</code>)}
          <span aria-hidden="true" className="text-muted">→</span>
          <span className="sr-only">{t('alertRouting.receivers')}:</span>
          <span className="font-mono font-semibold wrap-anywhere">{receiver}</span>
          {reached === 'stays' && <Tag tone="good" body="solid" shape="disc-check" spokenLabel={t('alertRouting.labels')} word={t('alertRouting.stays')} />}
        </p>
        <p className="text-small text-muted">{[...timing(route, above, language), continues && t('alertRouting.continues'), t('checks.line', { line })].filter(Boolean).join(' · ')}</p>
      </div>
      {routes.length > 0 && (
        <ul className="ml-4 border-l border-line desk:ml-8">{routes.map((child, index) => <Branch key={index} language={language} route={child} above={route} />)}</ul>
      )}
    </li>
  )
}

/** When and how it tells, as far as that differs from the route above it. */
function timing(route: TracedRoute, above: TracedRoute | undefined, language: Language): string[] {
  const { groupBy, groupWait: wait, groupInterval: interval, repeatInterval: repeat, muteTimeIntervals, activeTimeIntervals } = route
  const t = translator(language)
  const groups = groupBy[0] === '...' ? t('alertRouting.groupsAll') : t('alertRouting.groups', { labels: groupBy.join(', ') })
  return [
    wait === above?.groupWait ? '' : t('alertRouting.wait', { wait }),
    interval === above?.groupInterval ? '' : t('alertRouting.interval', { interval }),
    repeat === above?.repeatInterval ? '' : t('alertRouting.repeat', { repeat }),
    groupBy.length === 0 || groupBy.join() === above?.groupBy.join() ? '' : groups,
    muteTimeIntervals.length > 0 ? t('alertRouting.muted', { times: muteTimeIntervals.join(', ') }) : '',
    activeTimeIntervals.length > 0 ? t('alertRouting.active', { times: activeTimeIntervals.join(', ') }) : '',
  ]
}
