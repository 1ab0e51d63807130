import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { onSchemeChange } from '../scheme/scheme.js';
import { Brush } from './brush.js';
import { dataColumn } from './data-column.js';
import type { Desk } from './desk.js';
import { unitName } from './diagram-model.js';
import { forward } from './forward.js';
import type { Paints } from './heat.js';
import {
  type Catalogue,
  type FrameMessage,
  type Lane,
  type Message,
  type Place,
  type SettingsMessage,
  type Setup,
  readNet,
  readSetup,
  same,
} from './messages.js';
import type { Net } from './net.js';
import { namesInto, networkColumn, there } from './network-column.js';
import { outputColumn } from './output-column.js';
import { Pictures } from './pictures.js';
import './sb-pg-compare.js';
import type { Kept } from './sb-pg-compare.js';
import './sb-pg-diagram.js';
import type { Diagram } from './sb-pg-diagram.js';
import './sb-pg-inspector.js';
import type { Inspector } from './sb-pg-inspector.js';
import './sb-pg-losses.js';
import { type Moment, withMoment } from './sb-pg-losses.js';
import './sb-pg-output.js';
import type { Output } from './sb-pg-output.js';
import './sb-pg-thumb.js';
import { topBar } from './top-bar.js';

const WIDEST_PLANE = 330;

/**
 * The Playground: all its controls and pictures. The server trains and sends weights; everything that is drawn is computed
 * here. Fires `change-settings`, `act`, `weight`, `csv`, `sweep`, `save`, `open` and `hash`.
 */
@customElement('sb-playground')
export class Playground extends LitElement implements Desk {
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) settings!: SettingsMessage;
  @property({ attribute: false }) notices: string[] = [];
  @query('sb-pg-diagram') private diagram?: Diagram;
  @query('sb-pg-output') private output?: Output;
  @query('sb-pg-inspector') private inspector?: Inspector;
  @state() private setup?: Setup;
  @state() private frame?: FrameMessage;
  @state() private lanes: Lane[] = [];
  @state() private kept: Kept[] = [];
  @state() private moments: Moment[] = [];
  @state() private pointed?: Place;
  @state() private selected?: Place;
  @state() private probe = { x: 1, y: 1 };
  @state() private pending: Record<string, string> = {};
  @state() private room = 700;
  @state() private tall = 440;
  private readonly brush = new Brush(this, () => {
    this.requestUpdate();
    this.paint();
  });
  private readonly pictures = new Pictures(() => this.paint());
  private target?: Net;
  private changes = 0;
  private ends: (() => void)[] = [];

  protected createRenderRoot() {
    return this;
  }

  connectedCallback(): void {
    super.connectedCallback();
    const repaint = () => {
      this.pictures.recolour();
      this.requestUpdate();
      this.paint();
    };
    const readHash = () => this.readHash();
    addEventListener('hashchange', readHash);
    const sizes = new ResizeObserver(() => this.measure());
    sizes.observe(this);
    this.ends = [onSchemeChange(repaint), () => removeEventListener('hashchange', readHash), () => sizes.disconnect()];
    readHash();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends.forEach((end) => end());
    this.pictures.stop();
  }

  /** A link of TensorFlow Playground carries its setup where no server sees it. */
  private readHash(): void {
    if (location.hash.includes('=')) {
      this.tell('hash', { hash: location.hash.slice(1) });
    }
  }

  private measure(): void {
    const middle = this.querySelector('.pg-network');
    this.room = Math.max(280, Math.floor(middle?.clientWidth ?? 700));
    this.tall = Math.max(400, Math.min(560, innerHeight - 460));
  }

  // --- what the server sends --------------------------------------------------------------------------------------

  /** Takes what is new; the promise is kept when it is on the screen. */
  async take({ setup, frame, sweep }: Message): Promise<void> {
    if (setup) {
      this.setup = readSetup(setup);
    }
    const anew = frame.network !== this.frame?.network;
    const losses = { train: frame.train.loss ?? NaN, test: frame.test.loss ?? NaN };
    this.moments = withMoment(anew ? [] : this.moments, { step: frame.step, ...losses });
    this.pictures.shown = anew ? undefined : this.pictures.shown;
    this.frame = frame;
    this.target = readNet(this.setup!, frame);
    this.lanes = sweep ?? this.lanes;
    await this.updateComplete;
    await this.pictures.show(this.target, frame.playing);
  }

  /** What every unit gives for some points, with the network as the page has it. */
  outputsAt(points: [number, number][]) {
    const net = this.target!;
    const outputs = forward(net, points.map(([x]) => x), points.map(([, y]) => y));
    return {
      inputs: net.inputs,
      layers: net.layers,
      weights: [...net.weights],
      outputs: outputs.map((layer) => layer.map((unit) => [...unit])),
    };
  }

  /** Saves a text as a file. */
  download(name: string, text: string): void {
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
  }

  // --- pictures ---------------------------------------------------------------------------------------------------

  private paint(): void {
    const { diagram, output, setup } = this;
    if (diagram && output && setup) {
      this.pictures.draw(diagram, output, this.paints(), {
        setup,
        inputs: this.inputs,
        pointed: this.pointed,
        probe: this.selected || this.pointed ? this.probe : undefined,
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

  // --- settings ---------------------------------------------------------------------------------------------------

  text(key: string): string {
    return this.pending[key] ?? this.settings.texts[key] ?? '';
  }

  get loss(): string {
    return this.pending.loss ?? this.settings.loss;
  }

  set(changed: Record<string, string>): void {
    this.pending = { ...this.pending, ...changed };
    this.tell('change-settings', { texts: changed, number: ++this.changes });
  }

  setter(key: string): (text: string) => void {
    return (text) => this.set({ [key]: text });
  }

  gone(control: string): boolean {
    return this.settings.gone.includes(control);
  }

  tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private get isOwn(): boolean {
    return this.text('data') === 'own';
  }

  private get inputs() {
    return this.catalogue.inputs.filter(({ key }) => !this.gone(key));
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('settings') && this.settings) {
      if (this.settings.answered >= this.changes) {
        this.pending = {};
      }
      const query = this.settings.link ? `?${this.settings.link}` : '';
      history.replaceState(history.state, '', location.pathname + query);
    }
  }

  protected updated(changed: PropertyValues): void {
    if (['pointed', 'settings', 'selected', 'probe'].some((each) => changed.has(each))) {
      this.paint();
    }
    if (!changed.has('room')) {
      this.measure();
    }
  }

  // --- the page ---------------------------------------------------------------------------------------------------

  protected render() {
    if (!this.catalogue || !this.settings) {
      return nothing;
    }
    return html`<span class="pg-probe" hidden></span>
      ${this.notices.length
        ? html`<ul class="pg-notices" role="status">${this.notices.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
        : nothing}
      ${topBar(this, this.frame)}
      <div class="pg-columns">
        ${dataColumn(this, this.brush, this.hasUpdated ? this.paints() : undefined)}
        ${networkColumn(this, {
          model: this.model(),
          inspected: this.inspected(),
          room: this.room,
          tall: this.tall,
          onPoint: (event) => (this.pointed = event.detail.place),
          onChoose: (event) => void this.choose(event),
          onClose: () => (this.selected = undefined),
        })}
        ${outputColumn(this, {
          title: this.pictured,
          frame: this.frame,
          setup: this.setup,
          moments: this.moments,
          size: Math.min(WIDEST_PLANE, this.querySelector('.pg-output')?.clientWidth || WIDEST_PLANE),
          painting: this.isOwn,
          onProbe: (event) => (this.probe = event.detail),
          onPaint: (event) => this.brush.stroke(event.detail.x, event.detail.y),
        })}
      </div>
      ${this.gone('compare') ? nothing : this.compare()}`;
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
        selected: this.selected,
        step: this.frame!.epoch,
      }
    );
  }

  private async choose(event: CustomEvent<{ place: Place; input?: number }>): Promise<void> {
    const { place, input } = event.detail;
    if (!this.gone('editing')) {
      this.selected = place;
      if (input !== undefined) {
        this.pointed = undefined;
        await this.updateComplete;
        await this.inspector!.updateComplete;
        this.inspector!.edit(input);
      }
    }
  }

  /** The unit that is pointed at, or else the one that is pressed. */
  private inspected() {
    const net = this.target;
    const selected = there(net, this.selected);
    const place = there(net, this.pointed) ?? selected;
    return (
      net &&
      place && {
        net,
        place,
        names: namesInto(net, place.layer, this.catalogue.inputs),
        outputs: forward(net, [this.probe.x], [this.probe.y]),
        probe: this.probe,
        editing: same(selected, place),
        freeze: this.text('freeze'),
        cut: new Set(this.frame!.cut),
      }
    );
  }

  /** Of what the plane is a picture. */
  private get pictured(): string {
    const place = this.pointed;
    if (!place || !this.target) {
      return 'Output';
    }
    return place.layer < 0 ? `Input ${this.inputs[place.unit]?.title}` : unitName(this.target, place);
  }

  private compare() {
    return html`<details class="pg-compare" @sweep=${(event: CustomEvent) => this.tell('sweep', event.detail)}
      @keep=${this.keep} @use=${this.use}>
      <summary>Compare runs</summary>
      <sb-pg-compare .lanes=${this.lanes} .kept=${this.kept}></sb-pg-compare>
    </details>`;
  }

  private keep(): void {
    const { link } = this.settings;
    const epochs = (this.setup?.training.x.length ?? 1) / (this.setup?.batch ?? 1);
    const moments = this.moments.map((moment) => ({ ...moment, step: moment.step / Math.ceil(epochs) }));
    this.kept = [...this.kept, { name: link.replaceAll('&', ' ') || 'first setup', link, moments }].slice(-8);
  }

  private use(event: CustomEvent<{ texts?: Record<string, string>; link?: string }>): void {
    const { texts, link } = event.detail;
    if (texts) {
      this.set(texts);
    } else {
      location.search = link ?? '';
    }
  }
}
