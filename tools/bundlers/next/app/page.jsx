"use client";

import { upload } from "../../src/upload.mjs";

// biome-ignore lint/style/noDefaultExport: Next needs it
export default function Page() {
  return <input type="file" onChange={({ target }) => upload(location.origin, target.files[0])} />;
}
