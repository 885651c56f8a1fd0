import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-GOWUAKK5.js";
import "./chunk-YJ52SLOY.js";
import "./chunk-45R7MEGE.js";
import "./chunk-SZR76Z43.js";
import "./chunk-BE7JI7H6.js";
export {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
};
