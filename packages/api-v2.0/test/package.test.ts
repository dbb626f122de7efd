// Generated from specs/v2.0/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

