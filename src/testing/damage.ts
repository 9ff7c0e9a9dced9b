import fc from 'fast-check';

/** Texts and values that break readers: empty, endless, of other types, at the ends of number and time, names of every object. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e308, '', ' ', [], {}, '0000-01-01T00:00:00.000Z'),
  fc.constantFrom<unknown>(
    '9999-12-31T23:59:59.999Z',
    '2026-02-30T00:00:00.000Z',
    '__proto__',
    '\u0000',
    '\uD800',
  ),
  fc.constantFrom<unknown>(
    'a'.repeat(100_000),
    Array.from({ length: 1_000 }, () => null),
  ),
  fc.constant<unknown>(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": null}')),
  fc.jsonValue(),
);

interface Damage {
  readonly place: number;
  readonly how: 'replace' | 'remove' | 'repeat' | 'rename';
  readonly value: unknown;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'repeat', 'rename'),
  value: junk,
});

/** A value as it may be after somebody or something damaged it in up to three places: sometimes the whole of it. */
export function damaged(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(damage, { minLength: 1, maxLength: 3 })
    .map((all) => all.reduce(withDamage, JSON.parse(JSON.stringify(value)) as unknown));
}

/** A text as it may be after it was cut short or partly written over. */
export function damagedText(text: string): fc.Arbitrary<string> {
  return fc
    .record({
      at: fc.nat(text.length),
      length: fc.nat(20),
      put: fc.string({ maxLength: 20 }),
      isCut: fc.boolean(),
    })
    .map(({ at, length, put, isCut }) => text.slice(0, at) + put + (isCut ? '' : text.slice(at + length)));
}

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function withDamage(root: unknown, { place, how, ...damage }: Damage): unknown {
  // The next damage may be inside it.
  const value = structuredClone(damage.value);
  const places = findPlaces(root);
  const found = places[place % (places.length + 1)];
  if (found === undefined) return value;
  const { holder, key } = found;
  if (how === 'replace') holder[key] = value;
  else if (how === 'rename') Object.assign(holder, { [`${key} `]: holder[key], [key]: undefined });
  else if (Array.isArray(holder))
    holder.splice(Number(key), 1, ...(how === 'repeat' ? [holder[key], holder[key]] : []));
  else Reflect.deleteProperty(holder, key);
  return root;
}

function findPlaces(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...findPlaces(holder[key])]);
}
