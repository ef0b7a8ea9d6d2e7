// The weighted total exactly as org.regatta.rubric.WeightedTotal computes it: whole millionths, one division, half up.
const UNIT = 1000000n;

/** Whole millionths of a decimal text; null where it is no number or has more than six decimals. */
export function millionths(text) {
  const found = /^\s*([+-]?)(\d{0,12})(?:[.,](\d{0,30}))?\s*$/.exec(String(text ?? ""));
  if (!found || !(found[2] || found[3])) return null;
  const decimals = (found[3] ?? "").replace(/0+$/, "");
  if (decimals.length > 6) return null;
  const size = BigInt(found[2] || "0") * UNIT + BigInt(decimals.padEnd(6, "0"));
  return found[1] === "-" ? -size : size;
}

/** A decimal text without trailing zeros. */
export function plain(value) {
  const sign = value < 0n ? "-" : "";
  const size = value < 0n ? -value : value;
  const decimals = String(size % UNIT).padStart(6, "0").replace(/0+$/, "");
  return sign + size / UNIT + (decimals ? "." + decimals : "");
}

function divided(numerator, denominator) {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/** Points of an answer in millionths; null where it is not valid. */
export function points(criterion, answer) {
  if (answer === undefined || answer === "") return null;
  if (criterion.kind !== "NUMBER") return criterion.points[answer] === undefined ? null : millionths(criterion.points[answer]);
  return problem(criterion, answer) ? null : millionths(answer);
}

/** What is wrong with a number: "number", "range", "step" or nothing. */
export function problem(criterion, answer) {
  const value = millionths(answer);
  if (value === null) return "number";
  const lowest = millionths(criterion.lowest);
  if (value < lowest || value > millionths(criterion.highest)) return "range";
  const step = criterion.step ? millionths(criterion.step) : 0n;
  return step && (value - lowest) % step !== 0n ? "step" : null;
}

/** {total, parts, open}: the total of what is answered as a text, or null; what it is made of; how many are open. */
export function total(criteria, answers) {
  const counting = criteria.filter((one) => millionths(one.weight) > 0n && one.kind !== "TEXT");
  const [first] = counting;
  const oneScale = counting.every(
    (one) => millionths(one.lowest) === millionths(first.lowest) && millionths(one.highest) === millionths(first.highest)
  );
  let numerator = 0n;
  let ranges = 1n;
  let weights = 0n;
  const parts = [];
  for (const criterion of counting) {
    const worth = points(criterion, answers[criterion.key]);
    const weight = millionths(criterion.weight);
    parts.push({ worth: worth === null ? null : plain(worth), weight, lowest: criterion.lowest, highest: criterion.highest });
    if (worth === null) continue;
    weights += weight;
    if (oneScale) {
      numerator += worth * weight;
    } else {
      const range = millionths(criterion.highest) - millionths(criterion.lowest);
      numerator = numerator * range + (worth - millionths(criterion.lowest)) * 100n * weight * ranges;
      ranges *= range;
    }
  }
  const open = parts.filter((part) => part.worth === null).length;
  if (weights === 0n) return { total: null, parts, open, oneScale };
  // one scale: millionths already; else a pure number, to be brought to millionths
  const value = oneScale ? divided(numerator, weights) : divided(numerator * UNIT, ranges * weights);
  return { total: plain(value), parts, open, oneScale };
}
