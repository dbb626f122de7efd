import {
  findSuccessContent,
  type Json,
  type JsonObject,
  readApi,
  readProperties,
  resolve,
  toOperationKey,
} from "@nectar-sdk/openapi/document";

/** Deep enough for the fields by which the versions differ. */
const DEPTH = 4;

/** Counts operations, parameters and response properties that only one of two documents has. */
export function countDifferences(one: JsonObject, other: JsonObject): number {
  const [left, right] = [collectFeatures(one), collectFeatures(other)];
  const isIn = (features: ReadonlySet<string>) => (feature: string) => features.has(feature);
  const shared = [...left].filter(isIn(right)).length;
  return left.size + right.size - 2 * shared;
}

function collectFeatures(document: JsonObject): Set<string> {
  return new Set(
    readApi(document).operations.flatMap((operation) => {
      const key = toOperationKey(operation.method, operation.path);
      const query = operation.parameters.filter((parameter) => parameter.in === "query");
      const content = findSuccessContent(operation);
      return [
        key,
        ...query.map(({ name }) => `${key} ?${name}`),
        ...(content === undefined ? [] : listProperties(document, content.schema, DEPTH).map((path) => key + path)),
      ];
    }),
  );
}

function listProperties(document: JsonObject, schema: Json, depth: number): string[] {
  if (depth === 0) return [];
  const { items } = resolve(document, schema);
  const below = items === undefined ? [] : listProperties(document, items, depth);
  return [
    ...below,
    ...[...readProperties(document, schema)].flatMap(([name, property]) => [
      ` ${name}`,
      ...listProperties(document, property, depth - 1).map((path) => ` ${name}${path}`),
    ]),
  ];
}
