#!/usr/bin/env node
// TypeScript is run as it is: tsx strips the types while loading.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
