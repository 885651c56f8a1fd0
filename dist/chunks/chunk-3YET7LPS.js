import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  git
} from "./chunk-SMRKEGFD.js";

// src/edges/git/origin.ts
var HTTPS = /^(https:\/\/)(?:[^/@]*@)?([\w.-]+(?::\d+)?)\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/;
var SSH = /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/;
async function originOf(folder) {
  const answer = await git(["-C", folder, "remote", "get-url", "origin"], { directory: null });
  const url = answer.code === 0 ? answer.stdout.toString().trim() : "";
  const [https, ssh] = [HTTPS.exec(url), SSH.exec(url)];
  if (https?.[2] !== void 0 && https[3] !== void 0) return { server: `https://${https[2]}`, repository: https[3] };
  return ssh?.[1] !== void 0 && ssh[2] !== void 0 ? { server: `https://${ssh[1]}`, repository: ssh[2] } : null;
}
async function defaultBranchOf(folder) {
  const answer = await git(["-C", folder, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"], {
    directory: null
  });
  return answer.code === 0 ? answer.stdout.toString().trim().replace(/^origin\//, "") : "main";
}

export {
  originOf,
  defaultBranchOf
};
