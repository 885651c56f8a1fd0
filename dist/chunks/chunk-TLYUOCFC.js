import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  tagsKey
} from "./chunk-UJ3HXRAY.js";
import {
  everyPage
} from "./chunk-DV2QKY23.js";
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
  /** An ARN that does not tell its region is asked for in all of them. */
  ListRegions: reads("account:ListRegions")
};
var ARNS = 100;
var LONGEST = 1011;
var regionIn = (arn) => arn.split(":")[3] ?? "";
function tagsIn(given) {
  const tags = new Map(given.map(({ Key = "", Value = "" }) => [Key, Value]));
  return tags.size === given.length ? tags : null;
}
async function askOnce({ aws, account, region }, arns) {
  const answer = await aws.tagged(account, region, { ResourceARNList: [...arns] });
  if (answer.is === "unknown") return answer;
  const { PaginationToken: more = "", ResourceTagMappingList: list } = answer.value;
  const read = (list ?? []).map(({ ResourceARN = "", Tags = [] }) => ({ arn: ResourceARN, tags: tagsIn(Tags) }));
  const odd = list === void 0 || more !== "" || read.some(({ tags }) => tags === null);
  if (odd)
    return unknown({
      kind: "garbage",
      call: `tagging:GetResources in ${account} (${region})`,
      said: "the answer is cut, or names a tag twice"
    });
  const byArn = Map.groupBy(read, ({ arn }) => arn);
  return known(new Map([...byArn].map(([arn, all]) => [arn, all.flatMap(({ tags }) => tags ?? [])])));
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
  const calls = [];
  for (let from = 0; from < arns.length; from += ARNS) calls.push(await askFor(asking, arns.slice(from, from + ARNS)));
  return new Map(calls.flatMap((answers) => [...answers]));
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
async function inAccount(aws, account, things) {
  const arns = [...new Set(things.map(({ arn }) => arn))].filter((arn) => arn.length <= LONGEST).toSorted();
  const anywhere = arns.filter((arn) => regionIn(arn) === "");
  const regions = anywhere.length === 0 ? known([]) : await regionsOf(aws, account);
  const everywhere = regions.is === "known" ? regions.value : [];
  const named = /* @__PURE__ */ new Set([...arns.map(regionIn).filter((region) => region !== ""), ...everywhere]);
  const asked = await Promise.all(
    [...named].map(
      (region) => askIn(
        { aws, account, region },
        arns.filter((arn) => regionIn(arn) === region || regionIn(arn) === "" && everywhere.includes(region))
      )
    )
  );
  return things.map(({ target, arn }) => {
    const answers = asked.flatMap((answers2) => answers2.get(arn) ?? []);
    const unasked = regionIn(arn) === "" && regions.is === "unknown" ? [regions] : [];
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
