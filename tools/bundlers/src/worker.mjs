import { upload } from "./upload.mjs";

const worker = {
  async fetch(request) {
    const server = new URL(request.url).searchParams.get("server");
    return Response.json(await upload(server, new File(["%PDF-1.7 worker"], "worker.pdf")));
  },
};

// biome-ignore lint/style/noDefaultExport: workerd needs it
export default worker;
