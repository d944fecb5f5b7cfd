export * from './codeTable';
export * from './engine';
export * from './normalize';
export * from './reasonTable';
export * from './registry';
export * from './source';
export * from './sourceId';
export * from './text';
export { CODE_TABLES, REASON_TABLES } from './tables';
