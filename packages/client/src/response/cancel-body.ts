/**
 * Lets go of a body that nobody wants, so that its connection is free. Not to be awaited: a copy that middleware made and never read would
 * hold it up for ever.
 */
export function abandon(body: { cancel(): Promise<void> } | null): void {
  body?.cancel().catch(() => {});
}
