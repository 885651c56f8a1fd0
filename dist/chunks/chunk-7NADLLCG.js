import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  countOf,
  fieldsOf,
  listOf,
  textOf
} from "./chunk-GWQYVHM3.js";
import {
  known,
  unknown
} from "./chunk-RTN5YXCH.js";

// src/edges/github/safety.ts
var PAGE = 100;
var garbage = (call) => unknown({ kind: "garbage", call: `GitHub ${call}`, said: "the answer is not of the promised shape" });
var approvalsIn = (value, key) => countOf(fieldsOf(value)?.[key]) ?? 0;
var mayBe = (value) => {
  const policy = fieldsOf(value);
  if (policy === null) return "every";
  return policy["protected_branches"] === true ? "protected" : "listed";
};
function readSafety({ client, owner, name }) {
  const below = `/repos/${owner}/${name}`;
  const get = (call, path) => client.rest(call, "GET", path);
  const pages = async (call, path, list) => {
    const all = [];
    for (let page = 1; ; page++) {
      const answer = await get(call, `${path}${path.includes("?") ? "&" : "?"}per_page=${PAGE}&page=${page}`);
      if (answer.is === "unknown") return answer;
      const fields = fieldsOf(answer.value);
      const items = listOf(list === null ? answer.value : fields?.[list]);
      if (items === null) return garbage(call);
      all.push(...items);
      const total = list === null ? null : countOf(fields?.["total_count"]);
      if (items.length === 0 || (total === null ? items.length < PAGE : all.length >= total)) return known(all);
    }
  };
  const branchesOf = async (environment) => {
    const path = `${below}/environments/${encodeURIComponent(environment)}/deployment-branch-policies`;
    const listed = await pages("branches of an environment", path, "branch_policies");
    if (listed.is === "unknown") return listed;
    return known(listed.value.map((one) => textOf(fieldsOf(one)?.["name"]) ?? "?"));
  };
  return {
    async repository() {
      const answer = await get("the repository", below);
      if (answer.is === "unknown") return answer;
      const fields = fieldsOf(answer.value);
      const id = countOf(fields?.["id"]);
      const ownerId = countOf(fieldsOf(fields?.["owner"])?.["id"]);
      const fullName = textOf(fields?.["full_name"]);
      const defaultBranch = textOf(fields?.["default_branch"]);
      if (id === null || ownerId === null || fullName === null || defaultBranch === null)
        return garbage("the repository");
      return known({ id, ownerId, fullName, defaultBranch, visibility: textOf(fields?.["visibility"]) ?? "private" });
    },
    async rules(branch) {
      const call = "rules of a branch";
      const listed = await pages(call, `${below}/rules/branches/${encodeURIComponent(branch)}`, null);
      if (listed.is === "unknown") return listed;
      const rules = listed.value.map(fieldsOf);
      const asks = rules.find((rule) => rule?.["type"] === "pull_request");
      return known({
        types: rules.map((rule) => textOf(rule?.["type"]) ?? "?"),
        approvals: asks == null ? null : approvalsIn(asks["parameters"], "required_approving_review_count"),
        rulesets: [...new Set(rules.flatMap((rule) => countOf(rule?.["ruleset_id"]) ?? []))]
      });
    },
    async bypass(rulesets) {
      const seen = [];
      for (const number of rulesets) {
        const answer = await get("a ruleset", `${below}/rulesets/${number}`);
        if (answer.is === "unknown") return answer;
        const fields = fieldsOf(answer.value);
        const actors = listOf(fields?.["bypass_actors"]);
        const ruleset = textOf(fields?.["name"]) ?? String(number);
        seen.push(
          actors === null ? { is: "hidden", ruleset } : {
            is: "seen",
            ruleset,
            actors: actors.map((one) => {
              const actor = fieldsOf(one);
              return `${textOf(actor?.["actor_type"]) ?? "?"} ${String(actor?.["actor_id"] ?? "")} (${textOf(actor?.["bypass_mode"]) ?? "?"})`;
            })
          }
        );
      }
      return known(seen);
    },
    async protection(branch) {
      const answer = await get("branch protection", `${below}/branches/${encodeURIComponent(branch)}/protection`);
      if (answer.is === "unknown")
        return answer.because.kind === "not-found" && /not protected/i.test(answer.because.said) ? known("none") : answer;
      const fields = fieldsOf(answer.value);
      if (fields === null) return garbage("branch protection");
      const reviews = fields["required_pull_request_reviews"];
      return known({
        approvals: reviews === void 0 ? null : approvalsIn(reviews, "required_approving_review_count"),
        admins: fieldsOf(fields["enforce_admins"])?.["enabled"] === true
      });
    },
    async environments() {
      const listed = await pages("environments", `${below}/environments`, "environments");
      if (listed.is === "unknown") return listed;
      const seen = [];
      for (const one of listed.value.map(fieldsOf)) {
        const environment = textOf(one?.["name"]);
        if (environment === null) return garbage("environments");
        const may = mayBe(one?.["deployment_branch_policy"]);
        const branches = may === "listed" ? await branchesOf(environment) : known(may);
        if (branches.is === "unknown") return branches;
        const rules = (listOf(one?.["protection_rules"]) ?? []).map((rule) => textOf(fieldsOf(rule)?.["type"]));
        seen.push({ name: environment, branches: branches.value, reviewers: rules.includes("required_reviewers") });
      }
      return known(seen);
    },
    async secrets() {
      const listed = await pages("secrets", `${below}/actions/secrets`, "secrets");
      if (listed.is === "unknown") return listed;
      return known(listed.value.map((one) => textOf(fieldsOf(one)?.["name"]) ?? "?"));
    },
    async actions() {
      const [may, workflow] = await Promise.all([
        get("what Actions may", `${below}/actions/permissions`),
        get("what Actions may", `${below}/actions/permissions/workflow`)
      ]);
      if (may.is === "unknown") return may;
      if (workflow.is === "unknown") return workflow;
      const [first, second] = [fieldsOf(may.value), fieldsOf(workflow.value)];
      const token = textOf(second?.["default_workflow_permissions"]);
      if (token === null) return garbage("what Actions may");
      const pinned = first?.["sha_pinning_required"];
      return known({
        pinned: typeof pinned === "boolean" ? pinned : null,
        token,
        approves: second?.["can_approve_pull_request_reviews"] === true
      });
    },
    async workflows() {
      const listed = await pages("workflows", `${below}/actions/workflows`, "workflows");
      if (listed.is === "unknown") return listed;
      return known(
        new Map(
          listed.value.map(fieldsOf).map((one) => [textOf(one?.["path"]) ?? "?", textOf(one?.["state"]) ?? "?"])
        )
      );
    },
    async collaborators() {
      const listed = await pages("collaborators", `${below}/collaborators`, null);
      if (listed.is === "unknown") return listed;
      return known(new Set(listed.value.flatMap((one) => countOf(fieldsOf(one)?.["id"]) ?? [])));
    },
    async login(id) {
      const answer = await get("an account", `/user/${id}`);
      if (answer.is === "unknown") return answer.because.kind === "not-found" ? known(null) : answer;
      const login = textOf(fieldsOf(answer.value)?.["login"]);
      return login === null ? garbage("an account") : known(login);
    }
  };
}

export {
  readSafety
};
