import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  id
} from "./chunk-RTN5YXCH.js";

// src/core/model/directory.ts
var plainEmail = (email) => email.trim().toLowerCase();

// src/core/documents/with-directory.ts
var HANDLE = /^[a-z0-9][a-z0-9-]{0,38}$/;
function handleOf(email) {
  const text = email.replace(/@.*/s, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return HANDLE.test(text) ? id(text) : null;
}
function groupsByEmail({ groups }, directory) {
  const found = /* @__PURE__ */ new Map();
  for (const [group, called] of groups)
    for (const email of directory.groups.get(called) ?? []) found.set(email, [...found.get(email) ?? [], group]);
  return found;
}
function newcomers(settings, told, directory) {
  if (told.github === null) return [];
  const there = [...settings.people.values()];
  const emails = new Set(there.map(({ email }) => plainEmail(email)));
  const accounts = new Set(there.map(({ githubId }) => githubId));
  const inGroups = new Set([...told.groups.values()].flatMap((group) => directory.groups.get(group) ?? []));
  const listed = [...directory.people.values()].filter(({ email }) => inGroups.has(email) && !emails.has(email));
  const candidates = listed.flatMap((one) => {
    const handle = handleOf(one.email);
    if (one.github === null || handle === null || settings.people.has(handle) || accounts.has(one.github.id)) return [];
    const { id: githubId, login } = one.github;
    return [
      {
        handle,
        githubId,
        login,
        email: one.email,
        manager: null,
        groups: [],
        out: null,
        at: told.at
      }
    ];
  });
  const shared = (key) => (one) => candidates.some((other) => other !== one && other[key] === one[key]);
  return candidates.filter((one) => !shared("handle")(one) && !shared("githubId")(one));
}
function outOf(person, told, listed) {
  if (listed === void 0) return null;
  if (listed.out !== null) return listed.out;
  const other = told.github !== null && listed.github !== null && listed.github.id !== person.githubId;
  return other ? "has another GitHub account in Okta than in people.yaml" : null;
}
function managerIn(people, listed) {
  if (listed?.manager == null) return null;
  return [...people.values()].find(({ email }) => plainEmail(email) === listed.manager)?.handle ?? null;
}
var holdsFor = (people) => [...people.values()].flatMap(
  ({ handle, out, at }) => out === null ? [] : [{ what: { is: "person", person: handle }, because: `${handle} ${out}`, since: null, at }]
);
function withDirectory(settings, directory) {
  const told = settings.okta?.directory ?? null;
  if (told === null) return settings;
  const groups = groupsByEmail(told, directory);
  const everybody = new Map([
    ...settings.people,
    ...newcomers(settings, told, directory).map((one) => [one.handle, one])
  ]);
  const people = new Map(
    [...everybody].map(([handle, person]) => {
      const email = plainEmail(person.email);
      const listed = directory.people.get(email);
      const own = person.groups.filter((group) => !told.groups.has(group));
      return [
        handle,
        {
          ...person,
          groups: [...own, ...groups.get(email) ?? []],
          manager: told.manager === null ? person.manager : managerIn(everybody, listed),
          out: outOf(person, told, listed)
        }
      ];
    })
  );
  return { ...settings, people, holds: [...settings.holds, ...holdsFor(people)] };
}
function directoryNeeds(settings, handles) {
  const told = settings.okta?.directory ?? null;
  if (told === null) return { groups: [], emails: [] };
  const named = settings.rules.flatMap(({ who, ways }) => [
    who,
    ...ways.flatMap(
      (way) => way.is === "approvedBy" ? [way.who] : way.is === "breakGlass" ? [way.who, way.reviewedBy] : []
    )
  ]);
  const some = named.flatMap((who) => who.is === "some" ? [who] : []);
  const people = new Set(some.flatMap((who) => who.people.map(({ value }) => value)));
  const used = new Set(some.flatMap((who) => who.groups.map(({ value }) => value)));
  const emails = [...settings.people.values()].flatMap(({ handle, email, manager }) => {
    const asked = people.has(handle) || handles.has(handle);
    if (!asked) return [];
    const boss = manager === null ? void 0 : settings.people.get(manager)?.email;
    return [plainEmail(email), ...boss === void 0 ? [] : [plainEmail(boss)]];
  });
  const groups = [...told.groups].flatMap(([group, called]) => used.has(group) ? [called] : []);
  return { groups: [...new Set(groups)].sort(), emails: [...new Set(emails)].sort() };
}

export {
  plainEmail,
  withDirectory,
  directoryNeeds
};
