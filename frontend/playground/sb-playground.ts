import { type PropertyValues, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { download } from '../download.js';
import { show } from './address.js';
import { PointBrush } from './point-brush.js';
import { compareSection, withRun } from './compare-section.js';
import { dataColumn } from './data-column.js';
import { essay } from './essay.js';
import { PlaygroundElement } from './playground-element.js';
import { forward } from './forward.js';
import type { Paints } from './heat.js';
import { type Inspection, inspected, pictured } from './inspection.js';
import {
  type FrameMessage,
  type Lane,
  type PlaygroundMessage,
  type Setup,
  type TextMessage,
  readNet,
  readSetup,
} from './messages.js';
import { type Moment, withMoment } from './moments.js';
import type { Net } from './net.js';
import { networkColumn } from './network-column.js';
import { listen } from './page-events.js';
import { outputColumn } from './output-column.js';
import { Pictures } from './pictures.js';
import type { Kept } from './sb-pg-compare.js';
import './sb-pg-diagram.js';
import type { Chosen, Diagram } from './sb-pg-diagram.js';
import './sb-pg-inspector.js';
import type { Inspector } from './sb-pg-inspector.js';
import './sb-pg-losses.js';
import './sb-pg-output.js';
import type { Output } from './sb-pg-output.js';
import './sb-pg-thumb.js';
import { topBar } from './top-bar.js';

const WIDEST_PLANE = 330;

/** The facts about a page that only the browser knows; a page that is sent again gets them back. */
interface Past {
  page: number;
  network?: number;
  kept: Kept[];
  moments: Moment[];
  inspection: Inspection;
}

let past: Past | undefined;

/**
 * The Playground: all its controls and pictures. The server trains and sends weights; everything that is drawn is computed
 * here. Fires `change-settings`, `act`, `weight`, `csv`, `sweep`, `save`, `open` and `link`.
 */
@customElement('sb-playground')
export class Playground extends PlaygroundElement {
  @property({ attribute: false }) notices: string[] = [];
  @query('sb-pg-diagram') private diagram?: Diagram;
  @query('sb-pg-output') private output?: Output;
  @query('sb-pg-inspector') private inspector?: Inspector;
  @state() private setup?: Setup;
  @state() private frame?: FrameMessage;
  @state() private lanes: Lane[] = [];
  @state() private kept: Kept[] = [];
  @state() private moments: Moment[] = [];
  @state() private inspection: Inspection = { probe: { x: 1, y: 1 } };
  @state() private room = 700;
  @state() private tall = 440;
  private readonly brush = new PointBrush(this, () => {
    this.requestUpdate();
    this.paint();
  });
  private readonly pictures = new Pictures(() => this.paint());
  private target?: Net;
  private page = 0;
  private unlisten?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.unlisten = listen(this, {
      onLink: (text) => this.tell('link', { text } satisfies TextMessage),
      onResize: () => this.measure(),
      onRecolour: () => {
        this.pictures.recolour();
        this.requestUpdate();
        this.paint();
      },
    });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unlisten?.();
    this.pictures.stop();
    past = {
      page: this.page,
      network: this.frame?.network,
      kept: this.kept,
      moments: this.moments,
      inspection: this.inspection,
    };
  }

  private recall(page: number, network: number): void {
    this.page = page;
    if (past?.page === page) {
      this.kept = past.kept;
      if (past.network === network) {
        this.moments = past.moments;
        this.inspection = { ...past.inspection, pointed: undefined };
      }
    }
    past = undefined;
  }

  private measure(): void {
    const middle = this.querySelector('.pg-network');
    this.room = Math.max(280, Math.floor(middle?.clientWidth ?? 700));
    this.tall = Math.max(360, Math.min(560, innerHeight - 520));
  }

  // --- what the server sends --------------------------------------------------------------------------------------

  /** Takes what is new; the promise is kept when it is on the screen. */
  async take({ page, setup, frame, sweep }: PlaygroundMessage): Promise<void> {
    if (setup) {
      this.setup = readSetup(setup);
    }
    if (!this.frame) {
      this.recall(page, frame.network);
    }
    const isAnother = this.frame && frame.network !== this.frame.network;
    const losses = { train: frame.train.loss ?? NaN, test: frame.test.loss ?? NaN };
    this.moments = withMoment(isAnother ? [] : this.moments, { step: frame.step, ...losses });
    this.pictures.shown = isAnother ? undefined : this.pictures.shown;
    this.frame = frame;
    this.target = readNet(this.setup!, frame);
    this.lanes = sweep ?? this.lanes;
    await this.updateComplete;
    await this.pictures.show(this.target, frame.playing);
  }

  /** Returns the outputs of every unit for some points, with the network as the page has it. */
  outputsAt(points: [number, number][]) {
    const net = this.target!;
    const outputs = forward(
      net,
      points.map(([x]) => x),
      points.map(([, y]) => y),
    );
    return {
      inputs: net.inputs,
      layers: net.layers,
      weights: [...net.weights],
      outputs: outputs.map((layer) => layer.map((unit) => [...unit])),
    };
  }

  /** Says why a text that was typed for a weight is none. */
  refuseWeight(layer: number, unit: number, input: number, text: string, sentence: string): void {
    this.inspector?.refuse({ layer, unit }, input, text, sentence);
  }

  /** Saves a text as a file. */
  download(name: string, text: string): void {
    download(new Blob([text], { type: 'text/plain' }), name);
  }

  // --- pictures ---------------------------------------------------------------------------------------------------

  private paint(): void {
    const { diagram, output, setup } = this;
    if (diagram && output && setup) {
      this.pictures.draw(diagram, output, this.paints(), {
        setup,
        inputs: this.inputs,
        pointed: this.inspection.pointed,
        probe: this.inspection.pressed || this.inspection.pointed ? this.inspection.probe : undefined,
        discrete: this.text('discrete') === 'yes',
        showTest: this.text('test') === 'yes' || this.isOwn,
        fresh: this.isOwn ? this.brush.fresh() : undefined,
      });
    }
  }

  private paints(): Paints {
    const paints = this.pictures.paints(this.querySelector<HTMLElement>('.pg-probe')!, this.setup?.classes ?? 2);
    this.brush.colours = paints.brush;
    return paints;
  }

  protected get waits(): boolean {
    return !!this.frame && !this.frame.playing && !this.frame.notice;
  }

  /** A page of which a lecturer has hidden nothing. */
  private get isWhole(): boolean {
    return this.settings.gone.length === 0;
  }

  private get isOwn(): boolean {
    return this.text('data') === 'own';
  }

  private get inputs() {
    return this.catalogue.inputs.filter(({ key }) => !this.gone(key));
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('inspection') || changed.has('settings')) {
      this.paint();
    }
    if (!changed.has('room')) {
      this.measure();
    }
    if (this.frame && (changed.has('frame') || changed.has('settings'))) {
      show(this.address);
    }
  }

  // --- the page ---------------------------------------------------------------------------------------------------

  protected render() {
    if (!this.catalogue || !this.settings) {
      return nothing;
    }
    const notices = this.said ? [...this.notices, this.said] : this.notices;
    return html`<span class="pg-probe" hidden></span>
      ${notices.length
        ? html`<ul class="pg-notices" role="status">
            ${notices.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>`
        : nothing}
      ${this.question()} ${topBar(this, this.frame)}
      <div class="pg-columns">
        ${dataColumn(this, this.brush, this.hasUpdated ? this.paints() : undefined)}
        ${networkColumn(this, {
          model: this.model(),
          inspected: inspected(this.inspection, this, this.frame?.cut ?? [], this.target),
          room: this.room,
          tall: this.tall,
          onPoint: (event) => this.inspect({ pointed: event.detail.place }),
          onChoose: (event) => void this.choose(event),
          onClose: () => void this.close(),
        })}
        ${outputColumn(this, {
          title: pictured(this.inspection, this.inputs, this.target),
          frame: this.frame,
          setup: this.setup,
          moments: this.moments,
          size: Math.min(WIDEST_PLANE, this.querySelector('.pg-output')?.clientWidth || WIDEST_PLANE),
          painting: this.isOwn,
          onProbe: (event) => this.inspect({ probe: event.detail }),
          onPaint: (event) => this.brush.stroke(event.detail.x, event.detail.y),
        })}
      </div>
      ${this.gone('compare') ? nothing : compareSection(this, this.lanes, this.kept, () => this.keep())}
      ${this.isWhole ? essay(this) : nothing}`;
  }

  private model() {
    const net = this.pictures.shown ?? this.target;
    return (
      net && {
        net,
        inputs: this.inputs,
        hidden: net.layers.slice(0, -1),
        activations: this.catalogue.activations,
        gone: new Set(this.settings.gone),
        cut: new Set(this.frame!.cut),
        selected: this.inspection.pressed,
        step: this.frame!.epoch,
      }
    );
  }

  private inspect(changed: Partial<Inspection>): void {
    this.inspection = { ...this.inspection, ...changed };
  }

  private async choose(event: CustomEvent<Chosen>): Promise<void> {
    const { place, input } = event.detail;
    if (!this.gone('editing')) {
      this.inspect({ pressed: place });
      await this.updateComplete;
      await this.inspector!.updateComplete;
      this.diagram!.scrollToUnit(place);
      if (input !== undefined) {
        await this.inspector!.edit(input);
      }
    }
  }

  /** Closes the panel and goes back to its unit. */
  private async close(): Promise<void> {
    const { pressed } = this.inspection;
    if (pressed) {
      this.inspect({ pressed: undefined });
      await this.updateComplete;
      this.diagram?.focusUnit(pressed);
    }
  }

  private keep(): void {
    this.kept = withRun(this.kept, this, this.moments, this.setup);
  }
}
