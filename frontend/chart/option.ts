import { tick } from '../format.js';
import { roundStep } from '../graph/scale.js';
import type { Axis } from './axis.js';
import { drawable } from './drawable.js';
import { type Palette, dash, toneColour } from './palette.js';
import type { Span } from './group.js';
import type { Line } from './series-store.js';
import { smoothed } from './smoothing.js';

export interface Look {
  axis: Axis;
  /** The part of the axis that is shown; all of it where there is none. */
  span?: Span;
  /** A height that means something, and what. */
  guide?: { y: number; text: string };
  yName: string;
  log: boolean;
  fromZero: boolean;
  shares: boolean;
  smoothing: number;
  hidden: ReadonlySet<string>;
  colours: Palette;
  width: number;
}

/** Below this many points each one is marked, so that a lone point shows. */
const MARKED_POINTS = 12;

const NO_POINTS = new Float64Array(0);

/** The series alone, for a redraw that brings new points. */
export function seriesOption(lines: Line[], look: Look): object[] {
  const drawnLines = lines.flatMap((line) => {
    const shown = !look.hidden.has(line.id);
    const smooth = shown && line.smoothable && look.smoothing > 0;
    const front = smooth ? smoothed(line.y, look.smoothing) : line.y;
    return [
      drawn(line, look, `${line.id}~raw`, smooth ? drawable(line.x, line.y, look) : NO_POINTS, true),
      drawn(line, look, line.id, shown ? drawable(line.x, front, look) : NO_POINTS, false),
    ];
  });
  return look.guide ? [...drawnLines, guideLine(look.guide.y, look, extent(lines, look))] : drawnLines;
}

/** The ends of the axis: of what is chosen, or from 0 to the last point. */
function extent(lines: Line[], look: Look): Span {
  const lasts = lines
    .filter((line) => line.x.length && !look.hidden.has(line.id))
    .map((line) => line.x[line.x.length - 1]);
  const last = look.axis.of(Math.max(0, ...lasts));
  return look.span ?? [0, last > 0 ? last : 1];
}

function guideLine(y: number, { colours }: Look, [from, to]: Span): object {
  return {
    id: '~guide',
    type: 'line',
    data: [
      [from, y],
      [to, y],
    ],
    showSymbol: false,
    silent: true,
    animation: false,
    z: 1,
    lineStyle: { color: colours.quiet, width: 1.5, type: [2, 4] },
    emphasis: { disabled: true },
    tooltip: { show: false },
  };
}

function drawn(line: Line, look: Look, id: string, data: Float64Array, faint: boolean): object {
  const color = toneColour(look.colours, line.tone);
  return {
    id,
    type: 'line',
    name: line.name,
    dimensions: ['x', 'y'],
    data,
    showSymbol: !faint && data.length <= 2 * MARKED_POINTS,
    symbol: 'circle',
    symbolSize: 6,
    silent: true,
    animation: false,
    z: faint ? 2 : 3,
    itemStyle: { color, opacity: 1 },
    lineStyle: { color, width: faint ? 1 : 2, opacity: faint ? 0.28 : 1, type: faint ? [] : dash(line), join: 'round' },
    emphasis: { disabled: true },
  };
}

export function axesOption(lines: Line[], look: Look): object {
  const { colours } = look;
  const label = { color: colours.quiet, fontFamily: colours.font, fontSize: 12 };
  const name = { nameTextStyle: { color: colours.quiet, fontFamily: colours.font, fontSize: 12 } };
  const { axis } = look;
  const [start, end] = extent(lines, look);
  const parts = Math.max(2, Math.floor(look.width / 90));
  const interval = Math.max(axis.along === 'step' ? 1 : 0, roundStep((end - start) / parts));
  return {
    xAxis: {
      type: 'value',
      name: axis.name,
      nameLocation: 'middle',
      nameGap: 26,
      ...name,
      min: start,
      max: end,
      interval,
      axisLabel: { ...label, formatter: (value: number) => (isMultiple(value, interval) ? axis.tick(value) : '') },
      axisLine: { lineStyle: { color: colours.border } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: look.log ? 'log' : 'value',
      name: look.log ? `${look.yName}, log axis` : look.yName,
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { ...name.nameTextStyle, align: 'left' },
      scale: !look.fromZero,
      max: look.log ? null : look.shares ? 1 : highEnough,
      axisLabel: { ...label, formatter: tick },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: colours.grid } },
      minorTick: { show: look.log, splitNumber: 9, length: 0 },
      minorSplitLine: { show: false },
    },
  };
}

/** ECharts writes ticks with 20 places at most; below that a linear axis has none, and everything on it is as good as 0. */
function highEnough({ min, max }: { min: number; max: number }): number | null {
  return Math.max(Math.abs(min), Math.abs(max)) < 1e-15 ? 1e-15 : null;
}

export function frameOption(colours: Palette): object {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: colours.font },
    grid: { left: 8, right: 16, top: 34, bottom: 22, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      padding: 0,
      borderWidth: 0,
      backgroundColor: 'transparent',
      extraCssText: 'box-shadow: none',
      axisPointer: { type: 'line', animation: false, lineStyle: { color: colours.border, type: 'solid' } },
    },
  };
}

/** The ends of an axis stand anywhere, and only round numbers are written. */
function isMultiple(value: number, interval: number): boolean {
  const times = value / interval;
  return Math.abs(times - Math.round(times)) < 1e-6;
}
