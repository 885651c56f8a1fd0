import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  defaultProvider
} from "./chunk-Q7MOOU7T.js";
import {
  AwsJson1_1Protocol,
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

// node_modules/@aws-sdk/client-identitystore/dist-es/auth/httpAuthSchemeProvider.js
var defaultIdentitystoreHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
      name: "identitystore",
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
var defaultIdentitystoreHttpAuthSchemeProvider = (authParameters) => {
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

// node_modules/@aws-sdk/client-identitystore/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "identitystore"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-identitystore/package.json
var package_default = {
  name: "@aws-sdk/client-identitystore",
  version: "3.1138.0",
  description: "AWS SDK for JavaScript Identitystore Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-identitystore",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-identitystore"
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
    "@aws-sdk/core": "^3.978.1",
    "@aws-sdk/credential-provider-node": "^3.972.84",
    "@aws-sdk/types": "^3.974.6",
    "@smithy/core": "^3.35.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.12.1",
    "@smithy/types": "^4.19.0",
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

// node_modules/@aws-sdk/client-identitystore/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = {};
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]],
    ["stringEquals", [{ fn: f, argv: [h, "name"] }, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://identitystore-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://identitystore.{Region}.amazonaws.com", i],
    ["https://identitystore-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://identitystore.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://identitystore.{Region}.{PartitionResult#dnsSuffix}", i],
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
  13,
  3,
  1,
  4,
  r + 12,
  2,
  5,
  r + 12,
  3,
  8,
  6,
  4,
  7,
  r + 11,
  5,
  r + 9,
  r + 10,
  4,
  11,
  9,
  6,
  10,
  r + 8,
  7,
  r + 6,
  r + 7,
  5,
  12,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  14,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-identitystore/dist-es/endpoint/endpointResolver.js
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

// node_modules/@aws-sdk/client-identitystore/dist-es/models/IdentitystoreServiceException.js
var IdentitystoreServiceException = class _IdentitystoreServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _IdentitystoreServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-identitystore/dist-es/models/errors.js
var AccessDeniedException = class _AccessDeniedException extends IdentitystoreServiceException {
  name = "AccessDeniedException";
  $fault = "client";
  Message;
  RequestId;
  Reason;
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
    this.Message = opts.Message;
    this.RequestId = opts.RequestId;
    this.Reason = opts.Reason;
  }
};
var InternalServerException = class _InternalServerException extends IdentitystoreServiceException {
  name = "InternalServerException";
  $fault = "server";
  $retryable = {};
  Message;
  RequestId;
  RetryAfterSeconds;
  constructor(opts) {
    super({
      name: "InternalServerException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServerException.prototype);
    this.Message = opts.Message;
    this.RequestId = opts.RequestId;
    this.RetryAfterSeconds = opts.RetryAfterSeconds;
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends IdentitystoreServiceException {
  name = "ResourceNotFoundException";
  $fault = "client";
  ResourceType;
  ResourceId;
  Reason;
  Message;
  RequestId;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.ResourceType = opts.ResourceType;
    this.ResourceId = opts.ResourceId;
    this.Reason = opts.Reason;
    this.Message = opts.Message;
    this.RequestId = opts.RequestId;
  }
};
var ThrottlingException = class _ThrottlingException extends IdentitystoreServiceException {
  name = "ThrottlingException";
  $fault = "client";
  $retryable = {
    throttling: true
  };
  Message;
  RequestId;
  RetryAfterSeconds;
  Reason;
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
    this.Message = opts.Message;
    this.RequestId = opts.RequestId;
    this.RetryAfterSeconds = opts.RetryAfterSeconds;
    this.Reason = opts.Reason;
  }
};
var ValidationException = class _ValidationException extends IdentitystoreServiceException {
  name = "ValidationException";
  $fault = "client";
  Message;
  RequestId;
  Reason;
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
    this.Message = opts.Message;
    this.RequestId = opts.RequestId;
    this.Reason = opts.Reason;
  }
};
var ConflictException = class _ConflictException extends IdentitystoreServiceException {
  name = "ConflictException";
  $fault = "client";
  Message;
  RequestId;
  Reason;
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
    this.Message = opts.Message;
    this.RequestId = opts.RequestId;
    this.Reason = opts.Reason;
  }
};
var ServiceQuotaExceededException = class _ServiceQuotaExceededException extends IdentitystoreServiceException {
  name = "ServiceQuotaExceededException";
  $fault = "client";
  Message;
  RequestId;
  constructor(opts) {
    super({
      name: "ServiceQuotaExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceQuotaExceededException.prototype);
    this.Message = opts.Message;
    this.RequestId = opts.RequestId;
  }
};

// node_modules/@aws-sdk/client-identitystore/dist-es/schemas/schemas_0.js
var _A = "Address";
var _ADE = "AccessDeniedException";
var _AP = "AttributePath";
var _AV = "AttributeValue";
var _Ad = "Addresses";
var _B = "Birthdate";
var _C = "Country";
var _CA = "CreatedAt";
var _CB = "CreatedBy";
var _CE = "ConflictException";
var _CUR = "CreateUserRequest";
var _D = "Description";
var _DN = "DisplayName";
var _DURes = "DescribeUserRequest";
var _DUResc = "DescribeUserResponse";
var _DUe = "DescribeUser";
var _Di = "Display";
var _E = "Emails";
var _EI = "ExternalIds";
var _EII = "ExternalIdIdentifier";
var _EIIx = "ExternalIdIssuer";
var _EIx = "ExternalId";
var _Em = "Email";
var _Ex = "Extensions";
var _F = "Formatted";
var _FN = "FamilyName";
var _Fi = "Filter";
var _Fil = "Filters";
var _G = "Group";
var _GDN = "GroupDisplayName";
var _GI = "GroupId";
var _GIr = "GroupIds";
var _GM = "GroupMembership";
var _GMr = "GroupMemberships";
var _GN = "GivenName";
var _Gr = "Groups";
var _HP = "HonorificPrefix";
var _HS = "HonorificSuffix";
var _I = "Issuer";
var _IMIGR = "IsMemberInGroupsRequest";
var _ISE = "InternalServerException";
var _ISI = "IdentityStoreId";
var _Id = "Id";
var _L = "Locality";
var _LG = "ListGroups";
var _LGM = "ListGroupMemberships";
var _LGMR = "ListGroupMembershipsRequest";
var _LGMRi = "ListGroupMembershipsResponse";
var _LGR = "ListGroupsRequest";
var _LGRi = "ListGroupsResponse";
var _LU = "ListUsers";
var _LUR = "ListUsersRequest";
var _LURi = "ListUsersResponse";
var _Lo = "Locale";
var _M = "Message";
var _MI = "MemberId";
var _MIe = "MembershipId";
var _MN = "MiddleName";
var _MR = "MaxResults";
var _N = "Name";
var _NN = "NickName";
var _NT = "NextToken";
var _P = "Primary";
var _PC = "PostalCode";
var _PL = "PreferredLanguage";
var _PN = "PhoneNumbers";
var _PNh = "PhoneNumber";
var _PU = "ProfileUrl";
var _Ph = "Photos";
var _Pho = "Photo";
var _R = "Reason";
var _RA = "Retry-After";
var _RAS = "RetryAfterSeconds";
var _RI = "RequestId";
var _RIe = "ResourceId";
var _RNFE = "ResourceNotFoundException";
var _RT = "ResourceType";
var _Re = "Region";
var _Ro = "Roles";
var _Rol = "Role";
var _SA = "StreetAddress";
var _SQEE = "ServiceQuotaExceededException";
var _SST = "SensitiveStringType";
var _T = "Type";
var _TE = "ThrottlingException";
var _Ti = "Title";
var _Tim = "Timezone";
var _U = "Users";
var _UA = "UpdatedAt";
var _UB = "UpdatedBy";
var _UI = "UserId";
var _UN = "UserName";
var _US = "UserStatus";
var _UT = "UserType";
var _Us = "User";
var _V = "Value";
var _VE = "ValidationException";
var _W = "Website";
var _c = "client";
var _e = "error";
var _hE = "httpError";
var _hH = "httpHeader";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.identitystore";
var _se = "server";
var n0 = "com.amazonaws.identitystore";
var _s_registry = new TypeRegistry(_s);
var IdentitystoreServiceException$ = [-3, _s, "IdentitystoreServiceException", 0, [], []];
_s_registry.registerError(IdentitystoreServiceException$, IdentitystoreServiceException);
var n0_registry = new TypeRegistry(n0);
var AccessDeniedException$ = [
  -3,
  n0,
  _ADE,
  { [_e]: _c, [_hE]: 403 },
  [_M, _RI, _R],
  [0, 0, 0]
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var ConflictException$ = [
  -3,
  n0,
  _CE,
  { [_e]: _c, [_hE]: 409 },
  [_M, _RI, _R],
  [0, 0, 0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var InternalServerException$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _se, [_hE]: 500 },
  [_M, _RI, _RAS],
  [0, 0, [1, { [_hH]: _RA }]]
];
n0_registry.registerError(InternalServerException$, InternalServerException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_e]: _c, [_hE]: 404 },
  [_RT, _RIe, _R, _M, _RI],
  [0, 0, 0, 0, 0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ServiceQuotaExceededException$ = [
  -3,
  n0,
  _SQEE,
  { [_e]: _c, [_hE]: 402 },
  [_M, _RI],
  [0, 0]
];
n0_registry.registerError(ServiceQuotaExceededException$, ServiceQuotaExceededException);
var ThrottlingException$ = [
  -3,
  n0,
  _TE,
  { [_e]: _c, [_hE]: 429 },
  [_M, _RI, _RAS, _R],
  [0, 0, [1, { [_hH]: _RA }], 0]
];
n0_registry.registerError(ThrottlingException$, ThrottlingException);
var ValidationException$ = [
  -3,
  n0,
  _VE,
  { [_e]: _c, [_hE]: 400 },
  [_M, _RI, _R],
  [0, 0, 0]
];
n0_registry.registerError(ValidationException$, ValidationException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var ExternalIdIdentifier = [0, n0, _EII, 8, 0];
var ExternalIdIssuer = [0, n0, _EIIx, 8, 0];
var GroupDisplayName = [0, n0, _GDN, 8, 0];
var SensitiveStringType = [0, n0, _SST, 8, 0];
var UserName = [0, n0, _UN, 8, 0];
var Address$ = [
  3,
  n0,
  _A,
  0,
  [_SA, _L, _Re, _PC, _C, _F, _T, _P],
  [[() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], 2]
];
var CreateUserRequest$ = [
  3,
  n0,
  _CUR,
  0,
  [_ISI, _UN, _N, _DN, _NN, _PU, _E, _Ad, _PN, _UT, _Ti, _PL, _Lo, _Tim, _Ph, _W, _B, _Ro, _Ex],
  [0, [() => UserName, 0], [() => Name$, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => Emails, 0], [() => Addresses, 0], [() => PhoneNumbers, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => Photos, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => Roles, 0], 128 | 15],
  1
];
var DescribeUserRequest$ = [
  3,
  n0,
  _DURes,
  0,
  [_ISI, _UI, _Ex],
  [0, 0, 64 | 0],
  2
];
var DescribeUserResponse$ = [
  3,
  n0,
  _DUResc,
  0,
  [_ISI, _UI, _UN, _EI, _N, _DN, _NN, _PU, _E, _Ad, _PN, _UT, _Ti, _PL, _Lo, _Tim, _US, _Ph, _W, _B, _Ro, _CA, _CB, _UA, _UB, _Ex],
  [0, 0, [() => UserName, 0], [() => ExternalIds, 0], [() => Name$, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => Emails, 0], [() => Addresses, 0], [() => PhoneNumbers, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], 0, [() => Photos, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => Roles, 0], 4, 0, 4, 0, 128 | 15],
  2
];
var Email$ = [
  3,
  n0,
  _Em,
  0,
  [_V, _T, _P],
  [[() => SensitiveStringType, 0], [() => SensitiveStringType, 0], 2]
];
var ExternalId$ = [
  3,
  n0,
  _EIx,
  0,
  [_I, _Id],
  [[() => ExternalIdIssuer, 0], [() => ExternalIdIdentifier, 0]],
  2
];
var Filter$ = [
  3,
  n0,
  _Fi,
  0,
  [_AP, _AV],
  [0, [() => SensitiveStringType, 0]],
  2
];
var Group$ = [
  3,
  n0,
  _G,
  0,
  [_GI, _ISI, _DN, _EI, _D, _CA, _UA, _CB, _UB],
  [0, 0, [() => GroupDisplayName, 0], [() => ExternalIds, 0], [() => SensitiveStringType, 0], 4, 4, 0, 0],
  2
];
var GroupMembership$ = [
  3,
  n0,
  _GM,
  0,
  [_ISI, _MIe, _GI, _MI, _CA, _UA, _CB, _UB],
  [0, 0, 0, () => MemberId$, 4, 4, 0, 0],
  1
];
var IsMemberInGroupsRequest$ = [
  3,
  n0,
  _IMIGR,
  0,
  [_ISI, _MI, _GIr],
  [0, () => MemberId$, 64 | 0],
  3
];
var ListGroupMembershipsRequest$ = [
  3,
  n0,
  _LGMR,
  0,
  [_ISI, _GI, _MR, _NT],
  [0, 0, 1, 0],
  2
];
var ListGroupMembershipsResponse$ = [
  3,
  n0,
  _LGMRi,
  0,
  [_GMr, _NT],
  [() => GroupMemberships, 0],
  1
];
var ListGroupsRequest$ = [
  3,
  n0,
  _LGR,
  0,
  [_ISI, _MR, _NT, _Fil],
  [0, 1, 0, [() => Filters, 0]],
  1
];
var ListGroupsResponse$ = [
  3,
  n0,
  _LGRi,
  0,
  [_Gr, _NT],
  [[() => Groups, 0], 0],
  1
];
var ListUsersRequest$ = [
  3,
  n0,
  _LUR,
  0,
  [_ISI, _Ex, _MR, _NT, _Fil],
  [0, 64 | 0, 1, 0, [() => Filters, 0]],
  1
];
var ListUsersResponse$ = [
  3,
  n0,
  _LURi,
  0,
  [_U, _NT],
  [[() => Users, 0], 0],
  1
];
var Name$ = [
  3,
  n0,
  _N,
  0,
  [_F, _FN, _GN, _MN, _HP, _HS],
  [[() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0]]
];
var PhoneNumber$ = [
  3,
  n0,
  _PNh,
  0,
  [_V, _T, _P],
  [[() => SensitiveStringType, 0], [() => SensitiveStringType, 0], 2]
];
var Photo$ = [
  3,
  n0,
  _Pho,
  0,
  [_V, _T, _Di, _P],
  [[() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], 2],
  1
];
var Role$ = [
  3,
  n0,
  _Rol,
  0,
  [_V, _T, _P],
  [[() => SensitiveStringType, 0], [() => SensitiveStringType, 0], 2]
];
var User$ = [
  3,
  n0,
  _Us,
  0,
  [_ISI, _UI, _UN, _EI, _N, _DN, _NN, _PU, _E, _Ad, _PN, _UT, _Ti, _PL, _Lo, _Tim, _US, _Ph, _W, _B, _Ro, _CA, _CB, _UA, _UB, _Ex],
  [0, 0, [() => UserName, 0], [() => ExternalIds, 0], [() => Name$, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => Emails, 0], [() => Addresses, 0], [() => PhoneNumbers, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], 0, [() => Photos, 0], [() => SensitiveStringType, 0], [() => SensitiveStringType, 0], [() => Roles, 0], 4, 0, 4, 0, 128 | 15],
  2
];
var Addresses = [
  1,
  n0,
  _Ad,
  0,
  [
    () => Address$,
    0
  ]
];
var Emails = [
  1,
  n0,
  _E,
  0,
  [
    () => Email$,
    0
  ]
];
var ExtensionNames = 64 | 0;
var ExternalIds = [
  1,
  n0,
  _EI,
  0,
  [
    () => ExternalId$,
    0
  ]
];
var Filters = [
  1,
  n0,
  _Fil,
  0,
  [
    () => Filter$,
    0
  ]
];
var GroupIds = 64 | 0;
var GroupMemberships = [
  1,
  n0,
  _GMr,
  0,
  () => GroupMembership$
];
var Groups = [
  1,
  n0,
  _Gr,
  0,
  [
    () => Group$,
    0
  ]
];
var PhoneNumbers = [
  1,
  n0,
  _PN,
  0,
  [
    () => PhoneNumber$,
    0
  ]
];
var Photos = [
  1,
  n0,
  _Ph,
  0,
  [
    () => Photo$,
    0
  ]
];
var Roles = [
  1,
  n0,
  _Ro,
  0,
  [
    () => Role$,
    0
  ]
];
var Users = [
  1,
  n0,
  _U,
  0,
  [
    () => User$,
    0
  ]
];
var Extensions = 128 | 15;
var MemberId$ = [
  4,
  n0,
  _MI,
  0,
  [_UI],
  [0]
];
var DescribeUser$ = [
  9,
  n0,
  _DUe,
  0,
  () => DescribeUserRequest$,
  () => DescribeUserResponse$
];
var ListGroupMemberships$ = [
  9,
  n0,
  _LGM,
  0,
  () => ListGroupMembershipsRequest$,
  () => ListGroupMembershipsResponse$
];
var ListGroups$ = [
  9,
  n0,
  _LG,
  0,
  () => ListGroupsRequest$,
  () => ListGroupsResponse$
];
var ListUsers$ = [
  9,
  n0,
  _LU,
  0,
  () => ListUsersRequest$,
  () => ListUsersResponse$
];

// node_modules/@aws-sdk/client-identitystore/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2020-06-15",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultIdentitystoreHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.identitystore",
      errorTypeRegistries,
      version: "2020-06-15",
      serviceTarget: "AWSIdentityStore"
    },
    serviceId: config?.serviceId ?? "identitystore",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-identitystore/dist-es/runtimeConfig.js
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

// node_modules/@aws-sdk/client-identitystore/dist-es/auth/httpAuthExtensionConfiguration.js
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

// node_modules/@aws-sdk/client-identitystore/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-identitystore/dist-es/IdentitystoreClient.js
var IdentitystoreClient = class extends Client {
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
      httpAuthSchemeParametersProvider: defaultIdentitystoreHttpAuthSchemeParametersProvider,
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

// node_modules/@aws-sdk/client-identitystore/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "AWSIdentityStore", "IdentitystoreClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-identitystore/dist-es/commands/DescribeUserCommand.js
var DescribeUserCommand = class extends command(_ep0, _mw0, "DescribeUser", DescribeUser$) {
};

// node_modules/@aws-sdk/client-identitystore/dist-es/commands/ListGroupMembershipsCommand.js
var ListGroupMembershipsCommand = class extends command(_ep0, _mw0, "ListGroupMemberships", ListGroupMemberships$) {
};

// node_modules/@aws-sdk/client-identitystore/dist-es/commands/ListGroupsCommand.js
var ListGroupsCommand = class extends command(_ep0, _mw0, "ListGroups", ListGroups$) {
};

// node_modules/@aws-sdk/client-identitystore/dist-es/commands/ListUsersCommand.js
var ListUsersCommand = class extends command(_ep0, _mw0, "ListUsers", ListUsers$) {
};

// node_modules/@aws-sdk/client-organizations/dist-es/auth/httpAuthSchemeProvider.js
var defaultOrganizationsHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
      name: "organizations",
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
var defaultOrganizationsHttpAuthSchemeProvider = (authParameters) => {
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

// node_modules/@aws-sdk/client-organizations/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters2 = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "organizations"
  });
};
var commonParams2 = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-organizations/package.json
var package_default2 = {
  name: "@aws-sdk/client-organizations",
  version: "3.1169.0",
  description: "AWS SDK for JavaScript Organizations Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-organizations",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-organizations"
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

// node_modules/@aws-sdk/client-organizations/dist-es/endpoint/bdd.js
var l = "ref";
var m = "authSchemes";
var n = "signingRegion";
var a2 = -1;
var b2 = true;
var c2 = "isSet";
var d2 = "PartitionResult";
var e2 = "booleanEquals";
var f2 = "getAttr";
var g2 = { [l]: "Endpoint" };
var h2 = { [l]: d2 };
var i2 = { [m]: [{ "name": "sigv4", [n]: "us-gov-west-1" }] };
var j2 = { [m]: [{ "name": "sigv4", [n]: "{PartitionResult#implicitGlobalRegion}" }] };
var k2 = [{ [l]: "Region" }];
var _data2 = {
  conditions: [
    [c2, [g2]],
    [c2, k2],
    ["aws.partition", k2, d2],
    [e2, [{ [l]: "UseFIPS" }, b2]],
    [e2, [{ [l]: "UseDualStack" }, b2]],
    ["stringEquals", [{ fn: f2, argv: [h2, "name"] }, "aws-us-gov"]],
    [e2, [{ fn: f2, argv: [h2, "supportsFIPS"] }, b2]],
    [e2, [{ fn: f2, argv: [h2, "supportsDualStack"] }, b2]]
  ],
  results: [
    [a2],
    [a2, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a2, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g2, {}],
    ["https://organizations.us-gov-west-1.amazonaws.com", i2],
    ["https://organizations.us-gov-west-1.api.aws", i2],
    ["https://organizations-fips.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dualStackDnsSuffix}", j2],
    [a2, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://organizations-fips.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dnsSuffix}", j2],
    [a2, "FIPS is enabled but this partition does not support FIPS"],
    ["https://organizations.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dualStackDnsSuffix}", j2],
    [a2, "DualStack is enabled but this partition does not support DualStack"],
    ["https://organizations.{PartitionResult#implicitGlobalRegion}.{PartitionResult#dnsSuffix}", j2],
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
  14,
  3,
  1,
  4,
  r2 + 13,
  2,
  5,
  r2 + 13,
  3,
  8,
  6,
  4,
  7,
  r2 + 12,
  7,
  r2 + 10,
  r2 + 11,
  4,
  11,
  9,
  5,
  r2 + 4,
  10,
  6,
  r2 + 8,
  r2 + 9,
  5,
  r2 + 5,
  12,
  6,
  13,
  r2 + 7,
  7,
  r2 + 6,
  r2 + 7,
  3,
  r2 + 1,
  15,
  4,
  r2 + 2,
  r2 + 3
]);
var bdd2 = BinaryDecisionDiagram.from(nodes2, root2, _data2.conditions, _data2.results);

// node_modules/@aws-sdk/client-organizations/dist-es/endpoint/endpointResolver.js
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

// node_modules/@aws-sdk/client-organizations/dist-es/models/OrganizationsServiceException.js
var OrganizationsServiceException = class _OrganizationsServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.organizations#OrganizationsServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _OrganizationsServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-organizations/dist-es/models/errors.js
var AccessDeniedException2 = class _AccessDeniedException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AccessDeniedException";
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
var AccessDeniedForDependencyException = class _AccessDeniedForDependencyException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AccessDeniedForDependencyException";
  name = "AccessDeniedForDependencyException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "AccessDeniedForDependencyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedForDependencyException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};
var AWSOrganizationsNotInUseException = class _AWSOrganizationsNotInUseException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AWSOrganizationsNotInUseException";
  name = "AWSOrganizationsNotInUseException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AWSOrganizationsNotInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AWSOrganizationsNotInUseException.prototype);
    this.Message = opts.Message;
  }
};
var ConcurrentModificationException = class _ConcurrentModificationException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ConcurrentModificationException";
  name = "ConcurrentModificationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ConcurrentModificationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConcurrentModificationException.prototype);
    this.Message = opts.Message;
  }
};
var ConstraintViolationException = class _ConstraintViolationException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ConstraintViolationException";
  name = "ConstraintViolationException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "ConstraintViolationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConstraintViolationException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};
var HandshakeAlreadyInStateException = class _HandshakeAlreadyInStateException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#HandshakeAlreadyInStateException";
  name = "HandshakeAlreadyInStateException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "HandshakeAlreadyInStateException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _HandshakeAlreadyInStateException.prototype);
    this.Message = opts.Message;
  }
};
var HandshakeConstraintViolationException = class _HandshakeConstraintViolationException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#HandshakeConstraintViolationException";
  name = "HandshakeConstraintViolationException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "HandshakeConstraintViolationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _HandshakeConstraintViolationException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};
var HandshakeNotFoundException = class _HandshakeNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#HandshakeNotFoundException";
  name = "HandshakeNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "HandshakeNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _HandshakeNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidHandshakeTransitionException = class _InvalidHandshakeTransitionException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#InvalidHandshakeTransitionException";
  name = "InvalidHandshakeTransitionException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidHandshakeTransitionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidHandshakeTransitionException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidInputException = class _InvalidInputException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#InvalidInputException";
  name = "InvalidInputException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "InvalidInputException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidInputException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};
var MasterCannotLeaveOrganizationException = class _MasterCannotLeaveOrganizationException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#MasterCannotLeaveOrganizationException";
  name = "MasterCannotLeaveOrganizationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "MasterCannotLeaveOrganizationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MasterCannotLeaveOrganizationException.prototype);
    this.Message = opts.Message;
  }
};
var ServiceException2 = class _ServiceException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ServiceException";
  name = "ServiceException";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "ServiceException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyRequestsException = class _TooManyRequestsException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#TooManyRequestsException";
  name = "TooManyRequestsException";
  $fault = "client";
  Type;
  Message;
  constructor(opts) {
    super({
      name: "TooManyRequestsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyRequestsException.prototype);
    this.Type = opts.Type;
    this.Message = opts.Message;
  }
};
var AccountAlreadyClosedException = class _AccountAlreadyClosedException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AccountAlreadyClosedException";
  name = "AccountAlreadyClosedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountAlreadyClosedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountAlreadyClosedException.prototype);
    this.Message = opts.Message;
  }
};
var AccountAlreadyRegisteredException = class _AccountAlreadyRegisteredException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AccountAlreadyRegisteredException";
  name = "AccountAlreadyRegisteredException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountAlreadyRegisteredException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountAlreadyRegisteredException.prototype);
    this.Message = opts.Message;
  }
};
var AccountNotFoundException = class _AccountNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AccountNotFoundException";
  name = "AccountNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var AccountNotRegisteredException = class _AccountNotRegisteredException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AccountNotRegisteredException";
  name = "AccountNotRegisteredException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountNotRegisteredException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountNotRegisteredException.prototype);
    this.Message = opts.Message;
  }
};
var AccountOwnerNotVerifiedException = class _AccountOwnerNotVerifiedException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AccountOwnerNotVerifiedException";
  name = "AccountOwnerNotVerifiedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountOwnerNotVerifiedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountOwnerNotVerifiedException.prototype);
    this.Message = opts.Message;
  }
};
var AlreadyInOrganizationException = class _AlreadyInOrganizationException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#AlreadyInOrganizationException";
  name = "AlreadyInOrganizationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AlreadyInOrganizationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AlreadyInOrganizationException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicatePolicyAttachmentException = class _DuplicatePolicyAttachmentException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#DuplicatePolicyAttachmentException";
  name = "DuplicatePolicyAttachmentException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicatePolicyAttachmentException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicatePolicyAttachmentException.prototype);
    this.Message = opts.Message;
  }
};
var PolicyChangesInProgressException = class _PolicyChangesInProgressException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#PolicyChangesInProgressException";
  name = "PolicyChangesInProgressException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PolicyChangesInProgressException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyChangesInProgressException.prototype);
    this.Message = opts.Message;
  }
};
var PolicyNotFoundException = class _PolicyNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#PolicyNotFoundException";
  name = "PolicyNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PolicyNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var PolicyTypeNotEnabledException = class _PolicyTypeNotEnabledException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#PolicyTypeNotEnabledException";
  name = "PolicyTypeNotEnabledException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PolicyTypeNotEnabledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyTypeNotEnabledException.prototype);
    this.Message = opts.Message;
  }
};
var TargetNotFoundException = class _TargetNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#TargetNotFoundException";
  name = "TargetNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TargetNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TargetNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var UnsupportedAPIEndpointException = class _UnsupportedAPIEndpointException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#UnsupportedAPIEndpointException";
  name = "UnsupportedAPIEndpointException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "UnsupportedAPIEndpointException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _UnsupportedAPIEndpointException.prototype);
    this.Message = opts.Message;
  }
};
var ConflictException2 = class _ConflictException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ConflictException";
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
var FinalizingOrganizationException = class _FinalizingOrganizationException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#FinalizingOrganizationException";
  name = "FinalizingOrganizationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "FinalizingOrganizationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _FinalizingOrganizationException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateOrganizationalUnitException = class _DuplicateOrganizationalUnitException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#DuplicateOrganizationalUnitException";
  name = "DuplicateOrganizationalUnitException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateOrganizationalUnitException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateOrganizationalUnitException.prototype);
    this.Message = opts.Message;
  }
};
var ParentNotFoundException = class _ParentNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ParentNotFoundException";
  name = "ParentNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ParentNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ParentNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicatePolicyException = class _DuplicatePolicyException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#DuplicatePolicyException";
  name = "DuplicatePolicyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicatePolicyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicatePolicyException.prototype);
    this.Message = opts.Message;
  }
};
var MalformedPolicyDocumentException = class _MalformedPolicyDocumentException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#MalformedPolicyDocumentException";
  name = "MalformedPolicyDocumentException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "MalformedPolicyDocumentException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MalformedPolicyDocumentException.prototype);
    this.Message = opts.Message;
  }
};
var PolicyTypeNotAvailableForOrganizationException = class _PolicyTypeNotAvailableForOrganizationException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#PolicyTypeNotAvailableForOrganizationException";
  name = "PolicyTypeNotAvailableForOrganizationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PolicyTypeNotAvailableForOrganizationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyTypeNotAvailableForOrganizationException.prototype);
    this.Message = opts.Message;
  }
};
var OrganizationNotEmptyException = class _OrganizationNotEmptyException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#OrganizationNotEmptyException";
  name = "OrganizationNotEmptyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "OrganizationNotEmptyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OrganizationNotEmptyException.prototype);
    this.Message = opts.Message;
  }
};
var OrganizationalUnitNotEmptyException = class _OrganizationalUnitNotEmptyException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#OrganizationalUnitNotEmptyException";
  name = "OrganizationalUnitNotEmptyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "OrganizationalUnitNotEmptyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OrganizationalUnitNotEmptyException.prototype);
    this.Message = opts.Message;
  }
};
var OrganizationalUnitNotFoundException = class _OrganizationalUnitNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#OrganizationalUnitNotFoundException";
  name = "OrganizationalUnitNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "OrganizationalUnitNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OrganizationalUnitNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var PolicyInUseException = class _PolicyInUseException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#PolicyInUseException";
  name = "PolicyInUseException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PolicyInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyInUseException.prototype);
    this.Message = opts.Message;
  }
};
var ResourcePolicyNotFoundException = class _ResourcePolicyNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ResourcePolicyNotFoundException";
  name = "ResourcePolicyNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourcePolicyNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourcePolicyNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var CreateAccountStatusNotFoundException = class _CreateAccountStatusNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#CreateAccountStatusNotFoundException";
  name = "CreateAccountStatusNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CreateAccountStatusNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CreateAccountStatusNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var EffectivePolicyNotFoundException = class _EffectivePolicyNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#EffectivePolicyNotFoundException";
  name = "EffectivePolicyNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EffectivePolicyNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EffectivePolicyNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var ResponsibilityTransferNotFoundException = class _ResponsibilityTransferNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ResponsibilityTransferNotFoundException";
  name = "ResponsibilityTransferNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResponsibilityTransferNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResponsibilityTransferNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var PolicyNotAttachedException = class _PolicyNotAttachedException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#PolicyNotAttachedException";
  name = "PolicyNotAttachedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PolicyNotAttachedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyNotAttachedException.prototype);
    this.Message = opts.Message;
  }
};
var RootNotFoundException = class _RootNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#RootNotFoundException";
  name = "RootNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "RootNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _RootNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var PolicyTypeAlreadyEnabledException = class _PolicyTypeAlreadyEnabledException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#PolicyTypeAlreadyEnabledException";
  name = "PolicyTypeAlreadyEnabledException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PolicyTypeAlreadyEnabledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyTypeAlreadyEnabledException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateHandshakeException = class _DuplicateHandshakeException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#DuplicateHandshakeException";
  name = "DuplicateHandshakeException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateHandshakeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateHandshakeException.prototype);
    this.Message = opts.Message;
  }
};
var ChildNotFoundException = class _ChildNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ChildNotFoundException";
  name = "ChildNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ChildNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ChildNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var DestinationParentNotFoundException = class _DestinationParentNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#DestinationParentNotFoundException";
  name = "DestinationParentNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DestinationParentNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DestinationParentNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateAccountException = class _DuplicateAccountException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#DuplicateAccountException";
  name = "DuplicateAccountException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateAccountException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateAccountException.prototype);
    this.Message = opts.Message;
  }
};
var SourceParentNotFoundException = class _SourceParentNotFoundException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#SourceParentNotFoundException";
  name = "SourceParentNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "SourceParentNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _SourceParentNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidResponsibilityTransferTransitionException = class _InvalidResponsibilityTransferTransitionException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#InvalidResponsibilityTransferTransitionException";
  name = "InvalidResponsibilityTransferTransitionException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidResponsibilityTransferTransitionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidResponsibilityTransferTransitionException.prototype);
    this.Message = opts.Message;
  }
};
var ResponsibilityTransferAlreadyInStatusException = class _ResponsibilityTransferAlreadyInStatusException extends OrganizationsServiceException {
  static shapeId = "com.amazonaws.organizations#ResponsibilityTransferAlreadyInStatusException";
  name = "ResponsibilityTransferAlreadyInStatusException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResponsibilityTransferAlreadyInStatusException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResponsibilityTransferAlreadyInStatusException.prototype);
    this.Message = opts.Message;
  }
};

// node_modules/@aws-sdk/client-organizations/dist-es/schemas/schemas_0.js
var _A2 = "Account";
var _AACE = "AccountAlreadyClosedException";
var _AARE = "AccountAlreadyRegisteredException";
var _ADE2 = "AccessDeniedException";
var _ADFDE = "AccessDeniedForDependencyException";
var _AIOE = "AlreadyInOrganizationException";
var _AN = "AccountName";
var _ANFE = "AccountNotFoundException";
var _ANRE = "AccountNotRegisteredException";
var _AONVE = "AccountOwnerNotVerifiedException";
var _APT = "AvailablePolicyTypes";
var _AWSONIUE = "AWSOrganizationsNotInUseException";
var _Acc = "Accounts";
var _Ar = "Arn";
var _CASNFE = "CreateAccountStatusNotFoundException";
var _CE2 = "ConflictException";
var _CME = "ConcurrentModificationException";
var _CNFE = "ChildNotFoundException";
var _CP = "ContributingPolicies";
var _CVE = "ConstraintViolationException";
var _DAE = "DuplicateAccountException";
var _DHE = "DuplicateHandshakeException";
var _DOR = "DescribeOrganizationResponse";
var _DOUE = "DuplicateOrganizationalUnitException";
var _DOe = "DescribeOrganization";
var _DPAE = "DuplicatePolicyAttachmentException";
var _DPE = "DuplicatePolicyException";
var _DPNFE = "DestinationParentNotFoundException";
var _E2 = "Email";
var _EC = "ErrorCode";
var _EM = "ErrorMessage";
var _EPNFE = "EffectivePolicyNotFoundException";
var _EPVE = "EffectivePolicyValidationError";
var _FOE = "FinalizingOrganizationException";
var _FS = "FeatureSet";
var _HAISE = "HandshakeAlreadyInStateException";
var _HCVE = "HandshakeConstraintViolationException";
var _HNFE = "HandshakeNotFoundException";
var _I2 = "Id";
var _IHTE = "InvalidHandshakeTransitionException";
var _IIE = "InvalidInputException";
var _IRTTE = "InvalidResponsibilityTransferTransitionException";
var _JM = "JoinedMethod";
var _JT = "JoinedTimestamp";
var _LA = "ListAccounts";
var _LAR = "ListAccountsRequest";
var _LARi = "ListAccountsResponse";
var _LCASR = "ListCreateAccountStatusRequest";
var _M2 = "Message";
var _MAA = "MasterAccountArn";
var _MAE = "MasterAccountEmail";
var _MAI = "MasterAccountId";
var _MCLOE = "MasterCannotLeaveOrganizationException";
var _MPDE = "MalformedPolicyDocumentException";
var _MR2 = "MaxResults";
var _N2 = "Name";
var _NT2 = "NextToken";
var _O = "Organization";
var _ONEE = "OrganizationNotEmptyException";
var _OUNEE = "OrganizationalUnitNotEmptyException";
var _OUNFE = "OrganizationalUnitNotFoundException";
var _P2 = "Paths";
var _PCIPE = "PolicyChangesInProgressException";
var _PIUE = "PolicyInUseException";
var _PNAE = "PolicyNotAttachedException";
var _PNFE = "ParentNotFoundException";
var _PNFEo = "PolicyNotFoundException";
var _PTAEE = "PolicyTypeAlreadyEnabledException";
var _PTE = "PathToError";
var _PTNAFOE = "PolicyTypeNotAvailableForOrganizationException";
var _PTNEE = "PolicyTypeNotEnabledException";
var _PTSo = "PolicyTypeSummary";
var _PTo = "PolicyTypes";
var _R2 = "Reason";
var _RIe2 = "ResourceId";
var _RNFE2 = "RootNotFoundException";
var _RPNFE = "ResourcePolicyNotFoundException";
var _RTAISE = "ResponsibilityTransferAlreadyInStatusException";
var _RTNFE = "ResponsibilityTransferNotFoundException";
var _S = "Status";
var _SE = "ServiceException";
var _SPNFE = "SourceParentNotFoundException";
var _St = "State";
var _Sta = "States";
var _T2 = "Type";
var _TK = "TagKeys";
var _TMRE = "TooManyRequestsException";
var _TNFE = "TargetNotFoundException";
var _UAPIEE = "UnsupportedAPIEndpointException";
var _URR = "UntagResourceRequest";
var _c2 = "client";
var _e2 = "error";
var _hE2 = "httpError";
var _s2 = "smithy.ts.sdk.synthetic.com.amazonaws.organizations";
var _se2 = "server";
var n02 = "com.amazonaws.organizations";
var _s_registry2 = new TypeRegistry(_s2);
var OrganizationsServiceException$ = [-3, _s2, "OrganizationsServiceException", 0, [], []];
_s_registry2.registerError(OrganizationsServiceException$, OrganizationsServiceException);
var n0_registry2 = new TypeRegistry(n02);
var AccessDeniedException$2 = [
  -3,
  n02,
  _ADE2,
  { [_e2]: _c2, [_hE2]: 403 },
  [_M2],
  [0]
];
n0_registry2.registerError(AccessDeniedException$2, AccessDeniedException2);
var AccessDeniedForDependencyException$ = [
  -3,
  n02,
  _ADFDE,
  { [_e2]: _c2, [_hE2]: 403 },
  [_M2, _R2],
  [0, 0]
];
n0_registry2.registerError(AccessDeniedForDependencyException$, AccessDeniedForDependencyException);
var AccountAlreadyClosedException$ = [
  -3,
  n02,
  _AACE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(AccountAlreadyClosedException$, AccountAlreadyClosedException);
var AccountAlreadyRegisteredException$ = [
  -3,
  n02,
  _AARE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(AccountAlreadyRegisteredException$, AccountAlreadyRegisteredException);
var AccountNotFoundException$ = [
  -3,
  n02,
  _ANFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(AccountNotFoundException$, AccountNotFoundException);
var AccountNotRegisteredException$ = [
  -3,
  n02,
  _ANRE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(AccountNotRegisteredException$, AccountNotRegisteredException);
var AccountOwnerNotVerifiedException$ = [
  -3,
  n02,
  _AONVE,
  { [_e2]: _c2, [_hE2]: 403 },
  [_M2],
  [0]
];
n0_registry2.registerError(AccountOwnerNotVerifiedException$, AccountOwnerNotVerifiedException);
var AlreadyInOrganizationException$ = [
  -3,
  n02,
  _AIOE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(AlreadyInOrganizationException$, AlreadyInOrganizationException);
var AWSOrganizationsNotInUseException$ = [
  -3,
  n02,
  _AWSONIUE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(AWSOrganizationsNotInUseException$, AWSOrganizationsNotInUseException);
var ChildNotFoundException$ = [
  -3,
  n02,
  _CNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(ChildNotFoundException$, ChildNotFoundException);
var ConcurrentModificationException$ = [
  -3,
  n02,
  _CME,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(ConcurrentModificationException$, ConcurrentModificationException);
var ConflictException$2 = [
  -3,
  n02,
  _CE2,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(ConflictException$2, ConflictException2);
var ConstraintViolationException$ = [
  -3,
  n02,
  _CVE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2, _R2],
  [0, 0]
];
n0_registry2.registerError(ConstraintViolationException$, ConstraintViolationException);
var CreateAccountStatusNotFoundException$ = [
  -3,
  n02,
  _CASNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(CreateAccountStatusNotFoundException$, CreateAccountStatusNotFoundException);
var DestinationParentNotFoundException$ = [
  -3,
  n02,
  _DPNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(DestinationParentNotFoundException$, DestinationParentNotFoundException);
var DuplicateAccountException$ = [
  -3,
  n02,
  _DAE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(DuplicateAccountException$, DuplicateAccountException);
var DuplicateHandshakeException$ = [
  -3,
  n02,
  _DHE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(DuplicateHandshakeException$, DuplicateHandshakeException);
var DuplicateOrganizationalUnitException$ = [
  -3,
  n02,
  _DOUE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(DuplicateOrganizationalUnitException$, DuplicateOrganizationalUnitException);
var DuplicatePolicyAttachmentException$ = [
  -3,
  n02,
  _DPAE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(DuplicatePolicyAttachmentException$, DuplicatePolicyAttachmentException);
var DuplicatePolicyException$ = [
  -3,
  n02,
  _DPE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(DuplicatePolicyException$, DuplicatePolicyException);
var EffectivePolicyNotFoundException$ = [
  -3,
  n02,
  _EPNFE,
  { [_e2]: _c2 },
  [_M2],
  [0]
];
n0_registry2.registerError(EffectivePolicyNotFoundException$, EffectivePolicyNotFoundException);
var FinalizingOrganizationException$ = [
  -3,
  n02,
  _FOE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(FinalizingOrganizationException$, FinalizingOrganizationException);
var HandshakeAlreadyInStateException$ = [
  -3,
  n02,
  _HAISE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(HandshakeAlreadyInStateException$, HandshakeAlreadyInStateException);
var HandshakeConstraintViolationException$ = [
  -3,
  n02,
  _HCVE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2, _R2],
  [0, 0]
];
n0_registry2.registerError(HandshakeConstraintViolationException$, HandshakeConstraintViolationException);
var HandshakeNotFoundException$ = [
  -3,
  n02,
  _HNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(HandshakeNotFoundException$, HandshakeNotFoundException);
var InvalidHandshakeTransitionException$ = [
  -3,
  n02,
  _IHTE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(InvalidHandshakeTransitionException$, InvalidHandshakeTransitionException);
var InvalidInputException$ = [
  -3,
  n02,
  _IIE,
  { [_e2]: _c2, [_hE2]: 400 },
  [_M2, _R2],
  [0, 0]
];
n0_registry2.registerError(InvalidInputException$, InvalidInputException);
var InvalidResponsibilityTransferTransitionException$ = [
  -3,
  n02,
  _IRTTE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(InvalidResponsibilityTransferTransitionException$, InvalidResponsibilityTransferTransitionException);
var MalformedPolicyDocumentException$ = [
  -3,
  n02,
  _MPDE,
  { [_e2]: _c2, [_hE2]: 400 },
  [_M2],
  [0]
];
n0_registry2.registerError(MalformedPolicyDocumentException$, MalformedPolicyDocumentException);
var MasterCannotLeaveOrganizationException$ = [
  -3,
  n02,
  _MCLOE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(MasterCannotLeaveOrganizationException$, MasterCannotLeaveOrganizationException);
var OrganizationalUnitNotEmptyException$ = [
  -3,
  n02,
  _OUNEE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(OrganizationalUnitNotEmptyException$, OrganizationalUnitNotEmptyException);
var OrganizationalUnitNotFoundException$ = [
  -3,
  n02,
  _OUNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(OrganizationalUnitNotFoundException$, OrganizationalUnitNotFoundException);
var OrganizationNotEmptyException$ = [
  -3,
  n02,
  _ONEE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(OrganizationNotEmptyException$, OrganizationNotEmptyException);
var ParentNotFoundException$ = [
  -3,
  n02,
  _PNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(ParentNotFoundException$, ParentNotFoundException);
var PolicyChangesInProgressException$ = [
  -3,
  n02,
  _PCIPE,
  { [_e2]: _c2 },
  [_M2],
  [0]
];
n0_registry2.registerError(PolicyChangesInProgressException$, PolicyChangesInProgressException);
var PolicyInUseException$ = [
  -3,
  n02,
  _PIUE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(PolicyInUseException$, PolicyInUseException);
var PolicyNotAttachedException$ = [
  -3,
  n02,
  _PNAE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(PolicyNotAttachedException$, PolicyNotAttachedException);
var PolicyNotFoundException$ = [
  -3,
  n02,
  _PNFEo,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(PolicyNotFoundException$, PolicyNotFoundException);
var PolicyTypeAlreadyEnabledException$ = [
  -3,
  n02,
  _PTAEE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(PolicyTypeAlreadyEnabledException$, PolicyTypeAlreadyEnabledException);
var PolicyTypeNotAvailableForOrganizationException$ = [
  -3,
  n02,
  _PTNAFOE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(PolicyTypeNotAvailableForOrganizationException$, PolicyTypeNotAvailableForOrganizationException);
var PolicyTypeNotEnabledException$ = [
  -3,
  n02,
  _PTNEE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(PolicyTypeNotEnabledException$, PolicyTypeNotEnabledException);
var ResourcePolicyNotFoundException$ = [
  -3,
  n02,
  _RPNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(ResourcePolicyNotFoundException$, ResourcePolicyNotFoundException);
var ResponsibilityTransferAlreadyInStatusException$ = [
  -3,
  n02,
  _RTAISE,
  { [_e2]: _c2, [_hE2]: 409 },
  [_M2],
  [0]
];
n0_registry2.registerError(ResponsibilityTransferAlreadyInStatusException$, ResponsibilityTransferAlreadyInStatusException);
var ResponsibilityTransferNotFoundException$ = [
  -3,
  n02,
  _RTNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(ResponsibilityTransferNotFoundException$, ResponsibilityTransferNotFoundException);
var RootNotFoundException$ = [
  -3,
  n02,
  _RNFE2,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(RootNotFoundException$, RootNotFoundException);
var ServiceException$ = [
  -3,
  n02,
  _SE,
  { [_e2]: _se2, [_hE2]: 500 },
  [_M2],
  [0]
];
n0_registry2.registerError(ServiceException$, ServiceException2);
var SourceParentNotFoundException$ = [
  -3,
  n02,
  _SPNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(SourceParentNotFoundException$, SourceParentNotFoundException);
var TargetNotFoundException$ = [
  -3,
  n02,
  _TNFE,
  { [_e2]: _c2, [_hE2]: 404 },
  [_M2],
  [0]
];
n0_registry2.registerError(TargetNotFoundException$, TargetNotFoundException);
var TooManyRequestsException$ = [
  -3,
  n02,
  _TMRE,
  { [_e2]: _c2, [_hE2]: 429 },
  [_T2, _M2],
  [0, 0]
];
n0_registry2.registerError(TooManyRequestsException$, TooManyRequestsException);
var UnsupportedAPIEndpointException$ = [
  -3,
  n02,
  _UAPIEE,
  { [_e2]: _c2, [_hE2]: 403 },
  [_M2],
  [0]
];
n0_registry2.registerError(UnsupportedAPIEndpointException$, UnsupportedAPIEndpointException);
var errorTypeRegistries2 = [
  _s_registry2,
  n0_registry2
];
var AccountName = [0, n02, _AN, 8, 0];
var Email = [0, n02, _E2, 8, 0];
var Account$ = [
  3,
  n02,
  _A2,
  0,
  [_I2, _Ar, _E2, _N2, _S, _St, _P2, _JM, _JT],
  [0, 0, [() => Email, 0], [() => AccountName, 0], 0, 0, 64 | 0, 0, 4]
];
var DescribeOrganizationResponse$ = [
  3,
  n02,
  _DOR,
  0,
  [_O],
  [[() => Organization$, 0]]
];
var EffectivePolicyValidationError$ = [
  3,
  n02,
  _EPVE,
  0,
  [_EC, _EM, _PTE, _CP],
  [0, 0, 0, 64 | 0]
];
var ListAccountsRequest$ = [
  3,
  n02,
  _LAR,
  0,
  [_NT2, _MR2],
  [0, 1]
];
var ListAccountsResponse$ = [
  3,
  n02,
  _LARi,
  0,
  [_Acc, _NT2],
  [[() => Accounts, 0], 0]
];
var ListCreateAccountStatusRequest$ = [
  3,
  n02,
  _LCASR,
  0,
  [_Sta, _NT2, _MR2],
  [64 | 0, 0, 1]
];
var Organization$ = [
  3,
  n02,
  _O,
  0,
  [_I2, _Ar, _FS, _MAA, _MAI, _MAE, _APT],
  [0, 0, 0, 0, 0, [() => Email, 0], () => PolicyTypes]
];
var PolicyTypeSummary$ = [
  3,
  n02,
  _PTSo,
  0,
  [_T2, _S],
  [0, 0]
];
var UntagResourceRequest$ = [
  3,
  n02,
  _URR,
  0,
  [_RIe2, _TK],
  [0, 64 | 0],
  2
];
var __Unit = "unit";
var Accounts = [
  1,
  n02,
  _Acc,
  0,
  [
    () => Account$,
    0
  ]
];
var CreateAccountStates = 64 | 0;
var Paths = 64 | 0;
var PolicyIds = 64 | 0;
var PolicyTypes = [
  1,
  n02,
  _PTo,
  0,
  () => PolicyTypeSummary$
];
var TagKeys = 64 | 0;
var DescribeOrganization$ = [
  9,
  n02,
  _DOe,
  0,
  () => __Unit,
  () => DescribeOrganizationResponse$
];
var ListAccounts$ = [
  9,
  n02,
  _LA,
  0,
  () => ListAccountsRequest$,
  () => ListAccountsResponse$
];

// node_modules/@aws-sdk/client-organizations/dist-es/runtimeConfig.shared.js
var getRuntimeConfig3 = (config) => {
  return {
    apiVersion: "2016-11-28",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver2,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultOrganizationsHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.organizations",
      errorTypeRegistries: errorTypeRegistries2,
      xmlNamespace: "http://organizations.amazonaws.com/doc/2016-11-28/",
      version: "2016-11-28",
      serviceTarget: "AWSOrganizationsV20161128"
    },
    serviceId: config?.serviceId ?? "Organizations",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-organizations/dist-es/runtimeConfig.js
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
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
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

// node_modules/@aws-sdk/client-organizations/dist-es/auth/httpAuthExtensionConfiguration.js
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

// node_modules/@aws-sdk/client-organizations/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions2 = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration2(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig2(extensionConfiguration));
};

// node_modules/@aws-sdk/client-organizations/dist-es/OrganizationsClient.js
var OrganizationsClient = class extends Client {
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
      httpAuthSchemeParametersProvider: defaultOrganizationsHttpAuthSchemeParametersProvider,
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

// node_modules/@aws-sdk/client-organizations/dist-es/commandBuilder.js
var command2 = makeBuilder(commonParams2, "AWSOrganizationsV20161128", "OrganizationsClient", getEndpointPlugin);
var _ep02 = {};
var _mw02 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-organizations/dist-es/commands/DescribeOrganizationCommand.js
var DescribeOrganizationCommand = class extends command2(_ep02, _mw02, "DescribeOrganization", DescribeOrganization$) {
};

// node_modules/@aws-sdk/client-organizations/dist-es/commands/ListAccountsCommand.js
var ListAccountsCommand = class extends command2(_ep02, _mw02, "ListAccounts", ListAccounts$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/auth/httpAuthSchemeProvider.js
var defaultSSOAdminHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption3(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "sso",
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
var defaultSSOAdminHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption3(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig3 = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters3 = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "sso"
  });
};
var commonParams3 = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-sso-admin/package.json
var package_default3 = {
  name: "@aws-sdk/client-sso-admin",
  version: "3.1138.0",
  description: "AWS SDK for JavaScript Sso Admin Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-sso-admin",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-sso-admin"
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
    "@aws-sdk/core": "^3.978.1",
    "@aws-sdk/credential-provider-node": "^3.972.84",
    "@aws-sdk/types": "^3.974.6",
    "@smithy/core": "^3.35.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.12.1",
    "@smithy/types": "^4.19.0",
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

// node_modules/@aws-sdk/client-sso-admin/dist-es/endpoint/bdd.js
var k3 = "ref";
var a3 = -1;
var b3 = true;
var c3 = "isSet";
var d3 = "PartitionResult";
var e3 = "booleanEquals";
var f3 = "getAttr";
var g3 = { [k3]: "Endpoint" };
var h3 = { [k3]: d3 };
var i3 = {};
var j3 = [{ [k3]: "Region" }];
var _data3 = {
  conditions: [
    [c3, [g3]],
    [c3, j3],
    ["aws.partition", j3, d3],
    [e3, [{ [k3]: "UseFIPS" }, b3]],
    [e3, [{ [k3]: "UseDualStack" }, b3]],
    [e3, [{ fn: f3, argv: [h3, "supportsDualStack"] }, b3]],
    [e3, [{ fn: f3, argv: [h3, "supportsFIPS"] }, b3]],
    ["stringEquals", [{ fn: f3, argv: [h3, "name"] }, "aws-us-gov"]]
  ],
  results: [
    [a3],
    [a3, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a3, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g3, i3],
    ["https://sso-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i3],
    [a3, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://sso.{Region}.amazonaws.com", i3],
    ["https://sso-fips.{Region}.{PartitionResult#dnsSuffix}", i3],
    [a3, "FIPS is enabled but this partition does not support FIPS"],
    ["https://sso.{Region}.{PartitionResult#dualStackDnsSuffix}", i3],
    [a3, "DualStack is enabled but this partition does not support DualStack"],
    ["https://sso.{Region}.{PartitionResult#dnsSuffix}", i3],
    [a3, "Invalid Configuration: Missing Region"]
  ]
};
var root3 = 2;
var r3 = 1e8;
var nodes3 = new Int32Array([
  -1,
  1,
  -1,
  0,
  13,
  3,
  1,
  4,
  r3 + 12,
  2,
  5,
  r3 + 12,
  3,
  8,
  6,
  4,
  7,
  r3 + 11,
  5,
  r3 + 9,
  r3 + 10,
  4,
  11,
  9,
  6,
  10,
  r3 + 8,
  7,
  r3 + 6,
  r3 + 7,
  5,
  12,
  r3 + 5,
  6,
  r3 + 4,
  r3 + 5,
  3,
  r3 + 1,
  14,
  4,
  r3 + 2,
  r3 + 3
]);
var bdd3 = BinaryDecisionDiagram.from(nodes3, root3, _data3.conditions, _data3.results);

// node_modules/@aws-sdk/client-sso-admin/dist-es/endpoint/endpointResolver.js
var cache3 = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver3 = (endpointParams, context = {}) => {
  return cache3.get(endpointParams, () => decideEndpoint(bdd3, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-sso-admin/dist-es/models/SSOAdminServiceException.js
var SSOAdminServiceException = class _SSOAdminServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _SSOAdminServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/models/errors.js
var AccessDeniedException3 = class _AccessDeniedException extends SSOAdminServiceException {
  name = "AccessDeniedException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};
var ConflictException3 = class _ConflictException extends SSOAdminServiceException {
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
var InternalServerException2 = class _InternalServerException extends SSOAdminServiceException {
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
var ServiceQuotaExceededException2 = class _ServiceQuotaExceededException extends SSOAdminServiceException {
  name = "ServiceQuotaExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ServiceQuotaExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceQuotaExceededException.prototype);
    this.Message = opts.Message;
  }
};
var ThrottlingException2 = class _ThrottlingException extends SSOAdminServiceException {
  name = "ThrottlingException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};
var ValidationException2 = class _ValidationException extends SSOAdminServiceException {
  name = "ValidationException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};
var ResourceNotFoundException2 = class _ResourceNotFoundException extends SSOAdminServiceException {
  name = "ResourceNotFoundException";
  $fault = "client";
  Message;
  Reason;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.Message = opts.Message;
    this.Reason = opts.Reason;
  }
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/schemas/schemas_0.js
var _AA = "AccountAssignment";
var _AACRI = "AccountAssignmentCreationRequestId";
var _AACS = "AccountAssignmentCreationStatus";
var _AACSc = "AccountAssignmentsCreationStatus";
var _AADRI = "AccountAssignmentDeletionRequestId";
var _AADS = "AccountAssignmentDeletionStatus";
var _AADSc = "AccountAssignmentsDeletionStatus";
var _AAFP = "AccountAssignmentForPrincipal";
var _AAL = "AccountAssignmentList";
var _AALFP = "AccountAssignmentListForPrincipal";
var _AAOS = "AccountAssignmentOperationStatus";
var _AAOSL = "AccountAssignmentOperationStatusList";
var _AAOSM = "AccountAssignmentOperationStatusMetadata";
var _AAc = "AccountAssignments";
var _AAp = "ApplicationArn";
var _AAu = "AuthorizedAudiences";
var _ACAV = "AccessControlAttributeValue";
var _ACG = "AuthorizationCodeGrant";
var _ACMPRTPS = "AttachCustomerManagedPolicyReferenceToPermissionSet";
var _ACMPRTPSR = "AttachCustomerManagedPolicyReferenceToPermissionSetRequest";
var _ACMPRTPSRt = "AttachCustomerManagedPolicyReferenceToPermissionSetResponse";
var _AD = "AddedDate";
var _ADE3 = "AccessDeniedException";
var _AI = "AccountId";
var _AIc = "AccountIds";
var _AMP = "AttachedManagedPolicy";
var _AMPL = "AttachedManagedPolicyList";
var _AMPTPS = "AttachManagedPolicyToPermissionSet";
var _AMPTPSR = "AttachManagedPolicyToPermissionSetRequest";
var _AMPTPSRt = "AttachManagedPolicyToPermissionSetResponse";
var _AMPt = "AttachedManagedPolicies";
var _AT = "AuthorizedTargets";
var _ATI = "AuthorizedTokenIssuer";
var _Ar2 = "Arn";
var _CAA = "CreateAccountAssignment";
var _CAAR = "CreateAccountAssignmentRequest";
var _CAARr = "CreateAccountAssignmentResponse";
var _CD = "CreatedDate";
var _CE3 = "ConflictException";
var _CMPR = "CustomerManagedPolicyReference";
var _CMPRL = "CustomerManagedPolicyReferenceList";
var _CMPRu = "CustomerManagedPolicyReferences";
var _CPS = "CreatePermissionSet";
var _CPSR = "CreatePermissionSetRequest";
var _CPSRr = "CreatePermissionSetResponse";
var _D2 = "Description";
var _DAA = "DeleteAccountAssignment";
var _DAACS = "DescribeAccountAssignmentCreationStatus";
var _DAACSR = "DescribeAccountAssignmentCreationStatusRequest";
var _DAACSRe = "DescribeAccountAssignmentCreationStatusResponse";
var _DAADS = "DescribeAccountAssignmentDeletionStatus";
var _DAADSR = "DescribeAccountAssignmentDeletionStatusRequest";
var _DAADSRe = "DescribeAccountAssignmentDeletionStatusResponse";
var _DAAR = "DeleteAccountAssignmentRequest";
var _DAARe = "DeleteAccountAssignmentResponse";
var _DCMPRFPS = "DetachCustomerManagedPolicyReferenceFromPermissionSet";
var _DCMPRFPSR = "DetachCustomerManagedPolicyReferenceFromPermissionSetRequest";
var _DCMPRFPSRe = "DetachCustomerManagedPolicyReferenceFromPermissionSetResponse";
var _DIPFPS = "DeleteInlinePolicyFromPermissionSet";
var _DIPFPSR = "DeleteInlinePolicyFromPermissionSetRequest";
var _DIPFPSRe = "DeleteInlinePolicyFromPermissionSetResponse";
var _DMPFPS = "DetachManagedPolicyFromPermissionSet";
var _DMPFPSR = "DetachManagedPolicyFromPermissionSetRequest";
var _DMPFPSRe = "DetachManagedPolicyFromPermissionSetResponse";
var _DPS = "DeletePermissionSet";
var _DPSPS = "DescribePermissionSetProvisioningStatus";
var _DPSPSR = "DescribePermissionSetProvisioningStatusRequest";
var _DPSPSRe = "DescribePermissionSetProvisioningStatusResponse";
var _DPSR = "DeletePermissionSetRequest";
var _DPSRe = "DeletePermissionSetResponse";
var _DPSRes = "DescribePermissionSetRequest";
var _DPSResc = "DescribePermissionSetResponse";
var _DPSe = "DescribePermissionSet";
var _F2 = "Filter";
var _FR = "FailureReason";
var _GAASRe = "GetApplicationAccessScopeResponse";
var _GIPFPS = "GetInlinePolicyForPermissionSet";
var _GIPFPSR = "GetInlinePolicyForPermissionSetRequest";
var _GIPFPSRe = "GetInlinePolicyForPermissionSetResponse";
var _I3 = "Instances";
var _IA = "InstanceArn";
var _IL = "InstanceList";
var _IM = "InstanceMetadata";
var _IP = "InlinePolicy";
var _IPR = "IsPrimaryRegion";
var _ISA = "IdentityStoreArn";
var _ISE2 = "InternalServerException";
var _ISI2 = "IdentityStoreId";
var _K = "Key";
var _LAA = "ListAccountAssignments";
var _LAACS = "ListAccountAssignmentCreationStatus";
var _LAACSR = "ListAccountAssignmentCreationStatusRequest";
var _LAACSRi = "ListAccountAssignmentCreationStatusResponse";
var _LAADS = "ListAccountAssignmentDeletionStatus";
var _LAADSR = "ListAccountAssignmentDeletionStatusRequest";
var _LAADSRi = "ListAccountAssignmentDeletionStatusResponse";
var _LAAF = "ListAccountAssignmentsFilter";
var _LAAFP = "ListAccountAssignmentsForPrincipal";
var _LAAFPR = "ListAccountAssignmentsForPrincipalRequest";
var _LAAFPRi = "ListAccountAssignmentsForPrincipalResponse";
var _LAAR = "ListAccountAssignmentsRequest";
var _LAARi = "ListAccountAssignmentsResponse";
var _LAFPPS = "ListAccountsForProvisionedPermissionSet";
var _LAFPPSR = "ListAccountsForProvisionedPermissionSetRequest";
var _LAFPPSRi = "ListAccountsForProvisionedPermissionSetResponse";
var _LCMPRIPS = "ListCustomerManagedPolicyReferencesInPermissionSet";
var _LCMPRIPSR = "ListCustomerManagedPolicyReferencesInPermissionSetRequest";
var _LCMPRIPSRi = "ListCustomerManagedPolicyReferencesInPermissionSetResponse";
var _LI = "ListInstances";
var _LIR = "ListInstancesRequest";
var _LIRi = "ListInstancesResponse";
var _LMPIPS = "ListManagedPoliciesInPermissionSet";
var _LMPIPSR = "ListManagedPoliciesInPermissionSetRequest";
var _LMPIPSRi = "ListManagedPoliciesInPermissionSetResponse";
var _LPS = "ListPermissionSets";
var _LPSPTARi = "ListPermissionSetsProvisionedToAccountResponse";
var _LPSR = "ListPermissionSetsRequest";
var _LPSRi = "ListPermissionSetsResponse";
var _LTFR = "ListTagsForResource";
var _LTFRR = "ListTagsForResourceRequest";
var _LTFRRi = "ListTagsForResourceResponse";
var _M3 = "Message";
var _MPA = "ManagedPolicyArn";
var _MR3 = "MaxResults";
var _N3 = "Name";
var _NT3 = "NextToken";
var _OAI = "OwnerAccountId";
var _OSF = "OperationStatusFilter";
var _P3 = "Path";
var _PAASR = "PutApplicationAccessScopeRequest";
var _PI = "PrincipalId";
var _PIPTPS = "PutInlinePolicyToPermissionSet";
var _PIPTPSR = "PutInlinePolicyToPermissionSetRequest";
var _PIPTPSRu = "PutInlinePolicyToPermissionSetResponse";
var _PPS = "ProvisionPermissionSet";
var _PPSR = "ProvisionPermissionSetRequest";
var _PPSRI = "ProvisionPermissionSetRequestId";
var _PPSRr = "ProvisionPermissionSetResponse";
var _PR = "PrimaryRegion";
var _PS = "PermissionSet";
var _PSA = "PermissionSetArn";
var _PSPS = "PermissionSetProvisioningStatus";
var _PSe = "PermissionSets";
var _PSr = "ProvisioningStatus";
var _PT = "PrincipalType";
var _R3 = "Reason";
var _RA2 = "ResourceArn";
var _RI2 = "RequestId";
var _RM = "RegionMetadata";
var _RML = "RegionMetadataList";
var _RN = "RegionName";
var _RNFE3 = "ResourceNotFoundException";
var _RS = "RelayState";
var _RU = "RedirectUris";
var _Re2 = "Regions";
var _S2 = "Source";
var _SD = "SessionDuration";
var _SDc = "ScopeDetails";
var _SQEE2 = "ServiceQuotaExceededException";
var _SR = "StatusReason";
var _Sc = "Scope";
var _St2 = "Status";
var _T3 = "Tags";
var _TE2 = "ThrottlingException";
var _TI = "TargetId";
var _TK2 = "TagKeys";
var _TL = "TagList";
var _TT = "TargetType";
var _TTIA = "TrustedTokenIssuerArn";
var _Ta = "Tag";
var _URR2 = "UntagResourceRequest";
var _V2 = "Value";
var _VE2 = "ValidationException";
var _c3 = "client";
var _e3 = "error";
var _hE3 = "httpError";
var _s3 = "smithy.ts.sdk.synthetic.com.amazonaws.ssoadmin";
var _se3 = "server";
var n03 = "com.amazonaws.ssoadmin";
var _s_registry3 = new TypeRegistry(_s3);
var SSOAdminServiceException$ = [-3, _s3, "SSOAdminServiceException", 0, [], []];
_s_registry3.registerError(SSOAdminServiceException$, SSOAdminServiceException);
var n0_registry3 = new TypeRegistry(n03);
var AccessDeniedException$3 = [
  -3,
  n03,
  _ADE3,
  { [_e3]: _c3, [_hE3]: 403 },
  [_M3, _R3],
  [0, 0]
];
n0_registry3.registerError(AccessDeniedException$3, AccessDeniedException3);
var ConflictException$3 = [
  -3,
  n03,
  _CE3,
  { [_e3]: _c3, [_hE3]: 409 },
  [_M3],
  [0]
];
n0_registry3.registerError(ConflictException$3, ConflictException3);
var InternalServerException$2 = [
  -3,
  n03,
  _ISE2,
  { [_e3]: _se3, [_hE3]: 500 },
  [_M3],
  [0]
];
n0_registry3.registerError(InternalServerException$2, InternalServerException2);
var ResourceNotFoundException$2 = [
  -3,
  n03,
  _RNFE3,
  { [_e3]: _c3, [_hE3]: 404 },
  [_M3, _R3],
  [0, 0]
];
n0_registry3.registerError(ResourceNotFoundException$2, ResourceNotFoundException2);
var ServiceQuotaExceededException$2 = [
  -3,
  n03,
  _SQEE2,
  { [_e3]: _c3, [_hE3]: 402 },
  [_M3],
  [0]
];
n0_registry3.registerError(ServiceQuotaExceededException$2, ServiceQuotaExceededException2);
var ThrottlingException$2 = [
  -3,
  n03,
  _TE2,
  { [_e3]: _c3, [_hE3]: 429 },
  [_M3, _R3],
  [0, 0]
];
n0_registry3.registerError(ThrottlingException$2, ThrottlingException2);
var ValidationException$2 = [
  -3,
  n03,
  _VE2,
  { [_e3]: _c3, [_hE3]: 400 },
  [_M3, _R3],
  [0, 0]
];
n0_registry3.registerError(ValidationException$2, ValidationException2);
var errorTypeRegistries3 = [
  _s_registry3,
  n0_registry3
];
var AccessControlAttributeValue$ = [
  3,
  n03,
  _ACAV,
  0,
  [_S2],
  [64 | 0],
  1
];
var AccountAssignment$ = [
  3,
  n03,
  _AA,
  0,
  [_AI, _PSA, _PT, _PI],
  [0, 0, 0, 0]
];
var AccountAssignmentForPrincipal$ = [
  3,
  n03,
  _AAFP,
  0,
  [_AI, _PSA, _PI, _PT],
  [0, 0, 0, 0]
];
var AccountAssignmentOperationStatus$ = [
  3,
  n03,
  _AAOS,
  0,
  [_St2, _RI2, _FR, _TI, _TT, _PSA, _PT, _PI, _CD],
  [0, 0, 0, 0, 0, 0, 0, 0, 4]
];
var AccountAssignmentOperationStatusMetadata$ = [
  3,
  n03,
  _AAOSM,
  0,
  [_St2, _RI2, _CD],
  [0, 0, 4]
];
var AttachCustomerManagedPolicyReferenceToPermissionSetRequest$ = [
  3,
  n03,
  _ACMPRTPSR,
  0,
  [_IA, _PSA, _CMPR],
  [0, 0, () => CustomerManagedPolicyReference$],
  3
];
var AttachCustomerManagedPolicyReferenceToPermissionSetResponse$ = [
  3,
  n03,
  _ACMPRTPSRt,
  0,
  [],
  []
];
var AttachedManagedPolicy$ = [
  3,
  n03,
  _AMP,
  0,
  [_N3, _Ar2],
  [0, 0]
];
var AttachManagedPolicyToPermissionSetRequest$ = [
  3,
  n03,
  _AMPTPSR,
  0,
  [_IA, _PSA, _MPA],
  [0, 0, 0],
  3
];
var AttachManagedPolicyToPermissionSetResponse$ = [
  3,
  n03,
  _AMPTPSRt,
  0,
  [],
  []
];
var AuthorizationCodeGrant$ = [
  3,
  n03,
  _ACG,
  0,
  [_RU],
  [64 | 0]
];
var AuthorizedTokenIssuer$ = [
  3,
  n03,
  _ATI,
  0,
  [_TTIA, _AAu],
  [0, 64 | 0]
];
var CreateAccountAssignmentRequest$ = [
  3,
  n03,
  _CAAR,
  0,
  [_IA, _TI, _TT, _PSA, _PT, _PI],
  [0, 0, 0, 0, 0, 0],
  6
];
var CreateAccountAssignmentResponse$ = [
  3,
  n03,
  _CAARr,
  0,
  [_AACS],
  [() => AccountAssignmentOperationStatus$]
];
var CreatePermissionSetRequest$ = [
  3,
  n03,
  _CPSR,
  0,
  [_N3, _IA, _D2, _SD, _RS, _T3],
  [0, 0, 0, 0, 0, () => TagList],
  2
];
var CreatePermissionSetResponse$ = [
  3,
  n03,
  _CPSRr,
  0,
  [_PS],
  [() => PermissionSet$]
];
var CustomerManagedPolicyReference$ = [
  3,
  n03,
  _CMPR,
  0,
  [_N3, _P3],
  [0, 0],
  1
];
var DeleteAccountAssignmentRequest$ = [
  3,
  n03,
  _DAAR,
  0,
  [_IA, _TI, _TT, _PSA, _PT, _PI],
  [0, 0, 0, 0, 0, 0],
  6
];
var DeleteAccountAssignmentResponse$ = [
  3,
  n03,
  _DAARe,
  0,
  [_AADS],
  [() => AccountAssignmentOperationStatus$]
];
var DeleteInlinePolicyFromPermissionSetRequest$ = [
  3,
  n03,
  _DIPFPSR,
  0,
  [_IA, _PSA],
  [0, 0],
  2
];
var DeleteInlinePolicyFromPermissionSetResponse$ = [
  3,
  n03,
  _DIPFPSRe,
  0,
  [],
  []
];
var DeletePermissionSetRequest$ = [
  3,
  n03,
  _DPSR,
  0,
  [_IA, _PSA],
  [0, 0],
  2
];
var DeletePermissionSetResponse$ = [
  3,
  n03,
  _DPSRe,
  0,
  [],
  []
];
var DescribeAccountAssignmentCreationStatusRequest$ = [
  3,
  n03,
  _DAACSR,
  0,
  [_IA, _AACRI],
  [0, 0],
  2
];
var DescribeAccountAssignmentCreationStatusResponse$ = [
  3,
  n03,
  _DAACSRe,
  0,
  [_AACS],
  [() => AccountAssignmentOperationStatus$]
];
var DescribeAccountAssignmentDeletionStatusRequest$ = [
  3,
  n03,
  _DAADSR,
  0,
  [_IA, _AADRI],
  [0, 0],
  2
];
var DescribeAccountAssignmentDeletionStatusResponse$ = [
  3,
  n03,
  _DAADSRe,
  0,
  [_AADS],
  [() => AccountAssignmentOperationStatus$]
];
var DescribePermissionSetProvisioningStatusRequest$ = [
  3,
  n03,
  _DPSPSR,
  0,
  [_IA, _PPSRI],
  [0, 0],
  2
];
var DescribePermissionSetProvisioningStatusResponse$ = [
  3,
  n03,
  _DPSPSRe,
  0,
  [_PSPS],
  [() => PermissionSetProvisioningStatus$]
];
var DescribePermissionSetRequest$ = [
  3,
  n03,
  _DPSRes,
  0,
  [_IA, _PSA],
  [0, 0],
  2
];
var DescribePermissionSetResponse$ = [
  3,
  n03,
  _DPSResc,
  0,
  [_PS],
  [() => PermissionSet$]
];
var DetachCustomerManagedPolicyReferenceFromPermissionSetRequest$ = [
  3,
  n03,
  _DCMPRFPSR,
  0,
  [_IA, _PSA, _CMPR],
  [0, 0, () => CustomerManagedPolicyReference$],
  3
];
var DetachCustomerManagedPolicyReferenceFromPermissionSetResponse$ = [
  3,
  n03,
  _DCMPRFPSRe,
  0,
  [],
  []
];
var DetachManagedPolicyFromPermissionSetRequest$ = [
  3,
  n03,
  _DMPFPSR,
  0,
  [_IA, _PSA, _MPA],
  [0, 0, 0],
  3
];
var DetachManagedPolicyFromPermissionSetResponse$ = [
  3,
  n03,
  _DMPFPSRe,
  0,
  [],
  []
];
var GetApplicationAccessScopeResponse$ = [
  3,
  n03,
  _GAASRe,
  0,
  [_Sc, _AT],
  [0, 64 | 0],
  1
];
var GetInlinePolicyForPermissionSetRequest$ = [
  3,
  n03,
  _GIPFPSR,
  0,
  [_IA, _PSA],
  [0, 0],
  2
];
var GetInlinePolicyForPermissionSetResponse$ = [
  3,
  n03,
  _GIPFPSRe,
  0,
  [_IP],
  [0]
];
var InstanceMetadata$ = [
  3,
  n03,
  _IM,
  0,
  [_IA, _ISI2, _ISA, _OAI, _N3, _CD, _St2, _SR, _PR, _Re2],
  [0, 0, 0, 0, 0, 4, 0, 0, 0, () => RegionMetadataList]
];
var ListAccountAssignmentCreationStatusRequest$ = [
  3,
  n03,
  _LAACSR,
  0,
  [_IA, _MR3, _NT3, _F2],
  [0, 1, 0, () => OperationStatusFilter$],
  1
];
var ListAccountAssignmentCreationStatusResponse$ = [
  3,
  n03,
  _LAACSRi,
  0,
  [_AACSc, _NT3],
  [() => AccountAssignmentOperationStatusList, 0]
];
var ListAccountAssignmentDeletionStatusRequest$ = [
  3,
  n03,
  _LAADSR,
  0,
  [_IA, _MR3, _NT3, _F2],
  [0, 1, 0, () => OperationStatusFilter$],
  1
];
var ListAccountAssignmentDeletionStatusResponse$ = [
  3,
  n03,
  _LAADSRi,
  0,
  [_AADSc, _NT3],
  [() => AccountAssignmentOperationStatusList, 0]
];
var ListAccountAssignmentsFilter$ = [
  3,
  n03,
  _LAAF,
  0,
  [_AI],
  [0]
];
var ListAccountAssignmentsForPrincipalRequest$ = [
  3,
  n03,
  _LAAFPR,
  0,
  [_IA, _PI, _PT, _F2, _NT3, _MR3],
  [0, 0, 0, () => ListAccountAssignmentsFilter$, 0, 1],
  3
];
var ListAccountAssignmentsForPrincipalResponse$ = [
  3,
  n03,
  _LAAFPRi,
  0,
  [_AAc, _NT3],
  [() => AccountAssignmentListForPrincipal, 0]
];
var ListAccountAssignmentsRequest$ = [
  3,
  n03,
  _LAAR,
  0,
  [_IA, _AI, _PSA, _MR3, _NT3],
  [0, 0, 0, 1, 0],
  3
];
var ListAccountAssignmentsResponse$ = [
  3,
  n03,
  _LAARi,
  0,
  [_AAc, _NT3],
  [() => AccountAssignmentList, 0]
];
var ListAccountsForProvisionedPermissionSetRequest$ = [
  3,
  n03,
  _LAFPPSR,
  0,
  [_IA, _PSA, _PSr, _MR3, _NT3],
  [0, 0, 0, 1, 0],
  2
];
var ListAccountsForProvisionedPermissionSetResponse$ = [
  3,
  n03,
  _LAFPPSRi,
  0,
  [_AIc, _NT3],
  [64 | 0, 0]
];
var ListCustomerManagedPolicyReferencesInPermissionSetRequest$ = [
  3,
  n03,
  _LCMPRIPSR,
  0,
  [_IA, _PSA, _MR3, _NT3],
  [0, 0, 1, 0],
  2
];
var ListCustomerManagedPolicyReferencesInPermissionSetResponse$ = [
  3,
  n03,
  _LCMPRIPSRi,
  0,
  [_CMPRu, _NT3],
  [() => CustomerManagedPolicyReferenceList, 0]
];
var ListInstancesRequest$ = [
  3,
  n03,
  _LIR,
  0,
  [_MR3, _NT3],
  [1, 0]
];
var ListInstancesResponse$ = [
  3,
  n03,
  _LIRi,
  0,
  [_I3, _NT3],
  [() => InstanceList, 0]
];
var ListManagedPoliciesInPermissionSetRequest$ = [
  3,
  n03,
  _LMPIPSR,
  0,
  [_IA, _PSA, _MR3, _NT3],
  [0, 0, 1, 0],
  2
];
var ListManagedPoliciesInPermissionSetResponse$ = [
  3,
  n03,
  _LMPIPSRi,
  0,
  [_AMPt, _NT3],
  [() => AttachedManagedPolicyList, 0]
];
var ListPermissionSetsProvisionedToAccountResponse$ = [
  3,
  n03,
  _LPSPTARi,
  0,
  [_NT3, _PSe],
  [0, 64 | 0]
];
var ListPermissionSetsRequest$ = [
  3,
  n03,
  _LPSR,
  0,
  [_IA, _NT3, _MR3],
  [0, 0, 1],
  1
];
var ListPermissionSetsResponse$ = [
  3,
  n03,
  _LPSRi,
  0,
  [_PSe, _NT3],
  [64 | 0, 0]
];
var ListTagsForResourceRequest$ = [
  3,
  n03,
  _LTFRR,
  0,
  [_RA2, _IA, _NT3],
  [0, 0, 0],
  1
];
var ListTagsForResourceResponse$ = [
  3,
  n03,
  _LTFRRi,
  0,
  [_T3, _NT3],
  [() => TagList, 0]
];
var OperationStatusFilter$ = [
  3,
  n03,
  _OSF,
  0,
  [_St2],
  [0]
];
var PermissionSet$ = [
  3,
  n03,
  _PS,
  0,
  [_N3, _PSA, _D2, _CD, _SD, _RS],
  [0, 0, 0, 4, 0, 0]
];
var PermissionSetProvisioningStatus$ = [
  3,
  n03,
  _PSPS,
  0,
  [_St2, _RI2, _AI, _PSA, _FR, _CD],
  [0, 0, 0, 0, 0, 4]
];
var ProvisionPermissionSetRequest$ = [
  3,
  n03,
  _PPSR,
  0,
  [_IA, _PSA, _TT, _TI],
  [0, 0, 0, 0],
  3
];
var ProvisionPermissionSetResponse$ = [
  3,
  n03,
  _PPSRr,
  0,
  [_PSPS],
  [() => PermissionSetProvisioningStatus$]
];
var PutApplicationAccessScopeRequest$ = [
  3,
  n03,
  _PAASR,
  0,
  [_Sc, _AAp, _AT],
  [0, 0, 64 | 0],
  2
];
var PutInlinePolicyToPermissionSetRequest$ = [
  3,
  n03,
  _PIPTPSR,
  0,
  [_IA, _PSA, _IP],
  [0, 0, 0],
  3
];
var PutInlinePolicyToPermissionSetResponse$ = [
  3,
  n03,
  _PIPTPSRu,
  0,
  [],
  []
];
var RegionMetadata$ = [
  3,
  n03,
  _RM,
  0,
  [_RN, _St2, _AD, _IPR],
  [0, 0, 4, 2]
];
var ScopeDetails$ = [
  3,
  n03,
  _SDc,
  0,
  [_Sc, _AT],
  [0, 64 | 0],
  1
];
var Tag$ = [
  3,
  n03,
  _Ta,
  0,
  [_K, _V2],
  [0, 0],
  2
];
var UntagResourceRequest$2 = [
  3,
  n03,
  _URR2,
  0,
  [_RA2, _TK2, _IA],
  [0, 64 | 0, 0],
  2
];
var AccessControlAttributeValueSourceList = 64 | 0;
var AccountAssignmentList = [
  1,
  n03,
  _AAL,
  0,
  () => AccountAssignment$
];
var AccountAssignmentListForPrincipal = [
  1,
  n03,
  _AALFP,
  0,
  () => AccountAssignmentForPrincipal$
];
var AccountAssignmentOperationStatusList = [
  1,
  n03,
  _AAOSL,
  0,
  () => AccountAssignmentOperationStatusMetadata$
];
var AccountList = 64 | 0;
var AttachedManagedPolicyList = [
  1,
  n03,
  _AMPL,
  0,
  () => AttachedManagedPolicy$
];
var CustomerManagedPolicyReferenceList = [
  1,
  n03,
  _CMPRL,
  0,
  () => CustomerManagedPolicyReference$
];
var InstanceList = [
  1,
  n03,
  _IL,
  0,
  () => InstanceMetadata$
];
var PermissionSetList = 64 | 0;
var RedirectUris = 64 | 0;
var RegionMetadataList = [
  1,
  n03,
  _RML,
  0,
  () => RegionMetadata$
];
var ScopeTargets = 64 | 0;
var TagKeyList = 64 | 0;
var TagList = [
  1,
  n03,
  _TL,
  0,
  () => Tag$
];
var TokenIssuerAudiences = 64 | 0;
var AttachCustomerManagedPolicyReferenceToPermissionSet$ = [
  9,
  n03,
  _ACMPRTPS,
  0,
  () => AttachCustomerManagedPolicyReferenceToPermissionSetRequest$,
  () => AttachCustomerManagedPolicyReferenceToPermissionSetResponse$
];
var AttachManagedPolicyToPermissionSet$ = [
  9,
  n03,
  _AMPTPS,
  0,
  () => AttachManagedPolicyToPermissionSetRequest$,
  () => AttachManagedPolicyToPermissionSetResponse$
];
var CreateAccountAssignment$ = [
  9,
  n03,
  _CAA,
  0,
  () => CreateAccountAssignmentRequest$,
  () => CreateAccountAssignmentResponse$
];
var CreatePermissionSet$ = [
  9,
  n03,
  _CPS,
  0,
  () => CreatePermissionSetRequest$,
  () => CreatePermissionSetResponse$
];
var DeleteAccountAssignment$ = [
  9,
  n03,
  _DAA,
  0,
  () => DeleteAccountAssignmentRequest$,
  () => DeleteAccountAssignmentResponse$
];
var DeleteInlinePolicyFromPermissionSet$ = [
  9,
  n03,
  _DIPFPS,
  0,
  () => DeleteInlinePolicyFromPermissionSetRequest$,
  () => DeleteInlinePolicyFromPermissionSetResponse$
];
var DeletePermissionSet$ = [
  9,
  n03,
  _DPS,
  0,
  () => DeletePermissionSetRequest$,
  () => DeletePermissionSetResponse$
];
var DescribeAccountAssignmentCreationStatus$ = [
  9,
  n03,
  _DAACS,
  0,
  () => DescribeAccountAssignmentCreationStatusRequest$,
  () => DescribeAccountAssignmentCreationStatusResponse$
];
var DescribeAccountAssignmentDeletionStatus$ = [
  9,
  n03,
  _DAADS,
  0,
  () => DescribeAccountAssignmentDeletionStatusRequest$,
  () => DescribeAccountAssignmentDeletionStatusResponse$
];
var DescribePermissionSet$ = [
  9,
  n03,
  _DPSe,
  0,
  () => DescribePermissionSetRequest$,
  () => DescribePermissionSetResponse$
];
var DescribePermissionSetProvisioningStatus$ = [
  9,
  n03,
  _DPSPS,
  0,
  () => DescribePermissionSetProvisioningStatusRequest$,
  () => DescribePermissionSetProvisioningStatusResponse$
];
var DetachCustomerManagedPolicyReferenceFromPermissionSet$ = [
  9,
  n03,
  _DCMPRFPS,
  0,
  () => DetachCustomerManagedPolicyReferenceFromPermissionSetRequest$,
  () => DetachCustomerManagedPolicyReferenceFromPermissionSetResponse$
];
var DetachManagedPolicyFromPermissionSet$ = [
  9,
  n03,
  _DMPFPS,
  0,
  () => DetachManagedPolicyFromPermissionSetRequest$,
  () => DetachManagedPolicyFromPermissionSetResponse$
];
var GetInlinePolicyForPermissionSet$ = [
  9,
  n03,
  _GIPFPS,
  0,
  () => GetInlinePolicyForPermissionSetRequest$,
  () => GetInlinePolicyForPermissionSetResponse$
];
var ListAccountAssignmentCreationStatus$ = [
  9,
  n03,
  _LAACS,
  0,
  () => ListAccountAssignmentCreationStatusRequest$,
  () => ListAccountAssignmentCreationStatusResponse$
];
var ListAccountAssignmentDeletionStatus$ = [
  9,
  n03,
  _LAADS,
  0,
  () => ListAccountAssignmentDeletionStatusRequest$,
  () => ListAccountAssignmentDeletionStatusResponse$
];
var ListAccountAssignments$ = [
  9,
  n03,
  _LAA,
  0,
  () => ListAccountAssignmentsRequest$,
  () => ListAccountAssignmentsResponse$
];
var ListAccountAssignmentsForPrincipal$ = [
  9,
  n03,
  _LAAFP,
  0,
  () => ListAccountAssignmentsForPrincipalRequest$,
  () => ListAccountAssignmentsForPrincipalResponse$
];
var ListAccountsForProvisionedPermissionSet$ = [
  9,
  n03,
  _LAFPPS,
  0,
  () => ListAccountsForProvisionedPermissionSetRequest$,
  () => ListAccountsForProvisionedPermissionSetResponse$
];
var ListCustomerManagedPolicyReferencesInPermissionSet$ = [
  9,
  n03,
  _LCMPRIPS,
  0,
  () => ListCustomerManagedPolicyReferencesInPermissionSetRequest$,
  () => ListCustomerManagedPolicyReferencesInPermissionSetResponse$
];
var ListInstances$ = [
  9,
  n03,
  _LI,
  0,
  () => ListInstancesRequest$,
  () => ListInstancesResponse$
];
var ListManagedPoliciesInPermissionSet$ = [
  9,
  n03,
  _LMPIPS,
  0,
  () => ListManagedPoliciesInPermissionSetRequest$,
  () => ListManagedPoliciesInPermissionSetResponse$
];
var ListPermissionSets$ = [
  9,
  n03,
  _LPS,
  0,
  () => ListPermissionSetsRequest$,
  () => ListPermissionSetsResponse$
];
var ListTagsForResource$ = [
  9,
  n03,
  _LTFR,
  0,
  () => ListTagsForResourceRequest$,
  () => ListTagsForResourceResponse$
];
var ProvisionPermissionSet$ = [
  9,
  n03,
  _PPS,
  0,
  () => ProvisionPermissionSetRequest$,
  () => ProvisionPermissionSetResponse$
];
var PutInlinePolicyToPermissionSet$ = [
  9,
  n03,
  _PIPTPS,
  0,
  () => PutInlinePolicyToPermissionSetRequest$,
  () => PutInlinePolicyToPermissionSetResponse$
];

// node_modules/@aws-sdk/client-sso-admin/dist-es/runtimeConfig.shared.js
var getRuntimeConfig5 = (config) => {
  return {
    apiVersion: "2020-07-20",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver3,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSSOAdminHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.ssoadmin",
      errorTypeRegistries: errorTypeRegistries3,
      version: "2020-07-20",
      serviceTarget: "SWBExternalService"
    },
    serviceId: config?.serviceId ?? "SSO Admin",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/runtimeConfig.js
var getRuntimeConfig6 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig5(config);
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
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default3.version }),
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

// node_modules/@aws-sdk/client-sso-admin/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration3 = (runtimeConfig) => {
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
var resolveHttpAuthRuntimeConfig3 = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions3 = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration3(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig3(extensionConfiguration));
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/SSOAdminClient.js
var SSOAdminClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig6(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters3(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig3(_config_6);
    const _config_8 = resolveRuntimeExtensions3(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultSSOAdminHttpAuthSchemeParametersProvider,
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

// node_modules/@aws-sdk/client-sso-admin/dist-es/commandBuilder.js
var command3 = makeBuilder(commonParams3, "SWBExternalService", "SSOAdminClient", getEndpointPlugin);
var _ep03 = {};
var _mw03 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/AttachCustomerManagedPolicyReferenceToPermissionSetCommand.js
var AttachCustomerManagedPolicyReferenceToPermissionSetCommand = class extends command3(_ep03, _mw03, "AttachCustomerManagedPolicyReferenceToPermissionSet", AttachCustomerManagedPolicyReferenceToPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/AttachManagedPolicyToPermissionSetCommand.js
var AttachManagedPolicyToPermissionSetCommand = class extends command3(_ep03, _mw03, "AttachManagedPolicyToPermissionSet", AttachManagedPolicyToPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/CreateAccountAssignmentCommand.js
var CreateAccountAssignmentCommand = class extends command3(_ep03, _mw03, "CreateAccountAssignment", CreateAccountAssignment$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/CreatePermissionSetCommand.js
var CreatePermissionSetCommand = class extends command3(_ep03, _mw03, "CreatePermissionSet", CreatePermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DeleteAccountAssignmentCommand.js
var DeleteAccountAssignmentCommand = class extends command3(_ep03, _mw03, "DeleteAccountAssignment", DeleteAccountAssignment$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DeleteInlinePolicyFromPermissionSetCommand.js
var DeleteInlinePolicyFromPermissionSetCommand = class extends command3(_ep03, _mw03, "DeleteInlinePolicyFromPermissionSet", DeleteInlinePolicyFromPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DeletePermissionSetCommand.js
var DeletePermissionSetCommand = class extends command3(_ep03, _mw03, "DeletePermissionSet", DeletePermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DescribeAccountAssignmentCreationStatusCommand.js
var DescribeAccountAssignmentCreationStatusCommand = class extends command3(_ep03, _mw03, "DescribeAccountAssignmentCreationStatus", DescribeAccountAssignmentCreationStatus$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DescribeAccountAssignmentDeletionStatusCommand.js
var DescribeAccountAssignmentDeletionStatusCommand = class extends command3(_ep03, _mw03, "DescribeAccountAssignmentDeletionStatus", DescribeAccountAssignmentDeletionStatus$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DescribePermissionSetCommand.js
var DescribePermissionSetCommand = class extends command3(_ep03, _mw03, "DescribePermissionSet", DescribePermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DescribePermissionSetProvisioningStatusCommand.js
var DescribePermissionSetProvisioningStatusCommand = class extends command3(_ep03, _mw03, "DescribePermissionSetProvisioningStatus", DescribePermissionSetProvisioningStatus$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DetachCustomerManagedPolicyReferenceFromPermissionSetCommand.js
var DetachCustomerManagedPolicyReferenceFromPermissionSetCommand = class extends command3(_ep03, _mw03, "DetachCustomerManagedPolicyReferenceFromPermissionSet", DetachCustomerManagedPolicyReferenceFromPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/DetachManagedPolicyFromPermissionSetCommand.js
var DetachManagedPolicyFromPermissionSetCommand = class extends command3(_ep03, _mw03, "DetachManagedPolicyFromPermissionSet", DetachManagedPolicyFromPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/GetInlinePolicyForPermissionSetCommand.js
var GetInlinePolicyForPermissionSetCommand = class extends command3(_ep03, _mw03, "GetInlinePolicyForPermissionSet", GetInlinePolicyForPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListAccountAssignmentCreationStatusCommand.js
var ListAccountAssignmentCreationStatusCommand = class extends command3(_ep03, _mw03, "ListAccountAssignmentCreationStatus", ListAccountAssignmentCreationStatus$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListAccountAssignmentDeletionStatusCommand.js
var ListAccountAssignmentDeletionStatusCommand = class extends command3(_ep03, _mw03, "ListAccountAssignmentDeletionStatus", ListAccountAssignmentDeletionStatus$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListAccountAssignmentsCommand.js
var ListAccountAssignmentsCommand = class extends command3(_ep03, _mw03, "ListAccountAssignments", ListAccountAssignments$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListAccountAssignmentsForPrincipalCommand.js
var ListAccountAssignmentsForPrincipalCommand = class extends command3(_ep03, _mw03, "ListAccountAssignmentsForPrincipal", ListAccountAssignmentsForPrincipal$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListAccountsForProvisionedPermissionSetCommand.js
var ListAccountsForProvisionedPermissionSetCommand = class extends command3(_ep03, _mw03, "ListAccountsForProvisionedPermissionSet", ListAccountsForProvisionedPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListCustomerManagedPolicyReferencesInPermissionSetCommand.js
var ListCustomerManagedPolicyReferencesInPermissionSetCommand = class extends command3(_ep03, _mw03, "ListCustomerManagedPolicyReferencesInPermissionSet", ListCustomerManagedPolicyReferencesInPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListInstancesCommand.js
var ListInstancesCommand = class extends command3(_ep03, _mw03, "ListInstances", ListInstances$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListManagedPoliciesInPermissionSetCommand.js
var ListManagedPoliciesInPermissionSetCommand = class extends command3(_ep03, _mw03, "ListManagedPoliciesInPermissionSet", ListManagedPoliciesInPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListPermissionSetsCommand.js
var ListPermissionSetsCommand = class extends command3(_ep03, _mw03, "ListPermissionSets", ListPermissionSets$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ListTagsForResourceCommand.js
var ListTagsForResourceCommand = class extends command3(_ep03, _mw03, "ListTagsForResource", ListTagsForResource$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/ProvisionPermissionSetCommand.js
var ProvisionPermissionSetCommand = class extends command3(_ep03, _mw03, "ProvisionPermissionSet", ProvisionPermissionSet$) {
};

// node_modules/@aws-sdk/client-sso-admin/dist-es/commands/PutInlinePolicyToPermissionSetCommand.js
var PutInlinePolicyToPermissionSetCommand = class extends command3(_ep03, _mw03, "PutInlinePolicyToPermissionSet", PutInlinePolicyToPermissionSet$) {
};

// src/edges/aws/identity-center-commands.ts
var SSO = {
  AttachCustomerManagedPolicyReferenceToPermissionSet: AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSet: AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignment: CreateAccountAssignmentCommand,
  CreatePermissionSet: CreatePermissionSetCommand,
  DeleteAccountAssignment: DeleteAccountAssignmentCommand,
  DeleteInlinePolicyFromPermissionSet: DeleteInlinePolicyFromPermissionSetCommand,
  DeletePermissionSet: DeletePermissionSetCommand,
  DescribeAccountAssignmentCreationStatus: DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatus: DescribeAccountAssignmentDeletionStatusCommand,
  DescribePermissionSet: DescribePermissionSetCommand,
  DescribePermissionSetProvisioningStatus: DescribePermissionSetProvisioningStatusCommand,
  DetachCustomerManagedPolicyReferenceFromPermissionSet: DetachCustomerManagedPolicyReferenceFromPermissionSetCommand,
  DetachManagedPolicyFromPermissionSet: DetachManagedPolicyFromPermissionSetCommand,
  GetInlinePolicyForPermissionSet: GetInlinePolicyForPermissionSetCommand,
  ListAccountAssignmentCreationStatus: ListAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentDeletionStatus: ListAccountAssignmentDeletionStatusCommand,
  ListAccountAssignments: ListAccountAssignmentsCommand,
  ListAccountAssignmentsForPrincipal: ListAccountAssignmentsForPrincipalCommand,
  ListAccountsForProvisionedPermissionSet: ListAccountsForProvisionedPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSet: ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListInstances: ListInstancesCommand,
  ListManagedPoliciesInPermissionSet: ListManagedPoliciesInPermissionSetCommand,
  ListPermissionSets: ListPermissionSetsCommand,
  ListTagsForResource: ListTagsForResourceCommand,
  ProvisionPermissionSet: ProvisionPermissionSetCommand,
  PutInlinePolicyToPermissionSet: PutInlinePolicyToPermissionSetCommand
};
var STORE = {
  DescribeUser: DescribeUserCommand,
  ListGroupMemberships: ListGroupMembershipsCommand,
  ListGroups: ListGroupsCommand,
  ListUsers: ListUsersCommand
};
var ORGANIZATIONS = {
  DescribeOrganization: DescribeOrganizationCommand,
  ListAccounts: ListAccountsCommand
};
export {
  IdentitystoreClient,
  ORGANIZATIONS,
  OrganizationsClient,
  SSO,
  SSOAdminClient,
  STORE
};
