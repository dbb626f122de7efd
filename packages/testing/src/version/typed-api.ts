import type { VersionFacts } from "../document/read-document.ts";

/** The types of a version package that this package uses. */
export interface CarriedTypes {
  readonly operations: object;
}

/** A version package's value (`v2_2`) with its types. */
export interface TestedApi<Types extends CarriedTypes = CarriedTypes> extends VersionFacts {
  readonly types?: Types;
}

/** Names of all operations: `"documents.retrieve"`. */
export type OperationName<Types extends CarriedTypes> = keyof Types["operations"] & string;

/** Statuses that an operation declares. */
export type DeclaredStatus<Types extends CarriedTypes, Name extends OperationName<Types>> = keyof DeclaredResponses<
  Types["operations"][Name]
> &
  number;

/** Declared body of a response; `undefined` when the response has none. */
export type ResponseBody<
  Types extends CarriedTypes,
  Name extends OperationName<Types>,
  Status extends DeclaredStatus<Types, Name>,
> = JsonBody<DeclaredResponses<Types["operations"][Name]>[Status]>;

/** Names of the operations that return pages. */
export type ListOperationName<Types extends CarriedTypes> = {
  [Name in OperationName<Types>]: ListPage<Types, Name> extends never ? never : Name;
}[OperationName<Types>];

/** Item of a paginated list. */
export type ListItem<Types extends CarriedTypes, Name extends OperationName<Types>> = PageItem<ListPage<Types, Name>>;

/** A page of a paginated list. */
export type ListPage<Types extends CarriedTypes, Name extends OperationName<Types>> = Extract<
  DeclaredResponses<Types["operations"][Name]> extends { 200: infer Response } ? JsonBody<Response> : never,
  { readonly hasNext?: unknown }
>;

/** The responses of an operation by status. */
export type DeclaredResponses<Operation> = Operation extends { responses: infer Responses } ? Responses : never;

/** The JSON body of a response; `undefined` when it has none. */
export type JsonBody<Response> = Response extends { content: { "application/json": infer Body } } ? Body : undefined;

/** A page has exactly one array: its items. */
export type PageItem<Page> = {
  [Key in keyof Page]-?: NonNullable<Page[Key]> extends readonly (infer Item)[] ? Item : never;
}[keyof Page];
