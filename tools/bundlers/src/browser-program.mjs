import { upload } from "./upload.mjs";

globalThis.upload = (baseUrl, file) => upload(baseUrl, file);
