import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Entry, Ledger, fingerprint } from './ledger.js';
import { HttpSender, portion } from './http-sender.js';
import { Outbox } from './outbox.js';
import { account, nameOf, saveStatus } from './save-status.js';

describe('fingerprint', () => {
  test.each([
    ['', '0.0'],
    ['a', '1.97'],
    ['hello', '5.99162322'],
    ['polygenelubricants', '18.-2147483648'],
    ['δ', '1.948'],
  ])('of %j is its length and the hash that Java gives it', (text, known) => expect(fingerprint(text)).toBe(known));
  test('tells texts of one hash and two lengths apart', () => expect(fingerprint('\0')).not.toBe(fingerprint('')));
});

describe('Ledger', () => {
  let ledger: Ledger;
  beforeEach(() => (ledger = new Ledger()));
  const send = (text: string) => ledger.sent('net/units', text, '4');

  test('holds what was typed until it is sent and stored', () => {
    ledger.typed('net/units', '8', '4');
    expect(ledger.entry('net/units')).toMatchObject({ text: '8', unsent: true, seen: [fingerprint('4')] });
    const { stamp } = send('8');
    expect(ledger.entry('net/units')).toMatchObject({ unsent: false, seen: [fingerprint('4'), fingerprint('8')] });
    expect(ledger.acknowledged('net/units', stamp, '8')).toBe(true);
    expect(ledger.all).toEqual([]);
  });

  test('leaves the last of 1, 12, 1 open when the first is stored', () => {
    const [first, , last] = ['1', '12', '1'].map((text) => send(text).stamp);
    expect(ledger.acknowledged('net/units', first, '1')).toBe(false);
    expect(ledger.entry('net/units')?.text).toBe('1');
    expect(ledger.acknowledged('net/units', last, '1')).toBe(true);
  });

  test('builds a newer change on what is stored now', () => {
    const { stamp } = send('12');
    send('123');
    ledger.acknowledged('net/units', stamp, '012');
    expect(ledger.entry('net/units')?.seen).toContain(fingerprint('012'));
  });

  test('takes no answer to a text that is typed on', () => {
    const { stamp } = send('8');
    ledger.typed('net/units', '88', '4');
    expect(ledger.acknowledged('net/units', stamp, '8')).toBe(false);
    ledger.refused('net/units', stamp, 'too many');
    expect(ledger.refusal).toBe('');
  });

  test('counts every change with a stamp of its own', () => {
    const stamps = ['1', '2', '3'].map((text) => send(text).stamp);
    expect(new Set(stamps).size).toBe(3);
    expect(new Ledger().sent('net/units', '1', '').stamp).not.toBe(stamps[0]);
  });

  test('waits neither for what was refused nor for what has two versions', () => {
    const refused = ledger.sent('a/text', 'x', '').stamp;
    const changed = ledger.sent('b/text', 'y', '').stamp;
    ledger.sent('c/text', 'z', '');
    ledger.refused('a/text', refused, 'It is too long.');
    ledger.changedElsewhere('b/text', changed, 'theirs');
    expect(ledger.waiting.map(({ key }) => key)).toEqual(['c/text']);
    expect(ledger.open).toMatchObject([{ key: 'b/text', elsewhere: 'theirs' }]);
    expect(ledger.refusal).toBe('It is too long.');
  });

  test('drops what is gone, if that was the last change', () => {
    const { stamp } = send('8');
    expect(ledger.gone('net/units', 'older.0')).toBe(false);
    expect(ledger.gone('net/units', stamp)).toBe(true);
    expect(ledger.entry('net/units')).toBeUndefined();
  });

  test('remembers 50 texts, and the first for good', () => {
    for (let i = 0; i < 200; i++) {
      send(`text ${i}`);
    }
    const { seen } = ledger.entry('net/units')!;
    expect(seen).toHaveLength(50);
    expect(seen[0]).toBe(fingerprint('4'));
    expect(seen.at(-1)).toBe(fingerprint('text 199'));
  });

  test('remembers a text that comes again once', () => {
    ['1', '2', '1'].forEach(send);
    expect(ledger.entry('net/units')?.seen).toEqual([fingerprint('4'), fingerprint('1'), fingerprint('2')]);
  });
});

describe('Outbox', () => {
  const entry = (key: string, text: string): Entry => ({
    key,
    text,
    seen: ['1.97'],
    stamp: 'p.1',
    unsent: false,
    refusal: '',
  });
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = new Map();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('keeps texts for the next page', () => {
    new Outbox('me/1').keep([entry('a/text', 'x')]);
    expect(new Outbox('me/1').read()).toEqual({ 'a/text': { text: 'x', seen: ['1.97'] } });
  });
  test('keeps each notebook by itself', () => {
    new Outbox('me/1').keep([entry('a/text', 'x')]);
    expect(new Outbox('me/2').read()).toEqual({});
  });
  test('leaves what another page has kept', () => {
    const [mine, other] = [new Outbox('me/1'), new Outbox('me/1')];
    mine.keep([entry('a/text', 'x')]);
    other.keep([entry('b/text', 'y')]);
    mine.keep([]);
    expect(Object.keys(mine.read())).toEqual(['b/text']);
  });
  test('leaves nothing behind once all is stored', () => {
    const box = new Outbox('me/1');
    box.keep([entry('a/text', 'x')]);
    box.keep([]);
    expect(kept.size).toBe(0);
  });
  test('does without a browser that keeps nothing, and without what it cannot read', () => {
    kept.set('sb-unsaved:me/1', 'no JSON');
    expect(new Outbox('me/1').read()).toEqual({});
    vi.stubGlobal('localStorage', undefined);
    expect(() => new Outbox('me/1').keep([entry('a/text', 'x')])).not.toThrow();
  });
});

describe('HttpSender', () => {
  const texts = (count: number, length = 1): Entry[] =>
    Array.from({ length: count }, (_, i) => ({
      key: `c${i}/text`,
      text: 'x'.repeat(length),
      seen: [],
      stamp: `p.${i}`,
      unsent: false,
      refusal: '',
    }));

  test.each([
    [1, 1, 1],
    [300, 1, 50],
    [300, 60_000, 4],
    [2, 900_000, 1],
  ])('of %i texts of %i characters sends %i at first', (count, length, first) =>
    expect(portion(texts(count, length))).toHaveLength(first),
  );

  const answering = (answer: (sent: Entry[]) => Response) => {
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('window', globalThis);
    const requests: number[] = [];
    vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
      const sent = JSON.parse(body) as Entry[];
      requests.push(sent.length);
      return Promise.resolve(answer(sent));
    });
    return requests;
  };
  afterEach(() => void vi.unstubAllGlobals());

  test('brings all of them, portion by portion', async () => {
    const requests = answering((sent) => new Response(JSON.stringify(sent)));
    let waiting = texts(120);
    const sender = new HttpSender(
      '/saves/x',
      () => waiting,
      (answers) => (waiting = waiting.filter(({ key }) => !answers.some((answer) => answer.key === key))),
    );
    sender.now();
    await vi.waitFor(() => expect(waiting).toEqual([]));
    expect(requests).toEqual([50, 50, 20]);
    expect(sender.trouble).toBe('');
  });

  test.each([
    [503, 'unable'],
    [500, 'unable'],
    [413, 'unreached'],
  ])('tells an answer of %i from no answer', async (status, trouble) => {
    answering(() => new Response('', { status }));
    const sender = new HttpSender(
      '/saves/x',
      () => texts(1),
      () => undefined,
    );
    sender.now();
    await vi.waitFor(() => expect(sender.trouble).toBe(trouble));
    vi.stubGlobal('removeEventListener', () => undefined);
    sender.close();
  });
});

describe('saveStatus', () => {
  const facts = { versions: false, refusal: '', gone: '', waiting: false, cutOff: false, unable: false, uneasy: false };

  test.each([
    [{}, 'saved', 'Saved'],
    [{ waiting: true }, 'saving', 'Saving…'],
    [{ waiting: true, cutOff: true }, 'unsaved', 'Not saved yet: no connection'],
    [{ waiting: true, unable: true, uneasy: true }, 'unsaved', 'The server cannot save now: your text is kept here'],
    [{ unable: true }, 'saved', 'Saved'],
    [{ waiting: true, uneasy: true }, 'unsaved', 'Not saved yet: no answer from the server'],
    [{ waiting: true, cutOff: true, refusal: 'Too long.' }, 'unsaved', 'Not saved: Too long.'],
    [{ versions: true, refusal: 'Too long.' }, 'unsaved', 'Not saved: there are two versions'],
    [{ cutOff: true, uneasy: true }, 'saved', 'Saved'],
    [{ gone: 'its cell is gone.' }, 'saved', 'Saved, but for one change: its cell is gone.'],
  ])('of %j is %s: %s', (known, word, sentence) => {
    expect(saveStatus({ ...facts, ...known })).toEqual([word, sentence]);
  });

  test('is told in a sentence with one full stop', () => {
    expect(account('saved', 'Saved')).toBe('Everything you typed is saved.');
    expect(account('unsaved', 'Not saved: Too long.')).toBe('Not saved: Too long.');
    expect(account('unsaved', 'Not saved yet: no connection')).toBe('Not saved yet: no connection.');
  });

  test('names a text as a person does', () => {
    vi.stubGlobal('CSS', { escape: (text: string) => text });
    vi.stubGlobal('document', { querySelector: () => ({ label: 'Units' }) });
    expect(nameOf('+/title')).toBe('the title');
    expect(nameOf('q1/answer')).toBe('your answer');
    expect(nameOf('net/text')).toBe('“the text” in net');
    expect(nameOf('net/layers/0/units')).toBe('“Units” in net');
    vi.unstubAllGlobals();
  });
});
