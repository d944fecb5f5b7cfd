// Not part of core/event: the validator and the schemas are bundled only where events are applied.
export * from './faults';
export { EVENT_SCHEMAS } from './schemas';
export * from './validate';
