import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  tagsKey
} from "./chunk-UJ3HXRAY.js";
import {
  everyPage
} from "./chunk-RYEE6VUW.js";
import {
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/modes/aws/regions.ts
async function regionsOf(aws, account) {
  const pages = await everyPage(
    `account:ListRegions in ${account}`,
    (next) => aws.regions(account, {
      MaxResults: 50,
      RegionOptStatusContains: ["ENABLED", "ENABLING", "ENABLED_BY_DEFAULT"],
      ...next === void 0 ? {} : { NextToken: next }
    })
  );
  if (pages.is === "unknown") return pages;
  return known(pages.value.flatMap(({ Regions }) => (Regions ?? []).flatMap(({ RegionName }) => RegionName ?? [])));
}

// src/modes/aws/tags.ts
var reads = (action) => ({
  action,
  resources: ["*"],
  lane: null,
  effect: "reads",
  jobs: ["apply", "expire"]
});
var TAGS = {
  GetResources: reads("tag:GetResources"),
  /** Nobody is asked in a region that the account has not; an ARN that does not tell its region is asked for in all of them. */
  ListRegions: reads("account:ListRegions")
};
var ARNS = 100;
var LONGEST = 1011;
var regionIn = (arn) => arn.split(":")[3] ?? "";
var isRaw = (value) => typeof value === "object" && value !== null;
function tagsIn(given) {
  if (!Array.isArray(given)) return null;
  const pairs = given.flatMap(
    (one) => isRaw(one) && typeof one["Key"] === "string" && typeof one["Value"] === "string" ? [[one["Key"], one["Value"]]] : []
  );
  const tags = new Map(pairs);
  return tags.size === given.length ? tags : null;
}
function toldIn(list) {
  if (!Array.isArray(list)) return null;
  const told = /* @__PURE__ */ new Map();
  for (const one of list) {
    const tags = isRaw(one) ? tagsIn(one["Tags"]) : null;
    if (!isRaw(one) || typeof one["ResourceARN"] !== "string" || tags === null) return null;
    told.set(one["ResourceARN"], [...told.get(one["ResourceARN"]) ?? [], tags]);
  }
  return told;
}
async function askOnce({ aws, account, region }, arns) {
  const answer = await aws.tagged(account, region, { ResourceARNList: [...arns] });
  if (answer.is === "unknown") return answer;
  const told = toldIn(answer.value.ResourceTagMappingList);
  if (told !== null && (answer.value.PaginationToken ?? "") === "") return known(told);
  return unknown({
    kind: "garbage",
    call: `tagging:GetResources in ${account} (${region})`,
    said: "the answer is cut, of another shape, or names a tag twice"
  });
}
async function askFor(asking, arns) {
  if (arns.length === 0) return /* @__PURE__ */ new Map();
  const told = await askOnce(asking, arns);
  if (told.is === "known") return new Map(arns.map((arn) => [arn, known(told.value.get(arn) ?? [])]));
  if (told.because.kind !== "invalid" || arns.length === 1) return new Map(arns.map((arn) => [arn, told]));
  const half = Math.ceil(arns.length / 2);
  const parts = await Promise.all([askFor(asking, arns.slice(0, half)), askFor(asking, arns.slice(half))]);
  return new Map(parts.flatMap((part) => [...part]));
}
async function askIn(asking, arns) {
  const answers = /* @__PURE__ */ new Map();
  for (let from = 0; from < arns.length; from += ARNS) {
    const told = await askFor(asking, arns.slice(from, from + ARNS));
    for (const [arn, answer] of told) answers.set(arn, answer);
    const silent = [...told.values()].find((answer) => answer.is === "unknown" && answer.because.kind !== "invalid");
    if (silent !== void 0) return new Map(arns.map((arn) => [arn, answers.get(arn) ?? silent]));
  }
  return answers;
}
var sameTags = (some, others) => some.size === others.size && [...some].every(([name, value]) => others.get(name) === value);
function conclude(arn, account, answers) {
  const call = `tagging:GetResources in ${account}`;
  const found = answers.flatMap((answer) => answer.is === "known" ? answer.value : []);
  const [first] = found;
  if (first !== void 0 && found.every((tags) => sameTags(tags, first))) return known(first);
  if (first !== void 0) return unknown({ kind: "garbage", call, said: `${arn} is tagged in two ways` });
  const failed = answers.find((answer) => answer.is === "unknown");
  if (failed?.is === "unknown") return failed;
  return unknown({ kind: "not-found", call, said: "AWS tells no tags of it: it may never have borne one" });
}
var noRegion = (region, account) => unknown({
  kind: "not-found",
  call: `tagging:GetResources in ${account}`,
  said: `the account has no region ${region}`
});
async function inAccount(aws, account, things) {
  const arns = [...new Set(things.map(({ arn }) => arn))].filter((arn) => arn.length <= LONGEST).toSorted();
  const regions = arns.length === 0 ? known([]) : await regionsOf(aws, account);
  const there = regions.is === "known" ? regions.value : [];
  const liesIn = (arn, region) => regionIn(arn) === region || regionIn(arn) === "";
  const asked = await Promise.all(
    there.map(
      (region) => askIn(
        { aws, account, region },
        arns.filter((arn) => liesIn(arn, region))
      )
    )
  );
  return things.map(({ target, arn }) => {
    const region = regionIn(arn);
    const answers = asked.flatMap((answers2) => answers2.get(arn) ?? []);
    const elsewhere = arn.length <= LONGEST && region !== "" && !there.includes(region) ? [noRegion(region, account)] : [];
    const unasked = regions.is === "unknown" ? [regions] : elsewhere;
    return [tagsKey(target, arn), conclude(arn, account, [...answers, ...unasked])];
  });
}
async function tagsOf(aws, things) {
  const none = unknown({ kind: "not-found", call: "tagging:GetResources", said: "there is no AWS in the settings" });
  if (aws === null) return new Map(things.map(({ target, arn }) => [tagsKey(target, arn), none]));
  const byAccount = Map.groupBy(things, ({ account }) => account);
  const read = await Promise.all([...byAccount].map(([account, own]) => inAccount(aws, account, own)));
  return new Map(read.flat());
}

export {
  regionsOf,
  TAGS,
  tagsOf
};
