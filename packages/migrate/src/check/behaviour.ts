import type { Migration } from "../changes/analyse.ts";
import { findMembers } from "../changes/find-members.ts";
import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import { listBehaviour } from "../project/list-behaviour.ts";
import type { Finding } from "./finding.ts";
import { locate } from "./locate.ts";

/** Finds the calls of resource methods that behave differently. Whether the program depends on it, only a person can tell. */
export function findBehaviour(program: ts.Program, file: ts.SourceFile, { from, to }: Migration): Finding[] {
  const changes = listBehaviour(from.version, to.version);
  if (changes.length === 0) return [];
  const checker = program.getTypeChecker();
  const folder = `${from.folder.replaceAll("\\", "/")}/`;
  const findings: Finding[] = [];
  visitNodes(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { name } = node.expression;
    const method = findMembers(name, checker).find((found) => found.getSourceFile().fileName.startsWith(folder));
    const operation = method === undefined ? undefined : readOperation(method, name.text, checker);
    for (const { id, operations, change, wrong, look } of changes) {
      if (operation === undefined || !operations.includes(operation)) continue;
      const place = locate(file, node.getStart(file), node.end);
      findings.push({
        id,
        rule: "behaviour",
        kind: "silent",
        certainty: "possible",
        ...place,
        why: `${change} ${wrong}`,
        advice: look,
      });
    }
  });
  return findings;
}

/** `usageData.listByCompany`: the interface of the method, found among the resources of its package. */
function readOperation(method: ts.Node, name: string, checker: ts.TypeChecker): string | undefined {
  const owner = method.parent;
  const module = checker.getSymbolAtLocation(method.getSourceFile());
  const resources = module === undefined ? undefined : checker.tryGetMemberInModuleExports("Resources", module);
  if (resources === undefined) return undefined;
  const resource = checker
    .getDeclaredTypeOfSymbol(resources)
    .getProperties()
    .find(
      (property) => checker.getTypeOfSymbol(property).symbol?.declarations?.some((found) => found === owner) === true,
    );
  return resource === undefined ? undefined : `${resource.name}.${name}`;
}
