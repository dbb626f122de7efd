#!/usr/bin/env node
import process from "node:process";
import { nectarMock } from "../dist/cli/nectar-mock.js";

process.exitCode = await nectarMock(process.argv.slice(2));
