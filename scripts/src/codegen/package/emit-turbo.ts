import { formatJson } from "../../shared/format-json.ts";

/** `turbo.json` of a package: it is generated from its own document, from what all versions share, and by the generator. */
export function emitTurbo(version: string): string {
  return formatJson({
    extends: ["//"],
    tasks: {
      codegen: {
        dependsOn: ["^transit", "@nectar-sdk/openapi#build"],
        inputs: [
          "package.json",
          `$TURBO_ROOT$/specs/${version}/**`,
          "$TURBO_ROOT$/specs/overlays/**",
          "$TURBO_ROOT$/specs/resources.yaml",
          "$TURBO_ROOT$/packages/client/src/contract.ts",
        ],
        outputs: ["src/**", "openapi.json", "README.md", "tsconfig.json", "tsconfig.build.json"],
      },
      build: { dependsOn: ["codegen"], inputs: ["package.json"], outputs: ["dist/**"] },
      typecheck: { dependsOn: ["codegen", "build"], inputs: ["package.json"] },
      // There are no tests here. Without this, the task would depend on every file of the generator.
      test: { dependsOn: ["codegen", "build"], inputs: ["package.json"] },
    },
  });
}
