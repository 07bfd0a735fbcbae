/** Exact numbers: an amount, a rate or a count is a fraction of two BigInts and is never a float. */

const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
const magnitude = (a) => (a < 0n ? -a : a);

function fraction(n, d = 1n) {
  const by = gcd(magnitude(n), magnitude(d)) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);
export const HUNDRED = fraction(100n);

export const whole = (number) => fraction(BigInt(number));

/** `-?d+(.d+)?`, else null. */
export function decimal(text) {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) return null;
  const [, sign, units, decimals = ""] = found;
  const n = BigInt(units + decimals);
  return fraction(sign ? -n : n, 10n ** BigInt(decimals.length));
}

export const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const sub = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const mul = (a, b) => fraction(a.n * b.n, a.d * b.d);
export const div = (a, b) => fraction(a.n * b.d, a.d * b.n);
export const negate = (a) => fraction(-a.n, a.d);
export const abs = (a) => fraction(magnitude(a.n), a.d);
export const sum = (list) => list.reduce(add, ZERO);
export const product = (list) => list.reduce(mul, ONE);

export function compare(a, b) {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const equal = (a, b) => compare(a, b) === 0;
export const smaller = (a, b) => (compare(a, b) <= 0 ? a : b);
export const larger = (a, b) => (compare(a, b) >= 0 ? a : b);

/** Whether a and b are farther apart than the tolerance. */
export const apart = (a, b, tolerance) => compare(abs(sub(a, b)), tolerance) > 0;

/** To so many decimals, halves away from zero. */
export function round(a, places) {
  const scale = 10n ** BigInt(places);
  const scaled = magnitude(a.n) * scale;
  const nearest = (2n * scaled + a.d) / (2n * a.d);
  return fraction(a.n < 0n ? -nearest : nearest, scale);
}

/** Plain decimals; with `places`, exactly so many of them. */
export function format(a, places) {
  if (places === undefined) {
    for (let few = 0; few <= 12; few += 1) if (equal(round(a, few), a)) return format(a, few);
    return format(a, 12);
  }
  const { n, d } = round(a, places);
  const scaled = (magnitude(n) * 10n ** BigInt(places)) / d;
  const digits = scaled.toString().padStart(places + 1, "0");
  const units = digits.slice(0, digits.length - places);
  const sign = n < 0n ? "-" : "";
  return places === 0 ? sign + units : `${sign}${units}.${digits.slice(-places)}`;
}
