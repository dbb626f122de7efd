import type { JsonObject } from "@nectar-sdk/openapi/document";
import ts from "typescript";
import { importTypes } from "../emit/code.ts";
import type { Api } from "../model/api.ts";
import { declareTypes } from "../openapi-typescript.ts";
import { completeDiscriminators } from "./complete-discriminators.ts";
import { dropAbsent, dropParameters } from "./drop-unused.ts";
import { foldDocs } from "./fold-docs.ts";
import { hoistOperations } from "./hoist-operations.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import { printStatements } from "./print-statements.ts";
import { tidyDocs } from "./tidy-docs.ts";
import { tidyTypes } from "./tidy-types.ts";
import { rootsOf } from "./type-tree.ts";
import { wireResponses } from "./wire-responses.ts";

/**
 * Emits the types of a document: a declaration for each component schema, then one for the parameters, body, response and errors of
 * each operation, then openapi-typescript's `paths`, `webhooks`, `components` and `operations`, which refer to them by name.
 */
export function emitSchema(document: JsonObject, api: Api): string {
  const nodes = declareTypes(completeDiscriminators(foldDocs(document))).filter((node) => !isEmptyDefinitions(node));
  const roots = rootsOf(nodes);
  const hoisted: ts.Node[] = [];
  const rest = nodes.map((node) => {
    const found = ts.isInterfaceDeclaration(node) ? hoist(node, roots, api) : undefined;
    hoisted.push(...(found?.declarations ?? []));
    const kept = found?.rest ?? node;
    return ts.isInterfaceDeclaration(kept) ? wireResponses(kept) : kept;
  });
  const tidy = (node: ts.Node): ts.Node => tidyTypes(node, api.types.schemas);
  const declared = [...hoisted, ...rest.filter(isDocumented)].map(tidy);
  for (const node of declared) tidyDocs(node);
  const maps = rest
    .filter((node) => !isDocumented(node))
    .map((node) => tidy(dropAbsent(dropParameters(node, [...hoisted, ...rest]))));
  return [
    importTypes(["Wire"], "./contract.js"),
    printStatements(declared),
    // Editors show the comment of a declaration and of its properties, but hardly ever the one of an entry here.
    printStatements(maps, true),
  ].join("\n");
}

function hoist(node: ts.InterfaceDeclaration, roots: ReturnType<typeof rootsOf>, api: Api) {
  if (node.name.text === "components") return hoistSchemas(node, api.types.schemas);
  return node.name.text === "operations" ? hoistOperations(roots, node, api.operations) : undefined;
}

/** Checks whether the comments of a node exist only here. */
function isDocumented(node: ts.Node): boolean {
  return !(ts.isInterfaceDeclaration(node) && ["paths", "components", "operations"].includes(node.name.text));
}

/** `$defs` at the root of a document is rare, and an empty one would only puzzle the reader. */
function isEmptyDefinitions(node: ts.Node): boolean {
  return ts.isTypeAliasDeclaration(node) && node.name.text === "$defs";
}
