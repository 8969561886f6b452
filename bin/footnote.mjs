#!/usr/bin/env node
import module from 'node:module';
import './node-version.mjs';

// Keeps the compiled modules between starts, in the system's temporary folder: a second start is faster.
module.enableCompileCache?.();

await import('../src/main.ts');
