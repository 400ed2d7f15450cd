import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { itemGroupings } from '@/lib/domain/item-groups'
import { itemColumns, itemSorts, usualColumns } from '@/lib/domain/item-list'
import { criticalities, declaredStatuses, provenStatuses } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import type { ItemListQuery } from '@/lib/schemas/item-list'
import { FilterForm } from './filter-form'

/** A value of a filter and its word. */
export interface Choice {
  value: string
  label: string
}

interface ItemFiltersProps {
  language: Language
  /** The list's own address. */
  action: string
  query: ItemListQuery
  dimensions: readonly Choice[]
  teams: readonly Choice[]
  /** How many filters are set. */
  active: number
  /** Where all filters are off. */
  clearHref: string
}

/** Search, filters and order of the list of items. Works without JavaScript. */
export function ItemFilters({ language, action, query, dimensions, teams, active, clearHref }: ItemFiltersProps) {
  const t = translator(language)
  const select = (name: 'dimension' | 'team' | 'declared' | 'proven' | 'criticality', options: readonly Choice[]) => (
    <SelectField
      name={name} label={t(`items.filter.${name}`)} options={options} emptyOption={t('items.filter.any')}
      defaultValue={query[name] ?? ''} className={fullWidth}
    />
  )
  return (
    <FilterForm
      action={action} filtersWord={t('items.filter.toggle', { count: active })} usual={{ columns: usualColumns.join() }} oneOf="columns"
      search={(
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="min-w-0 grow desk:max-w-md">
            <TextField name="q" type="search" label={t('items.filter.q')} defaultValue={query.q} maxLength={200} />
          </div>
          <Button type="submit">{t('items.filter.apply')}</Button>
          {active > 0 && <a href={clearHref} className="py-1.5">{t('items.filter.clear')}</a>}
          {query.kind !== 'checklist' && <input type="hidden" name="kind" value={query.kind} />}
        </div>
      )}
      filters={(
        <>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-4 gap-y-3">
            {select('dimension', dimensions)}
            {select('team', teams)}
            {select('criticality', criticalities.map(value => ({ value, label: t(`status.criticality.${value}`) })))}
            {select('declared', declaredStatuses.map(value => ({ value, label: t(`status.declared.${value}`) })))}
            {select('proven', provenStatuses.map(value => ({ value, label: t(`status.proven.${value}`) })))}
            <SelectField
              name="sort" label={t('items.filter.sort')} emptyOption={t('items.sort.order')} className={fullWidth}
              defaultValue={query.sort === 'order' ? '' : query.sort}
              options={itemSorts.filter(value => value !== 'order')
                .map(value => ({ value, label: t(`items.sort.${value}`) }))}
            />
            <SelectField
              name="group" label={t('checklist.group')} emptyOption={t('checklist.ungrouped')} className={fullWidth}
              defaultValue={query.group ?? ''}
              options={itemGroupings.map(value => ({ value, label: t(`checklist.grouping.${value}`) }))}
            />
          </div>
          <div className="mt-1 flex flex-wrap gap-x-6">
            <Checkbox name="mine" value="1" label={t('items.filter.mine')} defaultChecked={query.mine} />
            <Checkbox name="late" value="1" label={t('items.filter.late')} defaultChecked={query.late} />
            <Checkbox name="desc" value="1" label={t('items.filter.desc')} defaultChecked={query.desc} />
            <details>
              <summary className="w-fit py-1.5 text-accent">{t('checklist.columns')}</summary>
              <fieldset className="flex flex-wrap gap-x-6">
                <legend className="text-small text-muted">{t('checklist.columnsShown')}</legend>
                {itemColumns.map(column => (
                  <Checkbox
                    key={column} id={`column-${column}`} name="columns" value={column} label={t(`items.column.${column}`)}
                    defaultChecked={query.columns.includes(column)}
                  />
                ))}
              </fieldset>
            </details>
          </div>
        </>
      )}
    />
  )
}

const fullWidth = 'desk:w-full! desk:min-w-0!'
