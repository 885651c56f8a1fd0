import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  accountsOf,
  coversIn,
  kindsOf,
  risksOf,
  sharedAccounts
} from "./chunk-GCIT4A5K.js";
import {
  approversOf,
  membersOf
} from "./chunk-ONGHTM6G.js";
import {
  accountMatches,
  namesEscalation
} from "./chunk-MWT5QNRM.js";
import {
  expandActions,
  matchesName,
  neverMatches,
  sortFindings
} from "./chunk-RYEE6VUW.js";
import {
  intersects
} from "./chunk-66F3A4I2.js";
import {
  nearest
} from "./chunk-RTN5YXCH.js";

// src/core/approval/lint-patterns.ts
var meant = (words) => words.length === 0 ? "" : `; did you mean ${words.join(" or ")}?`;
var fault = (message, cure = "correct it or take it out") => ({ message, cure });
function namesFaults(title, patterns, names) {
  const known = [...new Set(names)];
  return patterns.filter((pattern) => neverMatches(pattern) === null && !known.some((name) => matchesName(pattern, name))).map((pattern) => fault(`no account has the ${title} ${pattern.text}${meant(nearest(pattern.text, known))}`));
}
function accountFaults(filter, accounts) {
  const single = [
    ...namesFaults(
      "name",
      filter.account ?? [],
      accounts.map((account) => account.name)
    ),
    ...namesFaults(
      "organisational unit",
      filter.ou ?? [],
      accounts.map((account) => account.ou)
    ),
    ...Object.entries(filter.tags).flatMap(([tag, patterns]) => {
      const written = accounts.flatMap((account) => Object.entries(account.tags));
      const values = written.flatMap(([name, value]) => name === tag ? [value] : []);
      if (values.length > 0) return namesFaults(`tag ${tag} =`, patterns, values);
      const tags = [...new Set(written.map(([name]) => name))];
      return [fault(`no account has the tag ${tag}${meant(nearest(tag, tags))}`)];
    })
  ];
  const impossible = [filter.account ?? [], filter.ou ?? [], ...Object.values(filter.tags)].some(
    (patterns) => patterns.length > 0 && patterns.every((pattern) => neverMatches(pattern) !== null)
  );
  if (impossible || single.length > 0 || accounts.some((account) => accountMatches(filter, { account }))) return single;
  return [fault("no account has everything that it says about accounts")];
}
var IAM_NAME = /[\w+=,.@/:-]/;
var ownerOf = (pattern) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(pattern)?.[1];
function arnFaults(pattern, { settings }) {
  const owner = ownerOf(pattern.text);
  if (owner === void 0 || settings.aws?.accounts.some((account) => account.id === owner)) return [];
  return [fault(`${pattern.text} lies in the account ${owner}, which integrations/aws.yaml does not list`)];
}
function nameFaults(pattern, around) {
  const never = neverMatches(pattern, IAM_NAME);
  return never === null ? arnFaults(pattern, around) : [fault(`${pattern.text} can never match: ${never}`)];
}
function actionFaults(pattern, { knowledge }) {
  if (pattern.is === "expression") return textFaults(pattern);
  const [unmatched] = expandActions([pattern.text], knowledge).unmatched;
  if (unmatched === void 0) return [];
  return [fault(`${pattern.text} means no action of AWS (data of ${knowledge.asOf})${meant(unmatched.meant)}`)];
}
function resourceFaults(pattern, around) {
  const partition = around.settings.aws?.partition ?? "*";
  if (pattern.is === "glob" && !intersects(pattern.text, `arn:${partition}:*`))
    return [fault(`${pattern.text} can never match: resources are ARNs that start with arn:${partition}:`)];
  return [...textFaults(pattern), ...arnFaults(pattern, around)];
}
function textFaults(pattern) {
  const never = neverMatches(pattern);
  return never === null ? [] : [fault(`${pattern.text} can never match: ${never}`)];
}
var BY_FACET = {
  policy: nameFaults,
  role: nameFaults,
  group: nameFaults,
  action: actionFaults,
  resource: resourceFaults
};
function contradictions(filter) {
  if (kindsOf(filter)?.length === 0) return [fault("no item is of all the kinds that it speaks of at once")];
  return risksOf(filter).length === 0 ? [fault("risk and escalating contradict each other")] : [];
}
var patternsOf = (filter) => [
  ...filter.account ?? [],
  ...filter.ou ?? [],
  ...Object.values(filter.tags).flat(),
  ...filter.region ?? [],
  ...Object.values(filter.resourceTags).flat()
];
function filterFaults(filter, around) {
  return [
    ...patternsOf(filter).flatMap(textFaults),
    ...accountFaults(filter, around.settings.aws?.accounts ?? []),
    ...contradictions(filter),
    ...Object.entries(filter.facets).flatMap(
      ([facet, patterns]) => patterns.flatMap((pattern) => (BY_FACET[facet] ?? textFaults)(pattern, around))
    )
  ];
}
var ruleFaults = (rule, around) => [
  ...[rule.what, ...rule.not].flatMap((filter) => filterFaults(filter, around)),
  ...rule.limits.ticket === null || rule.limits.ticket === "required" ? [] : textFaults(rule.limits.ticket)
];

// src/core/approval/lint-people.ts
function mostApprovers(rule, who, settings) {
  const count = (person) => approversOf(who, settings, person).filter((approver) => approver !== person).length;
  return Math.max(0, ...[...membersOf(rule.who, settings)].map(count));
}
var needed = (rule, way) => Math.max(1, way.approvals, rule.limits.approvals ?? 0);
function approvalFindings(rule, way, settings) {
  if (way.is !== "approvedBy" || membersOf(rule.who, settings).size === 0) return [];
  const [most, least] = [mostApprovers(rule, way.who, settings), needed(rule, way)];
  if (most === 0)
    return [
      {
        code: "lint-no-approvers",
        at: way.at,
        message: `nobody may approve by this way of rule ${rule.name}`,
        cure: "name people or groups with somebody in them; nobody approves for themselves"
      }
    ];
  if (most >= least) return [];
  return [
    {
      code: "lint-too-few-approvers",
      at: way.at,
      message: `rule ${rule.name} demands ${least} approvals, and at most ${most} ${most === 1 ? "person" : "people"} may give one`,
      cure: "demand fewer, or let more people approve"
    }
  ];
}
function breakGlassFindings(rule, way, settings) {
  if (way.is !== "breakGlass") return [];
  const users = [...membersOf(way.who, settings)].filter((person) => membersOf(rule.who, settings).has(person));
  const alone2 = users.filter(
    (person) => approversOf(way.reviewedBy, settings, person).every((reviewer) => reviewer === person)
  );
  if (alone2.length === 0) return [];
  return [
    {
      code: "lint-break-glass-unreviewed",
      at: way.at,
      message: `rule ${rule.name} lets ${alone2.sort().join(", ")} break the glass, and nobody else would review it`,
      cure: "name reviewers other than those who break it"
    }
  ];
}
var wayFindings = (rule, settings) => rule.ways.flatMap((way) => [...approvalFindings(rule, way, settings), ...breakGlassFindings(rule, way, settings)]);

// src/core/approval/lints.ts
var FEW = 3;
var some = (names) => names.length > FEW ? `${names.slice(0, FEW).join(", ")} and ${names.length - FEW} more` : names.join(", ");
var neverMatching = (rule, around) => ruleFaults(rule, around).map(({ message, cure }) => ({
  code: "lint-never-matches",
  at: rule.at,
  message: `rule ${rule.name}: ${message}`,
  cure
}));
var ways = (rule, { settings }) => wayFindings(rule, settings);
var isShared = (one, other, settings) => {
  const people = membersOf(other.who, settings);
  return [...membersOf(one.who, settings)].some((person) => people.has(person));
};
var demandsApproval = (rule) => (rule.limits.approvals ?? 0) > 0;
var undercuts = (rule, { settings }) => {
  const auto = rule.ways.find((way) => way.is === "auto");
  if (auto === void 0 || rule.deny !== null || demandsApproval(rule)) return [];
  const others = settings.rules.filter((other) => other.deny === null && !demandsApproval(other)).filter((other) => other.ways.some((way) => way.is === "approvedBy")).filter((other) => isShared(rule, other, settings)).map((other) => ({ other, shared: sharedAccounts(rule, other, settings) })).filter(({ shared }) => shared.length > 0).sort((a, b) => a.other.name < b.other.name ? -1 : 1);
  return others.map(({ other, shared }) => ({
    code: "lint-auto-undercuts",
    at: auto.at,
    message: other === rule ? `rule ${rule.name} asks for approvals that its own auto makes needless` : `auto of rule ${rule.name} makes the approvals of rule ${other.name} needless in ${some(shared.map(({ name }) => name))}`,
    cure: "take what needs approval out with `not`, or set `approvals` in the limits of the stricter rule"
  }));
};
var alone = (rule) => {
  if (rule.deny !== null || !namesEscalation(rule.what) || demandsApproval(rule)) return [];
  return rule.ways.filter((way) => way.is === "auto").map((way) => ({
    code: "lint-self-grant",
    at: way.at,
    message: `rule ${rule.name} lets one person alone give themselves access that can be made lasting`,
    cure: "let somebody approve what is escalating"
  }));
};
var covered = (rule, deny, settings) => {
  const denied = membersOf(deny.who, settings);
  const accounts = accountsOf(rule, settings);
  return deny.not.length === 0 && accounts.length > 0 && [...membersOf(rule.who, settings)].every((person) => denied.has(person)) && accounts.every((account) => coversIn(account, deny.what, rule.what));
};
var dead = (rule, { settings }) => {
  if (rule.deny !== null) return [];
  const deny = settings.rules.filter((other) => other.deny !== null && covered(rule, other, settings)).sort((a, b) => a.name < b.name ? -1 : 1)[0];
  if (deny === void 0) return [];
  return [
    {
      code: "lint-dead-rule",
      at: rule.at,
      message: `rule ${rule.name} never counts: rule ${deny.name} denies all of it`,
      cure: "delete it, or narrow the deny"
    }
  ];
};
var LINTS = [neverMatching, ways, undercuts, alone, dead];
function lintSettings(settings, knowledge) {
  const around = { settings, knowledge };
  return sortFindings(settings.rules.flatMap((rule) => LINTS.flatMap((lint) => lint(rule, around))));
}

export {
  lintSettings
};
