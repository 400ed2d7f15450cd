'use client'

import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import type { PlotPoint } from './dimension-plot'

type Plot = ComponentType<{ points: readonly PlotPoint[] }>

/** Shows `children`, and draws the plot over their bars once they are seen on a wide screen. */
export function LazyDimensionPlot({ points, children }: { points: readonly PlotPoint[]; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [Plot, setPlot] = useState<Plot | null>(null)

  useEffect(() => {
    if (!box.current || !window.matchMedia('screen and (width >= 48rem)').matches) return
    const observer = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      // Where it cannot be fetched the bars stay, and they say the same.
      const loaded = await import('./dimension-plot').catch(() => null)
      if (loaded) setPlot(() => loaded.DimensionPlot)
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  return (
    <div ref={box} data-drawn={Plot ? '' : undefined} className="group/chart relative">
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
