import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  several
} from "./chunk-RPDRASIN.js";
import {
  DAY,
  HOUR,
  MINUTE,
  later,
  writeDuration
} from "./chunk-66F3A4I2.js";

// src/core/report/lateness.ts
var OVERDUE_AFTER = 2 * HOUR;
var LOOKS_BACK = 30 * DAY;
function latenessOf({ granted }, now) {
  const late = [];
  const overdue = [];
  for (const one of granted.values()) {
    if (one.ended === null) {
      if (later(one.until, OVERDUE_AFTER) <= now) overdue.push(one);
    } else if (one.ended.because === "expired" && one.ended.at >= one.until && later(one.ended.at, LOOKS_BACK) > now)
      late.push(one.ended.at - one.until);
  }
  return {
    late: late.sort((a, b) => a - b),
    overdue: overdue.sort((a, b) => a.until - b.until || (a.holding < b.holding ? -1 : 1))
  };
}
var minutes = (seconds) => seconds < MINUTE ? "under 1m" : writeDuration(seconds - seconds % MINUTE);
function latenessText({ late }) {
  const [median, worst] = [late[Math.floor((late.length - 1) / 2)], late.at(-1)];
  if (median === void 0 || worst === void 0) return null;
  const taken = `${several(late.length, "end")} in 30 days`;
  return `Taken away ${minutes(median)} after the end in the middle, ${minutes(worst)} at worst (${taken}).`;
}

export {
  latenessOf,
  latenessText
};
