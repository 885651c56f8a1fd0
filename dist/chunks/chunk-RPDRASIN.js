import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  writeInstant
} from "./chunk-66F3A4I2.js";

// src/core/report/words.ts
var BECAUSE = {
  expired: "its time is over",
  withdrawn: "its request was deleted",
  denied: "a rule now denies it",
  held: "it is on hold",
  changed: "the person, account or thing is no longer the one it was given for",
  closing: "the account is leaving Daypass",
  stray: "no request stands behind it",
  refused: "how its request was merged could not be accepted",
  undone: "somebody took part of it away by hand",
  asked: "it was asked for and approved",
  renewed: "another request keeps it going",
  drift: "somebody changed it by hand"
};
var WITHDRAWN = "its request was deleted or changed";
var REFUSED = {
  "no-pull-request": {
    says: "It reached the default branch without a pull request.",
    cure: "Ask again in a pull request."
  },
  "other-base": {
    says: "Its pull request was merged into another branch or repository.",
    cure: "Ask again in a pull request to the default branch."
  },
  "not-this-landing": {
    says: "Its pull request was merged as another commit.",
    cure: "Ask again; merge with the button of the pull request."
  },
  "changes-differ": {
    says: "What reached the default branch is not what the pull request changed.",
    cure: "Ask again; squash or merge without changing anything on the way."
  },
  edited: {
    says: "The file was there before, and merged requests do not change.",
    cure: "Write another request for the same thing; delete this one to end it early."
  },
  mixed: {
    says: "Its pull request changes requests together with other files.",
    cure: "Put the request into a pull request of its own."
  },
  "bytes-differ": {
    says: "The file is not the one that was reviewed.",
    cure: "Have the last version reviewed, then merge."
  },
  "author-unknown": {
    says: "The author of the pull request is not in the people file.",
    cure: "Ask an owner to add them, then ask again."
  },
  "beneficiary-unknown": {
    says: "The person it is for is not in the people file.",
    cure: "Ask an owner to add them, then ask again."
  },
  "author-not-requester": {
    says: "The author of the pull request may not ask for this person.",
    cure: "Let the person ask, or somebody whom a rule allows to ask for them."
  },
  "ambiguous-person": {
    says: "A GitHub account stands for several people in the people file.",
    cure: "Ask an owner to leave one person for each account, then ask again."
  },
  "approvals-missing": {
    says: "The approvals that the rules demand were not there when it was merged.",
    cure: "Ask again and merge after the approvals."
  },
  "changes-requested": {
    says: "An approver asked for changes and did not take that back.",
    cure: "Settle it with the approver, then ask again."
  },
  "rules-at-landing": {
    says: "The rules that held when it was merged do not allow it.",
    cure: "Ask for what a rule allows."
  },
  "rules-now": { says: "The rules that hold now do not allow it.", cure: "Ask for what a rule allows." },
  "rules-at-head": {
    says: "The rules as they are written at the head of the default branch do not allow it.",
    cure: "Ask for what a rule allows."
  },
  "resolves-otherwise": {
    says: "A name in it stands for something else than when it was merged.",
    cure: "Check what the name stands for, then ask again."
  },
  clock: {
    says: "The commit is dated too far from its merge.",
    cure: "Ask again; merge with the button of the pull request."
  },
  "form-issue": {
    says: "The issue it was written from does not say the same, or was edited by somebody else.",
    cure: "Fill in the form again."
  },
  bootstrap: {
    says: "There are no settings in force that could allow anything.",
    cure: "Ask an owner to run daypass doctor."
  }
};
var EDGE = {
  denied: "Daypass may not do that there",
  "not-found": "it is not there",
  conflict: "somebody else changed it at the same time, or the name is taken",
  throttled: "too many calls at once; tried again later",
  quota: "a quota is used up",
  invalid: "the other side did not accept the call",
  unreachable: "no answer",
  garbage: "an answer that makes no sense"
};
var ENDS = {
  always: "by itself",
  depends: "for new sessions only",
  never: "only when taken away"
};
var DOES = { grant: "give", adjust: "change", revoke: "take away" };
var SKIPPED = {
  "too-late": "too late for it now",
  "out-of-time": "the run was out of time; the next one goes on",
  "not-opened": "the record could not be opened, so nothing is given"
};
var STATES = {
  blocked: { sign: "🔴", word: "Blocked", urgency: 8 },
  refused: { sign: "🔴", word: "Not allowed", urgency: 7 },
  "partly ready": { sign: "🟠", word: "Partly ready", urgency: 6 },
  waiting: { sign: "🟡", word: "Waiting", urgency: 5 },
  granting: { sign: "🔵", word: "Being given", urgency: 4 },
  asked: { sign: "⚪", word: "Asked", urgency: 3 },
  allowed: { sign: "🟢", word: "Allowed", urgency: 2 },
  ending: { sign: "🟠", word: "Ending soon", urgency: 2 },
  ready: { sign: "🟢", word: "Ready", urgency: 1 },
  "had before": { sign: "⚪", word: "Had before", urgency: 1 },
  ended: { sign: "⚫", word: "Ended", urgency: 0 }
};
var day = (at) => `${writeInstant(at).slice(0, 16).replace("T", " ")} UTC`;
var several = (count, one, many = `${one}s`) => `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${count === 1 ? one : many}`;

export {
  BECAUSE,
  WITHDRAWN,
  REFUSED,
  EDGE,
  ENDS,
  DOES,
  SKIPPED,
  STATES,
  day,
  several
};
