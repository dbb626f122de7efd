// Generated from specs/v2.2/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

