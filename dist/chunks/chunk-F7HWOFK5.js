import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  handedOut
} from "./chunk-RYEE6VUW.js";

// src/install/blueprint/names.ts
var ACCOUNT = "{account}";
var PARTITION = "{partition}";
function namesOf(settings, aws) {
  const { groups, policies } = handedOut(aws.handsOut, PARTITION, ACCOUNT);
  return { installation: settings.installation, "handsOut.groups": groups, "handsOut.policies": policies };
}
var one = (text, names) => text.replace(/\{([\w.]+)\}/g, (whole, word) => {
  const value = names[word];
  return typeof value === "string" ? value : whole;
});
var filledTexts = (texts, names) => texts.flatMap((text) => {
  const value = /^\{[\w.]+\}$/.test(text) ? names[text.slice(1, -1)] : void 0;
  return Array.isArray(value) ? value : [one(text, names)];
});
function filled(value, names) {
  if (typeof value === "string") return one(value, names);
  if (Array.isArray(value)) return value.map((entry) => filled(entry, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(entry, names)]));
}

// src/install/blueprint/trust.ts
var HOST = "token.actions.githubusercontent.com";
var AUDIENCE = "sts.amazonaws.com";
var environmentOf = (job) => `daypass-${job}`;
var WORKFLOWS = {
  apply: ["apply.yml"],
  expire: ["expire.yml"],
  inventory: ["inventory.yml", "verify.yml"]
};
function subjects({ repository, repositoryId, ownerId }, job) {
  const [owner = "", name = ""] = repository.split("/");
  const environment = `environment:${environmentOf(job)}`;
  return [`repo:${repository}:${environment}`, `repo:${owner}@${ownerId}/${name}@${repositoryId}:${environment}`];
}
var codeOf = ({ workflows }, job) => workflows === null ? {} : {
  [`${HOST}:job_workflow_ref`]: WORKFLOWS[job].map(
    (file) => `${workflows.repository}/.github/workflows/${file}@${workflows.ref}`
  )
};
var statement = (principal, actions, condition) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: principal, Action: actions, Condition: condition }]
});
var hubTrust = (trust, job) => statement({ Federated: `arn:${PARTITION}:iam::${ACCOUNT}:oidc-provider/${HOST}` }, "sts:AssumeRoleWithWebIdentity", {
  StringEquals: {
    [`${HOST}:aud`]: AUDIENCE,
    [`${HOST}:sub`]: [...subjects(trust, job)],
    [`${HOST}:repository_id`]: String(trust.repositoryId),
    [`${HOST}:repository_owner_id`]: String(trust.ownerId),
    [`${HOST}:ref`]: `refs/heads/${trust.branch}`,
    [`${HOST}:environment`]: environmentOf(job),
    ...codeOf(trust, job)
  }
});
var ENTERING = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];
var accountTrust = (hub, externalId) => statement({ AWS: `arn:${PARTITION}:iam::${hub.split(":")[4] ?? ""}:root` }, [...ENTERING], {
  ArnEquals: { "aws:PrincipalArn": hub },
  StringLike: { "sts:RoleSessionName": "daypass-*" },
  ...externalId === null ? {} : { StringEquals: { "sts:ExternalId": externalId } }
});

export {
  ACCOUNT,
  PARTITION,
  namesOf,
  filledTexts,
  filled,
  HOST,
  AUDIENCE,
  environmentOf,
  hubTrust,
  ENTERING,
  accountTrust
};
