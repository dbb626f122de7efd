/** No document comes near: that of v2.2 has about 0.2 MB. In bytes. */
export const SIZE_LIMIT: number = 20 * 1024 * 1024;

/** What to say about a document above {@link SIZE_LIMIT}. */
export const TOO_LARGE: string = `is larger than ${SIZE_LIMIT / 1024 / 1024} MB, so it is no document of this API; check the address`;
