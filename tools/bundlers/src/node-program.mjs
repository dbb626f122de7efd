import { upload } from "./upload.mjs";

const [, , baseUrl, path] = process.argv;
console.log(JSON.stringify(await upload(baseUrl, { path })));
