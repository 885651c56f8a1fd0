import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  defaultProvider
} from "./chunk-Q7MOOU7T.js";
import {
  AwsRestJsonProtocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-VMYDCUQM.js";
import {
  NodeHttpHandler
} from "./chunk-WAAK4H3S.js";
import {
  Sha256Node
} from "./chunk-CBBMFYIN.js";
import "./chunk-WVQJG7N6.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getDefaultSocketTimeout,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-WLZ7PA37.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveHttpHandlerRuntimeConfig,
  resolveRegionConfig
} from "./chunk-XHC3WW32.js";
import {
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-SZR76Z43.js";
import "./chunk-RZGYXAJU.js";

// node_modules/@aws-sdk/client-account/dist-es/auth/httpAuthSchemeProvider.js
var defaultAccountHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "account",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultAccountHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-account/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "account"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-account/package.json
var package_default = {
  name: "@aws-sdk/client-account",
  version: "3.1169.0",
  description: "AWS SDK for JavaScript Account Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-account",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-account"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.981.0",
    "@aws-sdk/credential-provider-node": "^3.972.97",
    "@aws-sdk/types": "^3.975.1",
    "@smithy/core": "^3.40.0",
    "@smithy/fetch-http-handler": "^5.8.1",
    "@smithy/node-http-handler": "^4.14.2",
    "@smithy/types": "^4.20.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-account/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = { "authSchemes": [{ "name": "sigv4", "signingRegion": "{PartitionResult#implicitGlobalRegion}" }] };
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, {}],
    ["https://account-fips.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://account-fips.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://account.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://account.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dnsSuffix}", i],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  12,
  3,
  1,
  4,
  r + 11,
  2,
  5,
  r + 11,
  3,
  8,
  6,
  4,
  7,
  r + 10,
  5,
  r + 8,
  r + 9,
  4,
  10,
  9,
  6,
  r + 6,
  r + 7,
  5,
  11,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  13,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-account/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-account/dist-es/models/AccountServiceException.js
var AccountServiceException = class _AccountServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.account#AccountServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _AccountServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-account/dist-es/models/errors.js
var AccessDeniedException = class _AccessDeniedException extends AccountServiceException {
  static shapeId = "com.amazonaws.account#AccessDeniedException";
  name = "AccessDeniedException";
  $fault = "client";
  errorType;
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
    this.errorType = opts.errorType;
  }
};
var ConflictException = class _ConflictException extends AccountServiceException {
  static shapeId = "com.amazonaws.account#ConflictException";
  name = "ConflictException";
  $fault = "client";
  errorType;
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
    this.errorType = opts.errorType;
  }
};
var InternalServerException = class _InternalServerException extends AccountServiceException {
  static shapeId = "com.amazonaws.account#InternalServerException";
  name = "InternalServerException";
  $fault = "server";
  $retryable = {};
  errorType;
  constructor(opts) {
    super({
      name: "InternalServerException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServerException.prototype);
    this.errorType = opts.errorType;
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends AccountServiceException {
  static shapeId = "com.amazonaws.account#ResourceNotFoundException";
  name = "ResourceNotFoundException";
  $fault = "client";
  errorType;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.errorType = opts.errorType;
  }
};
var TooManyRequestsException = class _TooManyRequestsException extends AccountServiceException {
  static shapeId = "com.amazonaws.account#TooManyRequestsException";
  name = "TooManyRequestsException";
  $fault = "client";
  $retryable = {
    throttling: true
  };
  errorType;
  constructor(opts) {
    super({
      name: "TooManyRequestsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyRequestsException.prototype);
    this.errorType = opts.errorType;
  }
};
var ValidationException = class _ValidationException extends AccountServiceException {
  static shapeId = "com.amazonaws.account#ValidationException";
  name = "ValidationException";
  $fault = "client";
  reason;
  fieldList;
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
    this.reason = opts.reason;
    this.fieldList = opts.fieldList;
  }
};
var ResourceUnavailableException = class _ResourceUnavailableException extends AccountServiceException {
  static shapeId = "com.amazonaws.account#ResourceUnavailableException";
  name = "ResourceUnavailableException";
  $fault = "client";
  errorType;
  constructor(opts) {
    super({
      name: "ResourceUnavailableException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceUnavailableException.prototype);
    this.errorType = opts.errorType;
  }
};

// node_modules/@aws-sdk/client-account/dist-es/schemas/schemas_0.js
var _AC = "AlternateContact";
var _ACD = "AccountCreatedDate";
var _ACT = "AlternateContactType";
var _ADE = "AccessDeniedException";
var _AI = "AccountId";
var _AL = "AddressLine";
var _ALd = "AddressLine1";
var _ALdd = "AddressLine2";
var _ALddr = "AddressLine3";
var _AN = "AccountName";
var _APEU = "AcceptPrimaryEmailUpdate";
var _APEUR = "AcceptPrimaryEmailUpdateRequest";
var _APEURc = "AcceptPrimaryEmailUpdateResponse";
var _AS = "AccountState";
var _C = "City";
var _CC = "CountryCode";
var _CE = "ConflictException";
var _CI = "ContactInformation";
var _CIPN = "ContactInformationPhoneNumber";
var _CN = "CompanyName";
var _DAC = "DeleteAlternateContact";
var _DACR = "DeleteAlternateContactRequest";
var _DOC = "DistrictOrCounty";
var _DR = "DisableRegion";
var _DRR = "DisableRegionRequest";
var _EA = "EmailAddress";
var _ER = "EnableRegion";
var _ERR = "EnableRegionRequest";
var _FN = "FullName";
var _GAC = "GetAlternateContact";
var _GACR = "GetAlternateContactRequest";
var _GACRe = "GetAlternateContactResponse";
var _GAI = "GetAccountInformation";
var _GAIR = "GetAccountInformationRequest";
var _GAIRe = "GetAccountInformationResponse";
var _GCAI = "GovCloudAccountId";
var _GCI = "GetContactInformation";
var _GCIR = "GetContactInformationRequest";
var _GCIRe = "GetContactInformationResponse";
var _GGCAI = "GetGovCloudAccountInformation";
var _GGCAIR = "GetGovCloudAccountInformationRequest";
var _GGCAIRe = "GetGovCloudAccountInformationResponse";
var _GPE = "GetPrimaryEmail";
var _GPER = "GetPrimaryEmailRequest";
var _GPERe = "GetPrimaryEmailResponse";
var _GPEUS = "GetPrimaryEmailUpdateStatus";
var _GPEUSR = "GetPrimaryEmailUpdateStatusRequest";
var _GPEUSRe = "GetPrimaryEmailUpdateStatusResponse";
var _GROS = "GetRegionOptStatus";
var _GROSR = "GetRegionOptStatusRequest";
var _GROSRe = "GetRegionOptStatusResponse";
var _ISE = "InternalServerException";
var _LR = "ListRegions";
var _LRR = "ListRegionsRequest";
var _LRRi = "ListRegionsResponse";
var _MR = "MaxResults";
var _N = "Name";
var _NT = "NextToken";
var _O = "Otp";
var _PAC = "PutAlternateContact";
var _PACR = "PutAlternateContactRequest";
var _PAN = "PutAccountName";
var _PANR = "PutAccountNameRequest";
var _PC = "PostalCode";
var _PCI = "PutContactInformation";
var _PCIR = "PutContactInformationRequest";
var _PE = "PrimaryEmail";
var _PEA = "PrimaryEmailAddress";
var _PN = "PhoneNumber";
var _R = "Regions";
var _RN = "RegionName";
var _RNFE = "ResourceNotFoundException";
var _ROL = "RegionOptList";
var _ROS = "RegionOptStatus";
var _ROSC = "RegionOptStatusContains";
var _RUE = "ResourceUnavailableException";
var _Re = "Region";
var _S = "Status";
var _SAI = "StandardAccountId";
var _SOR = "StateOrRegion";
var _SPEU = "StartPrimaryEmailUpdate";
var _SPEUR = "StartPrimaryEmailUpdateRequest";
var _SPEURt = "StartPrimaryEmailUpdateResponse";
var _SPNV = "SendPhoneNumberVerification";
var _SPNVR = "SendPhoneNumberVerificationRequest";
var _SPNVRe = "SendPhoneNumberVerificationResponse";
var _SS = "SensitiveString";
var _T = "Title";
var _TMRE = "TooManyRequestsException";
var _UA = "UpdatedAt";
var _VE = "ValidationException";
var _VEF = "ValidationExceptionField";
var _VEFL = "ValidationExceptionFieldList";
var _VPN = "VerifyPhoneNumber";
var _VPNR = "VerifyPhoneNumberRequest";
var _VPNRe = "VerifyPhoneNumberResponse";
var _VS = "VerificationStatus";
var _WU = "WebsiteUrl";
var _c = "client";
var _e = "error";
var _eT = "errorType";
var _fL = "fieldList";
var _h = "http";
var _hE = "httpError";
var _hH = "httpHeader";
var _m = "message";
var _n = "name";
var _r = "reason";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.account";
var _se = "server";
var _xaE = "x-amzn-ErrorType";
var n0 = "com.amazonaws.account";
var _s_registry = new TypeRegistry(_s);
var AccountServiceException$ = [-3, _s, "AccountServiceException", 0, [], []];
_s_registry.registerError(AccountServiceException$, AccountServiceException);
var n0_registry = new TypeRegistry(n0);
var AccessDeniedException$ = [
  -3,
  n0,
  _ADE,
  { [_e]: _c, [_hE]: 403 },
  [_m, _eT],
  [0, [0, { [_hH]: _xaE }]],
  1
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var ConflictException$ = [
  -3,
  n0,
  _CE,
  { [_e]: _c, [_hE]: 409 },
  [_m, _eT],
  [0, [0, { [_hH]: _xaE }]],
  1
];
n0_registry.registerError(ConflictException$, ConflictException);
var InternalServerException$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _se, [_hE]: 500 },
  [_m, _eT],
  [0, [0, { [_hH]: _xaE }]],
  1
];
n0_registry.registerError(InternalServerException$, InternalServerException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_e]: _c, [_hE]: 404 },
  [_m, _eT],
  [0, [0, { [_hH]: _xaE }]],
  1
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ResourceUnavailableException$ = [
  -3,
  n0,
  _RUE,
  { [_e]: _c, [_hE]: 424 },
  [_m, _eT],
  [0, [0, { [_hH]: _xaE }]],
  1
];
n0_registry.registerError(ResourceUnavailableException$, ResourceUnavailableException);
var TooManyRequestsException$ = [
  -3,
  n0,
  _TMRE,
  { [_e]: _c, [_hE]: 429 },
  [_m, _eT],
  [0, [0, { [_hH]: _xaE }]],
  1
];
n0_registry.registerError(TooManyRequestsException$, TooManyRequestsException);
var ValidationException$ = [
  -3,
  n0,
  _VE,
  { [_e]: _c, [_hE]: 400 },
  [_m, _r, _fL],
  [[() => SensitiveString, 0], 0, [() => ValidationExceptionFieldList, 0]],
  1
];
n0_registry.registerError(ValidationException$, ValidationException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var AccountName = [0, n0, _AN, 8, 0];
var AddressLine = [0, n0, _AL, 8, 0];
var City = [0, n0, _C, 8, 0];
var CompanyName = [0, n0, _CN, 8, 0];
var ContactInformationPhoneNumber = [0, n0, _CIPN, 8, 0];
var CountryCode = [0, n0, _CC, 8, 0];
var DistrictOrCounty = [0, n0, _DOC, 8, 0];
var EmailAddress = [0, n0, _EA, 8, 0];
var FullName = [0, n0, _FN, 8, 0];
var Name = [0, n0, _N, 8, 0];
var Otp = [0, n0, _O, 8, 0];
var PhoneNumber = [0, n0, _PN, 8, 0];
var PostalCode = [0, n0, _PC, 8, 0];
var PrimaryEmailAddress = [0, n0, _PEA, 8, 0];
var SensitiveString = [0, n0, _SS, 8, 0];
var StateOrRegion = [0, n0, _SOR, 8, 0];
var Title = [0, n0, _T, 8, 0];
var WebsiteUrl = [0, n0, _WU, 8, 0];
var AcceptPrimaryEmailUpdateRequest$ = [
  3,
  n0,
  _APEUR,
  0,
  [_AI, _PE, _O],
  [0, [() => PrimaryEmailAddress, 0], [() => Otp, 0]],
  3
];
var AcceptPrimaryEmailUpdateResponse$ = [
  3,
  n0,
  _APEURc,
  0,
  [_S],
  [0]
];
var AlternateContact$ = [
  3,
  n0,
  _AC,
  0,
  [_N, _T, _EA, _PN, _ACT],
  [[() => Name, 0], [() => Title, 0], [() => EmailAddress, 0], [() => PhoneNumber, 0], 0]
];
var ContactInformation$ = [
  3,
  n0,
  _CI,
  0,
  [_FN, _ALd, _C, _PC, _CC, _PN, _ALdd, _ALddr, _SOR, _DOC, _CN, _WU],
  [[() => FullName, 0], [() => AddressLine, 0], [() => City, 0], [() => PostalCode, 0], [() => CountryCode, 0], [() => ContactInformationPhoneNumber, 0], [() => AddressLine, 0], [() => AddressLine, 0], [() => StateOrRegion, 0], [() => DistrictOrCounty, 0], [() => CompanyName, 0], [() => WebsiteUrl, 0]],
  6
];
var DeleteAlternateContactRequest$ = [
  3,
  n0,
  _DACR,
  0,
  [_ACT, _AI],
  [0, 0],
  1
];
var DisableRegionRequest$ = [
  3,
  n0,
  _DRR,
  0,
  [_RN, _AI],
  [0, 0],
  1
];
var EnableRegionRequest$ = [
  3,
  n0,
  _ERR,
  0,
  [_RN, _AI],
  [0, 0],
  1
];
var GetAccountInformationRequest$ = [
  3,
  n0,
  _GAIR,
  0,
  [_AI],
  [0]
];
var GetAccountInformationResponse$ = [
  3,
  n0,
  _GAIRe,
  0,
  [_AI, _AN, _ACD, _AS],
  [0, [() => AccountName, 0], 5, 0]
];
var GetAlternateContactRequest$ = [
  3,
  n0,
  _GACR,
  0,
  [_ACT, _AI],
  [0, 0],
  1
];
var GetAlternateContactResponse$ = [
  3,
  n0,
  _GACRe,
  0,
  [_AC],
  [[() => AlternateContact$, 0]]
];
var GetContactInformationRequest$ = [
  3,
  n0,
  _GCIR,
  0,
  [_AI],
  [0]
];
var GetContactInformationResponse$ = [
  3,
  n0,
  _GCIRe,
  0,
  [_CI, _VS],
  [[() => ContactInformation$, 0], 0]
];
var GetGovCloudAccountInformationRequest$ = [
  3,
  n0,
  _GGCAIR,
  0,
  [_SAI],
  [0]
];
var GetGovCloudAccountInformationResponse$ = [
  3,
  n0,
  _GGCAIRe,
  0,
  [_GCAI, _AS],
  [0, 0],
  2
];
var GetPrimaryEmailRequest$ = [
  3,
  n0,
  _GPER,
  0,
  [_AI],
  [0],
  1
];
var GetPrimaryEmailResponse$ = [
  3,
  n0,
  _GPERe,
  0,
  [_PE],
  [[() => PrimaryEmailAddress, 0]]
];
var GetPrimaryEmailUpdateStatusRequest$ = [
  3,
  n0,
  _GPEUSR,
  0,
  [_AI],
  [0]
];
var GetPrimaryEmailUpdateStatusResponse$ = [
  3,
  n0,
  _GPEUSRe,
  0,
  [_S, _UA],
  [0, 4],
  1
];
var GetRegionOptStatusRequest$ = [
  3,
  n0,
  _GROSR,
  0,
  [_RN, _AI],
  [0, 0],
  1
];
var GetRegionOptStatusResponse$ = [
  3,
  n0,
  _GROSRe,
  0,
  [_RN, _ROS],
  [0, 0]
];
var ListRegionsRequest$ = [
  3,
  n0,
  _LRR,
  0,
  [_AI, _MR, _NT, _ROSC],
  [0, 1, 0, 64 | 0]
];
var ListRegionsResponse$ = [
  3,
  n0,
  _LRRi,
  0,
  [_NT, _R],
  [0, () => RegionOptList]
];
var PutAccountNameRequest$ = [
  3,
  n0,
  _PANR,
  0,
  [_AN, _AI],
  [[() => AccountName, 0], 0],
  1
];
var PutAlternateContactRequest$ = [
  3,
  n0,
  _PACR,
  0,
  [_N, _T, _EA, _PN, _ACT, _AI],
  [[() => Name, 0], [() => Title, 0], [() => EmailAddress, 0], [() => PhoneNumber, 0], 0, 0],
  5
];
var PutContactInformationRequest$ = [
  3,
  n0,
  _PCIR,
  0,
  [_CI, _AI],
  [[() => ContactInformation$, 0], 0],
  1
];
var Region$ = [
  3,
  n0,
  _Re,
  0,
  [_RN, _ROS],
  [0, 0]
];
var SendPhoneNumberVerificationRequest$ = [
  3,
  n0,
  _SPNVR,
  0,
  [_AI],
  [0]
];
var SendPhoneNumberVerificationResponse$ = [
  3,
  n0,
  _SPNVRe,
  0,
  [_S],
  [0]
];
var StartPrimaryEmailUpdateRequest$ = [
  3,
  n0,
  _SPEUR,
  0,
  [_AI, _PE],
  [0, [() => PrimaryEmailAddress, 0]],
  2
];
var StartPrimaryEmailUpdateResponse$ = [
  3,
  n0,
  _SPEURt,
  0,
  [_S],
  [0]
];
var ValidationExceptionField$ = [
  3,
  n0,
  _VEF,
  0,
  [_n, _m],
  [0, [() => SensitiveString, 0]],
  2
];
var VerifyPhoneNumberRequest$ = [
  3,
  n0,
  _VPNR,
  0,
  [_O, _AI],
  [[() => Otp, 0], 0],
  1
];
var VerifyPhoneNumberResponse$ = [
  3,
  n0,
  _VPNRe,
  0,
  [_S],
  [0]
];
var __Unit = "unit";
var RegionOptList = [
  1,
  n0,
  _ROL,
  0,
  () => Region$
];
var RegionOptStatusList = 64 | 0;
var ValidationExceptionFieldList = [
  1,
  n0,
  _VEFL,
  0,
  [
    () => ValidationExceptionField$,
    0
  ]
];
var AcceptPrimaryEmailUpdate$ = [
  9,
  n0,
  _APEU,
  { [_h]: ["POST", "/acceptPrimaryEmailUpdate", 200] },
  () => AcceptPrimaryEmailUpdateRequest$,
  () => AcceptPrimaryEmailUpdateResponse$
];
var DeleteAlternateContact$ = [
  9,
  n0,
  _DAC,
  { [_h]: ["POST", "/deleteAlternateContact", 200] },
  () => DeleteAlternateContactRequest$,
  () => __Unit
];
var DisableRegion$ = [
  9,
  n0,
  _DR,
  { [_h]: ["POST", "/disableRegion", 200] },
  () => DisableRegionRequest$,
  () => __Unit
];
var EnableRegion$ = [
  9,
  n0,
  _ER,
  { [_h]: ["POST", "/enableRegion", 200] },
  () => EnableRegionRequest$,
  () => __Unit
];
var GetAccountInformation$ = [
  9,
  n0,
  _GAI,
  { [_h]: ["POST", "/getAccountInformation", 200] },
  () => GetAccountInformationRequest$,
  () => GetAccountInformationResponse$
];
var GetAlternateContact$ = [
  9,
  n0,
  _GAC,
  { [_h]: ["POST", "/getAlternateContact", 200] },
  () => GetAlternateContactRequest$,
  () => GetAlternateContactResponse$
];
var GetContactInformation$ = [
  9,
  n0,
  _GCI,
  { [_h]: ["POST", "/getContactInformation", 200] },
  () => GetContactInformationRequest$,
  () => GetContactInformationResponse$
];
var GetGovCloudAccountInformation$ = [
  9,
  n0,
  _GGCAI,
  { [_h]: ["POST", "/getGovCloudAccountInformation", 200] },
  () => GetGovCloudAccountInformationRequest$,
  () => GetGovCloudAccountInformationResponse$
];
var GetPrimaryEmail$ = [
  9,
  n0,
  _GPE,
  { [_h]: ["POST", "/getPrimaryEmail", 200] },
  () => GetPrimaryEmailRequest$,
  () => GetPrimaryEmailResponse$
];
var GetPrimaryEmailUpdateStatus$ = [
  9,
  n0,
  _GPEUS,
  { [_h]: ["POST", "/getPrimaryEmailUpdateStatus", 200] },
  () => GetPrimaryEmailUpdateStatusRequest$,
  () => GetPrimaryEmailUpdateStatusResponse$
];
var GetRegionOptStatus$ = [
  9,
  n0,
  _GROS,
  { [_h]: ["POST", "/getRegionOptStatus", 200] },
  () => GetRegionOptStatusRequest$,
  () => GetRegionOptStatusResponse$
];
var ListRegions$ = [
  9,
  n0,
  _LR,
  { [_h]: ["POST", "/listRegions", 200] },
  () => ListRegionsRequest$,
  () => ListRegionsResponse$
];
var PutAccountName$ = [
  9,
  n0,
  _PAN,
  { [_h]: ["POST", "/putAccountName", 200] },
  () => PutAccountNameRequest$,
  () => __Unit
];
var PutAlternateContact$ = [
  9,
  n0,
  _PAC,
  { [_h]: ["POST", "/putAlternateContact", 200] },
  () => PutAlternateContactRequest$,
  () => __Unit
];
var PutContactInformation$ = [
  9,
  n0,
  _PCI,
  { [_h]: ["POST", "/putContactInformation", 200] },
  () => PutContactInformationRequest$,
  () => __Unit
];
var SendPhoneNumberVerification$ = [
  9,
  n0,
  _SPNV,
  { [_h]: ["POST", "/sendPhoneNumberVerification", 200] },
  () => SendPhoneNumberVerificationRequest$,
  () => SendPhoneNumberVerificationResponse$
];
var StartPrimaryEmailUpdate$ = [
  9,
  n0,
  _SPEU,
  { [_h]: ["POST", "/startPrimaryEmailUpdate", 200] },
  () => StartPrimaryEmailUpdateRequest$,
  () => StartPrimaryEmailUpdateResponse$
];
var VerifyPhoneNumber$ = [
  9,
  n0,
  _VPN,
  { [_h]: ["POST", "/verifyPhoneNumber", 200] },
  () => VerifyPhoneNumberRequest$,
  () => VerifyPhoneNumberResponse$
];

// node_modules/@aws-sdk/client-account/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2021-02-01",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultAccountHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsRestJsonProtocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.account",
      errorTypeRegistries,
      version: "2021-02-01",
      serviceTarget: "Account"
    },
    serviceId: config?.serviceId ?? "Account",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-account/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-account/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-account/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-account/dist-es/AccountClient.js
var AccountClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultAccountHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-account/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "Account", "AccountClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-account/dist-es/commands/ListRegionsCommand.js
var ListRegionsCommand = class extends command(_ep0, _mw0, "ListRegions", ListRegions$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/auth/httpAuthSchemeProvider.js
var defaultResourceExplorer2HttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption2(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "resource-explorer-2",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultResourceExplorer2HttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption2(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig2 = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters2 = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "resource-explorer-2"
  });
};
var commonParams2 = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-resource-explorer-2/package.json
var package_default2 = {
  name: "@aws-sdk/client-resource-explorer-2",
  version: "3.1124.0",
  description: "AWS SDK for JavaScript Resource Explorer 2 Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-resource-explorer-2",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-resource-explorer-2"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.977.9",
    "@aws-sdk/credential-provider-node": "^3.972.82",
    "@aws-sdk/types": "^3.974.5",
    "@smithy/core": "^3.33.3",
    "@smithy/fetch-http-handler": "^5.7.2",
    "@smithy/node-http-handler": "^4.11.3",
    "@smithy/types": "^4.17.2",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/endpoint/bdd.js
var k2 = "ref";
var a2 = -1;
var b2 = true;
var c2 = "isSet";
var d2 = "PartitionResult";
var e2 = "booleanEquals";
var f2 = "getAttr";
var g2 = { [k2]: "Endpoint" };
var h2 = { [k2]: d2 };
var i2 = {};
var j2 = [{ [k2]: "Region" }];
var _data2 = {
  conditions: [
    [c2, [g2]],
    [c2, j2],
    ["aws.partition", j2, d2],
    [e2, [{ [k2]: "UseFIPS" }, b2]],
    [e2, [{ [k2]: "UseDualStack" }, b2]],
    [e2, [{ fn: f2, argv: [h2, "supportsDualStack"] }, b2]],
    [e2, [{ fn: f2, argv: [h2, "supportsFIPS"] }, b2]]
  ],
  results: [
    [a2],
    [a2, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a2, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g2, i2],
    ["https://resource-explorer-2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i2],
    [a2, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://resource-explorer-2-fips.{Region}.{PartitionResult#dnsSuffix}", i2],
    [a2, "FIPS is enabled but this partition does not support FIPS"],
    ["https://resource-explorer-2.{Region}.{PartitionResult#dualStackDnsSuffix}", i2],
    [a2, "DualStack is enabled but this partition does not support DualStack"],
    ["https://resource-explorer-2.{Region}.{PartitionResult#dnsSuffix}", i2],
    [a2, "Invalid Configuration: Missing Region"]
  ]
};
var root2 = 2;
var r2 = 1e8;
var nodes2 = new Int32Array([
  -1,
  1,
  -1,
  0,
  12,
  3,
  1,
  4,
  r2 + 11,
  2,
  5,
  r2 + 11,
  3,
  8,
  6,
  4,
  7,
  r2 + 10,
  5,
  r2 + 8,
  r2 + 9,
  4,
  10,
  9,
  6,
  r2 + 6,
  r2 + 7,
  5,
  11,
  r2 + 5,
  6,
  r2 + 4,
  r2 + 5,
  3,
  r2 + 1,
  13,
  4,
  r2 + 2,
  r2 + 3
]);
var bdd2 = BinaryDecisionDiagram.from(nodes2, root2, _data2.conditions, _data2.results);

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/endpoint/endpointResolver.js
var cache2 = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver2 = (endpointParams, context = {}) => {
  return cache2.get(endpointParams, () => decideEndpoint(bdd2, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/models/ResourceExplorer2ServiceException.js
var ResourceExplorer2ServiceException = class _ResourceExplorer2ServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _ResourceExplorer2ServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/models/errors.js
var AccessDeniedException2 = class _AccessDeniedException extends ResourceExplorer2ServiceException {
  name = "AccessDeniedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
    this.Message = opts.Message;
  }
};
var InternalServerException2 = class _InternalServerException extends ResourceExplorer2ServiceException {
  name = "InternalServerException";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "InternalServerException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServerException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceNotFoundException2 = class _ResourceNotFoundException extends ResourceExplorer2ServiceException {
  name = "ResourceNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var ThrottlingException = class _ThrottlingException extends ResourceExplorer2ServiceException {
  name = "ThrottlingException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
    this.Message = opts.Message;
  }
};
var ValidationException2 = class _ValidationException extends ResourceExplorer2ServiceException {
  name = "ValidationException";
  $fault = "client";
  Message;
  FieldList;
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
    this.Message = opts.Message;
    this.FieldList = opts.FieldList;
  }
};
var UnauthorizedException = class _UnauthorizedException extends ResourceExplorer2ServiceException {
  name = "UnauthorizedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "UnauthorizedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _UnauthorizedException.prototype);
    this.Message = opts.Message;
  }
};
var ConflictException2 = class _ConflictException extends ResourceExplorer2ServiceException {
  name = "ConflictException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
    this.Message = opts.Message;
  }
};
var ServiceQuotaExceededException = class _ServiceQuotaExceededException extends ResourceExplorer2ServiceException {
  name = "ServiceQuotaExceededException";
  $fault = "client";
  Message;
  Name;
  Value;
  constructor(opts) {
    super({
      name: "ServiceQuotaExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceQuotaExceededException.prototype);
    this.Message = opts.Message;
    this.Name = opts.Name;
    this.Value = opts.Value;
  }
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/schemas/schemas_0.js
var _A = "Arn";
var _ADE2 = "AccessDeniedException";
var _ADV = "AssociateDefaultView";
var _ADVI = "AssociateDefaultViewInput";
var _ADVO = "AssociateDefaultViewOutput";
var _AI2 = "AccountId";
var _AIL = "AccountIdList";
var _AR = "AggregatorRegions";
var _AWSSAS = "AWSServiceAccessStatus";
var _BGV = "BatchGetView";
var _BGVE = "BatchGetViewError";
var _BGVEa = "BatchGetViewErrors";
var _BGVI = "BatchGetViewInput";
var _BGVO = "BatchGetViewOutput";
var _C2 = "Code";
var _CA = "CreatedAt";
var _CE2 = "ConflictException";
var _CFNRT = "CFNResourceTypes";
var _CI2 = "CreateIndex";
var _CII = "CreateIndexInput";
var _CIO = "CreateIndexOutput";
var _CRES = "CreateResourceExplorerSetup";
var _CRESI = "CreateResourceExplorerSetupInput";
var _CRESO = "CreateResourceExplorerSetupOutput";
var _CRT = "CfnResourceType";
var _CT = "ClientToken";
var _CV = "CreateView";
var _CVI = "CreateViewInput";
var _CVO = "CreateViewOutput";
var _Co = "Complete";
var _Cou = "Count";
var _D = "Data";
var _DDV = "DisassociateDefaultView";
var _DI = "DeleteIndex";
var _DIAR = "DeleteInAllRegions";
var _DII = "DeleteIndexInput";
var _DIO = "DeleteIndexOutput";
var _DRES = "DeleteResourceExplorerSetup";
var _DRESI = "DeleteResourceExplorerSetupInput";
var _DRESO = "DeleteResourceExplorerSetupOutput";
var _DV = "DeleteView";
var _DVI = "DeleteViewInput";
var _DVO = "DeleteViewOutput";
var _E = "Errors";
var _ED = "ErrorDetails";
var _EM = "ErrorMessage";
var _F = "Filters";
var _FL = "FieldList";
var _FS = "FilterString";
var _GALSC = "GetAccountLevelServiceConfiguration";
var _GALSCO = "GetAccountLevelServiceConfigurationOutput";
var _GDV = "GetDefaultView";
var _GDVO = "GetDefaultViewOutput";
var _GI = "GetIndex";
var _GIO = "GetIndexOutput";
var _GMV = "GetManagedView";
var _GMVI = "GetManagedViewInput";
var _GMVO = "GetManagedViewOutput";
var _GRES = "GetResourceExplorerSetup";
var _GRESI = "GetResourceExplorerSetupInput";
var _GRESO = "GetResourceExplorerSetupOutput";
var _GSI = "GetServiceIndex";
var _GSIO = "GetServiceIndexOutput";
var _GSV = "GetServiceView";
var _GSVI = "GetServiceViewInput";
var _GSVO = "GetServiceViewOutput";
var _GV = "GetView";
var _GVI = "GetViewInput";
var _GVO = "GetViewOutput";
var _I = "Index";
var _IL = "IndexList";
var _IP = "IncludedProperties";
var _IPL = "IncludedPropertyList";
var _IPn = "IncludedProperty";
var _IS = "IndexStatus";
var _ISE2 = "InternalServerException";
var _In = "Indexes";
var _LI = "ListIndexes";
var _LIFM = "ListIndexesForMembers";
var _LIFMI = "ListIndexesForMembersInput";
var _LIFMO = "ListIndexesForMembersOutput";
var _LII = "ListIndexesInput";
var _LIO = "ListIndexesOutput";
var _LMV = "ListManagedViews";
var _LMVI = "ListManagedViewsInput";
var _LMVO = "ListManagedViewsOutput";
var _LR2 = "ListResources";
var _LRA = "LastReportedAt";
var _LRI = "ListResourcesInput";
var _LRO = "ListResourcesOutput";
var _LSAFS = "ListStreamingAccessForServices";
var _LSAFSI = "ListStreamingAccessForServicesInput";
var _LSAFSO = "ListStreamingAccessForServicesOutput";
var _LSI = "ListServiceIndexes";
var _LSII = "ListServiceIndexesInput";
var _LSIO = "ListServiceIndexesOutput";
var _LSRT = "ListSupportedResourceTypes";
var _LSRTI = "ListSupportedResourceTypesInput";
var _LSRTO = "ListSupportedResourceTypesOutput";
var _LSV = "ListServiceViews";
var _LSVI = "ListServiceViewsInput";
var _LSVO = "ListServiceViewsOutput";
var _LTFR = "ListTagsForResource";
var _LTFRI = "ListTagsForResourceInput";
var _LTFRO = "ListTagsForResourceOutput";
var _LUA = "LastUpdatedAt";
var _LV = "ListViews";
var _LVI = "ListViewsInput";
var _LVO = "ListViewsOutput";
var _M = "Message";
var _MI = "MemberIndex";
var _MIL = "MemberIndexList";
var _MR2 = "MaxResults";
var _MV = "ManagedView";
var _MVA = "ManagedViewArn";
var _MVN = "ManagedViewName";
var _MVa = "ManagedViews";
var _N2 = "Name";
var _NT2 = "NextToken";
var _O2 = "Owner";
var _OAI = "OwningAccountId";
var _OC = "OrgConfiguration";
var _P = "Properties";
var _QS = "QueryString";
var _R2 = "Regions";
var _RC = "ResourceCount";
var _RF = "ReplicatingFrom";
var _RL = "RegionList";
var _RLe = "ResourceList";
var _RN2 = "RecorderName";
var _RNFE2 = "ResourceNotFoundException";
var _RP = "ResourcePolicy";
var _RPL = "ResourcePropertyList";
var _RPe = "ResourceProperty";
var _RS = "RegionStatus";
var _RSL = "RegionStatusList";
var _RT = "ReplicatingTo";
var _RTL = "ResourceTypeList";
var _RTe = "ResourceTypes";
var _RTec = "RecorderType";
var _RTes = "ResourceType";
var _Re2 = "Region";
var _Res = "Resources";
var _Reso = "Resource";
var _S2 = "State";
var _SAD = "StreamingAccessDetails";
var _SADL = "StreamingAccessDetailsList";
var _SAFS = "StreamingAccessForServices";
var _SAFSt = "StreamingAccessForService";
var _SF = "SearchFilter";
var _SI = "SearchInput";
var _SL = "StringList";
var _SLR = "ServiceLinkedRole";
var _SLRI = "ServiceLinkedRecorderInfo";
var _SLRe = "ServiceLinkedRecorder";
var _SO = "SearchOutput";
var _SP = "ServicePrincipal";
var _SQEE = "ServiceQuotaExceededException";
var _SRT = "SupportedResourceType";
var _ST = "ScopeType";
var _SV = "ServiceViews";
var _SVA = "ServiceViewArn";
var _SVN = "ServiceViewName";
var _SVe = "ServiceView";
var _Sc = "Scope";
var _Se = "Service";
var _Sea = "Search";
var _St = "Status";
var _T2 = "Tags";
var _TE = "ThrottlingException";
var _TI = "TaskId";
var _TM = "TagMap";
var _TR = "TotalResources";
var _TRI = "TagResourceInput";
var _TRO = "TagResourceOutput";
var _TRa = "TagResource";
var _TS = "TrustedService";
var _Ty = "Type";
var _UE = "UnauthorizedException";
var _UIT = "UpdateIndexType";
var _UITI = "UpdateIndexTypeInput";
var _UITO = "UpdateIndexTypeOutput";
var _UR = "UntagResource";
var _URI = "UntagResourceInput";
var _URO = "UntagResourceOutput";
var _UV = "UpdateView";
var _UVI = "UpdateViewInput";
var _UVO = "UpdateViewOutput";
var _V = "Value";
var _VA = "ViewArn";
var _VAi = "ViewArns";
var _VE2 = "ValidationException";
var _VEF2 = "ValidationExceptionField";
var _VEFL2 = "ValidationExceptionFieldList";
var _VI = "ValidationIssue";
var _VL = "ViewList";
var _VN = "ViewName";
var _VS2 = "ViewStatus";
var _Ve = "Version";
var _Vi = "Views";
var _Vie = "View";
var _c2 = "client";
var _e2 = "error";
var _h2 = "http";
var _hE2 = "httpError";
var _hQ = "httpQuery";
var _rA = "resourceArn";
var _s2 = "smithy.ts.sdk.synthetic.com.amazonaws.resourceexplorer2";
var _se2 = "server";
var _tK = "tagKeys";
var n02 = "com.amazonaws.resourceexplorer2";
var _s_registry2 = TypeRegistry.for(_s2);
var ResourceExplorer2ServiceException$ = [-3, _s2, "ResourceExplorer2ServiceException", 0, [], []];
_s_registry2.registerError(ResourceExplorer2ServiceException$, ResourceExplorer2ServiceException);
var n0_registry2 = TypeRegistry.for(n02);
var AccessDeniedException$2 = [
  -3,
  n02,
  _ADE2,
  { [_e2]: _c2, [_hE2]: 403 },
  [_M],
  [0]
];
n0_registry2.registerError(AccessDeniedException$2, AccessDeniedException2);
var ConflictException$2 = [
  -3,
  n02,
  _CE2,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M],
  [0],
  1
];
n0_registry2.registerError(ConflictException$2, ConflictException2);
var InternalServerException$2 = [
  -3,
  n02,
  _ISE2,
  { [_e2]: _se2, [_hE2]: 500 },
  [_M],
  [0]
];
n0_registry2.registerError(InternalServerException$2, InternalServerException2);
var ResourceNotFoundException$2 = [
  -3,
  n02,
  _RNFE2,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M],
  [0]
];
n0_registry2.registerError(ResourceNotFoundException$2, ResourceNotFoundException2);
var ServiceQuotaExceededException$ = [
  -3,
  n02,
  _SQEE,
  { [_e2]: _c2, [_hE2]: 402 },
  [_M, _N2, _V],
  [0, 0, 0],
  3
];
n0_registry2.registerError(ServiceQuotaExceededException$, ServiceQuotaExceededException);
var ThrottlingException$ = [
  -3,
  n02,
  _TE,
  { [_e2]: _c2, [_hE2]: 429 },
  [_M],
  [0]
];
n0_registry2.registerError(ThrottlingException$, ThrottlingException);
var UnauthorizedException$ = [
  -3,
  n02,
  _UE,
  { [_e2]: _c2, [_hE2]: 401 },
  [_M],
  [0]
];
n0_registry2.registerError(UnauthorizedException$, UnauthorizedException);
var ValidationException$2 = [
  -3,
  n02,
  _VE2,
  { [_e2]: _c2, [_hE2]: 400 },
  [_M, _FL],
  [0, () => ValidationExceptionFieldList2],
  1
];
n0_registry2.registerError(ValidationException$2, ValidationException2);
var errorTypeRegistries2 = [
  _s_registry2,
  n0_registry2
];
var QueryString = [0, n02, _QS, 8, 0];
var AssociateDefaultViewInput$ = [
  3,
  n02,
  _ADVI,
  0,
  [_VA],
  [0],
  1
];
var AssociateDefaultViewOutput$ = [
  3,
  n02,
  _ADVO,
  0,
  [_VA],
  [0]
];
var BatchGetViewError$ = [
  3,
  n02,
  _BGVE,
  0,
  [_VA, _EM],
  [0, 0],
  2
];
var BatchGetViewInput$ = [
  3,
  n02,
  _BGVI,
  0,
  [_VAi],
  [64 | 0]
];
var BatchGetViewOutput$ = [
  3,
  n02,
  _BGVO,
  0,
  [_Vi, _E],
  [[() => ViewList, 0], () => BatchGetViewErrors]
];
var CreateIndexInput$ = [
  3,
  n02,
  _CII,
  0,
  [_CT, _T2],
  [[0, 4], [() => TagMap, 0]]
];
var CreateIndexOutput$ = [
  3,
  n02,
  _CIO,
  0,
  [_A, _S2, _CA],
  [0, 0, 5]
];
var CreateResourceExplorerSetupInput$ = [
  3,
  n02,
  _CRESI,
  0,
  [_RL, _VN, _AR],
  [64 | 0, 0, 64 | 0],
  2
];
var CreateResourceExplorerSetupOutput$ = [
  3,
  n02,
  _CRESO,
  0,
  [_TI],
  [0],
  1
];
var CreateViewInput$ = [
  3,
  n02,
  _CVI,
  0,
  [_VN, _CT, _IP, _Sc, _F, _T2],
  [0, [0, 4], () => IncludedPropertyList, 0, [() => SearchFilter$, 0], [() => TagMap, 0]],
  1
];
var CreateViewOutput$ = [
  3,
  n02,
  _CVO,
  0,
  [_Vie],
  [[() => View$, 0]]
];
var DeleteIndexInput$ = [
  3,
  n02,
  _DII,
  0,
  [_A],
  [0],
  1
];
var DeleteIndexOutput$ = [
  3,
  n02,
  _DIO,
  0,
  [_A, _S2, _LUA],
  [0, 0, 5]
];
var DeleteResourceExplorerSetupInput$ = [
  3,
  n02,
  _DRESI,
  0,
  [_RL, _DIAR],
  [64 | 0, 2]
];
var DeleteResourceExplorerSetupOutput$ = [
  3,
  n02,
  _DRESO,
  0,
  [_TI],
  [0],
  1
];
var DeleteViewInput$ = [
  3,
  n02,
  _DVI,
  0,
  [_VA],
  [0],
  1
];
var DeleteViewOutput$ = [
  3,
  n02,
  _DVO,
  0,
  [_VA],
  [0]
];
var ErrorDetails$ = [
  3,
  n02,
  _ED,
  0,
  [_C2, _M],
  [0, 0]
];
var GetAccountLevelServiceConfigurationOutput$ = [
  3,
  n02,
  _GALSCO,
  0,
  [_OC],
  [() => OrgConfiguration$]
];
var GetDefaultViewOutput$ = [
  3,
  n02,
  _GDVO,
  0,
  [_VA],
  [0]
];
var GetIndexOutput$ = [
  3,
  n02,
  _GIO,
  0,
  [_A, _Ty, _S2, _RF, _RT, _CA, _LUA, _T2],
  [0, 0, 0, 64 | 0, 64 | 0, 5, 5, [() => TagMap, 0]]
];
var GetManagedViewInput$ = [
  3,
  n02,
  _GMVI,
  0,
  [_MVA],
  [0],
  1
];
var GetManagedViewOutput$ = [
  3,
  n02,
  _GMVO,
  0,
  [_MV],
  [[() => ManagedView$, 0]]
];
var GetResourceExplorerSetupInput$ = [
  3,
  n02,
  _GRESI,
  0,
  [_TI, _MR2, _NT2],
  [0, 1, 0],
  1
];
var GetResourceExplorerSetupOutput$ = [
  3,
  n02,
  _GRESO,
  0,
  [_R2, _NT2],
  [[() => RegionStatusList, 0], 0]
];
var GetServiceIndexOutput$ = [
  3,
  n02,
  _GSIO,
  0,
  [_A, _Ty],
  [0, 0]
];
var GetServiceViewInput$ = [
  3,
  n02,
  _GSVI,
  0,
  [_SVA],
  [0],
  1
];
var GetServiceViewOutput$ = [
  3,
  n02,
  _GSVO,
  0,
  [_Vie],
  [[() => ServiceView$, 0]],
  1
];
var GetViewInput$ = [
  3,
  n02,
  _GVI,
  0,
  [_VA],
  [0],
  1
];
var GetViewOutput$ = [
  3,
  n02,
  _GVO,
  0,
  [_Vie, _T2],
  [[() => View$, 0], [() => TagMap, 0]]
];
var IncludedProperty$ = [
  3,
  n02,
  _IPn,
  0,
  [_N2],
  [0],
  1
];
var Index$ = [
  3,
  n02,
  _I,
  0,
  [_Re2, _A, _Ty],
  [0, 0, 0]
];
var IndexStatus$ = [
  3,
  n02,
  _IS,
  0,
  [_St, _I, _ED],
  [0, () => Index$, () => ErrorDetails$]
];
var ListIndexesForMembersInput$ = [
  3,
  n02,
  _LIFMI,
  0,
  [_AIL, _MR2, _NT2],
  [64 | 0, 1, 0],
  1
];
var ListIndexesForMembersOutput$ = [
  3,
  n02,
  _LIFMO,
  0,
  [_In, _NT2],
  [() => MemberIndexList, 0]
];
var ListIndexesInput$ = [
  3,
  n02,
  _LII,
  0,
  [_Ty, _R2, _MR2, _NT2],
  [0, 64 | 0, 1, 0]
];
var ListIndexesOutput$ = [
  3,
  n02,
  _LIO,
  0,
  [_In, _NT2],
  [() => IndexList, 0]
];
var ListManagedViewsInput$ = [
  3,
  n02,
  _LMVI,
  0,
  [_MR2, _NT2, _SP],
  [1, 0, 0]
];
var ListManagedViewsOutput$ = [
  3,
  n02,
  _LMVO,
  0,
  [_NT2, _MVa],
  [0, 64 | 0]
];
var ListResourcesInput$ = [
  3,
  n02,
  _LRI,
  0,
  [_F, _MR2, _VA, _NT2],
  [[() => SearchFilter$, 0], 1, 0, 0]
];
var ListResourcesOutput$ = [
  3,
  n02,
  _LRO,
  0,
  [_Res, _NT2, _VA],
  [() => ResourceList, 0, 0]
];
var ListServiceIndexesInput$ = [
  3,
  n02,
  _LSII,
  0,
  [_R2, _MR2, _NT2],
  [64 | 0, 1, 0]
];
var ListServiceIndexesOutput$ = [
  3,
  n02,
  _LSIO,
  0,
  [_In, _NT2],
  [() => IndexList, 0]
];
var ListServiceViewsInput$ = [
  3,
  n02,
  _LSVI,
  0,
  [_MR2, _NT2],
  [1, 0]
];
var ListServiceViewsOutput$ = [
  3,
  n02,
  _LSVO,
  0,
  [_NT2, _SV],
  [0, 64 | 0]
];
var ListStreamingAccessForServicesInput$ = [
  3,
  n02,
  _LSAFSI,
  0,
  [_MR2, _NT2],
  [1, 0]
];
var ListStreamingAccessForServicesOutput$ = [
  3,
  n02,
  _LSAFSO,
  0,
  [_SAFS, _NT2],
  [() => StreamingAccessDetailsList, 0],
  1
];
var ListSupportedResourceTypesInput$ = [
  3,
  n02,
  _LSRTI,
  0,
  [_NT2, _MR2],
  [0, 1]
];
var ListSupportedResourceTypesOutput$ = [
  3,
  n02,
  _LSRTO,
  0,
  [_RTe, _NT2],
  [() => ResourceTypeList, 0]
];
var ListTagsForResourceInput$ = [
  3,
  n02,
  _LTFRI,
  0,
  [_rA],
  [[0, 1]],
  1
];
var ListTagsForResourceOutput$ = [
  3,
  n02,
  _LTFRO,
  0,
  [_T2],
  [[() => TagMap, 0]]
];
var ListViewsInput$ = [
  3,
  n02,
  _LVI,
  0,
  [_NT2, _MR2],
  [0, 1]
];
var ListViewsOutput$ = [
  3,
  n02,
  _LVO,
  0,
  [_Vi, _NT2],
  [64 | 0, 0]
];
var ManagedView$ = [
  3,
  n02,
  _MV,
  0,
  [_MVA, _MVN, _TS, _LUA, _O2, _Sc, _IP, _F, _RP, _Ve],
  [0, 0, 0, 5, 0, 0, () => IncludedPropertyList, [() => SearchFilter$, 0], 0, 0]
];
var MemberIndex$ = [
  3,
  n02,
  _MI,
  0,
  [_AI2, _Re2, _A, _Ty],
  [0, 0, 0, 0]
];
var OrgConfiguration$ = [
  3,
  n02,
  _OC,
  0,
  [_AWSSAS, _SLR],
  [0, 0],
  1
];
var RegionStatus$ = [
  3,
  n02,
  _RS,
  0,
  [_Re2, _I, _Vie],
  [0, () => IndexStatus$, [() => ViewStatus$, 0]]
];
var Resource$ = [
  3,
  n02,
  _Reso,
  0,
  [_A, _OAI, _Re2, _RTes, _Se, _CRT, _LRA, _P],
  [0, 0, 0, 0, 0, 0, 5, () => ResourcePropertyList]
];
var ResourceCount$ = [
  3,
  n02,
  _RC,
  0,
  [_TR, _Co],
  [1, 2]
];
var ResourceProperty$ = [
  3,
  n02,
  _RPe,
  0,
  [_N2, _LRA, _D],
  [0, 5, 15]
];
var SearchFilter$ = [
  3,
  n02,
  _SF,
  8,
  [_FS],
  [0],
  1
];
var SearchInput$ = [
  3,
  n02,
  _SI,
  0,
  [_QS, _MR2, _VA, _NT2],
  [[() => QueryString, 0], 1, 0, 0],
  1
];
var SearchOutput$ = [
  3,
  n02,
  _SO,
  0,
  [_Res, _NT2, _VA, _Cou],
  [() => ResourceList, 0, 0, () => ResourceCount$]
];
var ServiceLinkedRecorderInfo$ = [
  3,
  n02,
  _SLRI,
  0,
  [_SP, _RN2, _RTec],
  [0, 0, 0]
];
var ServiceView$ = [
  3,
  n02,
  _SVe,
  0,
  [_SVA, _SVN, _F, _IP, _SAFSt, _ST, _SLRe],
  [0, 0, [() => SearchFilter$, 0], () => IncludedPropertyList, 0, 0, () => ServiceLinkedRecorderInfo$],
  1
];
var StreamingAccessDetails$ = [
  3,
  n02,
  _SAD,
  0,
  [_SP, _CA],
  [0, 5],
  2
];
var SupportedResourceType$ = [
  3,
  n02,
  _SRT,
  0,
  [_Se, _RTes, _CFNRT],
  [0, 0, 64 | 0]
];
var TagResourceInput$ = [
  3,
  n02,
  _TRI,
  0,
  [_rA, _T2],
  [[0, 1], [() => TagMap, 0]],
  1
];
var TagResourceOutput$ = [
  3,
  n02,
  _TRO,
  0,
  [],
  []
];
var UntagResourceInput$ = [
  3,
  n02,
  _URI,
  0,
  [_rA, _tK],
  [[0, 1], [() => StringList, { [_hQ]: _tK }]],
  2
];
var UntagResourceOutput$ = [
  3,
  n02,
  _URO,
  0,
  [],
  []
];
var UpdateIndexTypeInput$ = [
  3,
  n02,
  _UITI,
  0,
  [_A, _Ty],
  [0, 0],
  2
];
var UpdateIndexTypeOutput$ = [
  3,
  n02,
  _UITO,
  0,
  [_A, _Ty, _S2, _LUA],
  [0, 0, 0, 5]
];
var UpdateViewInput$ = [
  3,
  n02,
  _UVI,
  0,
  [_VA, _IP, _F],
  [0, () => IncludedPropertyList, [() => SearchFilter$, 0]],
  1
];
var UpdateViewOutput$ = [
  3,
  n02,
  _UVO,
  0,
  [_Vie],
  [[() => View$, 0]]
];
var ValidationExceptionField$2 = [
  3,
  n02,
  _VEF2,
  0,
  [_N2, _VI],
  [0, 0],
  2
];
var View$ = [
  3,
  n02,
  _Vie,
  0,
  [_VA, _VN, _O2, _LUA, _Sc, _IP, _F],
  [0, 0, 0, 5, 0, () => IncludedPropertyList, [() => SearchFilter$, 0]]
];
var ViewStatus$ = [
  3,
  n02,
  _VS2,
  0,
  [_St, _Vie, _ED],
  [0, [() => View$, 0], () => ErrorDetails$]
];
var __Unit2 = "unit";
var AccountIdList = 64 | 0;
var BatchGetViewErrors = [
  1,
  n02,
  _BGVEa,
  0,
  () => BatchGetViewError$
];
var CFNResourceTypeList = 64 | 0;
var IncludedPropertyList = [
  1,
  n02,
  _IPL,
  0,
  () => IncludedProperty$
];
var IndexList = [
  1,
  n02,
  _IL,
  0,
  () => Index$
];
var ManagedViewArnList = 64 | 0;
var MemberIndexList = [
  1,
  n02,
  _MIL,
  0,
  () => MemberIndex$
];
var RegionList = 64 | 0;
var RegionStatusList = [
  1,
  n02,
  _RSL,
  0,
  [
    () => RegionStatus$,
    0
  ]
];
var ResourceList = [
  1,
  n02,
  _RLe,
  0,
  () => Resource$
];
var ResourcePropertyList = [
  1,
  n02,
  _RPL,
  0,
  () => ResourceProperty$
];
var ResourceTypeList = [
  1,
  n02,
  _RTL,
  0,
  () => SupportedResourceType$
];
var ServiceViewArnList = 64 | 0;
var StreamingAccessDetailsList = [
  1,
  n02,
  _SADL,
  0,
  () => StreamingAccessDetails$
];
var StringList = [
  1,
  n02,
  _SL,
  8,
  0
];
var ValidationExceptionFieldList2 = [
  1,
  n02,
  _VEFL2,
  0,
  () => ValidationExceptionField$2
];
var ViewArnList = 64 | 0;
var ViewList = [
  1,
  n02,
  _VL,
  0,
  [
    () => View$,
    0
  ]
];
var TagMap = [
  2,
  n02,
  _TM,
  8,
  0,
  0
];
var AssociateDefaultView$ = [
  9,
  n02,
  _ADV,
  { [_h2]: ["POST", "/AssociateDefaultView", 200] },
  () => AssociateDefaultViewInput$,
  () => AssociateDefaultViewOutput$
];
var BatchGetView$ = [
  9,
  n02,
  _BGV,
  { [_h2]: ["POST", "/BatchGetView", 200] },
  () => BatchGetViewInput$,
  () => BatchGetViewOutput$
];
var CreateIndex$ = [
  9,
  n02,
  _CI2,
  { [_h2]: ["POST", "/CreateIndex", 200] },
  () => CreateIndexInput$,
  () => CreateIndexOutput$
];
var CreateResourceExplorerSetup$ = [
  9,
  n02,
  _CRES,
  { [_h2]: ["POST", "/CreateResourceExplorerSetup", 200] },
  () => CreateResourceExplorerSetupInput$,
  () => CreateResourceExplorerSetupOutput$
];
var CreateView$ = [
  9,
  n02,
  _CV,
  { [_h2]: ["POST", "/CreateView", 200] },
  () => CreateViewInput$,
  () => CreateViewOutput$
];
var DeleteIndex$ = [
  9,
  n02,
  _DI,
  { [_h2]: ["POST", "/DeleteIndex", 200] },
  () => DeleteIndexInput$,
  () => DeleteIndexOutput$
];
var DeleteResourceExplorerSetup$ = [
  9,
  n02,
  _DRES,
  { [_h2]: ["POST", "/DeleteResourceExplorerSetup", 200] },
  () => DeleteResourceExplorerSetupInput$,
  () => DeleteResourceExplorerSetupOutput$
];
var DeleteView$ = [
  9,
  n02,
  _DV,
  { [_h2]: ["POST", "/DeleteView", 200] },
  () => DeleteViewInput$,
  () => DeleteViewOutput$
];
var DisassociateDefaultView$ = [
  9,
  n02,
  _DDV,
  { [_h2]: ["POST", "/DisassociateDefaultView", 200] },
  () => __Unit2,
  () => __Unit2
];
var GetAccountLevelServiceConfiguration$ = [
  9,
  n02,
  _GALSC,
  { [_h2]: ["POST", "/GetAccountLevelServiceConfiguration", 200] },
  () => __Unit2,
  () => GetAccountLevelServiceConfigurationOutput$
];
var GetDefaultView$ = [
  9,
  n02,
  _GDV,
  { [_h2]: ["POST", "/GetDefaultView", 200] },
  () => __Unit2,
  () => GetDefaultViewOutput$
];
var GetIndex$ = [
  9,
  n02,
  _GI,
  { [_h2]: ["POST", "/GetIndex", 200] },
  () => __Unit2,
  () => GetIndexOutput$
];
var GetManagedView$ = [
  9,
  n02,
  _GMV,
  { [_h2]: ["POST", "/GetManagedView", 200] },
  () => GetManagedViewInput$,
  () => GetManagedViewOutput$
];
var GetResourceExplorerSetup$ = [
  9,
  n02,
  _GRES,
  { [_h2]: ["POST", "/GetResourceExplorerSetup", 200] },
  () => GetResourceExplorerSetupInput$,
  () => GetResourceExplorerSetupOutput$
];
var GetServiceIndex$ = [
  9,
  n02,
  _GSI,
  { [_h2]: ["POST", "/GetServiceIndex", 200] },
  () => __Unit2,
  () => GetServiceIndexOutput$
];
var GetServiceView$ = [
  9,
  n02,
  _GSV,
  { [_h2]: ["POST", "/GetServiceView", 200] },
  () => GetServiceViewInput$,
  () => GetServiceViewOutput$
];
var GetView$ = [
  9,
  n02,
  _GV,
  { [_h2]: ["POST", "/GetView", 200] },
  () => GetViewInput$,
  () => GetViewOutput$
];
var ListIndexes$ = [
  9,
  n02,
  _LI,
  { [_h2]: ["POST", "/ListIndexes", 200] },
  () => ListIndexesInput$,
  () => ListIndexesOutput$
];
var ListIndexesForMembers$ = [
  9,
  n02,
  _LIFM,
  { [_h2]: ["POST", "/ListIndexesForMembers", 200] },
  () => ListIndexesForMembersInput$,
  () => ListIndexesForMembersOutput$
];
var ListManagedViews$ = [
  9,
  n02,
  _LMV,
  { [_h2]: ["POST", "/ListManagedViews", 200] },
  () => ListManagedViewsInput$,
  () => ListManagedViewsOutput$
];
var ListResources$ = [
  9,
  n02,
  _LR2,
  { [_h2]: ["POST", "/ListResources", 200] },
  () => ListResourcesInput$,
  () => ListResourcesOutput$
];
var ListServiceIndexes$ = [
  9,
  n02,
  _LSI,
  { [_h2]: ["POST", "/ListServiceIndexes", 200] },
  () => ListServiceIndexesInput$,
  () => ListServiceIndexesOutput$
];
var ListServiceViews$ = [
  9,
  n02,
  _LSV,
  { [_h2]: ["POST", "/ListServiceViews", 200] },
  () => ListServiceViewsInput$,
  () => ListServiceViewsOutput$
];
var ListStreamingAccessForServices$ = [
  9,
  n02,
  _LSAFS,
  { [_h2]: ["POST", "/ListStreamingAccessForServices", 200] },
  () => ListStreamingAccessForServicesInput$,
  () => ListStreamingAccessForServicesOutput$
];
var ListSupportedResourceTypes$ = [
  9,
  n02,
  _LSRT,
  { [_h2]: ["POST", "/ListSupportedResourceTypes", 200] },
  () => ListSupportedResourceTypesInput$,
  () => ListSupportedResourceTypesOutput$
];
var ListTagsForResource$ = [
  9,
  n02,
  _LTFR,
  { [_h2]: ["GET", "/tags/{resourceArn}", 200] },
  () => ListTagsForResourceInput$,
  () => ListTagsForResourceOutput$
];
var ListViews$ = [
  9,
  n02,
  _LV,
  { [_h2]: ["POST", "/ListViews", 200] },
  () => ListViewsInput$,
  () => ListViewsOutput$
];
var Search$ = [
  9,
  n02,
  _Sea,
  { [_h2]: ["POST", "/Search", 200] },
  () => SearchInput$,
  () => SearchOutput$
];
var TagResource$ = [
  9,
  n02,
  _TRa,
  { [_h2]: ["POST", "/tags/{resourceArn}", 200] },
  () => TagResourceInput$,
  () => TagResourceOutput$
];
var UntagResource$ = [
  9,
  n02,
  _UR,
  { [_h2]: ["DELETE", "/tags/{resourceArn}", 200] },
  () => UntagResourceInput$,
  () => UntagResourceOutput$
];
var UpdateIndexType$ = [
  9,
  n02,
  _UIT,
  { [_h2]: ["POST", "/UpdateIndexType", 200] },
  () => UpdateIndexTypeInput$,
  () => UpdateIndexTypeOutput$
];
var UpdateView$ = [
  9,
  n02,
  _UV,
  { [_h2]: ["POST", "/UpdateView", 200] },
  () => UpdateViewInput$,
  () => UpdateViewOutput$
];

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/runtimeConfig.shared.js
var getRuntimeConfig3 = (config) => {
  return {
    apiVersion: "2022-07-28",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver2,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultResourceExplorer2HttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsRestJsonProtocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.resourceexplorer2",
      errorTypeRegistries: errorTypeRegistries2,
      version: "2022-07-28",
      serviceTarget: "ResourceExplorer"
    },
    serviceId: config?.serviceId ?? "Resource Explorer 2",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/runtimeConfig.js
var getRuntimeConfig4 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig3(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default2.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration2 = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig2 = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions2 = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration2(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig2(extensionConfiguration));
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/ResourceExplorer2Client.js
var ResourceExplorer2Client = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig4(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters2(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig2(_config_6);
    const _config_8 = resolveRuntimeExtensions2(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultResourceExplorer2HttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commandBuilder.js
var command2 = makeBuilder(commonParams2, "ResourceExplorer", "ResourceExplorer2Client", getEndpointPlugin);
var _ep02 = {};
var _mw02 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/GetDefaultViewCommand.js
var GetDefaultViewCommand = class extends command2(_ep02, _mw02, "GetDefaultView", GetDefaultView$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/GetIndexCommand.js
var GetIndexCommand = class extends command2(_ep02, _mw02, "GetIndex", GetIndex$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/GetViewCommand.js
var GetViewCommand = class extends command2(_ep02, _mw02, "GetView", GetView$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/ListIndexesCommand.js
var ListIndexesCommand = class extends command2(_ep02, _mw02, "ListIndexes", ListIndexes$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/ListResourcesCommand.js
var ListResourcesCommand = class extends command2(_ep02, _mw02, "ListResources", ListResources$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/ListSupportedResourceTypesCommand.js
var ListSupportedResourceTypesCommand = class extends command2(_ep02, _mw02, "ListSupportedResourceTypes", ListSupportedResourceTypes$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/ListViewsCommand.js
var ListViewsCommand = class extends command2(_ep02, _mw02, "ListViews", ListViews$) {
};

// node_modules/@aws-sdk/client-resource-explorer-2/dist-es/commands/SearchCommand.js
var SearchCommand = class extends command2(_ep02, _mw02, "Search", Search$) {
};

// src/edges/aws/inventory-commands.ts
var EXPLORER = {
  GetDefaultView: GetDefaultViewCommand,
  GetIndex: GetIndexCommand,
  GetView: GetViewCommand,
  ListIndexes: ListIndexesCommand,
  ListResources: ListResourcesCommand,
  ListSupportedResourceTypes: ListSupportedResourceTypesCommand,
  ListViews: ListViewsCommand,
  Search: SearchCommand
};
var ACCOUNT = { ListRegions: ListRegionsCommand };
export {
  ACCOUNT,
  AccountClient,
  EXPLORER,
  ResourceExplorer2Client
};
