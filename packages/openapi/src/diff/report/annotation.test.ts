import { expect, test } from "vitest";
import { formatAnnotation } from "./annotation.ts";

test("properties keep their order, and separators in them are escaped", () => {
  const properties = { file: "a,b:c.ts", line: 4, col: 36, title: "100 %: removed" };

  expect(formatAnnotation("error", properties, "a: b, 100 %")).toBe(
    "::error file=a%2Cb%3Ac.ts,line=4,col=36,title=100 %25%3A removed::a: b, 100 %25",
  );
});

test("a line break and an invisible character are visible, and start no further command", () => {
  expect(formatAnnotation("notice", { title: "a\r\nb" }, "c\n::error::d\u202e")).toBe(
    "::notice title=a\\r\\nb::c\\n::error::d\\u202e",
  );
});
