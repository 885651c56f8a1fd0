import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readSafety
} from "./chunk-7NADLLCG.js";
import {
  defaultBranchOf,
  originOf
} from "./chunk-3YET7LPS.js";
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  LEDGER,
  NO_CLONE,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  latenessOf,
  latenessText
} from "./chunk-W7IAHCRU.js";
import {
  checkLines,
  fine,
  isWell,
  note
} from "./chunk-BCRVJKYK.js";
import {
  environmentOf
} from "./chunk-F7HWOFK5.js";
import {
  lintSettings
} from "./chunk-ZGXARGJR.js";
import "./chunk-GCIT4A5K.js";
import {
  LEDGER_BRANCH,
  gitLedger,
  inWorkspace,
  readLedgerCommit,
  unclosedRuns
} from "./chunk-JMK5VHSZ.js";
import {
  githubFrom,
  remoteFrom
} from "./chunk-GWQYVHM3.js";
import "./chunk-UJQ553KK.js";
import {
  loadKnowledge
} from "./chunk-ONGHTM6G.js";
import "./chunk-MWT5QNRM.js";
import {
  several
} from "./chunk-RPDRASIN.js";
import {
  KINDS,
  MODE_NAMES,
  eachOf,
  readSettings,
  require_dist,
  sortFindings
} from "./chunk-RYEE6VUW.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-WZHV26AT.js";
import {
  instantOf,
  writeDuration,
  writeInstant
} from "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import {
  openRepository
} from "./chunk-SMRKEGFD.js";
import {
  id,
  unknown,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine,
  jsonText,
  terminal
} from "./chunk-QC3ZOG66.js";
import {
  __toESM
} from "./chunk-RZGYXAJU.js";

// src/core/report/ledger-text.ts
function checkedOf({ lines, commit, ledger }) {
  const [first, last] = [lines[0], lines.at(-1)];
  return {
    lines: lines.length,
    first: first === void 0 ? null : writeInstant(first.at),
    last: last === void 0 ? null : writeInstant(last.at),
    commit,
    digest: ledger.lastDigest,
    unclosed: unclosedRuns(lines)
  };
}
function ledgerText(read, palette) {
  const { lines, first, last, digest, unclosed } = checkedOf(read);
  if (lines === 0) return palette.warn("There is no record yet.");
  const died = unclosed.slice(0, 10).map((run) => terminal(run, 80));
  return [
    palette.good(`✓ ${several(lines, "line")}, each naming the one before it, from ${first} to ${last}`),
    `  the last one's digest is ${digest}: keep it elsewhere, and a record that was cut short cannot be passed off as whole`,
    ...unclosed.length === 0 ? [palette.good("✓ every run that opened it closed it")] : [palette.warn(`! opened and not closed: ${several(unclosed.length, "run")} (${died.join(", ")})`)]
  ].join("\n");
}
var ledgerJson = (read) => jsonText({ whole: true, ...checkedOf(read) });

// src/install/doctor/branches.ts
var ADMIN = "use a token that may read the administration of the repository (GITHUB_TOKEN=$(gh auth token) as an administrator)";
var unseen = (about, answer) => ({
  state: "unknown",
  about,
  says: `could not check: ${writeEdgeError(answer.because)}`,
  cure: answer.because.kind === "denied" || answer.because.kind === "not-found" ? ADMIN : "run daypass doctor again"
});
function guardOf({ rules, protection }) {
  if (rules.is === "unknown") return null;
  const classic = protection.is === "known" && protection.value !== "none" ? protection.value : null;
  if (rules.value.types.length === 0 && protection.is === "unknown") return null;
  return {
    pull: rules.value.approvals !== null || classic !== null && classic.approvals !== null,
    approvals: Math.max(rules.value.approvals ?? 0, classic?.approvals ?? 0),
    force: rules.value.types.includes("non_fast_forward") || classic !== null
  };
}
function bypassChecks({ branch, bypass, rules, protection }) {
  const about = `who may bypass the rules of ${branch}`;
  const classic = protection.is === "known" && protection.value !== "none" ? protection.value : null;
  const admins = classic !== null && !classic.admins ? [
    {
      state: "danger",
      about,
      says: "branch protection does not bind administrators",
      cure: 'switch on "Do not allow bypassing the above settings"'
    }
  ] : [];
  if (rules.is === "unknown" || rules.value.rulesets.length === 0) return admins;
  if (bypass.is === "unknown") return [...admins, unseen(about, bypass)];
  const hidden = bypass.value.filter((one) => one.is === "hidden").map(({ ruleset }) => ruleset);
  const actors = bypass.value.flatMap(
    (one) => one.is === "seen" ? one.actors.map((actor) => `${actor} in ${one.ruleset}`) : []
  );
  return [
    ...admins,
    ...hidden.length === 0 ? [] : [
      {
        state: "unknown",
        about,
        says: `could not check: GitHub shows it to administrators alone (${hidden.join(", ")})`,
        cure: ADMIN
      }
    ],
    ...actors.length > 0 ? [
      {
        state: "danger",
        about,
        says: `${actors.join("; ")}: what they push is not reviewed`,
        cure: "remove them from the bypass list; `exempt` leaves no trace at all"
      }
    ] : hidden.length === 0 ? [fine(about, "nobody")] : []
  ];
}
function mainChecks(facts) {
  const about = `branch ${facts.branch}`;
  if (facts.rules.is === "unknown") return [unseen(about, facts.rules)];
  const guard = guardOf(facts);
  if (guard === null) return facts.protection.is === "unknown" ? [unseen(about, facts.protection)] : [];
  const cure = "add a ruleset for the default branch: require a pull request with an approval, block force pushes and deletion";
  return [
    guard.pull ? guard.approvals > 0 ? fine(about, `takes pull requests only, with ${guard.approvals} approval${guard.approvals === 1 ? "" : "s"}`) : { state: "differs", about, says: "takes pull requests only, and demands no approval", cure } : { state: "danger", about, says: "whoever may write can push to it", cure },
    guard.force ? fine(`${about}: force pushes`, "blocked") : { state: "danger", about: `${about}: force pushes`, says: "its history can be rewritten", cure },
    ...bypassChecks(facts)
  ];
}
function ledgerBranchChecks(facts) {
  const about = `branch ${facts.branch}`;
  if (facts.rules.is === "unknown") return [unseen(about, facts.rules)];
  const guard = guardOf(facts);
  if (guard === null) return facts.protection.is === "unknown" ? [unseen(about, facts.protection)] : [];
  return [
    guard.force ? note(about, "force pushes are blocked") : {
      state: "differs",
      about,
      says: "the record can be rewritten by whoever may write",
      cure: "block force pushes and deletion by a ruleset; the jobs only ever add to it"
    }
  ];
}

// src/install/doctor/minutes.ts
var DAYS = 30;
function ticksOf(cron) {
  const [minutes = "*", hours = "*", , , days = "*"] = cron.split(" ");
  const count = (field, all) => {
    const every = /^\*\/(\d+)$/.exec(field)?.[1];
    if (every !== void 0) return Math.ceil(all / Number(every));
    return field === "*" ? all : field.split(",").length;
  };
  return count(minutes, 60) * count(hours, 24) * (days === "*" ? DAYS : DAYS / 7 * count(days, 7));
}
var minutesOf = (files) => files.filter(({ crons }) => crons.length > 0).map(({ path, crons }) => ({ path, minutes: Math.round(crons.reduce((sum, cron) => sum + ticksOf(cron), 0)) }));

// src/install/doctor/actions.ts
var JOBS = ["apply", "expire", "inventory"];
function environmentChecks({ environments, main }) {
  if (environments.is === "unknown") return [unseen("environments", environments)];
  return JOBS.map((job) => {
    const name = environmentOf(job);
    const about = `environment ${name}`;
    const found = environments.value.find((one) => one.name === name);
    const cure = `Settings → Environments → ${name} → Deployment branches: selected, ${main.branch} alone`;
    if (found === void 0) return { state: "missing", about, says: "is not there", cure };
    if (found.branches === "every") return { state: "danger", about, says: "every branch may deploy to it", cure };
    if (found.branches === "protected")
      return { state: "danger", about, says: "every branch may deploy to it as soon as no branch is protected", cure };
    const others = found.branches.filter((branch) => branch !== main.branch);
    if (others.length > 0 || found.branches.length === 0)
      return {
        state: "danger",
        about,
        says: `branches that may deploy to it: ${found.branches.join(", ") || "none"}`,
        cure
      };
    if (found.reviewers && job === "expire")
      return {
        state: "danger",
        about,
        says: "somebody must press a button for access to be taken away",
        cure: "remove its required reviewers"
      };
    return fine(about, `selected: ${main.branch} alone`);
  });
}
function secretChecks({ secrets }) {
  const about = "secrets of the repository";
  if (secrets.is === "unknown") return [unseen(about, secrets)];
  if (secrets.value.length === 0) return [fine(about, "none: cloud rights come by token, for some minutes")];
  return [
    {
      state: "danger",
      about,
      says: `${secrets.value.join(", ")}: every workflow on every branch can read them`,
      cure: "move them into an environment with selected branches, or into AWS Secrets Manager; Daypass needs none"
    }
  ];
}
function actionsChecks({ actions, settings }) {
  if (actions.is === "unknown") return [unseen("what Actions may", actions)];
  const { pinned, token, approves } = actions.value;
  return [
    token === "read" ? fine("token of workflows", "reads unless a job says otherwise") : {
      state: "differs",
      about: "token of workflows",
      says: "writes unless a job says otherwise",
      cure: "Settings → Actions → General → Workflow permissions: read"
    },
    pinned === true ? fine("actions by full SHA", "demanded by GitHub") : {
      state: "differs",
      about: "actions by full SHA",
      says: "not demanded by GitHub",
      cure: "Settings → Actions → General → require actions to be pinned to a full-length commit SHA"
    },
    ...approves && settings.formBot === null ? [
      {
        state: "differs",
        about: "pull requests by Actions",
        says: "Actions may open and approve pull requests, which nothing here needs",
        cure: "Settings → Actions → General: switch it off, or name the bot under `forms`"
      }
    ] : !approves && settings.formBot !== null ? [
      {
        state: "missing",
        about: "pull requests by Actions",
        says: "forms and /extend cannot open pull requests",
        cure: "Settings → Actions → General: let Actions create pull requests (no approval of theirs ever counts)"
      }
    ] : [
      fine(
        "pull requests by Actions",
        approves ? "allowed, as forms need it; their approvals never count" : "not allowed"
      )
    ]
  ];
}
var PINNED = /@[0-9a-f]{40}$/;
var isLocal = (uses) => uses.startsWith("./");
function workflowChecks({ path, jobs }) {
  const moving = jobs.flatMap(({ uses }) => uses).filter((one) => !PINNED.test(one) && !isLocal(one));
  const open = jobs.filter(
    ({ idToken, environment, uses }) => idToken && environment === null && uses.length > 0 && !uses.some((one) => one.includes("/.github/workflows/"))
  );
  return [
    ...moving.length === 0 ? [] : [
      {
        state: "danger",
        about: path,
        says: `uses what can be moved: ${[...new Set(moving)].join(", ")}`,
        cure: "pin it by its full commit SHA"
      }
    ],
    ...open.map(
      ({ name }) => ({
        state: "danger",
        about: path,
        says: `the job ${name} has an id-token and no environment`,
        cure: "name the environment that the cloud role trusts"
      })
    )
  ];
}
var runs = (files, command) => files.flatMap(({ jobs }) => jobs).filter(
  (job) => job.command === command || job.uses.some((one) => one.includes(`/.github/workflows/${command}.yml@`))
);
function startChecks(files) {
  return ["apply", "expire"].flatMap((command) => {
    const jobs = runs(files, command);
    const about = `start of the settings in ${command}`;
    if (jobs.length === 0)
      return [
        {
          state: "missing",
          about: `workflow ${command}`,
          says: "no workflow runs it",
          cure: `copy .github/workflows/${command}.yml, or write it with daypass init`
        }
      ];
    return jobs.every(({ start }) => /[0-9a-f]{40}/.test(start ?? "")) ? [fine(about, "pinned")] : [
      {
        state: "differs",
        about,
        says: "not pinned to a commit",
        cure: "write the full SHA of the commit that landed your first settings into `start`"
      }
    ];
  });
}
function workflowFileChecks({
  workflowFiles: workflowFiles2,
  workflows
}) {
  const faults = workflowFiles2.flatMap(workflowChecks);
  const schedules = minutesOf(workflowFiles2);
  const sum = schedules.reduce((total, { minutes }) => total + minutes, 0);
  const asleep = workflows.is === "unknown" ? [] : [...workflows.value].filter(([, state]) => state !== "active");
  return [
    ...faults.length > 0 ? faults : [fine("workflows", `${workflowFiles2.length} files; all they use is pinned`)],
    ...startChecks(workflowFiles2),
    ...workflows.is === "unknown" ? [unseen("schedules", workflows)] : asleep.length > 0 ? asleep.map(
      ([path, state]) => ({
        state: "danger",
        about: `schedule of ${path}`,
        says: state === "disabled_inactivity" ? "GitHub switched it off: sixty days without a commit" : `is switched off (${state})`,
        cure: `gh workflow enable ${path.slice(path.lastIndexOf("/") + 1)}`
      })
    ) : [fine("schedules", "all workflows are active")],
    note(
      "minutes",
      `${sum} Actions minutes a month with nothing to do (${schedules.map(({ path, minutes }) => `${path.slice(path.lastIndexOf("/") + 1)} ${minutes}`).join(", ") || "no schedule"})`
    )
  ];
}
function hardened({ aws }, files) {
  const locked = aws?.trust?.workflows;
  if (locked == null) return false;
  const prefix = `${locked.repository}/.github/workflows/`;
  const withToken = files.flatMap(({ jobs }) => jobs).filter(({ idToken }) => idToken);
  return withToken.length > 0 && withToken.every(({ uses }) => uses.some((one) => one.startsWith(prefix)));
}

// src/install/doctor/people.ts
function accountChecks({ settings, logins }) {
  const people = [...settings.people.values()];
  const unread = [...logins.values()].find((answer) => answer.is === "unknown");
  const faults = people.flatMap(({ handle, githubId, login }) => {
    const answer = logins.get(githubId);
    const about = `GitHub account of ${handle}`;
    if (answer?.is !== "known") return [];
    if (answer.value === null)
      return [
        {
          state: "danger",
          about,
          says: `there is no account with the id ${githubId} any more`,
          cure: "remove the person, or correct the id in people.yaml"
        }
      ];
    return answer.value.toLowerCase() === login.toLowerCase() ? [] : [
      {
        state: "differs",
        about,
        says: `the id ${githubId} is called ${answer.value} today, not ${login}`,
        cure: "correct the login in people.yaml: the id is what counts"
      }
    ];
  });
  if (unread?.is === "unknown") return [...faults, unseen("GitHub accounts", unread)];
  return faults.length > 0 ? faults : [fine("GitHub accounts", `all ${people.length} ids have the logins of people.yaml`)];
}
var named = (who, people) => who.is === "anyone" ? people : people.filter(
  ({ handle, groups }) => who.people.some(({ value }) => value === handle) || who.groups.some(({ value }) => groups.includes(value))
);
var approvers = (rule, people) => rule.ways.flatMap(
  (way) => way.is === "approvedBy" ? named(way.who, people) : way.is === "breakGlass" ? named(way.reviewedBy, people) : []
);
function deciding({ people, rules, owners }) {
  const all = [...people.values()];
  const wanted = /* @__PURE__ */ new Set([
    ...rules.flatMap((rule) => approvers(rule, all)).map(({ handle }) => handle),
    ...owners.people.map(({ value }) => value)
  ]);
  return all.filter(({ handle }) => wanted.has(handle));
}
function leftChecks({ settings, collaborators, repository }) {
  if (collaborators.is === "unknown") return [unseen("approvers who left", collaborators)];
  if (repository.is === "known" && repository.value.visibility === "public") return [];
  const left = deciding(settings).filter(({ githubId }) => !collaborators.value.has(githubId));
  if (left.length === 0)
    return [fine("approvers who left", "nobody: all owners and approvers have access to the repository")];
  return [
    {
      state: "differs",
      about: "approvers who left",
      says: `${left.map(({ handle }) => handle).join(", ")}: no access to the repository`,
      cure: "take them out of people.yaml, groups and owners, or let them in"
    }
  ];
}
var peopleChecks = (facts) => [...accountChecks(facts), ...leftChecks(facts)];
function ruleChecks({ findings, settings }) {
  const checks = findings.map(
    ({ code, at, message, cure }) => ({
      state: /self|alone|unreviewed|undercuts/.test(code) ? "danger" : "differs",
      about: `${at.file}:${at.line}`,
      says: message,
      cure
    })
  );
  const one = settings.owners.approvals < 2 ? [
    {
      state: "danger",
      about: "owners",
      says: "one owner can change the settings alone",
      cure: "demand two approvals under `owners`"
    }
  ] : [
    fine(
      "owners",
      `${settings.owners.approvals} of ${settings.owners.people.length} must approve a change of settings`
    )
  ];
  return [
    ...checks.length === 0 ? [fine("rules", `${settings.rules.length} rules, and nothing against them`)] : checks,
    ...one
  ];
}

// src/install/doctor/record.ts
var SILENT = 86400;
var since = (now, then) => now - then;
function recordChecks({ ledger, now }) {
  const about = "record";
  if (ledger.is === "unknown") {
    if (ledger.because.kind === "garbage")
      return [
        {
          state: "danger",
          about,
          says: `IT IS NOT WHOLE: ${ledger.because.said}`,
          cure: "nothing is given until it is; look who wrote to its branch, and put the last whole commit back"
        }
      ];
    if (ledger.because.kind === "not-found") return [note(about, ledger.because.said)];
    return [unseen(about, ledger)];
  }
  const { lines, ledger: told } = ledger.value;
  const last = lines.at(-1);
  const late = latenessOf(told, now);
  const spoken = latenessText(late);
  return [
    fine(about, `${lines.length} lines, each names the one before it`),
    ...spoken === null ? [] : [note("ends", spoken)],
    ...late.overdue.length === 0 ? [] : [
      {
        state: "danger",
        about: "ends",
        says: `${late.overdue.length} stand long past their end`,
        cure: "look at the last runs of expire; start it by hand: gh workflow run expire.yml"
      }
    ],
    ...last !== void 0 && told.granted.size > 0 && since(now, last.at) > SILENT && late.overdue.length > 0 ? [
      {
        state: "danger",
        about: "runs",
        says: `nothing was recorded for ${writeDuration(since(now, last.at))}`,
        cure: "look whether the schedules run"
      }
    ] : []
  ];
}

// src/install/doctor/theft.ts
var counted = (aws, mode) => aws.accounts.filter((one) => one.mode === mode).length;
var accounts = (count) => `${count} account${count === 1 ? "" : "s"}`;
var SESSION = "a session of at most an hour, in the memory of one job";
function applying(aws) {
  const { groups, policies } = aws.handsOut;
  const users = counted(aws, "iam-user");
  const center = counted(aws, "identity-center");
  const federated = counted(aws, "okta-saml");
  const parts = [
    ...users === 0 ? [] : [
      `in ${accounts(users)}, an IAM user who is there already gets a policy of any content${groups.length === 0 ? "" : `, or comes into a group (${groups.join(", ")})`}${policies.length === 0 ? "" : `, or gets ${policies.join(", ")} without an end`}`
    ],
    ...center === 0 ? [] : [
      `somebody of the directory gets a permission set of any content in any account of the organisation${aws.identityCenter?.managementAccount === "refused" ? " but the home account, where it is denied" : ""}`
    ],
    ...federated === 0 ? [] : [
      `in ${accounts(federated)}, a role of the pool gets a policy of any content; who may enter by it is Okta's to say`
    ]
  ];
  return parts.length === 0 ? "nothing: no account is given access to" : parts.join("; ");
}
function takingAway(aws) {
  const users = counted(aws, "iam-user") > 0 ? "IAM users lose policies and groups" : "";
  const center = counted(aws, "identity-center") > 0 ? "people lose assignments of Identity Center" : "";
  const federated = counted(aws, "okta-saml") > 0 ? "roles of the pool are emptied" : "";
  return `${[users, center, federated].filter((one) => one !== "").join("; ")}: work stops, nobody gains anything`;
}
var CLOUD = "the boundary: no new users, keys, passwords or roles, no change of itself; CloudTrail names the run in the session";
var okta = ({ okta: integration }) => integration === null ? [] : [
  {
    credential: `the key to ${integration.host}`,
    lives: integration.credential.in === "secret" ? "in AWS Secrets Manager until it is rotated; in the memory of each job that fetches it" : "among the secrets of the jobs’ environments until it is rotated",
    worst: `anybody is added to, or taken out of, any group that the administrator role of the service app reaches${integration.federation.length === 0 ? "" : ", or let into AWS by any role that an app of the settings offers"}; with an API token, whatever its maker may do`,
    limited: "the administrator role: name the groups that may be handed out, and none that make administrators"
  }
];
function thefts(settings, tier) {
  const { aws } = settings;
  const reach = tier === "hardened" ? "changed workflows here get no cloud rights: AWS asks for those of the locked repository" : "whoever can merge a changed workflow has the cloud rights of its job";
  const cloud = aws === null ? [] : [
    { credential: aws.hub.apply ?? "credentials of apply", lives: SESSION, worst: applying(aws), limited: CLOUD },
    {
      credential: aws.hub.expire ?? "credentials of expire",
      lives: SESSION,
      worst: takingAway(aws),
      limited: "its policy has no operation that gives"
    },
    {
      credential: aws.hub.inventory ?? "credentials of inventory",
      lives: SESSION,
      worst: "the IAM of every account is read: names, policies, who holds what",
      limited: "its policy only reads"
    }
  ];
  return [
    ...cloud,
    ...okta(settings),
    {
      credential: "GitHub token of the jobs apply and expire",
      lives: "until the job ends",
      worst: "the record is rewritten, comments and issues are forged; a forged record gives nothing, and the chain shows it",
      limited: "no rights in the cloud come from it"
    },
    {
      credential: "GitHub token of the job merge",
      lives: "until the job ends",
      worst: "a pull request is merged that nobody approved: it is not proved, and so gives nothing",
      limited: reach
    },
    {
      credential: "GitHub account of a requester",
      lives: "until it is locked",
      worst: "asks in that name for what that person may ask for",
      limited: "somebody else must approve, but for what rules give without approval"
    },
    {
      credential: "GitHub account of an approver",
      lives: "until it is locked",
      worst: "approves what others ask for under the rules that name that person",
      limited: "never for themselves; whoever asks must be somebody else"
    },
    {
      credential: "GitHub account of an owner",
      lives: "until it is locked",
      worst: settings.owners.approvals > 1 ? `one of ${settings.owners.approvals} approvals that change the settings` : "changes the settings alone",
      limited: reach
    }
  ];
}

// src/install/doctor/tier.ts
var SAYS = {
  none: "Somebody who may write to the repository could come by cloud rights without anybody’s approval.",
  basic: "Cloud rights come only to jobs of the default branch, which takes reviewed changes only. Whoever may bypass that review could change the workflows.",
  hardened: "Cloud rights come only to workflows of a separate, locked repository: not even a push to the default branch here reaches them."
};
var said = ({ about, says }) => `${about}: ${says}`;
function tierOf(guards, locked) {
  const open = guards.filter(({ state }) => state === "danger" || state === "missing" || state === "unknown");
  if (locked) {
    const environments = open.filter(({ about }) => about.startsWith("environment"));
    return { tier: "hardened", says: SAYS.hardened, next: environments.map(said) };
  }
  if (open.length > 0) return { tier: "none", says: SAYS.none, next: open.map(said) };
  const next = "put the workflows into a repository that only owners can push to, and name it under `trust.workflows`";
  return { tier: "basic", says: SAYS.basic, next: [next] };
}

// src/install/doctor/diagnosis.ts
function trustChecks({ settings, repository, main }) {
  const trust = settings.aws?.trust;
  const about = "trust in integrations/aws.yaml";
  if (trust == null) return [];
  if (repository.is === "unknown") return [unseen(about, repository)];
  const { id: id2, ownerId, fullName } = repository.value;
  const wrong = [
    ...trust.repositoryId === id2 ? [] : [`repositoryId is ${trust.repositoryId}, GitHub says ${id2}`],
    ...trust.ownerId === ownerId ? [] : [`ownerId is ${trust.ownerId}, GitHub says ${ownerId}`],
    ...trust.repository.toLowerCase() === fullName.toLowerCase() ? [] : [`repository is ${trust.repository}, GitHub says ${fullName}`],
    ...trust.branch === main.branch ? [] : [`branch is ${trust.branch}, the default one is ${main.branch}`]
  ];
  return wrong.length === 0 ? [{ state: "fine", about, says: "means this repository", cure: null }] : [{ state: "danger", about, says: wrong.join("; "), cure: "correct it, and deploy what `daypass setup` prints" }];
}
function diagnose(facts) {
  const main = mainChecks(facts.main);
  const environments = environmentChecks(facts);
  const tier = tierOf([...main, ...environments], hardened(facts.settings, facts.workflowFiles));
  return {
    parts: [
      { title: "Branches", checks: [...main, ...ledgerBranchChecks(facts.ledgerBranch)] },
      { title: "Cloud rights", checks: [...trustChecks(facts), ...environments, ...secretChecks(facts)] },
      { title: "Workflows", checks: [...actionsChecks(facts), ...workflowFileChecks(facts)] },
      { title: "People and rules", checks: [...peopleChecks(facts), ...ruleChecks(facts)] },
      { title: "Record", checks: recordChecks(facts) }
    ],
    tier,
    thefts: thefts(facts.settings, tier.tier)
  };
}
var isHealthy = ({ parts }) => parts.every(({ checks }) => checks.every(isWell));

// src/install/doctor/text.ts
var TIER = { none: "NO TIER", basic: "basic tier", hardened: "hardened tier" };
function doctorText({ parts, tier, thefts: thefts2 }, palette) {
  const tone = tier.tier === "none" ? palette.bad : palette.good;
  return [
    ...parts.flatMap(({ title, checks }) => [
      palette.strong(title),
      ...checks.flatMap((check) => checkLines(check, palette)),
      ""
    ]),
    palette.strong("What the theft of each credential allows at worst"),
    ...thefts2.flatMap(({ credential, lives, worst, limited }) => [
      `  ${terminal(credential)}`,
      `      ${palette.faint(`${terminal(lives)}; limited by ${terminal(limited, 500)}`)}`,
      `      ${terminal(worst, 800)}`
    ]),
    "",
    `${palette.strong("Reached:")} ${tone(TIER[tier.tier])}. ${tier.says}`,
    ...tier.next.map((one) => `      → ${terminal(one, 500)}`)
  ].join("\n");
}

// src/install/doctor/workflow-file.ts
var import_yaml = __toESM(require_dist(), 1);
var fields = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
var list = (value) => Array.isArray(value) ? value : [];
var text = (value) => typeof value === "string" ? value : null;
function jobOf(name, job) {
  const steps = list(job["steps"]).map(fields);
  const given = [...steps.map((step) => fields(step["with"])), fields(job["with"])];
  const environment = job["environment"];
  return {
    name,
    uses: [job["uses"], ...steps.map(({ uses }) => uses)].flatMap((one) => text(one) ?? []),
    environment: text(environment) ?? text(fields(environment)["name"]),
    idToken: fields(job["permissions"])["id-token"] === "write" || job["permissions"] === "write-all",
    command: given.map((one) => text(one["command"])).find((command) => command !== null) ?? null,
    start: given.map((one) => text(one["start"])).find((start) => start !== null) ?? null
  };
}
function readWorkflow(path, source) {
  let whole;
  try {
    whole = (0, import_yaml.parse)(source);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  const workflow = fields(whole);
  const schedule = list(fields(workflow["on"])["schedule"]);
  return {
    path,
    crons: schedule.flatMap((one) => text(fields(one)["cron"]) ?? []),
    jobs: Object.entries(fields(workflow["jobs"])).map(([name, job]) => jobOf(name, fields(job)))
  };
}

// src/entry/ledger-reading.ts
import { join } from "node:path";
function readLedger(environment, branch) {
  const remote = remoteFrom(environment, environment["GITHUB_TOKEN"] ?? null);
  if (remote !== null)
    return inWorkspace(
      environment,
      (folder) => gitLedger({ remote, branch, directory: join(folder, "ledger.git") }).read()
    );
  return local(branch);
}
async function local(branch) {
  const fetched = await openRepository(process.cwd(), `refs/remotes/origin/${branch}`);
  const own = fetched.is === "known" ? fetched : await openRepository(process.cwd(), `refs/heads/${branch}`);
  if (own.is === "unknown") {
    const said2 = `this clone has no branch ${branch}: before the first run there is none, after it: git fetch origin ${branch}`;
    return own.because.kind === "not-found" ? unknown({ ...own.because, said: said2 }) : own;
  }
  return readLedgerCommit(id(own.value.head), { directory: own.value.directory });
}

// src/entry/examining.ts
var WORKFLOWS = ".github/workflows";
function silent(said2) {
  const nobody = async () => unknown({ kind: "denied", call: "GitHub", said: said2 });
  return {
    repository: nobody,
    rules: nobody,
    bypass: nobody,
    protection: nobody,
    environments: nobody,
    secrets: nobody,
    actions: nobody,
    workflows: nobody,
    collaborators: nobody,
    login: nobody
  };
}
async function safetyOf({ environment }) {
  const token = environment["GITHUB_TOKEN"] ?? environment["GH_TOKEN"] ?? null;
  const client = githubFrom(environment, token);
  const repository = environment["GITHUB_REPOSITORY"] ?? (await originOf(process.cwd()))?.repository;
  const [owner, name] = (repository ?? "").split("/");
  if (client === null) return silent("there is no GITHUB_TOKEN to ask with");
  if (owner === void 0 || name === void 0 || owner === "" || name === "")
    return silent("neither GITHUB_REPOSITORY nor the remote origin names a repository");
  return readSafety({ client, owner, name });
}
async function branchFacts(safety, branch) {
  const [rules, protection] = await Promise.all([safety.rules(branch), safety.protection(branch)]);
  const bypass = rules.is === "unknown" ? rules : await safety.bypass(rules.value.rulesets);
  return { branch, rules, bypass, protection };
}
async function workflowFiles() {
  const files = await documentsOnDisk(process.cwd(), WORKFLOWS);
  if (files.is === "unknown") return [];
  return files.value.flatMap(
    ({ path, text: text2 }) => text2 === null || !/\.ya?ml$/.test(path) ? [] : readWorkflow(path, text2) ?? []
  );
}
async function examine(asked) {
  const { directory, environment, ledgerBranch, stage } = asked;
  stage(`Reading ${directory}`);
  const files = await documentsOnDisk(process.cwd(), directory);
  if (files.is === "unknown") return writeEdgeError(files.because);
  const { settings, findings } = readSettings(files.value, directory, KINDS, MODE_NAMES);
  if (settings === null) return "The settings are broken: daypass validate tells where.";
  const safety = await safetyOf(asked);
  stage("Asking GitHub");
  const repository = await safety.repository();
  const branch = repository.is === "known" ? repository.value.defaultBranch : await defaultBranchOf(process.cwd());
  const [main, record, environments, secrets, actions, workflows, collaborators, ledger] = await Promise.all([
    branchFacts(safety, branch),
    branchFacts(safety, ledgerBranch),
    safety.environments(),
    safety.secrets(),
    safety.actions(),
    safety.workflows(),
    safety.collaborators(),
    readLedger(environment, ledgerBranch)
  ]);
  const ids = [...new Set([...settings.people.values()].map(({ githubId }) => githubId))];
  let done = 0;
  const logins = await eachOf(ids, async (id2) => {
    const login = await safety.login(id2);
    stage(`Asking GitHub: ${++done} of ${ids.length} people`);
    return [id2, login];
  });
  return {
    settings,
    findings: sortFindings([...findings, ...lintSettings(settings, await loadKnowledge())]),
    workflowFiles: await workflowFiles(),
    repository,
    main,
    ledgerBranch: record,
    environments,
    secrets,
    actions,
    workflows,
    collaborators,
    logins: new Map(logins),
    ledger,
    now: instantOf(Date.now() / 1e3)
  };
}

// src/entry/commands/doctor.ts
async function recordOnly(invocation, branch) {
  const { terminal: terminal2, values, environment } = invocation;
  const checked = await readLedger(environment, branch);
  if (checked.is === "unknown") {
    const broken = checked.because.kind === "garbage";
    const says = broken ? "THE RECORD IS NOT WHOLE" : "The record could not be read";
    return comeToNothing(
      invocation,
      broken ? EXIT.blocked : EXIT.failed,
      `${says}: ${writeEdgeError(checked.because)}`,
      ...broken ? [] : [NO_CLONE]
    );
  }
  terminal2.out(
    values["json"] === true ? ledgerJson(checked.value).trimEnd() : ledgerText(checked.value, paletteFor(terminal2))
  );
  return EXIT.done;
}
function exitOf(checks) {
  const states = new Set(checks.filter((check) => !isWell(check)).map(({ state }) => state));
  if (states.size === 0) return EXIT.done;
  return states.size === 1 && states.has("unknown") ? EXIT.failed : EXIT.findings;
}
var doctor = {
  tells: "Looks at everything that the safety of an installation rests on: rules of the branches and who may bypass them, environments, secrets, what Actions may, workflows and their schedules, people and rules, the record; says which tier it reaches, and what the theft of each credential allows at worst. Reads this folder and asks GitHub (GITHUB_TOKEN; one of an administrator sees everything). With --ledger it reads the record alone. It changes nothing.",
  argument: null,
  options: {
    directory: DIRECTORY,
    ledger: { type: "boolean", says: "check the record alone" },
    "ledger-branch": LEDGER
  },
  async run(invocation) {
    const { terminal: terminal2, values, environment } = invocation;
    const branch = textOf(invocation, "ledger-branch", LEDGER_BRANCH);
    if (values["ledger"] === true) return recordOnly(invocation, branch);
    const facts = await examine({
      directory: textOf(invocation, "directory", "config"),
      ledgerBranch: branch,
      environment,
      stage: terminal2.stage
    });
    if (typeof facts === "string") return comeToNothing(invocation, EXIT.findings, facts);
    const diagnosis = diagnose(facts);
    const exit = exitOf(diagnosis.parts.flatMap(({ checks }) => checks));
    if (values["json"] === true) terminal2.out(jsonLine({ exit, healthy: isHealthy(diagnosis), ...diagnosis }));
    else terminal2.out(doctorText(diagnosis, paletteFor(terminal2)));
    return exit;
  }
};
export {
  doctor
};
