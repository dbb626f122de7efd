import type { VersionFacts } from "../document/read-document.ts";

/** The types of a version package that this package uses. */
export interface CarriedTypes {
  readonly operations: object;
}

/** A version package's value (`v2_2`) with its types. */
export interface TestedApi<Types extends CarriedTypes = CarriedTypes> extends VersionFacts {
  readonly types?: Types;
}

/** Ids of all operations: `"document_retrieve"`. */
export type OperationId<Types extends CarriedTypes> = keyof Types["operations"] & string;

/** Statuses that an operation declares. */
export type DeclaredStatus<Types extends CarriedTypes, Id extends OperationId<Types>> = keyof DeclaredResponses<
  Types["operations"][Id]
> &
  number;

/** Declared body of a response; `undefined` when the response has none. */
export type ResponseBody<
  Types extends CarriedTypes,
  Id extends OperationId<Types>,
  Status extends DeclaredStatus<Types, Id>,
> = JsonBody<DeclaredResponses<Types["operations"][Id]>[Status]>;

/** Ids of the operations that return pages. */
export type ListOperationId<Types extends CarriedTypes> = {
  [Id in OperationId<Types>]: ListPage<Types, Id> extends never ? never : Id;
}[OperationId<Types>];

/** Item of a paginated list. */
export type ListItem<Types extends CarriedTypes, Id extends OperationId<Types>> = PageItem<ListPage<Types, Id>>;

type ListPage<Types extends CarriedTypes, Id extends OperationId<Types>> = Extract<
  DeclaredResponses<Types["operations"][Id]> extends { 200: infer Response } ? JsonBody<Response> : never,
  { readonly hasNext?: unknown }
>;

type DeclaredResponses<Operation> = Operation extends { responses: infer Responses } ? Responses : never;

type JsonBody<Response> = Response extends { content: { "application/json": infer Body } } ? Body : undefined;

/** A page has exactly one array: its items. */
type PageItem<Page> = {
  [Key in keyof Page]-?: NonNullable<Page[Key]> extends readonly (infer Item)[] ? Item : never;
}[keyof Page];
