'use client'

import { useRef, useState, type ComponentType, type ReactNode } from 'react'
import type { PlotPoint } from './dimension-plot'

type Plot = ComponentType<{ points: readonly PlotPoint[] }>

/** Shows `children`, and draws the plot over their bars once a pointer comes to them on a wide screen. */
export function LazyDimensionPlot({ points, children }: { points: readonly PlotPoint[]; children: ReactNode }) {
  const [Plot, setPlot] = useState<Plot | null>(null)
  const asked = useRef(false)

  async function draw() {
    if (asked.current || !window.matchMedia('screen and (width >= 48rem)').matches) return
    asked.current = true
    // Where it cannot be fetched the bars stay, and they say the same.
    const loaded = await import('./dimension-plot').catch(() => null)
    if (loaded) setPlot(() => loaded.DimensionPlot)
  }

  return (
    <div onPointerEnter={() => void draw()} data-drawn={Plot ? '' : undefined} className="group/chart relative">
      {children}
      {/* Under the head of 36 px, between the names and the three columns of figures. */}
      {Plot && (
        <div aria-hidden="true" className="absolute top-[35.5px] right-72 bottom-0 left-84 phone:hidden print:hidden">
          <Plot points={points} />
        </div>
      )}
    </div>
  )
}
