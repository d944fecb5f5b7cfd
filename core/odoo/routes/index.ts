export * from './compile';
export type { Circumstances } from './facts';
export * from './invalidCommand';
export * from './override';
export type { Tables } from './plan';
export type { ProofFile } from './proof';
export * from './route';
export { SHIPPED_ROUTES } from './shipped';
export { milestoneTable, RECENCY_TABLE } from './transitions';
