import { tick, whole } from '../format.js';
import { type Palette, dash, toneColour } from './palette.js';
import type { Line } from './series-store.js';
import { smoothed } from './smoothing.js';

export interface Look {
  xName: string;
  yName: string;
  log: boolean;
  fromZero: boolean;
  smoothing: number;
  hidden: ReadonlySet<string>;
  colours: Palette;
  width: number;
}

/** Below this many points each one is marked, so that a lone point shows. */
const MARKED_POINTS = 12;

/** The series alone, for a redraw that brings new points. */
export function seriesOption(lines: Line[], look: Look): object[] {
  return lines.flatMap((line) => {
    const shown = !look.hidden.has(line.id);
    const smooth = shown && line.smoothable && look.smoothing > 0;
    const front = smooth ? smoothed(line.y, look.smoothing) : line.y;
    return [
      drawn(line, look, `${line.id}~raw`, smooth ? pairs(line.x, line.y, look.log) : [], true),
      drawn(line, look, line.id, shown ? pairs(line.x, front, look.log) : [], false),
    ];
  });
}

function drawn(line: Line, look: Look, id: string, data: unknown[], faint: boolean): object {
  const color = toneColour(look.colours, line.tone);
  return {
    id,
    type: 'line',
    name: line.name,
    data,
    showSymbol: !faint && data.length <= MARKED_POINTS,
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

/** What cannot be drawn becomes a gap: NaN and infinity, and on a log axis zero and below. */
function pairs(x: number[], y: number[], log: boolean): [number, number | null][] {
  return x.map((at, i) => [at, Number.isFinite(y[i]) && (!log || y[i] > 0) ? y[i] : null]);
}

export function axesOption(lines: Line[], look: Look): object {
  const { colours } = look;
  const label = { color: colours.quiet, fontFamily: colours.font, fontSize: 12 };
  const name = { nameTextStyle: { color: colours.quiet, fontFamily: colours.font, fontSize: 12 } };
  const end = Math.max(1, ...lines.map((line) => (line.x.length ? line.x[line.x.length - 1] : 0)));
  const interval = niceInterval(end, Math.max(2, Math.floor(look.width / 90)));
  return {
    xAxis: {
      type: 'value',
      name: look.xName,
      nameLocation: 'middle',
      nameGap: 26,
      ...name,
      min: 0,
      max: end,
      interval,
      axisLabel: { ...label, formatter: (value: number) => (value % interval ? '' : whole(value)) },
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
      axisLabel: { ...label, formatter: tick },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: colours.grid } },
      minorTick: { show: look.log, splitNumber: 9, length: 0 },
      minorSplitLine: { show: false },
    },
  };
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

/** 1, 2 or 5 times a power of ten, at least 1, so that the range has at most so many parts. */
export function niceInterval(range: number, parts: number): number {
  const rough = range / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10;
  return Math.max(1, factor * power);
}
