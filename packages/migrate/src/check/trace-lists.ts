import { toTemplateForm } from "@nectar-sdk/openapi/document";
import { type ApiTypesOfProgram, readTypes } from "../changes/api-types.ts";
import { ts } from "../compiler.ts";
import type { LocatedBehaviourChange } from "../generated/behaviour-change.ts";
import type { ApiPackage } from "../project/api-package.ts";

/** How deep responses are searched for lists. */
const DEEPEST = 6;

/** The declarations by which code shows that it reads a list whose behaviour changes. */
export interface TracedList {
  /** Fields of the entries that the change is about. */
  readonly fields: ReadonlySet<ts.Node>;
  /** Members that contain such a list, such as the list of a page. */
  readonly containers: ReadonlySet<ts.Node>;
}

/** Finds the lists in the responses of the requests that a change is about, in the types of the old package. */
export function traceList(program: ts.Program, api: ApiPackage, change: LocatedBehaviourChange): TracedList {
  const types = readTypes(program, api);
  const search = new ListSearch(program.getTypeChecker(), change.fields);
  for (const type of types === undefined ? [] : listResponses(types, change.requests)) search.visit(type, false, []);
  return search;
}

function listResponses(types: ApiTypesOfProgram, requests: readonly string[]): ts.Type[] {
  const paths = types.root("paths")?.getProperties() ?? [];
  return requests.flatMap((request) => {
    const [method = "", template = ""] = request.split(" ");
    const path = paths.find(({ name }) => toTemplateForm(name) === template);
    const responses = readMember(types, readMember(types, types.typeOf(path), method.toLowerCase()), "responses");
    return (responses?.getProperties() ?? []).flatMap((response) => {
      const content = response.name.startsWith("2") ? readMember(types, types.typeOf(response), "content") : undefined;
      return (content?.getProperties() ?? []).flatMap((media) => types.typeOf(media) ?? []);
    });
  });
}

function readMember(types: ApiTypesOfProgram, type: ts.Type | undefined, name: string): ts.Type | undefined {
  return types.typeOf(type?.getProperty(name));
}

/** Collects the outermost entries of lists that have one of the fields. */
class ListSearch implements TracedList {
  readonly fields = new Set<ts.Node>();
  readonly containers = new Set<ts.Node>();
  readonly #checker: ts.TypeChecker;
  readonly #names: readonly string[];

  constructor(checker: ts.TypeChecker, names: readonly string[]) {
    this.#checker = checker;
    this.#names = names;
  }

  /** Visits a type below some members; the fields count within a list only. */
  visit(type: ts.Type, isInList: boolean, above: readonly ts.Symbol[]): void {
    if (above.length > DEEPEST) return;
    const entry = this.#checker.isArrayLikeType(type) ? type.getNumberIndexType() : undefined;
    if (entry !== undefined) {
      this.visit(this.#checker.getNonNullableType(entry), true, above);
      return;
    }
    if ((type.flags & ts.TypeFlags.Object) === 0) return;
    const fields = this.#names.flatMap((name) => type.getProperty(name) ?? []);
    if (isInList && fields.length > 0) {
      addDeclarations(fields, this.fields);
      addDeclarations(above, this.containers);
      return;
    }
    for (const member of type.getProperties()) {
      if (above.includes(member)) continue;
      const next = this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(member));
      this.visit(next, isInList, [...above, member]);
    }
  }
}

function addDeclarations(symbols: readonly ts.Symbol[], nodes: Set<ts.Node>): void {
  for (const declaration of symbols.flatMap(({ declarations }) => declarations ?? [])) nodes.add(declaration);
}
