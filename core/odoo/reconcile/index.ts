export * from './reconcile';
export * from './spec';
