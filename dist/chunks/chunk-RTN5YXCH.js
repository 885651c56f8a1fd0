import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/core/model/edge-error.ts
var known = (value) => ({ is: "known", value });
var unknown = (because) => ({
  is: "unknown",
  because
});
var writeEdgeError = (error) => `${error.call}: ${error.kind} (${error.said})`;

// src/core/model/id.ts
var id = (text) => text;

// src/core/policy/nearest.ts
var LONGEST = 128;
var MOST = 3;
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const [swap = 0, above = 0, left = 0] = [row[j], row[j + 1], next[j]];
      next.push(Math.min(a[i] === b[j] ? swap : swap + 1, above + 1, left + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
function nearest(word, words) {
  if (word.length > LONGEST) return [];
  const most = Math.max(1, Math.floor(word.length / 3));
  const folded = word.toLowerCase();
  return words.filter((known2) => Math.abs(known2.length - word.length) <= most).map((known2) => ({ known: known2, far: distance(folded, known2.toLowerCase()) })).filter(({ far }) => far <= most).sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1)).slice(0, MOST).map(({ known: known2 }) => known2);
}

export {
  known,
  unknown,
  writeEdgeError,
  id,
  nearest
};
