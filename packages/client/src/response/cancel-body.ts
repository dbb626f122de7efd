/** Cancels an unwanted body to free its connection. Nothing awaits it: an unread copy in middleware would block it forever. */
export function cancelBody(body: { cancel(): Promise<void> } | null): void {
  body?.cancel().catch(() => {});
}
