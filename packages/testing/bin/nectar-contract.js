#!/usr/bin/env node
import { main } from "../dist/cli/nectar-contract.js";

await main();
