import type { ApiOperation } from "@nectar-sdk/openapi/document";
import type { CallNames } from "./call-name.ts";
import { pascalCase, unused } from "./identifier.ts";

/** The exported type names of a package, all unique. */
export interface TypeNames {
  /** By name of the component schema. */
  readonly schemas: ReadonlyMap<string, string>;
  /** By operation id. */
  readonly operations: ReadonlyMap<string, OperationTypeNames>;
  /** Interface of each resource, by resource. */
  readonly resources: ReadonlyMap<string, string>;
}

/** The names for the types of one operation. The document decides which of them exist. */
export interface OperationTypeNames {
  readonly path: string;
  readonly query: string;
  readonly headers: string;
  readonly body: string;
  readonly response: string;
  readonly errors: string;
}

/** Names that generated code uses otherwise: its own exports, and the globals that it needs. */
const TAKEN: readonly string[] = [
  ...[
    "ApiCall",
    "ApiDefinition",
    "ApiResult",
    "ApiTypes",
    "CallOptions",
    "Completeness",
    "Cursor",
    "ListOptions",
    "OperationDefinition",
  ],
  ...["OperationErrors", "Operations", "PageKeys", "PaginatedPaths", "Paginator", "Progress", "Resources"],
  ...["WebhookEvents", "Wire", "WithRequired", "API_VERSION", "SPEC_SHA256"],
  ...[
    "AbortSignal",
    "Array",
    "AsyncIterable",
    "AsyncIterator",
    "Blob",
    "NonNullable",
    "Omit",
    "Promise",
    "Readonly",
    "ReadonlyArray",
  ],
  ...["Record", "Response", "Symbol"],
];

/** Assigns names, schemas first: their names come from the API, and the others can change. */
export function nameTypes(
  schemas: readonly string[],
  operations: readonly ApiOperation[],
  names: CallNames,
): TypeNames {
  const taken = new Set(TAKEN);
  const claim = (wanted: string): string => {
    const name = unused(wanted, taken);
    taken.add(name);
    return name;
  };
  const claimSchema = (schema: string): string => {
    const name = pascalCase(schema);
    return claim(TAKEN.includes(name) ? `${name}Schema` : name);
  };
  const named = operations.flatMap(({ id }) => {
    const name = id === undefined ? undefined : names.get(id);
    return id === undefined || name === undefined ? [] : [{ id, ...name }];
  });
  const resources = new Set(named.map(({ resource }) => resource));
  return {
    schemas: new Map(schemas.map((schema) => [schema, claimSchema(schema)])),
    resources: new Map([...resources].map((resource) => [resource, claim(`${pascalCase(resource)}Resource`)])),
    operations: new Map(
      named.map(({ id, resource, method }) => [id, nameOperation(pascalCase(resource) + pascalCase(method), claim)]),
    ),
  };
}

function nameOperation(prefix: string, claim: (wanted: string) => string): OperationTypeNames {
  return {
    path: claim(`${prefix}Path`),
    query: claim(`${prefix}Query`),
    headers: claim(`${prefix}Headers`),
    body: claim(`${prefix}Body`),
    response: claim(`${prefix}Response`),
    errors: claim(`${prefix}Errors`),
  };
}
