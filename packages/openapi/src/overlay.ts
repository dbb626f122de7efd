export * from "./overlay/apply-overlay.ts";
export * from "./overlay/overlay-error.ts";
export * from "./overlay/parse-overlay.ts";
export * from "./overlay/rewrite-at.ts";
