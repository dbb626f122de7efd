#!/usr/bin/env node
import { main } from "../dist/contract/cli.js";

await main();
