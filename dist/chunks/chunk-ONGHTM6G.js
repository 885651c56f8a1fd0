import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  foldCase
} from "./chunk-66F3A4I2.js";

// src/core/policy/knowledge.ts
var ACCESS_LEVELS = ["List", "Read", "Write", "Tagging", "Permissions management"];

// src/knowledge/load-resources.ts
function serviceIn(line) {
  const [first = "", second = ""] = line.split("|");
  const templates = first === "" ? [] : first.split(" ");
  const byAction = new Map(
    second.split(" ").map((word) => {
      const [name = "", numbers] = word.split(":");
      const own = (numbers ?? "").split(",").flatMap((number) => number === "" ? [] : templates[Number(number)] ?? []);
      return [foldCase(name), own];
    })
  );
  return { templates, byAction };
}
function resourceKnowledgeOf(snapshot) {
  const lines = new Map(Object.entries(snapshot.services));
  const read = /* @__PURE__ */ new Map();
  const serviceOf = (name) => {
    const line = lines.get(foldCase(name));
    if (line === void 0) return null;
    const service = read.get(name) ?? serviceIn(line);
    read.set(name, service);
    return service;
  };
  const speaksOf = (line, service) => line.slice(0, line.indexOf("|")).includes(`arn:*:${service}:`);
  return {
    asOf: snapshot.asOf,
    templates(action) {
      const [service = "", name = ""] = action.split(":");
      return serviceOf(service)?.byAction.get(foldCase(name)) ?? null;
    },
    servicesOn(service) {
      if (speaksOf(lines.get(service) ?? "|", service)) return [service];
      return [...lines].filter(([, line]) => speaksOf(line, service)).map(([name]) => name);
    },
    templatesOf: (service) => serviceOf(service)?.templates ?? []
  };
}
async function loadResourceKnowledge() {
  const { default: snapshot } = await import("./resources-HNZQDXEU.js");
  return resourceKnowledgeOf(snapshot);
}

// src/knowledge/load.ts
function actionsIn(line) {
  return line.split("; ").flatMap((part) => {
    const level = ACCESS_LEVELS.find((known) => part.startsWith(`${known}: `));
    if (level === void 0) throw new Error(`the snapshot has no access level in ${part.slice(0, 40)}`);
    return part.slice(level.length + 2).split(" ").map((name) => ({ name, level }));
  }).sort((a, b) => a.name < b.name ? -1 : 1);
}
function knowledgeOf(snapshot, resources = null) {
  const services = Object.keys(snapshot.services);
  const lines = new Map(Object.entries(snapshot.services));
  const read = /* @__PURE__ */ new Map();
  return {
    asOf: snapshot.asOf,
    services: () => services,
    actions(service) {
      const line = lines.get(service);
      if (line === void 0) return [];
      const known = read.get(service) ?? actionsIn(line);
      read.set(service, known);
      return known;
    },
    resources
  };
}
async function load(resources) {
  const { default: snapshot } = await import("./authorization-6O3ZI6ZT.js");
  return knowledgeOf(snapshot, resources);
}
var loadKnowledge = () => load(null);
var loadAllKnowledge = async () => load(await loadResourceKnowledge());
var loadKnowledgeFor = (asked) => asked.some(({ permissions }) => permissions.form === "resource") ? loadAllKnowledge() : loadKnowledge();

// src/core/approval/who.ts
var byWho = /* @__PURE__ */ new WeakMap();
function named(who, settings) {
  const inside = [...settings.people.values()].filter(({ out }) => out === null);
  if (who.is === "anyone") return new Set(inside.map(({ handle }) => handle));
  const handles = new Set(
    who.people.map((one) => one.value).filter((handle) => settings.people.get(handle)?.out === null)
  );
  const groups = new Set(who.groups.map((one) => one.value));
  for (const person of inside) if (person.groups.some((group) => groups.has(group))) handles.add(person.handle);
  return handles;
}
function membersOf(who, settings) {
  const known = byWho.get(settings) ?? /* @__PURE__ */ new WeakMap();
  byWho.set(settings, known);
  const members = known.get(who) ?? named(who, settings);
  known.set(who, members);
  return members;
}
var byMembers = /* @__PURE__ */ new WeakMap();
function approversOf(who, settings, beneficiary) {
  const members = membersOf(who, settings);
  const boss = who.is === "some" && who.manager ? settings.people.get(beneficiary)?.manager ?? null : null;
  const manager = boss !== null && settings.people.get(boss)?.out === null ? boss : null;
  const known = byMembers.get(members) ?? /* @__PURE__ */ new Map();
  byMembers.set(members, known);
  const approvers = known.get(manager) ?? [.../* @__PURE__ */ new Set([...members, ...manager === null ? [] : [manager]])].sort();
  known.set(manager, approvers);
  return approvers;
}

export {
  ACCESS_LEVELS,
  membersOf,
  approversOf,
  loadResourceKnowledge,
  loadKnowledge,
  loadAllKnowledge,
  loadKnowledgeFor
};
