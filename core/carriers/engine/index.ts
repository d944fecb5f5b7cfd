export * from './limits';
export * from './normalize';
export * from './options';
export type { CodeOverride } from './override';
export * from './result';
export * from './sourceError';
