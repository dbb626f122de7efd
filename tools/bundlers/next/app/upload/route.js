import { upload } from "../../../src/upload.mjs";

export async function POST(request) {
  const { server, path } = await request.json();
  return Response.json(await upload(server, { path }));
}
