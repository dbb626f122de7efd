import { makeVisible } from "../../document/printable-text.ts";

/** The levels of an annotation, worst first. */
export type AnnotationLevel = "error" | "warning" | "notice";

/** The place and the title of an annotation. */
export interface AnnotationProperties {
  readonly file?: string;
  /** Counted from 1, as `col`. */
  readonly line?: number;
  readonly col?: number;
  readonly title: string;
}

/**
 * Formats an annotation of a workflow on GitHub as one line, escaped as in
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts. Text comes from documents and projects, so line breaks and
 * invisible characters become visible escapes, as in every other format.
 */
export function formatAnnotation(level: AnnotationLevel, properties: AnnotationProperties, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return makeVisible(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
