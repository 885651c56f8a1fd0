import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  CARRIES
} from "./chunk-RYEE6VUW.js";
import {
  id
} from "./chunk-RTN5YXCH.js";

// src/entry/carries.ts
var carriesOf = () => new Map(Object.entries(CARRIES).map(([mode, carries]) => [id(mode), carries]));

export {
  carriesOf
};
