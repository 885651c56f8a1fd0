import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  settingsOnDisk
} from "./chunk-HMQBZRJN.js";
import {
  readSafety
} from "./chunk-7NADLLCG.js";
import {
  originOf
} from "./chunk-3YET7LPS.js";
import "./chunk-ICKVJLI7.js";
import {
  DIRECTORY,
  comeToNothing,
  textOf as textOf2
} from "./chunk-UC7QBOMF.js";
import {
  edgeErrorOf,
  openClients
} from "./chunk-KXVJTGQ5.js";
import {
  countOf,
  fieldsOf,
  githubFrom,
  listOf,
  textOf
} from "./chunk-GWQYVHM3.js";
import "./chunk-UJQ553KK.js";
import {
  eachOf,
  require_dist
} from "./chunk-RYEE6VUW.js";
import "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import "./chunk-SMRKEGFD.js";
import {
  known,
  unknown,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine,
  terminal
} from "./chunk-QC3ZOG66.js";
import {
  __toESM
} from "./chunk-RZGYXAJU.js";

// src/entry/commands/init.ts
import { existsSync as existsSync2 } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname as dirname2, join as join2 } from "node:path";
import { createInterface } from "node:readline/promises";

// src/install/starter/answers.ts
var ACCOUNT = /^\d{12}$/;
var QUESTIONS = {
  repository: {
    flag: "repository",
    says: "GitHub repository that will hold the settings, written owner/name",
    question: "Which GitHub repository will hold the settings?",
    hint: "owner/name",
    wrong: (text) => /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text) ? null : "a repository is written owner/name"
  },
  owners: {
    flag: "owners",
    says: "GitHub logins of those who approve changes of the settings, with commas",
    question: "Who approves changes of the settings? Two or more GitHub logins.",
    hint: "with commas",
    wrong: (text) => text.split(",").every((one) => /^[A-Za-z\d-]{1,39}$/.test(one.trim())) ? null : "logins are letters, digits and dashes, with commas between"
  },
  hub: {
    flag: "hub",
    says: "AWS account in which the jobs of GitHub enter",
    question: "In which AWS account will GitHub’s jobs enter?",
    hint: "twelve digits; an account for tooling rather than the management account",
    wrong: (text) => ACCOUNT.test(text) ? null : "an AWS account has twelve digits"
  },
  region: {
    flag: "region",
    says: "region of AWS, and of Identity Center if there is one",
    question: "In which region (that of Identity Center, if you have it)?",
    hint: "such as eu-west-1",
    wrong: (text) => /^[a-z]{2,8}(-[a-z]+)+-\d{1,2}$/.test(text) ? null : "a region is written like eu-west-1"
  },
  center: {
    flag: "center",
    says: "account from which IAM Identity Center is worked (default: people are IAM users)",
    question: "From which account is IAM Identity Center worked? Empty if people are IAM users.",
    hint: "twelve digits, or empty",
    wrong: (text) => text === "" || ACCOUNT.test(text) ? null : "an AWS account has twelve digits"
  }
};
var QUESTION_NAMES = ["repository", "owners", "hub", "region", "center"];
var answersOf = (given) => ({
  repository: given.repository,
  hub: given.hub,
  region: given.region,
  owners: given.owners.split(",").map((one) => one.trim()),
  center: given.center === "" ? null : given.center
});
var partitionOf = (region) => region.startsWith("us-gov-") ? "aws-us-gov" : region.startsWith("cn-") ? "aws-cn" : "aws";
var PLAIN = /[^a-z0-9]+/g;
var plainName = (text, fallback) => {
  const made = text.toLowerCase().replace(PLAIN, "-").replace(/^-+|-+$/g, "").slice(0, 38).replace(/-+$/, "");
  return made === "" ? fallback : made;
};

// src/edges/aws/ambient.ts
async function keysOf(clients) {
  const found = await clients.sts(null).config.credentials();
  const { accessKeyId, secretAccessKey, sessionToken } = found;
  return { accessKeyId, secretAccessKey, ...sessionToken === void 0 ? {} : { sessionToken } };
}
async function asking(call, ask) {
  try {
    return known(await ask());
  } catch (error) {
    return unknown(edgeErrorOf(call, error));
  }
}
var organisationAccounts = ({
  environment,
  region
}) => asking("organizations:ListAccounts", async () => {
  const clients = await openClients(environment, region);
  const { commands, organizations } = await clients.identityCenter();
  const client = organizations(await keysOf(clients));
  const all = [];
  let next;
  do {
    const page = await client.send(
      new commands.ORGANIZATIONS.ListAccounts(next === void 0 ? {} : { NextToken: next })
    );
    for (const { Id, Name, Status, State } of page.Accounts ?? [])
      if (Id !== void 0 && (State ?? Status) === "ACTIVE") all.push({ id: Id, name: Name ?? Id });
    next = page.NextToken;
  } while (next !== void 0);
  return all.sort((a, b) => a.id < b.id ? -1 : 1);
});
var directoryUsers = ({ environment, region }) => asking("identitystore:ListUsers", async () => {
  const clients = await openClients(environment, region);
  const { commands, sso, store } = await clients.identityCenter();
  const keys = await keysOf(clients);
  const { Instances } = await sso(keys, region).send(new commands.SSO.ListInstances({}));
  const id = Instances?.find(({ IdentityStoreId }) => IdentityStoreId !== void 0)?.IdentityStoreId;
  if (id === void 0) throw new Error(`no Identity Center in ${region}`);
  const client = store(keys, region);
  const all = [];
  let next;
  do {
    const page = await client.send(
      new commands.STORE.ListUsers({
        IdentityStoreId: id,
        MaxResults: 100,
        ...next === void 0 ? {} : { NextToken: next }
      })
    );
    for (const { UserName = "", Emails = [], DisplayName } of page.Users ?? []) {
      const primary = Emails.find(({ Primary }) => Primary === true) ?? Emails[0];
      all.push({ userName: UserName, email: primary?.Value ?? UserName, name: DisplayName ?? "" });
    }
    next = page.NextToken;
  } while (next !== void 0);
  return all.sort((a, b) => a.userName < b.userName ? -1 : 1);
});

// src/edges/disk/shipped.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function home() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "action.yml"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error("the files that come with Daypass are not beside it");
    folder = above;
  }
  return folder;
}
var FOLDERS = [".github/workflows", ".github/ISSUE_TEMPLATE", "schemas"];
var OWN = [".github/workflows/ci.yml", ".github/workflows/release.yml"];
function shippedFiles() {
  const root = home();
  return new Map(
    FOLDERS.flatMap(
      (folder) => readdirSync(join(root, folder)).filter((name) => /\.(ya?ml|json)$/.test(name)).map((name) => `${folder}/${name}`).filter((path) => !OWN.includes(path)).sort().map((path) => [path, readFileSync(join(root, path), "utf8")])
    )
  );
}

// src/edges/github/members.ts
var PAGE = 100;
async function listed({ client }, path) {
  const logins = [];
  for (let page = 1; ; page++) {
    const answer = await client.rest("members", "GET", `${path}?per_page=${PAGE}&page=${page}`);
    if (answer.is === "unknown") return answer;
    const items = listOf(answer.value);
    if (items === null) return unknown({ kind: "garbage", call: "GitHub members", said: "the answer is no list" });
    logins.push(...items.flatMap((one) => textOf(fieldsOf(one)?.["login"]) ?? []));
    if (items.length < PAGE) return known(logins);
  }
}
async function profileOf({ client }, login) {
  const answer = await client.rest("a profile", "GET", `/users/${encodeURIComponent(login)}`);
  if (answer.is === "unknown") return answer;
  const fields = fieldsOf(answer.value);
  const id = countOf(fields?.["id"]);
  const name = textOf(fields?.["login"]);
  if (id === null || name === null)
    return unknown({ kind: "garbage", call: "GitHub a profile", said: `${login} has no id` });
  return known({ id, login: name, name: textOf(fields?.["name"]), email: textOf(fields?.["email"]) });
}
async function memberLogins(where) {
  const members = await listed(where, `/orgs/${encodeURIComponent(where.owner)}/members`);
  const all = members.is === "known" ? members : await listed(where, `/repos/${where.owner}/${where.name}/collaborators`);
  return all.is === "unknown" ? all : known(all.value.filter((login) => !login.endsWith("[bot]")));
}

// src/install/starter/matching.ts
var plain = (text) => text.normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), "").toLowerCase().replace(/[^a-z0-9]/g, "");
var local = (email) => email.split("@")[0] ?? email;
var SIGNS = [
  ({ email }) => email === null ? null : `email ${email.toLowerCase()}`,
  ({ login }) => `word ${plain(login)}`,
  ({ name }) => name === null || plain(name) === "" ? null : `word ${plain(name)}`
];
var signsOf = ({ userName, email, name }) => [
  `email ${email.toLowerCase()}`,
  ...new Set([local(userName), local(email), name].map((text) => `word ${plain(text)}`))
];
function matching(accounts, users) {
  const matched = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const sign of SIGNS) {
    const free = users.filter(({ userName }) => !taken.has(userName));
    const bySign = Map.groupBy(
      free.flatMap((user) => signsOf(user).map((one) => [one, user])),
      ([one]) => one
    );
    const open = accounts.filter(({ id }) => !matched.has(id));
    const wanted = Map.groupBy(open, (account) => sign(account));
    for (const [one, some2] of wanted) {
      const fitting = one === null ? [] : bySign.get(one) ?? [];
      const [account, another] = some2;
      const [pair, second] = fitting;
      if (account === void 0 || another !== void 0 || pair === void 0 || second !== void 0) continue;
      matched.set(account.id, pair[1]);
      taken.add(pair[1].userName);
    }
  }
  return {
    matched: accounts.flatMap((account) => {
      const user = matched.get(account.id);
      return user === void 0 ? [] : [{ account, email: user.email }];
    }),
    accounts: accounts.filter(({ id }) => !matched.has(id)),
    users: users.filter(({ userName }) => !taken.has(userName))
  };
}

// src/install/starter/starter.ts
var import_yaml = __toESM(require_dist(), 1);
function unique(names) {
  const seen = /* @__PURE__ */ new Map();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}
var isOwner = ({ owners }, { login }) => owners.some((owner) => owner.toLowerCase() === login.toLowerCase());
var schema = (path, name) => `# yaml-language-server: $schema=${"../".repeat(path.split("/").length - 1)}schemas/${name}.schema.json
`;
function peopleFile({ answers, people }) {
  const handles = unique(people.map(({ account }) => plainName(account.login, `person-${account.id}`)));
  const entries = people.map(({ account, email }, at) => [
    handles[at] ?? "",
    {
      id: account.id,
      login: account.login,
      email,
      groups: isOwner(answers, account) ? ["engineers", "owners"] : ["engineers"]
    }
  ]);
  const owners = people.flatMap(({ account }, at) => isOwner(answers, account) ? [handles[at] ?? ""] : []);
  return { text: (0, import_yaml.stringify)({ people: Object.fromEntries(entries) }, { lineWidth: 0 }), owners };
}
var daypassFile = ({ answers }, owners) => (0, import_yaml.stringify)({
  version: 1,
  installation: plainName(answers.repository.split("/")[0] ?? "", "daypass"),
  owners: { people: owners, approvals: owners.length > 2 ? 2 : 1 },
  protected: { things: ["OrganizationAccountAccessRole"] }
});
function awsFile({ answers, ids, branch, accounts }) {
  const partition = partitionOf(answers.region);
  const mode = answers.center === null ? "iam-user" : "identity-center";
  const names = unique(accounts.map(({ id, name }) => plainName(name, `account-${id}`)));
  const hub = (job) => `arn:${partition}:iam::${answers.hub}:role/daypass/hub-${job}`;
  return (0, import_yaml.stringify)(
    {
      partition,
      region: answers.region,
      hub: { apply: hub("apply"), expire: hub("expire"), inventory: hub("inventory") },
      externalId: `daypass-${ids.repository}`,
      trust: {
        repository: answers.repository,
        repositoryId: ids.repository,
        ownerId: ids.owner,
        ...branch === "main" ? {} : { branch }
      },
      ...answers.center === null ? {} : { identityCenter: { home: answers.center, region: answers.region } },
      accounts: accounts.map(({ id }, at) => ({ name: names[at] ?? "", id, mode }))
    },
    { lineWidth: 0 }
  );
}
var RULES = `rules:
  # A start that gives nothing away: an owner must approve, nothing escalating, a working day at most. Narrow it per account.
  - name: everything
    who: { groups: [engineers] }
    what: { not: { escalating: true } }
    ways: [{ approvedBy: { groups: [owners] } }]
    limits: { maxDuration: 8h, reason: required }
`;
var BUNDLES = `# What people really ask for, by a name of its own: \`daypass list\` prints it.
bundles: {}
`;
var HOLDS = `# The red button: what is named here must not be held. Adding needs no approval, lifting is a change of settings.
holds: []
`;
function starterFiles(starting) {
  const { directory } = starting;
  const at = (name) => directory === "" ? name : `${directory}/${name}`;
  const { text: people, owners } = peopleFile(starting);
  const files = [
    ["daypass.yaml", "daypass", daypassFile(starting, owners)],
    ["people.yaml", "people", people],
    ["bundles.yaml", "bundles", BUNDLES],
    ["holds.yaml", "holds", HOLDS],
    ["rules/first.yaml", "rules", RULES],
    ["integrations/aws.yaml", "integration-aws", awsFile(starting)]
  ];
  return new Map([
    ...files.map(([name, of, text]) => [at(name), `${schema(at(name), of)}${text}`]),
    [
      ".vscode/settings.json",
      `${JSON.stringify({ "yaml.schemas": { "./schemas/request.schema.json": at("requests/**/*.yaml") } }, null, 2)}
`
    ]
  ]);
}

// src/entry/starting.ts
async function fromGithub({ answers, environment, stage }) {
  const client = githubFrom(environment, environment["GITHUB_TOKEN"] ?? environment["GH_TOKEN"] ?? null);
  if (client === null) {
    const nobody = unknown({ kind: "denied", call: "GitHub", said: "there is no GITHUB_TOKEN to ask with" });
    return { repository: nobody, members: nobody };
  }
  const [owner = "", name = ""] = answers.repository.split("/");
  const where = { client, owner, name };
  stage("Asking GitHub");
  const [repository, logins] = await Promise.all([readSafety(where).repository(), memberLogins(where)]);
  if (logins.is === "unknown") return { repository, members: logins };
  const wanted = [
    ...new Map([...logins.value, ...answers.owners].map((login) => [login.toLowerCase(), login])).values()
  ];
  const read = await eachOf(wanted, (login) => profileOf(where, login));
  const broken = read.find((one) => one.is === "unknown");
  return {
    repository,
    members: broken?.is === "unknown" ? broken : { is: "known", value: read.flatMap((one) => one.is === "known" ? [one.value] : []) }
  };
}
var FEW = 20;
var some = (names) => names.length > FEW ? `${names.slice(0, FEW).join(", ")} and ${names.length - FEW} more` : names.join(", ");
var noreply = ({ id, login }) => `${id}+${login}@users.noreply.github.com`;
function peopleFrom(matched, owners) {
  const isOwner2 = ({ login }) => owners.some((owner) => owner.toLowerCase() === login.toLowerCase());
  const left = matched.accounts.filter((account) => isOwner2(account) && account.email === null);
  const found = [
    ...matched.matched,
    ...matched.accounts.flatMap((account) => account.email === null ? [] : [{ account, email: account.email }]),
    ...left.map((account) => ({ account, email: noreply(account) }))
  ].toSorted((a, b) => a.account.id - b.account.id);
  const lost = matched.accounts.filter((account) => account.email === null && !isOwner2(account));
  return { found, left, lost };
}
async function start(asked) {
  const { answers, directory, environment, stage } = asked;
  const { repository, members } = await fromGithub(asked);
  if (repository.is === "unknown" || members.is === "unknown") {
    const because = repository.is === "unknown" ? repository.because : members.is === "unknown" ? members.because : null;
    return `GitHub must tell the numeric ids of the repository and of its people: ${because === null ? "" : writeEdgeError(because)}. Set GITHUB_TOKEN, e.g. GITHUB_TOKEN=$(gh auth token)`;
  }
  stage("Asking AWS");
  const ambient = { environment, region: answers.region };
  const [accounts, users] = await Promise.all([
    organisationAccounts(ambient),
    answers.center === null ? { is: "known", value: [] } : directoryUsers(ambient)
  ]);
  const matched = matching(members.value, users.is === "known" ? users.value : []);
  const { found, left, lost } = peopleFrom(matched, answers.owners);
  const missing = answers.owners.filter(
    (owner) => !members.value.some(({ login }) => login.toLowerCase() === owner.toLowerCase())
  );
  if (missing.length > 0) return `GitHub knows no ${missing.join(", ")}: owners are GitHub logins.`;
  const { id, ownerId, defaultBranch } = repository.value;
  const own = starterFiles({
    answers,
    ids: { repository: id, owner: ownerId },
    branch: defaultBranch,
    accounts: accounts.is === "known" && accounts.value.length > 0 ? accounts.value : [{ id: answers.hub, name: "first" }],
    people: found,
    directory
  });
  const remarks = [
    ...accounts.is === "known" && accounts.value.length > 0 ? [
      `${accounts.value.length} accounts of the organisation are in integrations/aws.yaml; take out those that nobody may ask for.`
    ] : [
      `The organisation's accounts could not be read, so the hub stands there as an example${accounts.is === "unknown" ? ` (${writeEdgeError(accounts.because)})` : ""}. Run this with credentials of the management account, or list them yourself.`
    ],
    ...users.is === "unknown" ? [`The people of Identity Center could not be read: ${writeEdgeError(users.because)}`] : [],
    `${found.length} people are in people.yaml.`,
    ...left.length === 0 ? [] : [`No e-mail was found for the owners ${some(left.map(({ login }) => login))}: correct theirs.`],
    ...lost.length === 0 ? [] : [`Not matched with anybody of the directory: ${some(lost.map(({ login }) => login))} (GitHub).`],
    ...matched.users.length === 0 ? [] : [`Not matched with a GitHub account: ${some(matched.users.map(({ userName }) => userName))} (directory).`],
    ...answers.owners.length < 3 ? [
      `With ${answers.owners.length} owners one approval must do for the settings; name three, and set \`approvals: 2\`.`
    ] : []
  ];
  return { files: new Map([...shippedFiles(), ...own]), remarks };
}

// src/entry/commands/init.ts
var NEXT = `Next:
  1. daypass validate          # look through config/ first, and narrow rules/first.yaml
  2. daypass setup --out aws   # what to create in AWS; deploy it
  3. commit all of it to the default branch, and write that commit's SHA into \`start\` of apply.yml and expire.yml
  4. make the environments daypass-apply, daypass-expire and daypass-inventory, deployment branches: selected, the default one alone
  5. daypass verify            # is everything there, and no more?
  6. daypass doctor            # how safe is the repository?`;
async function gathered(invocation) {
  const origin = await originOf(process.cwd());
  const usual = {
    repository: origin?.repository ?? "",
    region: "",
    center: ""
  };
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : null;
  const answers = /* @__PURE__ */ new Map();
  try {
    for (const name of QUESTION_NAMES) {
      const { flag, question, hint, wrong } = QUESTIONS[name];
      const given = invocation.values[flag];
      let answer = typeof given === "string" ? given.trim() : lines === null ? usual[name] ?? "" : null;
      while (answer === null || wrong(answer) !== null && lines !== null && typeof given !== "string") {
        if (answer !== null) invocation.terminal.note(`  ${wrong(answer) ?? ""}`);
        const fallback = usual[name] ?? "";
        const typed = (await lines?.question(`${question} (${fallback === "" ? hint : fallback}) `) ?? "").trim();
        answer = typed === "" ? fallback : typed;
      }
      const fault = wrong(answer);
      if (fault !== null) return { wrong: `--${flag}: ${fault}. ${question} (${hint})` };
      answers.set(name, answer);
    }
  } finally {
    lines?.close();
  }
  const of = (name) => answers.get(name) ?? "";
  return {
    repository: of("repository"),
    owners: of("owners"),
    hub: of("hub"),
    region: of("region"),
    center: of("center")
  };
}
var init = {
  tells: "Writes the first files of an installation into this folder: settings that validate, the workflows, the issue form, the schemas for editors. Asks at most five questions, each of which can be a flag. Accounts come from AWS Organizations and people from GitHub and Identity Center, with the credentials at hand (AWS credentials of the management account, GITHUB_TOKEN); whom it could not match it lists. It never overwrites a file.",
  argument: null,
  options: {
    directory: DIRECTORY,
    ...Object.fromEntries(Object.values(QUESTIONS).map(({ flag, says }) => [flag, { type: "string", says }]))
  },
  async run(invocation) {
    const { terminal: terminal2, values, environment } = invocation;
    const directory = textOf2(invocation, "directory", "config");
    const answers = await gathered(invocation);
    if ("wrong" in answers) return comeToNothing(invocation, EXIT.findings, answers.wrong);
    const started = await start({ answers: answersOf(answers), directory, environment, stage: terminal2.stage });
    if (typeof started === "string") return comeToNothing(invocation, EXIT.findings, started);
    const paths = [...started.files.keys()];
    const there = paths.filter((path) => existsSync2(join2(process.cwd(), path)));
    if (there.length > 0)
      return comeToNothing(
        invocation,
        EXIT.findings,
        `Nothing was written: these files are there already, and none is overwritten: ${there.slice(0, 10).join(", ")}${there.length > 10 ? " …" : ""}`
      );
    for (const [path, text] of started.files) {
      await mkdir(dirname2(join2(process.cwd(), path)), { recursive: true });
      await writeFile(join2(process.cwd(), path), text, { flag: "wx" });
    }
    const read = await settingsOnDisk(directory);
    const remarks = [
      ...started.remarks,
      ...typeof read === "string" ? [`What was written does not validate, which is a bug of Daypass: ${read}`] : []
    ];
    if (values["json"] === true) terminal2.out(jsonLine({ files: paths, remarks }));
    else
      terminal2.out(
        [`Wrote ${paths.length} files.`, ...remarks.map((one) => `- ${terminal(one, 1e3)}`), "", NEXT].join("\n")
      );
    return typeof read === "string" ? EXIT.bug : EXIT.done;
  }
};
export {
  init
};
