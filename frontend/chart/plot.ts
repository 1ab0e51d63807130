import type { ECharts } from './echarts.js';
import { type Look, axesOption, frameOption, seriesOption } from './option.js';
import type { Line } from './series-store.js';

export interface Source {
  lines(): Line[];
  look(): Omit<Look, 'width'>;
  tooltip(x: number): HTMLElement;
  /** Called once for each frame that was drawn. */
  drawn(): void;
}

/** The canvas of one chart: drawn at most once a frame, only while it has a size, and anew whenever it comes back. */
export class Plot {
  private chart?: ECharts;
  private frame = 0;
  private whole = true;
  private readonly observer = new ResizeObserver(() => this.resized());

  constructor(
    private readonly box: HTMLElement,
    private readonly source: Source,
  ) {}

  attach(): void {
    this.observer.observe(this.box);
  }

  detach(): void {
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.chart?.dispose();
    this.chart = undefined;
    this.whole = true;
  }

  /** Asks for a redraw in the next frame; `whole` also where colours, axes' kinds or the set of series changed. */
  redraw(whole = false): void {
    this.whole ||= whole;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw(true);
    });
  }

  /** For a printer or a picture, which do not wait for a frame. */
  drawNow(): HTMLCanvasElement | undefined {
    this.whole = true;
    this.draw(false);
    return this.box.querySelector('canvas') ?? undefined;
  }

  get scale(): number {
    return this.chart?.getDevicePixelRatio() ?? devicePixelRatio;
  }

  /** Where a place on the axis is, in pixels from the left; undefined where it is not within the plot. */
  pixel(x: number): number | undefined {
    const at = this.chart?.convertToPixel({ xAxisIndex: 0 }, x);
    return typeof at === 'number' && this.chart?.containPixel('grid', [at, this.box.clientHeight / 2]) ? at : undefined;
  }

  /** The place on the axis at so many pixels from the left. */
  at(pixel: number): number | undefined {
    const x = this.chart?.convertFromPixel({ xAxisIndex: 0 }, pixel);
    return typeof x === 'number' && Number.isFinite(x) ? x : undefined;
  }

  /** Puts the tooltip where a key has moved the cursor. */
  point(x: number): void {
    const at = this.pixel(x);
    if (at !== undefined) {
      this.chart?.dispatchAction({ type: 'showTip', x: at, y: this.box.clientHeight / 2 });
    }
  }

  unpoint(): void {
    this.chart?.dispatchAction({ type: 'hideTip' });
  }

  private async resized(): Promise<void> {
    if (!this.hasSize()) {
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
    return this.box.clientWidth > 0 && this.box.clientHeight > 0;
  }

  private draw(lazyUpdate: boolean): void {
    this.source.drawn();
    if (!this.chart || !this.hasSize()) {
      return;
    }
    const lines = this.source.lines();
    const look = { ...this.source.look(), width: this.box.clientWidth };
    const series = seriesOption(lines, look);
    const axes = axesOption(lines.filter((line) => !look.hidden.has(line.id)), look);
    if (this.whole) {
      this.whole = false;
      this.chart.setOption({ ...this.frameWithTooltip(look), ...axes, series }, { replaceMerge: ['series'], lazyUpdate });
    } else {
      this.chart.setOption({ ...axes, series }, { lazyUpdate });
    }
  }

  private frameWithTooltip(look: Look): object {
    const option = frameOption(look.colours) as { tooltip: object };
    const formatter = (at: { axisValue?: number | string }[]) => this.source.tooltip(Number(at[0]?.axisValue));
    return { ...option, tooltip: { ...option.tooltip, formatter } };
  }
}
