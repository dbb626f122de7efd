import type { ApiOperation } from "@nectar-sdk/openapi/document";
import { type CallName, type CallNames, parseCallName } from "./call-name.ts";
import { pascalCase, unused } from "./identifier.ts";

/** The type names of a package, all unique. */
export interface TypeNames {
  /** By name of the component schema. */
  readonly schemas: ReadonlyMap<string, string>;
  /** By operation id. */
  readonly operations: ReadonlyMap<string, OperationTypeNames>;
  /** Interface of each resource, by resource. */
  readonly resources: ReadonlyMap<string, string>;
}

/** The names that a person has chosen. */
export interface ChosenNames {
  /** By name of the component schema. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Other types. */
  readonly others: readonly string[];
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

/** Whether generated code uses a name otherwise, given the methods of all resources. */
export function isUsedName(name: string, methods: ReadonlySet<string>): boolean {
  if (TAKEN.includes(name)) return true;
  return [...methods].some((method) => {
    const call = parseCallName(method);
    if (call === undefined) return false;
    const own = nameOperation(toPrefix(call), (wanted) => wanted);
    return name === toResourceType(call) || Object.values(own).includes(name);
  });
}

/** Assigns names, schemas first: their names come from a person or from the API, and the others can change. */
export function nameTypes(
  schemas: readonly string[],
  operations: readonly ApiOperation[],
  names: CallNames,
  chosen: ChosenNames = { schemas: new Map(), others: [] },
): TypeNames {
  const taken = new Set([...TAKEN, ...chosen.schemas.values(), ...chosen.others]);
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
    schemas: new Map(schemas.map((schema) => [schema, chosen.schemas.get(schema) ?? claimSchema(schema)])),
    resources: new Map([...resources].map((resource) => [resource, claim(toResourceType({ resource }))])),
    operations: new Map(named.map(({ id, ...call }) => [id, nameOperation(toPrefix(call), claim)])),
  };
}

function toResourceType({ resource }: Pick<CallName, "resource">): string {
  return `${pascalCase(resource)}Resource`;
}

function toPrefix({ resource, method }: CallName): string {
  return pascalCase(resource) + pascalCase(method);
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
