import { Near } from '../sight/near.js';
import type { ECharts } from './echarts.js';
import { inAFrame, inNoFrame } from './frames.js';
import { type PlotSettings, axesOption, frameOption, seriesOption } from './option.js';
import type { Line } from './series-store.js';

export interface Source {
  lines(): Line[];
  settings(): Omit<PlotSettings, 'width'>;
  tooltip(x: number): HTMLElement;
  /** Called once for each frame that was drawn. */
  drawn(): void;
}

/**
 * The canvas of one chart: drawn at most once a frame, only while it has a size and is near the window, and again whenever
 * it comes back.
 */
export class Plot {
  private chart?: ECharts;
  /** The chart once it has drawn something; before, it knows no axes, and fails when it is asked about them. */
  private drawn?: ECharts;
  private whole = true;
  /** In pixels, as it was last observed: asking the page would make it lay itself out. */
  width = 0;
  private height = 0;
  private readonly drawing = () => this.draw();
  private readonly observer = new ResizeObserver(([entry]) => {
    ({ width: this.width, height: this.height } = entry.contentRect);
    void this.resized();
  });
  private readonly near = new Near((near) => near && void this.resized());

  constructor(
    private readonly box: HTMLElement,
    private readonly source: Source,
  ) {}

  attach(): void {
    this.observer.observe(this.box);
    this.near.watch(this.box);
  }

  detach(): void {
    this.observer.disconnect();
    this.near.stop();
    inNoFrame(this.drawing);
    this.chart?.dispose();
    this.chart = undefined;
    this.drawn = undefined;
    this.whole = true;
  }

  /** Asks for a redraw soon; `whole` also where colours, axes' kinds or the set of series changed. */
  redraw(whole = false): void {
    this.whole ||= whole;
    inAFrame(this.drawing);
  }

  /** Draws at once, for a printer or a picture, which do not wait for a frame. */
  drawNow(): void {
    this.whole = true;
    this.draw(true);
  }

  /** Returns what is drawn now, at so many pixels for each of the page. */
  picture(scale: number): HTMLCanvasElement | undefined {
    this.drawNow();
    return this.chart?.renderToCanvas({ pixelRatio: scale });
  }

  /** Returns the pixels from the left of a place on the axis; undefined where it is not within the plot. */
  pixel(x: number): number | undefined {
    const at = this.drawn?.convertToPixel({ xAxisIndex: 0 }, x);
    return typeof at === 'number' && this.drawn?.containPixel('grid', [at, this.height / 2]) ? at : undefined;
  }

  /** Returns the place on the axis at so many pixels from the left. */
  at(pixel: number): number | undefined {
    const x = this.drawn?.convertFromPixel({ xAxisIndex: 0 }, pixel);
    return typeof x === 'number' && Number.isFinite(x) ? x : undefined;
  }

  /** Puts the tooltip where a key has moved the cursor. */
  point(x: number): void {
    const at = this.pixel(x);
    if (at !== undefined) {
      this.drawn?.dispatchAction({ type: 'showTip', x: at, y: this.height / 2 });
    }
  }

  unpoint(): void {
    this.drawn?.dispatchAction({ type: 'hideTip' });
  }

  private async resized(): Promise<void> {
    if (!this.near.near || !this.hasSize()) {
      return;
    }
    if (this.chart) {
      this.chart.resize();
      this.redraw();
      return;
    }
    const { init } = await import('./echarts.js');
    if (!this.chart && this.box.isConnected && this.hasSize()) {
      this.chart = init(this.box, null, { renderer: 'canvas' });
      this.redraw(true);
    }
  }

  private hasSize(): boolean {
    return this.width > 0 && this.height > 0;
  }

  private draw(evenIfFar = false): void {
    this.source.drawn();
    if (!this.chart || !this.hasSize() || !(evenIfFar || this.near.near)) {
      return;
    }
    const lines = this.source.lines();
    const settings = { ...this.source.settings(), width: this.width };
    const series = seriesOption(lines, settings);
    const axes = axesOption(
      lines.filter((line) => !settings.hidden.has(line.id)),
      settings,
    );
    if (this.whole) {
      this.whole = false;
      this.chart.setOption({ ...this.frameWithTooltip(settings), ...axes, series }, { replaceMerge: ['series'] });
    } else {
      this.chart.setOption({ ...axes, series });
    }
    this.drawn = this.chart;
  }

  private frameWithTooltip(settings: PlotSettings): object {
    const option = frameOption(settings.colours) as { tooltip: object };
    const formatter = (at: { axisValue?: number | string }[]) => this.source.tooltip(Number(at[0]?.axisValue));
    return { ...option, tooltip: { ...option.tooltip, formatter } };
  }
}
