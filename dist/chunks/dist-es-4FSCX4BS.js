import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-JKQKIROW.js";
import "./chunk-QZ3APZF4.js";
import "./chunk-U4I766ZY.js";
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
