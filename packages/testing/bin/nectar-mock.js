#!/usr/bin/env node
import process from "node:process";
import { runMock } from "../dist/cli/nectar-mock.js";

process.exitCode = await runMock(process.argv.slice(2));
