import { tick } from '../format.js';
import { roundStep } from '../graph/scale.js';
import type { Axis } from './axis.js';
import { drawable } from './drawable.js';
import { type Palette, dash, toneColour } from './palette.js';
import type { Span } from './group.js';
import type { Line } from './series-store.js';
import { smoothed } from './smoothing.js';

export interface PlotSettings {
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

/** Returns the series alone, for a redraw that brings new points. */
export function seriesOption(lines: Line[], settings: PlotSettings): object[] {
  const drawnLines = lines.flatMap((line) => {
    const shown = !settings.hidden.has(line.id);
    const smooth = shown && line.smoothable && settings.smoothing > 0;
    const front = smooth ? smoothed(line.y, settings.smoothing) : line.y;
    return [
      drawn(line, settings, `${line.id}~raw`, smooth ? drawable(line.x, line.y, settings) : NO_POINTS, true),
      drawn(line, settings, line.id, shown ? drawable(line.x, front, settings) : NO_POINTS, false),
    ];
  });
  return settings.guide ? [...drawnLines, guideLine(settings.guide.y, settings, extent(lines, settings))] : drawnLines;
}

/** Returns the ends of the axis: of the chosen part, or from 0 to the last point. */
function extent(lines: Line[], settings: PlotSettings): Span {
  const lasts = lines.filter((line) => line.x.length && !settings.hidden.has(line.id)).map((line) => line.x[line.x.length - 1]);
  const last = settings.axis.of(Math.max(0, ...lasts));
  return settings.span ?? [0, last > 0 ? last : 1];
}

function guideLine(y: number, { colours }: PlotSettings, [from, to]: Span): object {
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

function drawn(line: Line, settings: PlotSettings, id: string, data: Float64Array, faint: boolean): object {
  const color = toneColour(settings.colours, line.tone);
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

export function axesOption(lines: Line[], settings: PlotSettings): object {
  const { colours } = settings;
  const label = { color: colours.quiet, fontFamily: colours.font, fontSize: 12 };
  const name = { nameTextStyle: { color: colours.quiet, fontFamily: colours.font, fontSize: 12 } };
  const { axis } = settings;
  const [start, end] = extent(lines, settings);
  const parts = Math.max(2, Math.floor(settings.width / 90));
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
      type: settings.log ? 'log' : 'value',
      name: settings.log ? `${settings.yName}, log axis` : settings.yName,
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { ...name.nameTextStyle, align: 'left' },
      scale: !settings.fromZero,
      max: settings.log ? null : settings.shares ? 1 : highEnough,
      axisLabel: { ...label, formatter: tick },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: colours.grid } },
      minorTick: { show: settings.log, splitNumber: 9, length: 0 },
      minorSplitLine: { show: false },
    },
  };
}

/** Returns an end for an axis that is all but 0: ECharts writes ticks with 20 places at most. */
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

/** Tells whether a tick is a round number: the ends of an axis stand anywhere, and are not written. */
function isMultiple(value: number, interval: number): boolean {
  const times = value / interval;
  return Math.abs(times - Math.round(times)) < 1e-6;
}
