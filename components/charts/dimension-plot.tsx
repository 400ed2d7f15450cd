'use client'

import { Bar, BarChart, Tooltip, XAxis, YAxis, type BarShapeProps, type TooltipContentProps } from 'recharts'

export interface PlotPoint {
  label: string
  /** Shares of the dimension's items, 0 to 1. */
  declared: number
  proven: number
  /** The counts in words. */
  sentence: string
}

const ROW = 36
const BAR = 12

/** The plot of `DimensionBars`, with what stands behind a bar shown under the pointer. */
export function DimensionPlot({ points }: { points: readonly PlotPoint[] }) {
  return (
    <BarChart
      data={points} layout="vertical" responsive style={{ width: '100%', height: points.length * ROW }}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }} barGap={-BAR} barSize={BAR} accessibilityLayer={false}
    >
      <XAxis type="number" domain={[0, 1]} hide />
      <YAxis type="category" dataKey="label" hide />
      <Tooltip content={Words} cursor={false} isAnimationActive={false} />
      <Bar dataKey="declared" shape={Hollow} isAnimationActive={false} />
      <Bar dataKey="proven" shape={Solid} isAnimationActive={false} />
    </BarChart>
  )
}

// The outline lies inside the bar, so that equal numbers end at the same point.
function Hollow({ x, y, width }: BarShapeProps) {
  if (width <= 0) return null
  return (
    <rect
      x={x + 0.75} y={y + 0.75} width={Math.max(0, width - 1.5)} height={BAR - 1.5} strokeWidth="1.5"
      className="fill-paper stroke-accent"
    />
  )
}

function Solid({ x, y, width }: BarShapeProps) {
  return <rect x={x} y={y} width={Math.max(0, width)} height={BAR} className="fill-accent" />
}

function Words({ active, payload }: TooltipContentProps) {
  const point = payload[0]?.payload as PlotPoint | undefined
  if (!active || !point) return null
  return (
    <div className="rounded-sm border border-edge bg-raised px-3 py-2 text-small">
      <p className="font-medium">{point.label}</p>
      <p>{point.sentence}</p>
    </div>
  )
}
